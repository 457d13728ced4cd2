import { Link } from '@tanstack/react-router'
import { Limit } from '../../features/unwell-baby/limit.tsx'
import { RunningClock } from '../../features/unwell-baby/running-clock.tsx'
import { Shown } from '../../ui/shown.tsx'
import { bedTitle } from '../people/bed-title.ts'
import type { BoardBed } from './board-view.ts'

/** Every clock that runs, above everything else: its card may be below what the screen shows. */
export function RunningStrip({ beds }: { beds: readonly BoardBed[] }) {
  const running = beds.flatMap(({ bedName, pairs }) =>
    pairs.flatMap(({ baby, episode }) => (episode ? [{ bedName, baby, episode }] : [])),
  )
  if (running.length === 0) return null
  return (
    <section className="board-running" aria-label="Running episodes">
      {running.map(({ bedName, baby, episode }) => (
        <Link
          key={episode.episodeId}
          to="/episodes/$episodeId"
          params={{ episodeId: episode.episodeId }}
        >
          <strong>{bedTitle(bedName)}</strong> <Shown>{baby.name}</Shown>{' '}
          <RunningClock startedAt={episode.recognisedAt} />{' '}
          <strong className="board-running__next">{episode.nextStep}</strong>{' '}
          {episode.dueAt && <Limit due={episode.dueAt} short />}
        </Link>
      ))}
    </section>
  )
}
