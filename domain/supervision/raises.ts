import { addMinutes, earlierOf } from '../shared/calendar.ts'
import type { Instant } from '../shared/time.ts'
import type { Role } from '../users/roles.ts'
import type { DecisionFact } from './record.ts'
import type { SupervisionRules } from './rule-content.ts'

/**
 * A raise is free to any clinical role and holds at once; one made by others than a nurse or doctor is
 * confirmed by a registered nurse within the hour. Source: decision 21.
 */

/** Roles that count as a registered nurse or a doctor. Others confirm through one of these. */
export const nurseOrDoctorRoles: readonly Role[] = ['nurse', 'ward-manager', 'consultant']

export const isNurseOrDoctor = (role: Role): boolean => nurseOrDoctorRoles.includes(role)

/** Roles that work with mother and baby: each may raise. */
export const clinicalRoles: readonly Role[] = [
  ...nurseOrDoctorRoles,
  'nursery-nurse',
  'other-clinician',
  'safeguarding-lead',
]

type Raise = Pick<
  DecisionFact,
  'isReview' | 'decidedByRole' | 'startsAt' | 'reviewDueAt' | 'confirmation'
>

/** A whole assessment is signed by a nurse or a doctor; so is a raise of theirs. */
export const needsConfirmation = (decision: Pick<Raise, 'isReview' | 'decidedByRole'>): boolean =>
  !decision.isReview && !isNurseOrDoctor(decision.decidedByRole)

export const confirmationStates = [
  'not-needed',
  'awaiting',
  'overdue',
  'confirmed',
  'refused',
] as const
export type ConfirmationState = (typeof confirmationStates)[number]

/** The word on a raise as it stood at an instant. */
export function confirmationState(
  decision: Raise,
  rules: SupervisionRules,
  at: Instant,
): ConfirmationState {
  if (!needsConfirmation(decision)) return 'not-needed'
  const word = decision.confirmation
  if (word && word.confirmedAt <= at) return word.confirmed ? 'confirmed' : 'refused'
  return at < confirmBy(decision, rules) ? 'awaiting' : 'overdue'
}

/** When a raise that needs it must be confirmed by. */
export const confirmBy = (
  decision: Pick<Raise, 'startsAt'>,
  rules: Pick<SupervisionRules, 'confirmRaise'>,
): Instant => addMinutes(decision.startsAt, rules.confirmRaise.minutes)

/**
 * When the decision runs out, as far as is known at this instant: its review; for a raise that still waits
 * for a nurse, the end of the hour.
 */
export function dueAt(decision: Raise, rules: SupervisionRules, at: Instant): Instant {
  const state = confirmationState(decision, rules, at)
  return state === 'awaiting' || state === 'overdue'
    ? earlierOf(decision.reviewDueAt, confirmBy(decision, rules))
    : decision.reviewDueAt
}
