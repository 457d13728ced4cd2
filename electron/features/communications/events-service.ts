import {
  dutiesRuleSetKind,
  ownQuestions,
  type RecipientKey,
} from '#domain/communications/duties-content.ts'
import { eventsOfMother } from '#domain/communications/events-of-mother.ts'
import { newestOf } from '#domain/communications/status.ts'
import { refuse, refuseField } from '#domain/shared/failure.ts'
import { duty, dutyEvent } from '#drizzle/schema/communications.ts'
import type { CommandContext } from '../../platform/serve.ts'
import type { AuditNote, WriteTx } from '../../platform/unit-of-work.ts'
import { ruleInForce } from '../rule-sets/in-force.ts'
import { deriveAgain, legalStatusQuestion } from './derive-again.ts'
import { deriveDuties } from './derive-duties.ts'
import { familiesOf } from './families.ts'
import { checkTime, type EventNow, eventNow, patientsOf } from './one-duty.ts'
import { pairsOfMother } from './pairs-of-mother.ts'
import { eventsOf, recordsOf } from './rows.ts'
import type { AnswerInput, HappenedInput, WithdrawEventInput } from './schemas.ts'

/**
 * Keeps the answer to a question of an event, and derives its duties again by it. Refuses a question that
 * the event does not ask, and the one after the legal status: recording the status is its answer.
 */
export function answer(ctx: CommandContext, input: AnswerInput): { duties: number } {
  const found = eventNow(ctx.db, input.eventId)
  const { question } = input
  if (question === legalStatusQuestion)
    refuseField(
      'question',
      'Record the child’s legal status on the page of the stay: that answers it',
    )
  if (!asks(found, question)) refuseField('question', 'This event does not ask that question')
  checkTime(ctx.now, 'answeredAt', input.answeredAt, {
    at: found.event.occurredAt,
    what: 'it happened',
  })
  const { babyId, motherId } = found.family
  return ctx.write((tx) => {
    const { dutyIds, audit } = deriveAgain(tx, found.event, {
      babyId,
      motherId,
      answers: [{ question, answer: input.answer, because: input.because }],
      reason: `Answered ${input.answer}: ${input.because}`,
    })
    const note: AuditNote = {
      action: 'duty.answer',
      entity: 'duty_event',
      entityId: input.eventId,
      patients: [babyId, motherId],
      payload: { question: question.split(':')[0] ?? question, answer: input.answer },
    }
    return { value: { duties: dutyIds.length }, audit: [note, ...audit] }
  })
}

/** Questions of the duties of this event; an order that is read may also say that no authority is involved. */
const asks = ({ event, records }: EventNow, question: string): boolean =>
  records.some((record) => newestOf(record).question === question || wasAsked(record, question)) ||
  (event.legalClass === 'by-order' && question !== 'holds-responsibility' && isOwn(question))

const wasAsked = ({ versions }: EventNow['records'][number], question: string) =>
  versions.some((one) => one.question === question)
const isOwn = (question: string) => (ownQuestions as readonly string[]).includes(question)

/** Records that a safeguarding concern, or consent to share, is on record: the social worker is told too. */
export function concern(
  ctx: CommandContext,
  { eventId, because }: { eventId: string; because: string },
): { duties: number } {
  const { event, family } = eventNow(ctx.db, eventId)
  const { babyId, motherId } = family
  return ctx.write((tx) => {
    const { dutyIds, audit } = deriveAgain(tx, event, {
      babyId,
      motherId,
      concernOrConsent: true,
      reason: because,
    })
    const note: AuditNote = {
      action: 'duty.concern',
      entity: 'duty_event',
      entityId: eventId,
      patients: [babyId, motherId],
      reason: because,
    }
    return { value: { duties: dutyIds.length }, audit: [note, ...audit] }
  })
}

/** Events that other pages of the app raise by themselves, from the record that they come from. */
const raisedElsewhere = [
  'COM-01',
  'COM-02',
  'COM-03',
  'COM-04',
  'COM-08',
  'COM-09',
  'COM-11',
  'COM-19',
  'COM-20',
  'COM-21',
]

/** Events that begin at a time of their own, which the duties count back from. */
const announced = ['COM-10', 'COM-16']

/** The events that a person may record by hand, as the rules in force name them. */
export function eventsByHand(ctx: Pick<CommandContext, 'db' | 'now'>) {
  const { content } = ruleInForce(ctx.db, dutiesRuleSetKind, ctx.now)
  return content.events
    .filter(({ id }) => !raisedElsewhere.includes(id))
    .map(({ id, title }) => ({
      event: id,
      title,
      announced: announced.includes(id),
      /** It is told with what it means for care of the baby, and of every baby of the mother. */
      ofMother: eventsOfMother.includes(id),
    }))
}

/** Records something that others must be told of and that no other page records; derives its duties. */
export function happened(
  ctx: CommandContext,
  input: HappenedInput,
): { eventId: string; duties: number } {
  const rule = eventsByHand(ctx).find(({ event }) => event === input.event)
  if (!rule) refuseField('event', 'Choose what happened from the list')
  const family = familiesOf(ctx.db, [input.pairId]).get(input.pairId)
  if (!family) refuse('not-found', 'This mother and baby are not in the unit’s records')
  checkTime(ctx.now, 'at', input.at, { at: family.startedAt, what: 'they were together here' })
  const startsAt = input.startsAt ?? null
  if (startsAt !== null && !rule.announced)
    refuseField(
      'startsAt',
      'Leave this empty: only leave and discharge start at a time of their own',
    )
  if (startsAt !== null && startsAt < input.at)
    refuseField('startsAt', 'This starts before it was settled. Check both times')
  const { details = null } = input
  if (rule.ofMother && details === null)
    refuseField('details', 'Enter what happened, and what it means for care of the baby')
  const { motherId } = family
  return ctx.write((tx) => {
    const pairs = rule.ofMother ? pairsOfMother(tx, motherId, input.at) : []
    const others = pairs.filter(({ pairId }) => pairId !== family.pairId)
    const derivedOf = ({ pairId, babyId }: { pairId: string; babyId: string }) =>
      deriveDuties(tx, {
        event: input.event,
        at: input.at,
        startsAt,
        details,
        pairId,
        babyId,
        motherId,
        subjectId: null,
        subjectType: null,
        concernOrConsent: input.concernOrConsent,
      })
    const made = derivedOf(family)
    const more = others.map((other) => ({ ...other, ...derivedOf(other) }))
    const noteFor = (babyId: string, eventId: string): AuditNote => ({
      action: 'duty.happened',
      entity: 'duty_event',
      entityId: eventId,
      patients: [babyId, motherId],
      payload: { event: input.event },
    })
    return {
      value: {
        eventId: made.eventId,
        duties: [made, ...more].reduce((sum, { dutyIds }) => sum + dutyIds.length, 0),
      },
      audit: [
        noteFor(family.babyId, made.eventId),
        ...made.audit,
        ...more.flatMap(({ babyId, eventId, audit }) => [noteFor(babyId, eventId), ...audit]),
      ],
    }
  })
}

/** Takes back an event that was entered in error, with its duties. Refuses once anybody was told of it. */
export function withdrawEvent(
  ctx: CommandContext,
  { eventId, version, reason }: WithdrawEventInput,
): { withdrawn: number } {
  const found = eventNow(ctx.db, eventId)
  if (found.event.sourceId !== null)
    refuse('held', 'This came from another page of the record. Take it back there')
  if (found.records.some(({ sendings }) => sendings.length > 0))
    refuse('held', 'Somebody has been told of this. Tell them that it was entered in error')
  if (found.event.version !== version)
    refuse('clash', 'Somebody else has changed this. Look at it again')
  return ctx.write((tx) => {
    const withdrawn = withdrawOne(tx, found, reason)
    const note: AuditNote = {
      action: 'duty.withdraw-event',
      entity: 'duty_event',
      entityId: eventId,
      patients: patientsOf(found.family),
      reason,
    }
    return { value: { withdrawn }, audit: [note] }
  })
}

function withdrawOne(
  tx: WriteTx,
  { event, records }: Pick<EventNow, 'event' | 'records'>,
  reason: string,
) {
  for (const record of records) {
    const { recordId, version } = newestOf(record)
    if (record.sendings.length === 0) tx.withdraw(duty, recordId, version, reason)
  }
  tx.withdraw(dutyEvent, event.recordId, event.version, reason)
  return records.length
}

/**
 * Takes back the events of a record that was entered in error, in the transaction of its caller: their
 * duties are asked for no longer and counted no longer. Gives the notes to go with the caller's own, and who
 * had been told, for they have to hear that it was an error. Of all that the record told,
 * or of one kind of source alone.
 */
export function withdrawDutiesOf(
  tx: WriteTx,
  subjectId: string,
  reason: string,
  sourceType?: string,
): { told: RecipientKey[]; audit: AuditNote[] } {
  const facts = eventsOf(tx, 'sources', [subjectId])
  const byEvent = recordsOf(facts)
  const told = new Set<RecipientKey>()
  const ofSource = facts.events.filter(
    (event) => sourceType === undefined || event.sourceType === sourceType,
  )
  const audit = ofSource.map((event): AuditNote => {
    const records = byEvent.get(event.recordId) ?? []
    for (const record of records)
      if (record.sendings.length > 0) told.add(newestOf(record).recipient)
    withdrawOne(tx, { event, records }, reason)
    return {
      action: 'duty.withdraw-event',
      entity: 'duty_event',
      entityId: event.recordId,
      reason,
    }
  })
  return { told: [...told], audit }
}
