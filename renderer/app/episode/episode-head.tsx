import { useEffect, useRef } from 'react'
import { formatDateTime } from '#domain/shared/calendar.ts'
import { basisLabels } from '#domain/shared/provenance.ts'
import { Limit } from '../../features/unwell-baby/limit.tsx'
import { RunningClock } from '../../features/unwell-baby/running-clock.tsx'
import type { EpisodeView } from '../../features/unwell-baby/view.ts'
import { Shown } from '../../ui/shown.tsx'
import { Tag } from '../../ui/tag.tsx'
import { bedTitle } from '../people/bed-title.ts'

interface EpisodeHeadProps {
  view: EpisodeView
  /** A form is open: the next step stays in sight in this line. */
  entering: boolean
}

/** Which baby, and the clock: always in view. */
export function EpisodeHead({ view, entering }: EpisodeHeadProps) {
  const { baby, mother, bedName, concern, clock, next } = view
  const due = next?.shownDueAt
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  return (
    <header className="episode-head">
      <div className="episode-head__who">
        <h1 ref={heading} tabIndex={-1}>
          <Shown>{baby.name}</Shown>
          {baby.age && `, ${baby.age}`}
          {baby.correctedAge && ` (corrected ${baby.correctedAge})`}
        </h1>
        <p>
          {baby.born.charAt(0).toUpperCase() + baby.born.slice(1)}. Mother{' '}
          <Shown>{mother.name}</Shown>
          {mother.away && (
            <>
              {' '}
              <Tag tone="warning">{mother.away}</Tag>
            </>
          )}
          . {bedTitle(bedName)}
        </p>
        {baby.everyRow && <p>{baby.everyRow}.</p>}
        {entering && next && (
          <p>
            <strong>NOW: {next.text}</strong> {due && <Limit due={due} />}
          </p>
        )}
      </div>
      <div className="episode-head__clock">
        <p>
          {clock.running ? 'EPISODE' : 'Episode, clock stopped'}
          <strong className="episode-head__elapsed">
            <RunningClock
              startedAt={clock.startedAt}
              stoppedAt={clock.stoppedAt}
              atLeastMs={clock.elapsedMs}
            />
          </strong>
          since recognised {formatDateTime(concern.recognisedFirst)},{' '}
          {basisLabels[concern.basis.kind].toLowerCase()}
        </p>
      </div>
    </header>
  )
}
