import type { Answer } from './answer.ts'
import { addMonthsToDate, dateOf } from './calendar.ts'
import { involvesSocialCare } from './legal-status.ts'
import { isConfirmedEnded, type LegalStatusFact } from './legal-status-at.ts'
import type { CivilDate, Instant } from './time.ts'

/** A look-up in the national child protection information service, as far as it says something of social care. */
export interface FlagLookUp {
  result: string
  /** The day on which the authority lifted the flag; null while it stands. */
  endedOn?: CivilDate | null
}

export interface SocialCareFacts {
  /** As it was told at the referral; null where nobody was asked. */
  told: Answer | null
  lookUps: readonly FlagLookUp[]
  /** Of every child, an expected one included. */
  statuses: readonly LegalStatusFact[]
}

const withoutFlag = ['no-flag', 'not-available']

export const showsFlag = ({ result }: FlagLookUp): boolean => !withoutFlag.includes(result)

/** A plan or care by an authority counts for this long after its end, as it does in CP-IS (domain.md, ADM-R-17). */
export const monthsAfterEnd = 12

/** Whether a plan that ended on a day counts at an instant still. */
export const stillCounts = (endedOn: CivilDate, at: Instant) =>
  addMonthsToDate(endedOn, monthsAfterEnd) >= dateOf(at)

const isFlagged = (lookUp: FlagLookUp, at: Instant) =>
  showsFlag(lookUp) && (!lookUp.endedOn || stillCounts(lookUp.endedOn, at))

const isOnRecord = (fact: LegalStatusFact, at: Instant) =>
  involvesSocialCare(fact.code) &&
  (!isConfirmedEnded(fact) || (fact.endedAt !== null && stillCounts(dateOf(fact.endedAt), at)))

/**
 * Whether children's social care is involved, for everything that turns on it: what must be known before an offer, which
 * documents are expected, who is told. Yes wherever a look-up shows a flag or a status of a child says so, for twelve
 * months after its end too, whatever was told and whatever a later look-up shows (Child Z, Finding Two: partial
 * information); else as it was told. Where nobody was asked: no, if a status without it is recorded.
 */
export function socialCareInvolvement(
  { told, lookUps, statuses }: SocialCareFacts,
  at: Instant,
): Answer {
  const involved =
    lookUps.some((one) => isFlagged(one, at)) || statuses.some((one) => isOnRecord(one, at))
  if (involved) return 'yes'
  return told ?? (statuses.length > 0 ? 'no' : 'not-known')
}

/** What is on record of the statuses of a mother's children. */
interface FamilyStatuses<Fact> {
  /** With the record of the mother: of a baby who is not born yet, or carried over at the birth. */
  ofMother: readonly Fact[]
  ofBabies: readonly Fact[]
  isAnyUnborn: boolean
}

/** The statuses that count for the children: from the birth, what was recorded with the mother is the baby's. */
export function statusesOfChildren<Fact extends LegalStatusFact & { carriedFrom: string | null }>({
  ofMother,
  ofBabies,
  isAnyUnborn,
}: FamilyStatuses<Fact>): Fact[] {
  const carried = new Set(ofBabies.map(({ carriedFrom }) => carriedFrom))
  return [...ofMother.filter(({ recordId }) => isAnyUnborn || !carried.has(recordId)), ...ofBabies]
}
