import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { formatDateTime } from '#domain/shared/calendar.ts'
import { Shown } from '../../ui/shown.tsx'
import { Tag } from '../../ui/tag.tsx'
import { bedTitle } from '../people/bed-title.ts'
import { AwayOnCard, awayTogether } from './away-on-card.tsx'
import type { BoardBed, PromisedBed } from './board-view.ts'
import { ConcernLink } from './episode-on-card.tsx'
import { PairCard } from './pair-card.tsx'

interface BedCardProps {
  bed: BoardBed
  /** The bed's name as the way to the stay. */
  heading: ReactNode
  /** What can be done with an empty bed. */
  emptyAction?: ReactNode
  /** The way to a bed, for those who have none yet. */
  withoutBed?: ReactNode
}

/** Nobody is in it, and it is somebody's: it does not look free. */
function Promised({ promised: { referralId, name, from } }: { promised: PromisedBed }) {
  return (
    <p className="board-card__empty">
      <Tag tone="info">Promised</Tag> to{' '}
      <Link to="/referrals/$referralId" params={{ referralId }}>
        <Shown>{name}</Shown>
      </Link>
      {from ? ` from ${formatDateTime(from)}` : ', time not agreed'}
    </p>
  )
}

/** One bed: the babies first, then the mother. */
export function BedCard({ bed, heading, emptyAction, withoutBed }: BedCardProps) {
  if (!bed.stay) {
    return (
      <article className="board-card board-card--empty" aria-label={bedTitle(bed.bedName)}>
        <h2 className="board-card__bed">{heading}</h2>
        {bed.promised ? (
          <Promised promised={bed.promised} />
        ) : (
          <p className="board-card__empty">Empty</p>
        )}
        {emptyAction}
      </article>
    )
  }
  const { stayId, mother, day, unread, observationWrong } = bed.stay
  const only = bed.pairs.length === 1 ? bed.pairs[0] : undefined
  const together = awayTogether(bed.pairs)
  return (
    <article
      className={`board-card${bed.pairs.length > 1 ? ' board-card--several' : ''}`}
      aria-label={bedTitle(bed.bedName)}
    >
      <header className="board-card__top">
        <h2 className="board-card__bed">{heading}</h2>
        {withoutBed}
        {unread > 0 && <Tag tone="warning">unread {unread}</Tag>}
        <span className="board-card__day">Day {day}</span>
        {only && <ConcernLink pair={only} stayId={stayId} />}
      </header>
      <div className="board-card__pairs">
        {together && (
          <AwayOnCard
            away={together}
            stayId={stayId}
            who={bed.pairs.length === 2 ? 'Both babies' : 'All babies'}
          />
        )}
        {bed.pairs.map((pair) => (
          <PairCard
            key={pair.pairId}
            pair={pair}
            stayId={stayId}
            acts={only ? null : <ConcernLink pair={pair} stayId={stayId} />}
            away={pair.away && !together && <AwayOnCard away={pair.away} stayId={stayId} />}
          />
        ))}
        {bed.pairs.length === 0 && <p className="board-card__nobaby">No baby on the unit</p>}
      </div>
      <p className="board-card__mother">
        <span className="board-pair__word">Mother</span>{' '}
        <span className="board-card__mothername" title={mother.name}>
          <Shown>{mother.name}</Shown>
        </span>{' '}
        {mother.status ? (
          <Tag>{mother.status}</Tag>
        ) : (
          <Tag tone="warning">Mental Health Act status not recorded</Tag>
        )}
        {bed.stay.away && !bed.pairs.some(({ away }) => away) && (
          <AwayOnCard away={bed.stay.away} stayId={stayId} />
        )}
        {observationWrong && <Tag tone="late">{observationWrong}</Tag>}
        {mother.observation && (
          <span className="board-card__observation" title={mother.observation}>
            {mother.observation}
          </span>
        )}
      </p>
    </article>
  )
}
