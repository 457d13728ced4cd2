import { dueOf } from '../shared/limits.ts'
import { hasWords } from '../shared/text.ts'
import type { Instant } from '../shared/time.ts'
import type { AdmissionCriteria } from './criteria.ts'
import type { Decider, Override } from './record.ts'

/**
 * What an override by two people is worth (decisions 17 and 18). The first is the ward manager or a
 * consultant; the second a consultant, the ward manager or the nurse in charge, by own password, or by
 * telephone, named, and signed within the limit. Truth table: docs/states/admission.md, 4.
 */

export const overrideStates = [
  'released',
  'unsigned', // by telephone, the limit has not run out: holds good, and is counted
  'signed-late', // by telephone, signed after the limit: holds good again, and is counted
  'lapsed', // by telephone, never signed within the limit: holds nothing back any more
  'overdue', // what was missing did not come by its deadline: releases no further offer
  'refused',
] as const
export type OverrideState = (typeof overrideStates)[number]

export interface OverrideStanding {
  state: OverrideState
  /** Why it is refused or counted, in plain English; empty where it is simply good. */
  why: string
}

/** May stand first in an override (decision 18). */
export const mayOverrideFirst = (one: Decider): boolean =>
  one.role === 'ward-manager' || one.role === 'consultant'

/** May stand second in an override (decision 18); nurse in charge is a duty of the shift. */
export const mayOverrideSecond = (one: Decider): boolean =>
  mayOverrideFirst(one) || (one.role === 'nurse' && one.nurseInCharge)

/** When a second person by telephone has to have signed. */
export const signatureDueAt = (override: Override, criteria: AdmissionCriteria): Instant =>
  dueOf(criteria.limits.telephoneSignature.limit, override.overriddenAt).at

/**
 * The latest deadline that two people may set for what is missing. Source: domain.md 1.2 lets an offer through
 * on a deadline for the missing evidence, and decision 18 gives a planned referral 5 working days to have all of
 * it: an override waits no longer than a referral that was never overridden [P]. It follows the limit that the
 * unit approves.
 */
export const latestDeadline = (criteria: AdmissionCriteria, overriddenAt: Instant): Instant =>
  dueOf(criteria.limits.plannedDecision.limit, overriddenAt).at

const refused = (why: string): OverrideStanding => ({ state: 'refused', why })

/** What is wrong with the two people of an override, in plain English; undefined where nothing is. */
export function peopleFault(first: Decider, second: Decider | null): string | undefined {
  if (!mayOverrideFirst(first)) return 'The first person must be the ward manager or a consultant'
  if (second === null) return 'A second person is needed'
  if (second.staffId === first.staffId) return 'The second person must be somebody else'
  if (!mayOverrideSecond(second))
    return 'The second person must be a consultant, the ward manager or the nurse in charge'
  return undefined
}

/** What an override has to let through, as it stands now. */
export interface Held {
  overridable: boolean
  /** Something is not there yet, rather than answered against. */
  missing: boolean
  /** When what it rests on was recorded. */
  since: Instant
}

/** What an override was given against, where nothing is held by its rule any more. */
export const heldAtFirst = ({ dueAt, overriddenAt }: Override): Held => ({
  overridable: true,
  missing: dueAt !== null,
  since: overriddenAt,
})

/**
 * The moments by which an override is judged. A deadline that passes is chased and counted; it does not undo
 * the offer that was made before it, but lets no further one through.
 */
export interface OverrideClock {
  /** When the signature of an agreement by telephone is asked for. */
  signature: Instant
  /** When the offer is made that the override is to let through. */
  deadline: Instant
}

/**
 * What the override is worth at an instant. It lets through only what it was given against (decision 17): two
 * people who let an unknown through have not let the answer through, and an answer that was given anew has
 * not been weighed by anybody.
 */
export function overrideStanding(
  override: Override,
  held: Held,
  criteria: AdmissionCriteria,
  { signature, deadline }: OverrideClock,
): OverrideStanding {
  if (!held.overridable) return refused('This cannot be overridden')
  if (!hasWords(override.because)) return refused('A reason is needed')
  if (held.missing && override.dueAt === null)
    return refused('A deadline is needed for what is missing')
  if (!held.missing && override.dueAt !== null)
    return refused('It was given while something was missing, and the answer has come since')
  if (!held.missing && held.since > override.overriddenAt)
    return refused('The answer was given anew after it')
  const fault = peopleFault(override.first, override.second)
  if (fault) return refused(fault)
  if (override.secondBy === null) return refused('The second person has not agreed')
  if (held.missing && override.dueAt !== null && override.dueAt < deadline)
    return { state: 'overdue', why: 'Its deadline has passed, and what was missing has not come' }
  if (override.secondBy === 'password') return { state: 'released', why: '' }
  return telephoneStanding(override, signatureDueAt(override, criteria), signature)
}

function telephoneStanding(override: Override, dueAt: Instant, at: Instant): OverrideStanding {
  const { secondSignedAt } = override
  if (secondSignedAt !== null) {
    return secondSignedAt <= dueAt
      ? { state: 'released', why: '' }
      : { state: 'signed-late', why: 'Agreed by telephone, and signed after the limit' }
  }
  return at <= dueAt
    ? { state: 'unsigned', why: 'Agreed by telephone, not signed yet' }
    : { state: 'lapsed', why: 'Agreed by telephone, and not signed within the limit' }
}

/** Whether it lets the offer through. */
export const isReleasing = (standing: OverrideStanding): boolean =>
  standing.state === 'released' || standing.state === 'unsigned' || standing.state === 'signed-late'
