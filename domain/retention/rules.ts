import type { CivilDate } from '../shared/time.ts'

/**
 * How long a record is kept. Source: domain.md 8.3, after the NHS England Records Management Code of Practice [F38]:
 * whichever is longest counts, and what mother and baby share is kept by the longer of the two [P].
 * The app removes nothing: at the end a record is due for appraisal by people.
 */
export const retentionRules = [
  { of: 'baby', what: 'Until the 25th birthday', from: 'birth', years: 25 },
  { of: 'baby', what: '25 years after maternity care', from: 'last-contact', years: 25 },
  // Who was referred and never came had no maternity care here.
  { of: 'referred-baby', what: 'Until the 25th birthday', from: 'birth', years: 25 },
  {
    of: 'mother',
    what: '20 years after the last contact (mental health)',
    from: 'last-contact',
    years: 20,
  },
  { of: 'dead-mother', what: '10 years after her death (mental health)', from: 'death', years: 10 },
  {
    of: 'other',
    what: '8 years after the last contact of the family',
    from: 'last-contact',
    years: 8,
  },
  {
    of: 'staff',
    what: '6 years after leaving; of clinical staff until the 75th birthday, which is not on record here',
    from: 'last-contact',
    years: 6,
  },
  { of: 'staff', what: '10 years after the last training', from: 'training', years: 10 },
] as const

export interface KeptPerson {
  kind: (typeof retentionRules)[number]['of']
  bornOn: CivilDate | null
  /**
   * The day on which the last stay of the family ended, or its last referral was closed, or a member of staff left;
   * null while it goes on.
   */
  lastContactOn: CivilDate | null
  diedOn?: CivilDate | null
  /** The last training of a member of staff. */
  trainedOn?: CivilDate | null
}

export interface KeepUntil {
  until: CivilDate
  /** The rule that keeps it longest. */
  because: string
}

/** The same day so many years on; 29 February becomes 1 March, so that nothing is kept a day too short. */
export function yearsOn(date: CivilDate, years: number): CivilDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const isLeap = (one: number) => (one % 4 === 0 && one % 100 !== 0) || one % 400 === 0
  const text = (...parts: [number, number, number]) =>
    parts.map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0')).join('-')
  if (month === 2 && day === 29 && !isLeap(year + years)) return text(year + years, 3, 1)
  return text(year + years, month, day)
}

/** Until when the record of one person is kept by themselves; null while somebody of the family is on the unit. */
export function keepUntil(person: KeptPerson): KeepUntil | null {
  const { lastContactOn } = person
  if (lastContactOn === null) return null
  const dates = retentionRules
    .filter(({ of }) => of === person.kind)
    .flatMap(({ what, from, years }) => {
      const start = startOf(person, from) ?? null
      return start === null ? [] : [{ until: yearsOn(start, years), because: what }]
    })
    .sort((a, b) => b.until.localeCompare(a.until))
  return dates[0] ?? null
}

/** Where no birth is known nobody was born after the last contact: then that counts. */
function startOf(person: KeptPerson, from: (typeof retentionRules)[number]['from']) {
  if (from === 'birth') return person.bornOn ?? person.lastContactOn
  if (from === 'death') return person.diedOn
  if (from === 'training') return person.trainedOn
  return person.lastContactOn
}

/** Of a family the longest counts for all of them. */
export function keepFamilyUntil(people: readonly KeptPerson[]): KeepUntil | null {
  const each = people.map(keepUntil)
  if (each.includes(null)) return null
  return each.flatMap((one) => one ?? []).sort((a, b) => b.until.localeCompare(a.until))[0] ?? null
}
