import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from 'react'
import { instantOf } from '#domain/shared/calendar.ts'
import type { Instant } from '#domain/shared/time.ts'

/** What the service's clock is ahead of this screen's, in milliseconds. The screen has no clock of its own (architecture 6). */
const OffsetContext = createContext(0)

export function ServiceClock({ offsetMs, children }: { offsetMs: number; children: ReactNode }) {
  return <OffsetContext value={offsetMs}>{children}</OffsetContext>
}

/** A function that tells the service's time at the moment it is called. */
export function useServiceNow(): () => Instant {
  const offset = useContext(OffsetContext)
  return useCallback(() => instantOf(Date.now() + offset), [offset])
}

/** The service's time, renewed as often as asked; for what ticks on the screen. */
export function useTicking(everyMs: number): Instant {
  const now = useServiceNow()
  const [ticked, setTicked] = useState(() => ({ by: now, at: now() }))
  useEffect(() => {
    const timer = setInterval(() => setTicked({ by: now, at: now() }), everyMs)
    return () => clearInterval(timer)
  }, [now, everyMs])
  // A clock that was just put right counts from this very picture on: an alarm must not sound by the old one.
  return ticked.by === now ? ticked.at : now()
}
