import { yearsOld } from '../shared/age.ts'
import { addDaysToDate, dateOf } from '../shared/calendar.ts'
import type { FieldMessage } from '../shared/failure.ts'
import { fromBirth, tooEarly } from '../shared/plausible.ts'
import type { CivilDate, Instant } from '../shared/time.ts'
import type { PersonKind } from './record.ts'

/** What is checked of a person before it is stored. */
export interface PersonFacts {
  kind: PersonKind
  bornOn: CivilDate | null
  /** How the date was estimated, or what is known of the age where there is no date; null where it is known. */
  bornOnEstimate?: string | null | undefined
  bornAt: Instant | null
  gestationDays: number | null
  expectedOn: CivilDate | null
  nhsNumber: string | null
  nhsNumberAbsent: string | null
}

// Outside these a year was mistyped. Product default: no source sets an age for a mother on a unit, and the
// units take babies up to their first birthday, some a little longer (domain.md 1.1).
const youngestMother = 10
const oldestMother = 70
const oldestBaby = 3
const oldestPerson = 120
/** From 20 to 45 weeks: outside, weeks and days were mistyped. */
const gestationRange = { from: 20 * 7, to: 45 * 7 }
const longestToBirthDays = 300

/** What cannot be true of a person, each at its field; empty when nothing is wrong. */
export function personFaults(person: PersonFacts, now: Instant): FieldMessage[] {
  const today = dateOf(now)
  return [
    ...birthFaults(person, now, today),
    ...ageFaults(person, today),
    ...gestationFaults(person),
    ...expectedFaults(person, today),
    ...numberFaults(person),
  ]
}

function birthFaults(
  { kind, bornOn, bornAt, bornOnEstimate }: PersonFacts,
  now: Instant,
  today: CivilDate,
): FieldMessage[] {
  // Nobody at the door is turned away for a date that nobody knows (docs/decisions/0031-arrivals-without-an-offer.md).
  const estimate = bornOnEstimate ?? null
  if (kind === 'baby' && bornOn === null && estimate === null)
    return [
      {
        field: 'bornOn',
        message:
          'Enter the date of birth of the baby. If it is not known, say so, with what is known of the age',
      },
    ]
  if (estimate !== null && bornAt !== null)
    return [
      {
        field: 'bornAt',
        message: 'An estimated date has no time of birth. Leave the time empty',
      },
    ]
  if (bornOn !== null && bornOn > today)
    return [
      {
        field: 'bornOn',
        message: 'This date of birth is in the future. Enter the day of the birth',
      },
    ]
  if (bornAt !== null && bornAt > now)
    return [
      {
        field: 'bornAt',
        message: 'This time of birth is in the future. Enter the time of the birth',
      },
    ]
  if (bornAt !== null && bornOn !== dateOf(bornAt))
    return [
      { field: 'bornAt', message: 'The time of birth is on another day than the date of birth' },
    ]
  return []
}

/** Whether a child is no baby any more for a unit, whatever the record was begun as. */
export const isTooOld = (bornOn: CivilDate, today: CivilDate): boolean =>
  yearsOld(bornOn, today) >= oldestBaby

function ageFaults({ kind, bornOn }: PersonFacts, today: CivilDate): FieldMessage[] {
  if (bornOn === null || bornOn > today) return []
  const years = yearsOld(bornOn, today)
  const fault = (message: string) => [{ field: 'bornOn', message }]
  if (kind === 'mother' && (years < youngestMother || years > oldestMother))
    return fault(`This would make the mother ${years} years old. Check the year of birth`)
  if (kind === 'baby' && isTooOld(bornOn, today))
    return fault(`This would make the baby ${years} years old. Check the year of birth`)
  if (years > oldestPerson)
    return fault(`This would make the person ${years} years old. Check the year of birth`)
  return []
}

function gestationFaults({ kind, gestationDays }: PersonFacts): FieldMessage[] {
  if (gestationDays === null) return []
  if (kind !== 'baby')
    return [{ field: 'gestationDays', message: 'Weeks at birth are recorded for a baby alone' }]
  if (gestationDays >= gestationRange.from && gestationDays <= gestationRange.to) return []
  return [
    {
      field: 'gestationDays',
      message:
        'Enter the weeks and days at birth: between 20 and 45 weeks. Leave it empty if not known',
    },
  ]
}

function expectedFaults(person: PersonFacts, today: CivilDate): FieldMessage[] {
  const { kind, expectedOn } = person
  if (expectedOn === null) return []
  if (kind !== 'mother')
    return [{ field: 'expectedOn', message: 'An expected date is recorded for a mother alone' }]
  const early = tooEarly(expectedOn, fromBirth(person))
  if (early !== undefined) return [{ field: 'expectedOn', message: early }]
  if (expectedOn <= addDaysToDate(today, longestToBirthDays)) return []
  return [
    {
      field: 'expectedOn',
      message: 'This expected date is more than 10 months away. Check the year',
    },
  ]
}

function numberFaults({ kind, nhsNumber, nhsNumberAbsent }: PersonFacts): FieldMessage[] {
  if (nhsNumber !== null && nhsNumberAbsent !== null)
    return [
      {
        field: 'nhsNumberAbsent',
        message: 'Give the NHS number or say why there is none, not both',
      },
    ]
  if (nhsNumber !== null || nhsNumberAbsent !== null || kind === 'other') return []
  return [{ field: 'nhsNumber', message: 'Enter the NHS number, or say why there is none' }]
}

/** Why a number that is in use cannot be given again (domain.md 6.3: mother's and baby's must differ). */
export function usedNumberMessage(kind: PersonKind, usedBy: PersonKind): string {
  if (kind === 'baby' && usedBy === 'mother')
    return "This is a mother's NHS number. Enter the baby's own, or say that it is not yet allocated"
  if (kind === 'mother' && usedBy === 'baby')
    return "This is a baby's NHS number. Enter the mother's own"
  return 'This NHS number is on the record of somebody else already. Check each digit, or find that record'
}
