import { Link } from '@tanstack/react-router'
import { Limit } from '../../features/unwell-baby/limit.tsx'
import { RunningClock } from '../../features/unwell-baby/running-clock.tsx'
import { useMay } from '../session/me.ts'
import type { CardEpisode, CardPair } from './board-view.ts'

/** A running episode: its clock and the one next step, the largest words on the card, and the way there. */
export function EpisodeOnCard({ episode }: { episode: CardEpisode }) {
  return (
    <Link
      to="/episodes/$episodeId"
      params={{ episodeId: episode.episodeId }}
      className="board-episode"
    >
      <span className="board-episode__clock">
        <span>
          EPISODE <RunningClock startedAt={episode.recognisedAt} />
        </span>
        {episode.dueAt && <Limit due={episode.dueAt} short />}
      </span>
      <strong className="board-episode__next">{episode.nextStep}</strong>
    </Link>
  )
}

/** The first of two clicks. */
export function ConcernLink({ pair, stayId }: { pair: CardPair; stayId: string }) {
  const mayRaise = useMay('episode:raise')
  if (!mayRaise) return null
  return (
    <Link
      to="/stays/$stayId/concern/$pairId"
      params={{ stayId, pairId: pair.pairId }}
      className="board-concern"
    >
      Baby concern <span className="app-hidden">about {pair.baby.name}</span>
    </Link>
  )
}
