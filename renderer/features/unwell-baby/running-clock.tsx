import { useRef } from 'react'
import { epochMs } from '#domain/shared/calendar.ts'
import type { Instant } from '#domain/shared/time.ts'
import { clockText } from '../../ui/duration.ts'
import { useTicking } from '../../ui/service-clock.tsx'

interface RunningClockProps {
  startedAt: Instant
  /** Null while it runs: only an outcome stops it (decision 26). */
  stoppedAt?: Instant | null
  /** What was shown before, in milliseconds: it never shows less. */
  atLeastMs?: number
}

/** Time since the concern was recognised, by the second. It never goes back. */
export function RunningClock({ startedAt, stoppedAt = null, atLeastMs = 0 }: RunningClockProps) {
  const now = useTicking(1000)
  const shown = useRef(0)
  const elapsed = Math.max(epochMs(stoppedAt ?? now) - epochMs(startedAt), atLeastMs, 0)
  shown.current = stoppedAt ? elapsed : Math.max(elapsed, shown.current)
  return (
    <span className="app-number" role="timer">
      {clockText(shown.current)}
    </span>
  )
}
