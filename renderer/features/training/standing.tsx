import type { Standing } from '#domain/training/rules.ts'
import { Tag } from '../../ui/tag.tsx'
import type { PartView } from './view.ts'
import { standingMarks, untilText } from './words.ts'

/** A standing as a sign and a word, with the day that belongs to it. */
export function StandingTag({ part }: { part: PartView }) {
  if (part.standing === 'not-required' || part.standing === 'not-in-post')
    return <span className="app-quiet">{standingMarks[part.standing].word}</span>
  return (
    <>
      <StandingWord standing={part.standing} />
      <div className="training-until">{untilText(part)}</div>
    </>
  )
}

export function StandingWord({ standing }: { standing: Standing }) {
  const { sign, word, tone } = standingMarks[standing]
  return (
    <Tag tone={tone}>
      <span aria-hidden="true">{sign} </span>
      {word}
    </Tag>
  )
}

/** A standing as a sign alone, for the narrow columns of the topics; its words are read out. */
export function StandingSign({ part }: { part: PartView }) {
  const { sign, word, tone } = standingMarks[part.standing]
  const words = [word, untilText(part)].filter(Boolean).join(' ')
  return (
    <span className={`training-sign training-sign--${tone}`} title={words}>
      <span aria-hidden="true">{sign}</span>
      <span className="app-hidden">{words}</span>
    </span>
  )
}

const inLegend: readonly Standing[] = ['in-date', 'lapsed', 'missing', 'not-known', 'not-yet-due']

/** What the signs mean, beside the table that uses them. */
export function SignLegend() {
  return (
    <ul className="training-legend" aria-label="What the signs mean">
      {inLegend.map((standing) => (
        <li key={standing}>
          <StandingWord standing={standing} />
        </li>
      ))}
    </ul>
  )
}
