import { useEffect, useState } from 'react'
import { act, read, useRead } from '../../api.ts'
import { Button } from '../../ui/button.tsx'

const askAgainMs = 400
/** What takes no longer than this shows nothing: a bar that flashes tells nobody anything. */
const shownAfterMs = 1000

interface MakingProgressProps {
  busy: boolean
  /** Nobody is signed in yet. */
  firstRun?: boolean
}

/**
 * While something is being made for this window: how far it is, and the way to stop it. Stands beside the
 * button that began it, as long as that waits.
 */
export function MakingProgress({ busy, firstRun = false }: MakingProgressProps) {
  const [long, setLong] = useState(false)
  useEffect(() => {
    if (!busy) return setLong(false)
    const timer = setTimeout(() => setLong(true), shownAfterMs)
    return () => clearTimeout(timer)
  }, [busy])
  return busy && long ? firstRun ? <AtFirstRun /> : <InSession /> : null
}

function InSession() {
  const making = useRead({
    ...read.assurance.making.queryOptions(undefined),
    refetchInterval: askAgainMs,
  })
  return making.state === 'ready' && making.value ? (
    <Bar now={making.value} onStop={() => void act.assurance.stopMaking.mutate(undefined)} />
  ) : null
}

function AtFirstRun() {
  const making = useRead({
    ...read.setup.making.queryOptions(undefined),
    refetchInterval: askAgainMs,
  })
  return making.state === 'ready' && making.value ? (
    <Bar now={making.value} onStop={() => void act.setup.stopMaking.mutate(undefined)} />
  ) : null
}

interface BarProps {
  now: { what: string; done: number; of: number }
  onStop: () => void
}

function Bar({ now: { what, done, of }, onStop }: BarProps) {
  const [stopping, stop] = useState(false)
  return (
    <div className="app-making" role="status">
      <progress
        aria-label={`${what} is being made`}
        {...(of > 0 ? { value: done, max: of } : {})}
      />
      <span>
        {what} is being made{of > 0 ? `: ${done} of ${of} parts` : ''}
      </span>
      <Button
        kind="quiet"
        small
        disabled={stopping}
        onClick={() => {
          stop(true)
          onStop()
        }}
      >
        {stopping ? 'Stopping' : 'Stop'}
      </Button>
    </div>
  )
}
