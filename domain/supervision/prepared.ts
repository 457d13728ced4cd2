import { z } from 'zod'
import { addHours, instantSchema, laterOf } from '../shared/calendar.ts'
import type { FieldMessage } from '../shared/failure.ts'
import type { Instant } from '../shared/time.ts'
import { changeOf } from './change.ts'
import { type Place, placesOf, type Side } from './codes.ts'
import type { AuthorityLimit } from './current.ts'
import { factorFaults } from './factors.ts'
import {
  assessmentFaults,
  isStillToCome,
  longestReviewHours,
  missingPlaces,
  reviewWithin,
} from './faults.ts'
import { assessmentContent, type Cell, contentFaults, type DecisionFact } from './record.ts'
import type { SupervisionRules } from './rule-content.ts'

/**
 * An assessment decided and signed before mother and baby are on the unit, so that it is in force from the
 * minute at which they are (assurance.md, 5d-3). There is no pair before that (decision 3): it is kept for a
 * child of a referral, and the arrival takes it over as the first decision of the pair. Truth table in
 * docs/states/supervision.md.
 */
export const preparedInputSchema = z
  .object({
    /** The referral's child, born or not. */
    childId: z.uuid(),
    /** The version that the screen showed; 0 where there was none. Another one by now is a clash. */
    seenVersion: z.int().min(0),
    decidedAt: instantSchema,
    reviewWithinHours: z
      .int('Enter whole hours')
      .min(1, 'Enter at least one hour')
      .max(longestReviewHours, `Enter ${longestReviewHours} hours at most`),
    ...assessmentContent,
  })
  .superRefine((input, context) =>
    contentFaults(input, (path, message) =>
      context.addIssue({ code: 'custom', path: [path], message }),
    ),
  )
export type PreparedInput = z.output<typeof preparedInputSchema>

/** What is wrong with a prepared assessment against the rules and the record; empty where nothing is. */
export function preparedFaults(
  input: PreparedInput,
  setting: {
    rules: SupervisionRules
    limit: AuthorityLimit | null
    now: Instant
    /** What was decided in earlier stays of this baby with this mother. */
    earlierStays: readonly DecisionFact[]
  },
): FieldMessage[] {
  const faults: FieldMessage[] = []
  const missing = missingPlaces(input.cells, setting.rules)
  if (missing !== undefined) faults.push({ field: 'cells', message: missing })
  else if (lowersEarlier(input.cells, setting, setting.now))
    faults.push({
      field: 'cells',
      message:
        'This is less strict than what was decided last in an earlier stay. Prepare what was decided; lower it on the unit, where the team decides and two sign',
    })
  const most = reviewWithin(setting.rules, input.cells)
  if (input.reviewWithinHours > most)
    faults.push({
      field: 'reviewWithinHours',
      message: `At these levels the review is due within ${most} hours at most`,
    })
  if (isStillToCome(input.decidedAt, setting.now))
    faults.push({ field: 'decidedAt', message: 'This time is still to come' })
  return [
    ...faults,
    ...factorFaults(input.factors, input.authorityRequirement),
    ...assessmentFaults(input, setting),
  ]
}

/** Whether levels are less strict than what was decided last in an earlier stay (decision 20). */
export const lowersEarlier = (
  cells: readonly Cell[],
  { rules, earlierStays }: { rules: SupervisionRules; earlierStays: readonly DecisionFact[] },
  at: Instant,
): boolean =>
  changeOf({ rules, decisions: [], earlierStays }, { startsAt: at, cells }).kind === 'lowering'

export interface WayHere {
  /** The last decision on the referral, where there is one. */
  outcome: string | null
  /** The stay that it led to; null while she has not come. */
  stay: { endedAt: Instant | null } | null
  /** The child is with her on the unit, or was. */
  hasCome: boolean
}

/** Why nothing is prepared for a child any more; null while it still may be. Truth table: docs/states/supervision.md, 6. */
export function preparingOver({ outcome, stay, hasCome }: WayHere): string | null {
  if (stay?.endedAt) return 'The stay that this referral led to is over. Nothing is prepared for it'
  if (hasCome) return 'This child has come. Decide or review supervision on the page of the stay'
  if (stay === null && (outcome === 'declined' || outcome === 'withdrawn'))
    return 'This referral has ended: nobody is coming. Where it is taken up again, decide on it anew first'
  return null
}

/** The most hours for which a prepared assessment waits for the arrival: as long as any review may be away. */
export const preparedHoldsHours = longestReviewHours

export type PreparedState = 'holds' | 'too-old'

/** Whether an assessment that was decided then may still be taken over by an arrival at this time. */
export const preparedState = (decidedAt: Instant, arrivesAt: Instant): PreparedState =>
  arrivesAt < addHours(decidedAt, preparedHoldsHours) ? 'holds' : 'too-old'

/**
 * From when a prepared assessment holds and when its review is due: from the moment at which mother and baby
 * are together, or from its decision where that came later. Undefined where it is too old by then.
 */
export function takenOver(
  prepared: { decidedAt: Instant; reviewWithinHours: number },
  togetherAt: Instant,
): { startsAt: Instant; reviewDueAt: Instant } | undefined {
  if (preparedState(prepared.decidedAt, togetherAt) === 'too-old') return undefined
  const startsAt = laterOf(togetherAt, prepared.decidedAt)
  return { startsAt, reviewDueAt: addHours(startsAt, prepared.reviewWithinHours) }
}

/** The cells of one side, in the order of the places. */
export const cellsOnSide = <C extends { place: Place }>(cells: readonly C[], side: Side): C[] =>
  placesOf[side].flatMap((place) => cells.filter((cell) => cell.place === place))
