import type { Relation, SafeToContact } from '../people/record.ts'
import { addHours } from '../shared/calendar.ts'
import type { Instant } from '../shared/time.ts'

/** What a tie says that others act on. */
export interface TieSays {
  personId: string
  toPersonId: string
  relation: Relation
  parentalResponsibility: 'yes' | 'no' | 'not-known'
  safeToContact: SafeToContact
  contactThrough: string | null
  withdrawn: boolean
}

/** Partner, paternity and visitors (domain row 4.6, COM-13): those of whom a new fact is told. */
const toldOf: readonly Relation[] = [
  'father',
  'father-of-expected',
  'partner-of-mother',
  'friend',
  'other',
]

/**
 * What is known on arrival is told with the admission (COM-02); what is recorded later than this is new.
 * Default of this product.
 */
export const knownOnArrivalHours = 24

export const isNewAfter = (pairStartedAt: Instant, recordedAt: Instant): boolean =>
  recordedAt > addHours(pairStartedAt, knownOnArrivalHours)

/**
 * Whether a version of a tie tells something new of a partner, of paternity or of a visitor: who it is, how
 * they are related, whether they hold responsibility, or whether contact is safe. A corrected basis does not.
 */
export function tellsNewFact(before: TieSays | undefined, now: TieSays): boolean {
  if (now.withdrawn) return false
  if (![now.relation, before?.relation].some((one) => one && toldOf.includes(one))) return false
  if (!before || before.withdrawn) return true
  const keys = [
    'personId',
    'toPersonId',
    'relation',
    'parentalResponsibility',
    'safeToContact',
    'contactThrough',
  ] as const
  return keys.some((key) => before[key] !== now[key])
}
