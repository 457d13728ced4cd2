import {
  type DisagreementInput,
  openedFaults,
  rungDue,
  type StepInput,
  stepFaults,
} from '#domain/culture/disagreement-record.ts'
import { cultureRuleSet } from '#domain/culture/rule-content.ts'
import { refuse } from '#domain/shared/failure.ts'
import { disagreement, disagreementStep } from '#drizzle/schema/culture.ts'
import type { CommandContext } from '../../platform/serve.ts'
import type { Change } from '../people/facts.ts'
import { ruleInForce } from '../rule-sets/in-force.ts'
import { familyOf, gone } from './family-of.ts'
import { disagreementById, stepById, stepRows } from './partnership-rows.ts'

const patientsOf = (ctx: CommandContext, pairId: string | null | undefined) =>
  pairId ? familyOf(ctx.db, pairId).patients : []

/** Puts a disagreement on the first rung of the ladder, with that rung's limit. */
export function openDisagreement(ctx: CommandContext, { withWhom, ...input }: DisagreementInput) {
  const patients = patientsOf(ctx, input.pairId)
  const faults = openedFaults({ withWhom, ...input }, ctx.now)
  if (faults.length > 0) refuse('invalid', 'Check what was entered', faults)
  const rules = ruleInForce(ctx.db, cultureRuleSet, input.openedAt)
  return ctx.write((tx) => {
    const { recordId } = tx.insert(disagreement, {
      ...input,
      pairId: input.pairId ?? null,
      ruleSetId: rules.recordId,
    })
    tx.insert(disagreementStep, {
      subjectId: recordId,
      rung: 1,
      startedAt: input.openedAt,
      dueAt: rungDue(rules.content, 1, input.openedAt),
      withWhom,
    })
    return {
      value: { id: recordId },
      audit: [note('disagreement-opened', 'disagreement', recordId, 1, patients)],
    }
  })
}

/** Leaves a rung: resolved, or taken to the next, whose limit is fixed now. */
export function leaveRung(ctx: CommandContext, input: StepInput) {
  const step = stepById(ctx.db, input.id) ?? gone()
  if (step.outcome !== null) refuse('held', 'This rung has been left already. Open the page again')
  const one = disagreementById(ctx.db, step.subjectId) ?? gone()
  const patients = patientsOf(ctx, one.pairId)
  const rules = ruleInForce(ctx.db, cultureRuleSet, input.endedAt)
  const faults = stepFaults(input, step, rules.content, ctx.now)
  if (faults.length > 0) refuse('invalid', 'Check what was entered', faults)
  const { id, outcome, endedAt, said, nextWith } = input
  return ctx.write((tx) => {
    const { version } = tx.amend(
      disagreementStep,
      id,
      input.version,
      { outcome, endedAt, said },
      outcome === 'resolved' ? 'Resolved' : 'Taken to the next rung',
    )
    if (outcome === 'escalated')
      tx.insert(disagreementStep, {
        subjectId: step.subjectId,
        rung: step.rung + 1,
        startedAt: endedAt,
        dueAt: rungDue(rules.content, step.rung + 1, endedAt),
        withWhom: nextWith ?? '',
      })
    return {
      value: { id, version },
      audit: [note(`disagreement-${outcome}`, 'disagreement_step', id, version, patients)],
    }
  })
}

/** Marks a disagreement as entered in error, with its rungs. */
export function withdrawDisagreement(
  ctx: CommandContext,
  { id, version: expected, reason }: Change,
) {
  const patients = patientsOf(ctx, (disagreementById(ctx.db, id) ?? gone()).pairId)
  return ctx.write((tx) => {
    const { version } = tx.withdraw(disagreement, id, expected, reason)
    for (const step of stepRows(tx, [id]))
      tx.withdraw(disagreementStep, step.recordId, step.version, reason)
    return {
      value: { id, version },
      audit: [{ ...note('disagreement-withdrawn', 'disagreement', id, version, patients), reason }],
    }
  })
}

const note = (
  action: string,
  entity: string,
  entityId: string,
  entityVersion: number,
  patients: string[],
) => ({ action: `partnership.${action}`, entity, entityId, entityVersion, patients })
