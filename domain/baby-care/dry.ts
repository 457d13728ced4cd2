import { addHours, formatDateTime, laterOf } from '../shared/calendar.ts'
import type { Instant } from '../shared/time.ts'
import type { CareEntry } from './entry.ts'
import { isWetNappy } from './kinds.ts'
import type { Worry } from './worries.ts'

/** A baby without a wet nappy for about 12 hours is seen the same day (domain row 3.6, from memory). */
const dryHours = 12

/** A log without an entry for a day is not kept for this baby: its silence says nothing. Default of this product. */
const keptHours = 24

/**
 * What the log's silence about wet nappies offers, `now`; null where nothing. It counts from the last wet nappy
 * that is written down, or from `since`, when the baby came. `entries` hold at least the last 24 hours.
 */
export function dryWorry(
  entries: readonly Pick<CareEntry, 'kind' | 'way' | 'happenedAt'>[],
  since: Instant,
  now: Instant,
): Worry | null {
  const known = entries.filter(({ happenedAt }) => happenedAt <= now)
  const kept = known.some(({ happenedAt }) => happenedAt > addHours(now, -keptHours))
  const wet = known.filter(isWetNappy).map(({ happenedAt }) => happenedAt)
  const last = wet.reduce<Instant | null>((a, b) => (a === null ? b : laterOf(a, b)), null)
  if (!kept || addHours(last ?? since, dryHours) > now) return null
  const when = last
    ? `the last at ${formatDateTime(last)}`
    : `none since the baby came, or in the last ${keptHours} hours`
  return {
    text: `No wet nappy written down for ${dryHours} hours or more: ${when}. Look at the baby. If there was one, write it down; if there was none, raise a concern`,
    source:
      'Seen the same day, a default of this product; less urine is amber in NICE NG143, fever in under 5s',
  }
}
