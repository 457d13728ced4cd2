import type { ReactNode } from 'react'
import { formatDate } from '#domain/shared/calendar.ts'
import { Countdown } from '../../ui/countdown.tsx'
import { Shown } from '../../ui/shown.tsx'
import { Tag, Tags } from '../../ui/tag.tsx'
import { CareName } from '../care/care-link.tsx'
import type { CardPair } from './board-view.ts'
import { EpisodeOnCard } from './episode-on-card.tsx'
import { LevelBox } from './level-box.tsx'

interface PairCardProps {
  pair: CardPair
  stayId: string
  /** What can be done for this baby, beside its name: where a bed has several. */
  acts?: ReactNode
  /** Where the baby is, while away from the ward. */
  away?: ReactNode
}

/** A baby with the mother: age, legal status, supervision inside and outside, and when it is reviewed. */
export function PairCard({ pair, stayId, acts, away }: PairCardProps) {
  const corrected = pair.baby.correctedAgeText
  // The name needs its line: the age goes to the next where it is long, or a button stands beside the name.
  const ageApart = corrected !== undefined || Boolean(acts)
  const nightDiffers = pair.night.level !== pair.inside.level
  return (
    <section
      className={`board-pair${pair.episode ? ' board-pair--episode' : ''}`}
      aria-label={`Baby ${pair.baby.name}`}
    >
      <p className="board-pair__baby">
        <span className="board-pair__word">Baby</span>{' '}
        <strong className="board-pair__name" title={`${pair.baby.name}: open the care log`}>
          <CareName stayId={stayId} pairId={pair.pairId}>
            <Shown>{pair.baby.name}</Shown>
          </CareName>
        </strong>{' '}
        {!ageApart && <span className="board-pair__age">{pair.baby.ageText}</span>}
        {acts}
      </p>
      {pair.episode && <EpisodeOnCard episode={pair.episode} />}
      {away}
      <Tags>
        {ageApart && (
          <span className="board-pair__age">
            {pair.baby.ageText}
            {corrected && ` (corrected ${corrected})`}
          </span>
        )}
        {pair.legal.length === 0 && <Tag tone="warning">Legal status not recorded</Tag>}
        {pair.legal.map(({ label, until, soon }) => (
          <Tag key={label} tone={soon ? 'warning' : 'legal'}>
            {label}
            {soon ? ` ${soon}` : until && ` to ${formatDate(until)}`}
          </Tag>
        ))}
        {pair.authorityRequirement && (
          <span title={pair.authorityRequirement}>
            <Tag tone="legal">Limit by court or authority</Tag>
          </span>
        )}
      </Tags>
      <div className="board-pair__levels">
        <LevelBox where="Inside" level={pair.inside} />
        <LevelBox where="Outside" level={pair.outside} />
      </div>
      <p className="board-pair__why">
        <NextReview pair={pair} /> <span>{fallbackText(pair)}</span>
        {pair.duties.late > 0 ? (
          <strong>{` ${dutiesText(pair.duties)}`}</strong>
        ) : (
          pair.duties.open > 0 && ` ${dutiesText(pair.duties)}`
        )}
        {nightDiffers && <strong> Night: {pair.night.levelName}</strong>}
      </p>
    </section>
  )
}

/** The review that is due first: by its date, or because something happened. */
function NextReview({ pair: { reviewDueAt, eventReview } }: { pair: CardPair }) {
  if (eventReview && (!reviewDueAt || eventReview.dueAt < reviewDueAt))
    return <Countdown what="Review after an event" due={eventReview.dueAt} soonMinutes={240} />
  return reviewDueAt && <Countdown what="Review" due={reviewDueAt} soonMinutes={240} />
}

/** How many loops with other agencies are open: "Duties 8, 2 late". */
const dutiesText = ({ open, late }: CardPair['duties']) =>
  `Duties ${open}${late > 0 ? `, ${late} LATE` : ''}`

/** Why the safest level is shown instead of a decided one, and for which side. */
function fallbackText({ inside, outside }: CardPair): string {
  if (inside.fallback !== undefined && inside.fallback === outside.fallback)
    return inside.fallback.charAt(0).toUpperCase() + inside.fallback.slice(1)
  return [
    inside.fallback && `Inside ${inside.fallback}`,
    outside.fallback && `Outside ${outside.fallback}`,
  ]
    .filter(Boolean)
    .join('. ')
}
