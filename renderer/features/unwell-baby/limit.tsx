import { epochMs, formatDateTime, formatTime } from '#domain/shared/calendar.ts'
import type { Instant } from '#domain/shared/time.ts'
import { lengthText } from '../../ui/duration.ts'
import { useTicking } from '../../ui/service-clock.tsx'

/** By when, and what is left: under ten minutes by the second, because then seconds matter. */
export function Limit({ due, short = false }: { due: Instant; short?: boolean }) {
  const left = epochMs(due) - epochMs(useTicking(1000))
  const state = left < 0 ? ' app-clock--late' : left < 5 * 60_000 ? ' app-clock--soon' : ''
  return (
    <span className={`app-clock${state}`} title={`Limit ${formatDateTime(due)}`}>
      {!short && `limit ${formatTime(due)}: `}
      {left < 0 ? `${leftText(-left)} LATE` : `${leftText(left)} left`}
    </span>
  )
}

function leftText(ms: number): string {
  if (ms >= 10 * 60_000) return lengthText(ms)
  const seconds = Math.floor(ms / 1000)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
