import { addHours, formatDateTime, formatTime } from '../shared/calendar.ts'
import { lowerFirst } from '../shared/text.ts'
import type { Instant } from '../shared/time.ts'
import { type CareEntry, entryText, figure } from './entry.ts'
import { careSourceLabels, isWetNappy } from './kinds.ts'

/** How far back the log is told to whoever takes the baby over. Default of this product. */
export const briefHours = 24

/**
 * The log in a few lines for whoever takes the baby over: the last feed and wet nappy, medicines, temperature
 * and weight, each with its time and who saw it. What nobody wrote down is said so: silence is not "none".
 * `entries` may hold more than the last day; `weights` are all that are known.
 */
export function careInBrief(
  entries: readonly CareEntry[],
  weights: readonly CareEntry[],
  now: Instant,
): string[] {
  const from = addHours(now, -briefHours)
  const lately = entries
    .filter(({ happenedAt }) => happenedAt > from && happenedAt <= now)
    .sort((a, b) => (a.happenedAt < b.happenedAt ? -1 : 1))
  return [
    feeds(lately),
    last('wet nappy', lately.filter(isWetNappy), false),
    last(
      'temperature in the care log',
      lately.filter(({ kind }) => kind === 'temperature'),
    ),
    medicines(lately),
    weight(weights.filter(({ happenedAt }) => happenedAt <= now)),
  ].flat()
}

const inTime = `in the last ${briefHours} hours`

/** "14:05, bottle, formula, 90 ml (reported by the mother)". */
const at = (entry: CareEntry, withText = true) =>
  `${formatTime(entry.happenedAt)}${withText ? `, ${lowerFirst(entryText(entry))}` : ''} (${lowerFirst(careSourceLabels[entry.source])})`

function feeds(lately: readonly CareEntry[]): string {
  const offered = lately.filter(({ kind }) => kind === 'feed')
  const taken = offered.filter(({ way }) => way !== 'refused')
  const refused = offered.length - taken.length
  const newest = taken.at(-1)
  const not = refused > 0 ? `; ${refused} offered and not taken` : ''
  if (!newest) return `No feed written down ${inTime}${not}`
  return `Last feed ${at(newest)}; ${taken.length} ${inTime}${not}`
}

function last(what: string, own: readonly CareEntry[], withText = true): string[] {
  const newest = own.at(-1)
  if (newest) return [`Last ${what} ${at(newest, withText)}`]
  return withText ? [] : [`No ${what} written down ${inTime}`]
}

function medicines(lately: readonly CareEntry[]): string {
  const given = lately.filter(({ kind }) => kind === 'medicine')
  return given.length === 0
    ? `No medicine written down ${inTime}`
    : `Medicines: ${given.map((one) => at(one)).join('; ')}`
}

function weight(weights: readonly CareEntry[]): string {
  const known = weights.filter(({ amount }) => amount !== null)
  const newest = known.reduce<CareEntry | undefined>(
    (found, one) => (found && found.happenedAt > one.happenedAt ? found : one),
    undefined,
  )
  return newest
    ? `Last weight ${figure(newest.amount ?? 0)} g, ${formatDateTime(newest.happenedAt)} (${lowerFirst(careSourceLabels[newest.source])})`
    : 'No weight written down'
}
