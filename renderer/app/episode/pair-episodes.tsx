import { Link } from '@tanstack/react-router'
import { formatDateTime } from '#domain/shared/calendar.ts'
import { read, useRead } from '../../api.ts'
import { Limit } from '../../features/unwell-baby/limit.tsx'
import { RunningClock } from '../../features/unwell-baby/running-clock.tsx'
import { Banner } from '../../ui/banner.tsx'
import { fullName } from '../people/full-name.ts'
import { useMay } from '../session/me.ts'
import type { PairView } from '../stay/stay-view.ts'

/** The first of two clicks, on the page of the stay. */
export function ConcernButton({ stayId, pair }: { stayId: string; pair: PairView }) {
  return (
    <Link
      to="/stays/$stayId/concern/$pairId"
      params={{ stayId, pairId: pair.id }}
      className="nhsuk-button nhsuk-button--warning nhsuk-button--small"
    >
      Baby concern <span className="app-hidden">about {fullName(pair.baby)}</span>
    </Link>
  )
}

/** Episodes of one baby: the running ones with their clock first, then those that ended. */
export function PairEpisodes({ pairId }: { pairId: string }) {
  return useMay('episode:read') ? <Episodes pairId={pairId} /> : null
}

function Episodes({ pairId }: { pairId: string }) {
  const running = useRead(read.unwellBaby.running.queryOptions(undefined))
  const past = useRead(read.unwellBaby.past.queryOptions({ pairId }))
  const open =
    running.state === 'ready'
      ? running.value.episodes.filter((episode) => episode.pairId === pairId)
      : []
  const ended = past.state === 'ready' ? past.value.episodes : []
  return (
    <>
      {open.map(({ episodeId, recognisedAt, state, nextStep, dueAt }) => (
        <Banner
          key={episodeId}
          title={state === 'away' ? 'Away in hospital' : 'Unwell: an episode is running'}
          tone="danger"
        >
          <p>
            <Link to="/episodes/$episodeId" params={{ episodeId }}>
              Open the episode
            </Link>{' '}
            {state === 'running' && <RunningClock startedAt={recognisedAt} />}. Next: {nextStep}{' '}
            {dueAt && <Limit due={dueAt} />}
          </p>
        </Banner>
      ))}
      {ended.length > 0 && (
        <details className="nhsuk-details">
          <summary className="nhsuk-details__summary">
            <span className="nhsuk-details__summary-text">Earlier episodes: {ended.length}</span>
          </summary>
          <ul className="nhsuk-details__text">
            {ended.map(({ episodeId, recognisedAt, band, outcomeLabel }) => (
              <li key={episodeId}>
                <Link to="/episodes/$episodeId" params={{ episodeId }}>
                  {formatDateTime(recognisedAt)}
                </Link>
                : {band}. {outcomeLabel}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
