import { epochMs, formatDateTime } from '#domain/shared/calendar.ts'
import type { Instant } from '#domain/shared/time.ts'
import { clockText } from './duration.ts'
import { useTicking } from './service-clock.tsx'

/** The time that has run since something began, by the second: what is missing has no limit left to count down. */
export function Since({ at }: { at: Instant }) {
  const now = useTicking(1000)
  return (
    <span className="app-clock app-clock--late" title={`Since ${formatDateTime(at)}`}>
      {clockText(Math.max(0, epochMs(now) - epochMs(at)))}
    </span>
  )
}
