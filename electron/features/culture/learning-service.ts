import {
  type CheckInput,
  checkDueOn,
  checkFaults,
  type LearningInput,
  learningFaults,
  type MadeInput,
  madeFaults,
} from '#domain/culture/learning-record.ts'
import { cultureRuleSet } from '#domain/culture/rule-content.ts'
import { dateOf } from '#domain/shared/calendar.ts'
import { type FieldMessage, refuse } from '#domain/shared/failure.ts'
import { learningCheck, learningPoint } from '#drizzle/schema/culture.ts'
import type { CommandContext } from '../../platform/serve.ts'
import type { Change } from '../people/facts.ts'
import { ruleInForce } from '../rule-sets/in-force.ts'
import { staffMember } from '../users/staff-service.ts'
import { checksOf, learningById } from './learning-rows.ts'
import { refusePatientNames } from './patient-names.ts'
import { sessionById } from './session-rows.ts'

function refuseFaults(faults: FieldMessage[]): void {
  if (faults.length > 0) refuse('invalid', 'Check what was entered', faults)
}

/** Notes what was learnt and what will change. By when it is checked is fixed now (architecture law 5). */
export function noteLearning(ctx: CommandContext, input: LearningInput) {
  const rules = ruleInForce(ctx.db, cultureRuleSet, ctx.now)
  refuseFaults(learningFaults(input, rules.content, ctx.now))
  staffMember(ctx.db, input.ownerId, 'ownerId')
  const session = input.sessionId ? sessionById(ctx.db, input.sessionId) : undefined
  if (input.sessionId && !session)
    refuse('not-found', 'This session is not on record any more. Open the page again')
  const since = session?.heldOn ?? dateOf(ctx.now)
  refusePatientNames(ctx.db, since, { learnt: input.learnt, change: input.change })
  return ctx.write((tx) => {
    const { recordId } = tx.insert(learningPoint, {
      ...input,
      sessionId: input.sessionId ?? null,
      source: session ? 'session' : input.source,
      notedOn: dateOf(ctx.now),
      checkDueOn: checkDueOn(rules.content, input.changeDueOn),
      ruleSetId: rules.recordId,
    })
    return { value: { id: recordId }, audit: [note('learning-noted', 'learning_point', recordId)] }
  })
}

/** That the change was made. */
export function changeMade(
  ctx: CommandContext,
  { id, version: expected, madeOn, made }: MadeInput,
) {
  const point = needPoint(ctx, id)
  if (point.madeOn !== null) refuse('held', 'The change is on record as made already')
  refuseFaults(madeFaults({ id, version: expected, madeOn, made }, point.notedOn, ctx.now))
  refusePatientNames(ctx.db, point.notedOn, { made })
  return ctx.write((tx) => {
    const { version } = tx.amend(
      learningPoint,
      id,
      expected,
      { madeOn, made },
      'The change was made',
    )
    return {
      value: { id, version },
      audit: [note('change-made', 'learning_point', id, version)],
    }
  })
}

/** A later look whether the change held. There may be several; the last one counts. */
export function checkLearning(ctx: CommandContext, { learningId, ...input }: CheckInput) {
  const point = needPoint(ctx, learningId)
  const madeOn =
    point.madeOn ?? refuse('held', 'The change is not on record as made yet. Record that first')
  const rules = ruleInForce(ctx.db, cultureRuleSet, ctx.now)
  refuseFaults(checkFaults({ learningId, ...input }, madeOn, rules.content, ctx.now))
  refusePatientNames(ctx.db, point.notedOn, { how: input.how })
  return ctx.write((tx) => {
    const { recordId } = tx.insert(learningCheck, { subjectId: learningId, ...input })
    return {
      value: { id: recordId },
      audit: [note('learning-checked', 'learning_check', recordId)],
    }
  })
}

/** Marks a learning point as entered in error, with its checks. */
export function withdrawLearning(ctx: CommandContext, { id, version: expected, reason }: Change) {
  const point = needPoint(ctx, id)
  refusePatientNames(ctx.db, point.notedOn, { reason })
  return ctx.write((tx) => {
    const { version } = tx.withdraw(learningPoint, id, expected, reason)
    for (const one of checksOf(tx, id))
      tx.withdraw(learningCheck, one.recordId, one.version, reason)
    return {
      value: { id, version },
      audit: [{ ...note('learning-withdrawn', 'learning_point', id, version), reason }],
    }
  })
}

const needPoint = (ctx: CommandContext, id: string) =>
  learningById(ctx.db, id) ??
  refuse('not-found', 'This is not on record any more. Open the page again')

const note = (action: string, entity: string, entityId: string, entityVersion = 1) => ({
  action: `culture.${action}`,
  entity,
  entityId,
  entityVersion,
})
