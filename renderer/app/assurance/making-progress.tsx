import { useEffect, useState } from 'react'
import { act, read, useRead } from '../../api.ts'
import { Button } from '../../ui/button.tsx'

const askAgainMs = 400
/** What takes no longer than this shows nothing: a bar that flashes tells nobody anything. */
const shownAfterMs = 1000

/**
 * While something is being made for this window: how far it is, and the way to stop it. Stands beside the
 * button that began it, as long as that waits.
 */
export function MakingProgress({ busy }: { busy: boolean }) {
  const [long, setLong] = useState(false)
  useEffect(() => {
    if (!busy) return setLong(false)
    const timer = setTimeout(() => setLong(true), shownAfterMs)
    return () => clearTimeout(timer)
  }, [busy])
  return busy && long ? <Shown /> : null
}

function Shown() {
  const making = useRead({
    ...read.assurance.making.queryOptions(undefined),
    refetchInterval: askAgainMs,
  })
  const [stopping, stop] = useState(false)
  const now = making.state === 'ready' ? making.value : null
  if (!now) return null
  const { what, done, of } = now
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
          void act.assurance.stopMaking.mutate(undefined)
        }}
      >
        {stopping ? 'Stopping' : 'Stop'}
      </Button>
    </div>
  )
}
