import { assessmentFaults } from '#domain/relationship/faults.ts'
import { type AssessmentInput, capacityOf } from '#domain/relationship/record.ts'
import { refuse } from '#domain/shared/failure.ts'
import {
  relationshipAssessment,
  relationshipRater,
  relationshipScore,
} from '#drizzle/schema/relationship.ts'
import type { CommandContext, SignedContext } from '../../platform/serve.ts'
import { trustedNow } from '../../platform/trusted-now.ts'
import type { WriteTx } from '../../platform/unit-of-work.ts'
import type { Change } from '../people/facts.ts'
import { staffMember } from '../users/staff-service.ts'
import { relationshipCase } from './case.ts'
import { assessmentNow, assessmentsOf, sharingsOf } from './rows.ts'

/** Refuses what cannot be true; gives the pair, and whether an assessment of it came before. */
function checked(ctx: CommandContext, input: AssessmentInput, correcting?: string) {
  const found = relationshipCase(ctx.db, input.pairId, input.ratedAt)
  const before = assessmentsOf(ctx.db, [input.pairId]).filter(
    ({ recordId, ratedAt }) =>
      recordId !== correcting && ratedAt !== null && ratedAt < input.ratedAt,
  )
  const isFirst = before.length === 0
  const faults = assessmentFaults(input, {
    rules: found.rules.content,
    pair: found.pair,
    isFirst,
    now: trustedNow(ctx.db, ctx.now),
  })
  if (faults.length > 0) refuse('invalid', 'Check what was entered', faults)
  for (const [index, { staffId }] of input.raters.entries())
    staffMember(ctx.db, staffId, `raters.${index}.staffId`)
  return { ...found, isFirst }
}

const contentOf = (input: AssessmentInput, isFirst: boolean, ruleSetId: string) => ({
  pairId: input.pairId,
  ratedAt: input.ratedAt,
  purpose: input.purpose,
  askedBy: input.askedBy ?? '',
  observedFrom: input.observedFrom,
  observedTo: input.observedTo,
  hoursWatched: input.hoursWatched ?? null,
  settings: input.settings.join(' '),
  observed: input.observed,
  interpretation: input.interpretation,
  strengths: input.strengths,
  concerns: input.concerns,
  illness: input.illness ?? '',
  change: isFirst ? 'first' : (input.change ?? 'cannot-say'),
  changeText: input.changeText ?? '',
  ...capacityOf(input),
  ruleSetId,
})

function writeParts(
  tx: WriteTx,
  of: { recordId: string; version: number },
  { raters, tools }: AssessmentInput,
): void {
  for (const rater of raters) tx.append(relationshipRater, { ...of, ...rater })
  for (const { toolId, scoredOn, scores } of tools)
    for (const { scaleId, score } of scores)
      if (score != null) tx.append(relationshipScore, { ...of, toolId, scaleId, scoredOn, score })
}

/** Signs an assessment. Refuses a wrong field with `invalid`. */
export function signAssessment(ctx: SignedContext, input: AssessmentInput) {
  const { patients, rules, isFirst } = checked(ctx, input)
  return ctx.write((tx) => {
    const of = tx.insert(relationshipAssessment, contentOf(input, isFirst, rules.recordId))
    writeParts(tx, of, input)
    return {
      value: { id: of.recordId },
      audit: [
        {
          action: 'relationship.assessed',
          entity: 'relationship_assessment',
          entityId: of.recordId,
          entityVersion: 1,
          patients,
        },
      ],
    }
  })
}

/** Signs a correction as a further version; who was given the version before still shows as having had that one. */
export function correctAssessment(
  ctx: SignedContext,
  { id, version, reason, assessment: input }: Change & { assessment: AssessmentInput },
) {
  needThere(ctx, id, input.pairId)
  const { patients, rules, isFirst } = checked(ctx, input, id)
  return ctx.write((tx) => {
    const made = tx.amend(
      relationshipAssessment,
      id,
      version,
      contentOf(input, isFirst, rules.recordId),
      reason,
    )
    writeParts(tx, { recordId: id, version: made.version }, input)
    return {
      value: { id, version: made.version },
      audit: [
        {
          action: 'relationship.corrected',
          entity: 'relationship_assessment',
          entityId: id,
          entityVersion: made.version,
          patients,
          reason,
        },
      ],
    }
  })
}

/** Takes back an assessment that was entered in error. Refuses where somebody has been given it. */
export function withdrawAssessment(ctx: CommandContext, { id, version, reason }: Change) {
  const { pairId } = needThere(ctx, id)
  const given = sharingsOf(ctx.db, [pairId]).filter(({ assessmentId }) => assessmentId === id)
  if (given.some(({ outcome }) => outcome === 'shared'))
    refuse(
      'held',
      'Somebody has been given this assessment. Correct it and share the correction; or take back the sharing first, if that was entered in error',
    )
  const { patients } = relationshipCase(ctx.db, pairId, trustedNow(ctx.db, ctx.now))
  return ctx.write((tx) => {
    const made = tx.withdraw(relationshipAssessment, id, version, reason)
    return {
      value: { id, version: made.version },
      audit: [
        {
          action: 'relationship.withdrawn',
          entity: 'relationship_assessment',
          entityId: id,
          entityVersion: made.version,
          patients,
          reason,
        },
      ],
    }
  })
}

function needThere(ctx: CommandContext, id: string, pairId?: string) {
  const found = assessmentNow(ctx.db, id)
  if (!found || (pairId !== undefined && found.pairId !== pairId))
    refuse('not-found', 'This assessment is not on record any more. Open the page again')
  return found
}
