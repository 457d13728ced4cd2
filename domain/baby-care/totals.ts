import { formatTime } from '../shared/calendar.ts'
import { type CareEntry, entryText, figure } from './entry.ts'
import { type CareKind, careKindLabels, careKinds, waysOf } from './kinds.ts'

/** One line of a day: a kind, and what there was of it in words. */
export interface TotalLine {
  kind: CareKind
  label: string
  text: string
}

/**
 * What one day held, in words, a line for each kind; a kind that nobody wrote down says so, and what the mother
 * reported is counted apart.
 */
export const totalsOf = (entries: readonly CareEntry[]): TotalLine[] =>
  careKinds.map((kind) => {
    const own = entries
      .filter((entry) => entry.kind === kind)
      .sort((a, b) => (a.happenedAt < b.happenedAt ? -1 : 1))
    const told = own.filter(({ source }) => source === 'mother').length
    const apart = told === 0 ? '' : ` (${told} of ${own.length} reported by the mother)`
    return { kind, label: careKindLabels[kind], text: `${textOf(kind, own)}${apart}` }
  })

function textOf(kind: CareKind, entries: readonly CareEntry[]): string {
  const last = entries.at(-1)
  if (!last) return 'Nothing written down'
  switch (kind) {
    case 'feed':
    case 'nappy':
    case 'safe-sleep':
      return `${entries.length}: ${byWay(kind, entries)}. Last ${formatTime(last.happenedAt)}`
    case 'sleep':
      return `${hours(sum(entries))} in ${entries.length}. Last woke ${formatTime(last.happenedAt)}`
    case 'temperature':
    case 'weight':
      return entries.map((one) => `${entryText(one)} at ${formatTime(one.happenedAt)}`).join(', ')
    case 'medicine':
      return entries.map((one) => `${entryText(one)} at ${formatTime(one.happenedAt)}`).join('; ')
  }
}

/** "bottle, formula 3, 320 ml; breast 2, 25 minutes and 1 not timed". */
function byWay(kind: CareKind, entries: readonly CareEntry[]): string {
  return waysOf(kind)
    .flatMap(([way, rule]) => {
      const own = entries.filter((entry) => entry.way === way)
      if (own.length === 0) return []
      const short = kind === 'safe-sleep' ? (safeWords[way] ?? way) : rule.label.toLowerCase()
      const known = own.filter(({ amount }) => amount !== null)
      const missing = own.length - known.length
      const amount =
        rule.amount && known.length > 0
          ? `, ${figure(sum(known))} ${rule.amount.unit}${missing > 0 ? ` and ${missing} not measured` : ''}`
          : ''
      return [`${short} ${own.length}${amount}`]
    })
    .join('; ')
}

const safeWords: Record<string, string> = { safe: 'safe', 'put-right': 'put right' }

const sum = (entries: readonly CareEntry[]): number =>
  entries.reduce((total, { amount }) => total + (amount ?? 0), 0)

function hours(minutes: number): string {
  const whole = Math.floor(minutes / 60)
  const rest = minutes % 60
  return [whole > 0 && `${whole} h`, (rest > 0 || whole === 0) && `${rest} min`]
    .filter(Boolean)
    .join(' ')
}
