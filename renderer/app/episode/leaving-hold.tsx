import { Link } from '@tanstack/react-router'
import { read, useRead } from '../../api.ts'
import { Banner } from '../../ui/banner.tsx'
import { Shown } from '../../ui/shown.tsx'
import { useMay } from '../session/me.ts'

/** Before anybody is recorded as gone: the concerns whose clock still runs, and the way to end them. */
export function LeavingHold({ pairIds }: { pairIds: readonly string[] }) {
  return useMay('episode:read') ? <Running pairIds={pairIds} /> : null
}

function Running({ pairIds }: { pairIds: readonly string[] }) {
  const running = useRead(read.unwellBaby.running.queryOptions(undefined))
  if (running.state !== 'ready') return null
  return running.value.episodes
    .filter(({ pairId, state }) => state === 'running' && pairIds.includes(pairId))
    .map(({ episodeId, baby, nextStep }) => (
      <Banner key={episodeId} title={`A concern about ${baby} is open`} tone="danger" urgent>
        <p>
          Now: <Shown>{nextStep}</Shown>. The end is held until the episode has an outcome;
          transferred and admitted are outcomes too.{' '}
          <Link to="/episodes/$episodeId" params={{ episodeId }}>
            Open the episode
          </Link>
        </p>
      </Banner>
    ))
}
