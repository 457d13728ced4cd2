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

/** What is missing, in words. */
export const missingText = (parts: readonly CoverPart[]) =>
  parts.map((part) => coverLabels[part].toLowerCase()).join(' and ')

/** The shifts of the next days in which something would not be covered, told before they begin. */
export function CoverGaps({ cover }: { cover: ShiftCoverView }) {
  if (cover.gaps.length === 0) return null
  return (
    <Banner title="Shifts without cover in the next 7 days" tone="warning">
      <ul>
        {cover.gaps.map(({ from, to, missing }) => (
          <li key={from}>
            {formatDateTime(from)} to {formatDateTime(to)}: nobody in date for{' '}
            {missingText(missing)}
          </li>
        ))}
      </ul>
      <p>Put somebody who is in date on that shift, or record their certificate.</p>
    </Banner>
  )
}
