import { daysOld } from '../shared/age.ts'
import { dateOf, formatDateTime } from '../shared/calendar.ts'
import type { CivilDate } from '../shared/time.ts'
import { type CareEntry, figure } from './entry.ts'

/** Why an entry offers *Baby concern*: the app offers, a person decides. */
export interface Worry {
  text: string
  source: string
}

interface Known {
  bornOn: CivilDate | null
  /** Earlier weights, in grams. */
  weights: readonly Pick<CareEntry, 'happenedAt' | 'amount'>[]
}

type Rule = (entry: CareEntry, known: Known) => Worry | null

/** Each rule with its source. */
const rules: readonly Rule[] = [
  ({ kind, amount }) =>
    kind === 'temperature' && amount !== null && amount >= 38
      ? {
          text: `Temperature ${figure(amount)} °C: 38 °C or more is a fever`,
          source: 'NICE NG143, fever in under 5s',
        }
      : null,
  ({ kind, amount }) =>
    kind === 'temperature' && amount !== null && amount < 36
      ? {
          text: `Temperature ${figure(amount)} °C: below 36 °C`,
          source: 'NICE NG254, suspected sepsis in under 16s',
        }
      : null,
  ({ kind, amount, happenedAt }, { weights }) => {
    if (kind !== 'weight' || amount === null) return null
    const before = heaviestBefore(weights, happenedAt)
    if (!before || amount >= before.amount * (1 - lossFrom)) return null
    const loss = Math.round((1 - amount / before.amount) * 100)
    return {
      text: `Weight ${figure(amount)} g is ${loss} % less than ${figure(before.amount)} g on ${formatDateTime(before.happenedAt)}`,
      source: 'NICE NG75, faltering growth: loss of more than 10 % in the early days of life',
    }
  },
  ({ kind, way, happenedAt }, { bornOn }) =>
    kind === 'feed' &&
    way === 'refused' &&
    bornOn !== null &&
    daysOld(bornOn, dateOf(happenedAt)) < 28
      ? {
          text: 'A baby under 28 days who will not feed goes to the emergency department, whatever the score',
          source: 'Product decision 25',
        }
      : null,
]

/** NICE NG75, 1.1: more than a tenth. */
const lossFrom = 0.1

function heaviestBefore(weights: Known['weights'], at: string) {
  return weights
    .flatMap(({ amount, happenedAt }) =>
      amount !== null && happenedAt < at ? [{ amount, happenedAt }] : [],
    )
    .sort((a, b) => b.amount - a.amount)[0]
}

/** Why this entry should make somebody look at the baby; empty where nothing does. */
export const worriesOf = (entry: CareEntry, known: Known): Worry[] =>
  rules.flatMap((rule) => rule(entry, known) ?? [])
