import { epochMs, formatDateTime } from '#domain/shared/calendar.ts'
import type { Instant } from '#domain/shared/time.ts'
import { lengthText } from './duration.ts'
import { useTicking } from './service-clock.tsx'

interface CountdownProps {
  due: Instant
  /** What is due, as it reads before the time: "review". */
  what?: string
  /** From this many minutes before, it is shown as soon. */
  soonMinutes?: number
}

/** The time left until something is due. Says LATE in words when it is, and by how much. */
export function Countdown({ due, what, soonMinutes = 60 }: CountdownProps) {
  const now = useTicking(1000)
  const left = epochMs(due) - epochMs(now)
  const before = what ? `${what} ` : ''
  const soon = left <= soonMinutes * 60_000
  return (
    <span
      className={`app-clock${left < 0 ? ' app-clock--late' : soon ? ' app-clock--soon' : ''}`}
      title={`Due ${formatDateTime(due)}`}
    >
      {left < 0
        ? `${before}${lengthText(-left)} LATE`
        : left < 60_000
          ? `${before}due now`
          : `${before}in ${lengthText(left)}`}
    </span>
  )
}
