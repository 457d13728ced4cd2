import { formatDateTime } from '#domain/shared/calendar.ts'
import { type Covered, type CoverPart, coverLabels, coverParts } from '#domain/training/cover.ts'
import type { Outputs } from '../../api.ts'
import { Banner } from '../../ui/banner.tsx'
import { Tag, type Tone } from '../../ui/tag.tsx'

export type ShiftCoverView = Outputs['training']['cover']

const marks: Record<Covered, { word: string; tone: Tone }> = {
  yes: { word: 'covered', tone: 'good' },
  no: { word: 'not covered', tone: 'danger' },
  'not-known': { word: 'not known', tone: 'warning' },
}

/** Whether somebody on this shift has what every shift needs; nothing where nobody is on shift. */
export function CoverNow({ cover }: { cover: ShiftCoverView }) {
  const { now } = cover
  if (now === null) return null
  return coverParts.map((part) => (
    <Tag key={part} tone={marks[now[part]].tone}>
      {coverLabels[part]}: {marks[now[part]].word}
    </Tag>
  ))
}

const short: Record<CoverPart, string> = {
  safeguarding: 'Level 3',
  'life-support': 'Life support',
}

/** The same in one line of the board: one word where all is covered, and what is not by itself. */
export function CoverInShort({ cover: { now } }: { cover: ShiftCoverView }) {
  if (now === null) return null
  const open = coverParts.filter((part) => now[part] !== 'yes')
  if (open.length === 0)
    return (
      <span title={coverParts.map((part) => `${coverLabels[part]}: covered`).join('; ')}>
        <Tag tone="good">Level 3 and life support covered</Tag>
      </span>
    )
  return open.map((part) => (
    <span key={part} title={`${coverLabels[part]}: ${marks[now[part]].word}`}>
      <Tag tone={marks[now[part]].tone}>
        {short[part]} {marks[now[part]].word}
      </Tag>
    </span>
  ))
}

/** What is missing, in words. */
export const missingText = (parts: readonly CoverPart[]) =>
  parts.map((part) => coverLabels[part].toLowerCase()).join(' and ')

/** What is amiss in a gap, in words. */
export const gapText = ({
  missing,
  nobody,
}: Pick<ShiftCoverView['gaps'][number], 'missing' | 'nobody'>) =>
  nobody ? 'nobody is on the roster' : `nobody in date for ${missingText(missing)}`

/** The shifts of the next days in which something would not be covered, told before they begin. */
export function CoverGaps({ cover }: { cover: ShiftCoverView }) {
  if (cover.gaps.length === 0) return null
  return (
    <Banner title="Shifts without cover in the next 7 days" tone="warning">
      <ul>
        {cover.gaps.map((gap) => (
          <li key={gap.from}>
            {formatDateTime(gap.from)} to {formatDateTime(gap.to)}: {gapText(gap)}
          </li>
        ))}
      </ul>
      <p>Put somebody who is in date on that shift, or record their certificate.</p>
    </Banner>
  )
}
