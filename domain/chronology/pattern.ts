import { daysBetween } from '../shared/calendar.ts'
import type { CivilDate } from '../shared/time.ts'
import type { HealthContact } from './contact.ts'

/**
 * The pattern of health-service use as counts of what is on record (Child Z, Finding Three). It counts and
 * says so; there is no score, no threshold and no verdict: what it means is for a named professional.
 */

/** The facts of the record that stand beside an alerting sign. */
export const contactFacts = ['unseen', 'spread', 'own-use'] as const
export type ContactFact = (typeof contactFacts)[number]

export interface ProviderRow {
  provider: string
  place: string
  personId: string
  contacts: readonly HealthContact[]
}

export interface Pattern {
  contacts: number
  providers: number
  places: number
  /** What was reported and nobody of the service saw; and where that is not known. */
  unseen: number
  seenNotKnown: number
  /** Contacts whose patient was the mother. */
  own: number
  undated: number
  /** Days with contacts with more than one provider. */
  severalOnOneDay: CivilDate[]
  /** The most contacts in any window of `windowDays` days, with its providers and places. */
  busiest: { from: CivilDate; contacts: number; providers: number; places: number } | null
  rows: ProviderRow[]
}

const distinct = <T>(list: readonly T[]) => new Set(list).size
const providerOf = ({ provider, place }: HealthContact) => `${provider}\n${place}`
const firstDay = ({ happened }: HealthContact) => happened.on ?? ''

/** The pattern of these contacts. A contact known by month or year counts on its first possible day. */
export function patternOf(
  contacts: readonly HealthContact[],
  motherId: string,
  windowDays: number,
): Pattern {
  const dated = contacts
    .filter(({ happened }) => happened.on !== null)
    .sort((a, b) => (firstDay(a) < firstDay(b) ? -1 : 1))
  return {
    contacts: contacts.length,
    providers: distinct(contacts.map(providerOf)),
    places: distinct(contacts.map(({ place }) => place)),
    unseen: contacts.filter(({ seen }) => seen === 'no').length,
    seenNotKnown: contacts.filter(({ seen }) => seen === 'not-known').length,
    own: contacts.filter(({ personId }) => personId === motherId).length,
    undated: contacts.length - dated.length,
    severalOnOneDay: daysWithSeveral(dated),
    busiest: busiestOf(dated, windowDays),
    rows: rowsOf(contacts),
  }
}

function daysWithSeveral(dated: readonly HealthContact[]): CivilDate[] {
  const exact = dated.filter(({ happened }) => happened.precision === 'day')
  return [...Map.groupBy(exact, firstDay)]
    .filter(([, those]) => distinct(those.map(providerOf)) > 1)
    .map(([day]) => day)
}

function busiestOf(dated: readonly HealthContact[], windowDays: number): Pattern['busiest'] {
  let best: Pattern['busiest'] = null
  for (const [i, first] of dated.entries()) {
    const from = firstDay(first)
    const within = dated.slice(i).filter((one) => daysBetween(from, firstDay(one)) < windowDays)
    if (best === null || within.length > best.contacts)
      best = {
        from,
        contacts: within.length,
        providers: distinct(within.map(providerOf)),
        places: distinct(within.map(({ place }) => place)),
      }
  }
  return best
}

const rowsOf = (contacts: readonly HealthContact[]): ProviderRow[] =>
  [...Map.groupBy(contacts, (one) => `${one.personId}\n${providerOf(one)}`).values()]
    .flatMap((those): ProviderRow[] => {
      const [first] = those
      if (!first) return []
      const { provider, place, personId } = first
      return [{ provider, place, personId, contacts: those }]
    })
    .sort((a, b) => b.contacts.length - a.contacts.length)

const counted = (n: number, one: string, many = `${one}s`) => `${n} ${n === 1 ? one : many}`

/** The fact of the record that stands beside a sign, in words; it counts, and says nothing of what it means. */
export function factText(fact: ContactFact, pattern: Pattern, windowDays: number): string {
  switch (fact) {
    case 'unseen':
      return `On record: of ${counted(pattern.contacts, 'contact')}, ${pattern.unseen} where nobody there saw what was reported; ${pattern.seenNotKnown} where that is not known`
    case 'own-use':
      return `On record: ${counted(pattern.own, 'contact')} of the mother for herself`
    case 'spread':
      return pattern.busiest === null
        ? 'On record: no contact with a date'
        : `On record: at most ${counted(pattern.busiest.contacts, 'contact')} with ${counted(pattern.busiest.providers, 'provider')} in ${counted(pattern.busiest.places, 'place')} within ${windowDays} days; ${counted(pattern.severalOnOneDay.length, 'day')} with more than one provider`
  }
}
