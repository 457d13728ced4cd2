import { cultureRuleSet } from '#domain/culture/rule-content.ts'
import {
  drawQuestions,
  type SpotQuestion,
  spotQuestionsRuleSet,
  topicsFor,
} from '#domain/culture/spot-questions.ts'
import {
  type AnswersInput,
  type AskInput,
  rightAnswers,
  strangeAnswer,
} from '#domain/culture/spot-record.ts'
import { dateOf } from '#domain/shared/calendar.ts'
import { refuse, refuseField } from '#domain/shared/failure.ts'
import { dueOf } from '#domain/shared/limits.ts'
import { isInPost } from '#domain/users/staff-groups.ts'
import { spotCheck } from '#drizzle/schema/culture.ts'
import type { CommandContext } from '../../platform/serve.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import type { Change } from '../people/facts.ts'
import { legalStatusOfChild } from '../people/statuses.ts'
import { ruleInForce, ruleSetsOf } from '../rule-sets/in-force.ts'
import { staffMember } from '../users/staff-service.ts'
import { familyOf, gone } from './family-of.ts'
import { refusePatientNames } from './patient-names.ts'
import { spotById } from './spot-rows.ts'

/** The questions of a check, in the revision of the bank from which they were drawn. */
export function questionsOf(
  db: ReadDb,
  check: { questions: string; ruleSetId: string },
): SpotQuestion[] {
  const bank = ruleSetsOf(db, spotQuestionsRuleSet).find(
    ({ recordId }) => recordId === check.ruleSetId,
  )
  return check.questions
    .split(' ')
    .flatMap((id) => bank?.content.questions.find((one) => one.id === id) ?? [])
}

/**
 * Puts five questions about a baby with a plan or order to a member of staff. They are drawn and recorded
 * before anybody sees them: a check that is broken off counts as not answered (decision 34).
 */
export function askSpotCheck(ctx: CommandContext, input: AskInput) {
  const { pair, patients } = familyOf(ctx.db, input.pairId)
  const asked = staffMember(ctx.db, input.staffId)
  if (!isInPost(asked, dateOf(ctx.now)))
    refuseField('staffId', 'This member of staff is not in post. Choose somebody else')
  if (input.staffId === ctx.actor.staffId)
    refuseField('staffId', 'Nobody checks themselves. Choose somebody else')
  const codes = legalStatusOfChild(ctx.db, pair.babyId, ctx.now).standing.inForce.map(
    ({ status }) => status.code,
  )
  const topics = topicsFor(codes)
  if (pair.endedAt !== null || topics.length === 0)
    refuseField('pairId', 'This baby has no plan and no order now, or has left. Choose another')
  const bank = ruleInForce(ctx.db, spotQuestionsRuleSet, ctx.now)
  const { content } = ruleInForce(ctx.db, cultureRuleSet, ctx.now)
  const recordId = ctx.newId()
  return ctx.write((tx) => {
    tx.insert(
      spotCheck,
      {
        ...input,
        askedAt: tx.now,
        dueAt: dueOf(content.spotCheckAnsweredWithin.limit, tx.now).at,
        legalCodes: codes.join(' '),
        questions: drawQuestions(bank.content, topics, recordId)
          .map(({ id }) => id)
          .join(' '),
        ruleSetId: bank.recordId,
      },
      { recordId },
    )
    return { value: { id: recordId }, audit: [note('spot-check-asked', recordId, 1, patients)] }
  })
}

/** The answers, once: what was said first is what was understood. */
export function answerSpotCheck(ctx: CommandContext, input: AnswersInput) {
  const check = spotById(ctx.db, input.id) ?? gone()
  if (check.answeredAt !== null) refuse('held', 'The answers are on record already')
  const { patients } = familyOf(ctx.db, check.pairId)
  const questions = questionsOf(ctx.db, check)
  const strange = strangeAnswer(questions, input.answers)
  if (strange !== undefined)
    refuseField(`answers.${strange}`, 'Choose one of the answers to this question')
  refusePatientNames(ctx.db, dateOf(check.askedAt), { talked: input.talked })
  const { id, answers, talked } = input
  const right = rightAnswers(questions, answers)
  return ctx.write((tx) => {
    const { version } = tx.amend(
      spotCheck,
      id,
      input.version,
      {
        answeredAt: tx.now,
        answers: JSON.stringify(answers),
        rightAnswers: right,
        talked: talked ?? '',
      },
      'Answered',
    )
    return {
      value: { id, version, right, of: questions.length },
      audit: [note('spot-check-answered', id, version, patients)],
    }
  })
}

/** Marks a spot check as entered in error; one that went badly is no error. */
export function withdrawSpotCheck(ctx: CommandContext, { id, version: expected, reason }: Change) {
  const { patients } = familyOf(ctx.db, (spotById(ctx.db, id) ?? gone()).pairId)
  return ctx.write((tx) => {
    const { version } = tx.withdraw(spotCheck, id, expected, reason)
    return {
      value: { id, version },
      audit: [{ ...note('spot-check-withdrawn', id, version, patients), reason }],
    }
  })
}

const note = (action: string, entityId: string, entityVersion: number, patients: string[]) => ({
  action: `culture.${action}`,
  entity: 'spot_check',
  entityId,
  entityVersion,
  patients,
})
