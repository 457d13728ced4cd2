import { epochMs } from '#domain/shared/calendar.ts'
import type { Instant } from '#domain/shared/time.ts'
import type { Outputs } from '../../api.ts'

type Item = Outputs['session']['lockScreen']['items'][number]

export interface Pattern {
  pulses: number
  hertz: number
  /** It is sounded again after this long, in milliseconds, until it is answered. */
  everyMs: number
}

/** How each alarm sounds: 999 is faster, higher and comes sooner again. */
export const patterns = {
  'at-once': { pulses: 5, hertz: 880, everyMs: 10_000 },
  late: { pulses: 3, hertz: 660, everyMs: 30_000 },
} as const satisfies Record<string, Pattern>

export type Heard = keyof typeof patterns

/** What is to be heard now: 999 before a limit that has run out; null for silence. */
export function heardNow(
  items: readonly Pick<Item, 'alarm' | 'dueAt'>[],
  now: Instant,
): Heard | null {
  if (items.some(({ alarm }) => alarm === 'at-once')) return 'at-once'
  const late = items.some(
    ({ alarm, dueAt }) => alarm === 'when-late' && dueAt && epochMs(dueAt) <= epochMs(now),
  )
  return late ? 'late' : null
}
