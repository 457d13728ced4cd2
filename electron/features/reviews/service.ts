import { z } from 'zod'
import {
  type answerInputSchema,
  type correctedAnswerSchema,
  eventFaults,
  eventFields,
} from '#domain/reviews/record.ts'
import { isNoted, reviewEventsRuleSet } from '#domain/reviews/rule-content.ts'
import { answeredAtOf } from '#domain/reviews/standing.ts'
import { refuse } from '#domain/shared/failure.ts'
import { dueOf } from '#domain/shared/limits.ts'
import type { Role } from '#domain/users/roles.ts'
import { reviewAnswer, reviewEvent } from '#drizzle/schema/reviews.ts'
import type { CommandContext } from '../../platform/serve.ts'
import { trustedNow } from '../../platform/trusted-now.ts'
import { basisContent, type Change, checkBasis } from '../people/facts.ts'
import { basis } from '../people/schemas.ts'
import { ruleInForce } from '../rule-sets/in-force.ts'
import { pairById, stayById } from '../stays/queries.ts'
import { eventById } from './rows.ts'

export const eventInput = z.strictObject({ ...eventFields, basis })
type EventInput = z.output<typeof eventInput>

function patientsOf(ctx: CommandContext, pairId: string) {
  const pair = pairById(ctx.db, pairId)
  return { pair, patients: [pair.babyId, stayById(ctx.db, pair.stayId).motherId] }
}

/** Notes an incident or a concern, and with it opens a review whose limit runs from when it happened. */
export function noteEvent(ctx: CommandContext, input: EventInput) {
  const { pair, patients } = patientsOf(ctx, input.pairId)
  const now = trustedNow(ctx.db, ctx.now)
  const faults = eventFaults(input, pair, now)
  if (faults.length > 0) refuse('invalid', 'Check what was entered', faults)
  checkBasis(input.basis, now)
  const rules = ruleInForce(ctx.db, reviewEventsRuleSet, input.happenedAt)
  const { basis: known, trustNumber, candour, candourBecause, ...said } = input
  const isIncident = input.kind === 'incident'
  return ctx.write((tx) => {
    const { recordId } = tx.insert(reviewEvent, {
      ...said,
      ...basisContent(known),
      trustNumber: isIncident ? (trustNumber ?? null) : null,
      candour: isIncident ? (candour ?? null) : null,
      candourBecause: isIncident ? (candourBecause ?? '') : '',
      reviewDueAt: dueOf(rules.content[input.kind].limit, input.happenedAt).at,
      ruleSetId: rules.recordId,
    })
    return {
      value: { id: recordId },
      audit: [
        {
          action: 'review.opened',
          entity: 'review_event',
          entityId: recordId,
          entityVersion: 1,
          patients,
          payload: { kind: input.kind },
        },
      ],
    }
  })
}

/** What is learned later of an incident. When it happened, and with it the limit, stays (architecture law 5). */
export const laterInput = z.strictObject({
  id: z.uuid(),
  version: z.int().min(1),
  reason: eventFields.what,
  trustNumber: eventFields.trustNumber,
  candour: eventFields.candour,
  candourBecause: eventFields.candourBecause,
})

export function addLater(ctx: CommandContext, input: z.output<typeof laterInput>) {
  const event = needThere(ctx, input.id)
  if (event.kind !== 'incident')
    refuse('held', 'A concern has no incident number. Note an incident if it was one')
  const { pair, patients } = patientsOf(ctx, event.pairId)
  const now = trustedNow(ctx.db, ctx.now)
  const faults = eventFaults({ ...event, ...candourOf(input) }, pair, now)
  if (faults.length > 0) refuse('invalid', 'Check what was entered', faults)
  return ctx.write((tx) => {
    const { trustNumber, candour, candourBecause } = input
    const made = tx.amend(
      reviewEvent,
      input.id,
      input.version,
      {
        trustNumber: trustNumber ?? null,
        candour: candour ?? null,
        candourBecause: candourBecause ?? '',
      },
      input.reason,
    )
    return {
      value: { id: input.id, version: made.version },
      audit: [
        {
          action: 'review.event-changed',
          entity: 'review_event',
          entityId: input.id,
          entityVersion: made.version,
          patients,
          reason: input.reason,
        },
      ],
    }
  })
}

const candourOf = ({ candour, candourBecause }: z.output<typeof laterInput>) => ({
  candour,
  candourBecause,
})

/** What the review says of one event. Once; a further review says it of itself. */
export function answerEvent(ctx: CommandContext, input: z.output<typeof answerInputSchema>) {
  const event = needThere(ctx, input.eventId)
  if (event.answer) refuse('held', 'Somebody has answered this already. Look at what they say')
  const { patients } = patientsOf(ctx, event.pairId)
  return ctx.write((tx) => {
    const { recordId } = tx.insert(reviewAnswer, {
      subjectId: input.eventId,
      answer: input.answer,
      because: input.because,
      answeredAt: tx.now,
    })
    return {
      value: { id: recordId },
      audit: [
        {
          action: 'review.answered',
          entity: 'review_answer',
          entityId: recordId,
          entityVersion: 1,
          patients,
        },
      ],
    }
  })
}

/**
 * Corrects an answer that was entered wrongly. Where it says another thing, a review that was signed on the old one
 * closes the event no more: it is due again, by the same limit.
 */
export function correctAnswer(
  ctx: CommandContext,
  { eventId, version, answer, because, reason }: z.output<typeof correctedAnswerSchema>,
) {
  const event = needThere(ctx, eventId)
  if (!event.answer) refuse('held', 'Nobody has answered this yet. Answer it')
  const { recordId, ...before } = event.answer
  const { patients } = patientsOf(ctx, event.pairId)
  return ctx.write((tx) => {
    const answeredAt = answeredAtOf(before, answer, tx.now)
    const made = tx.amend(reviewAnswer, recordId, version, { answer, because, answeredAt }, reason)
    return {
      value: { id: recordId, version: made.version },
      audit: [
        {
          action: 'review.answer-corrected',
          entity: 'review_answer',
          entityId: recordId,
          entityVersion: made.version,
          patients,
          reason,
        },
      ],
    }
  })
}

const overseers: readonly Role[] = ['ward-manager', 'consultant']

/**
 * Takes back an event that was entered in error; it stays readable, and asks for no review any more. What one
 * noted another does not strike out: that is for who noted it, while nobody has added to it, or for the ward
 * manager or a consultant.
 */
export function withdrawEvent(ctx: CommandContext, { id, version, reason }: Change) {
  const event = needThere(ctx, id)
  if (!isNoted(event.kind))
    refuse('held', 'Another record tells of this. Correct it there, and answer this one')
  const isOwn = event.version === 1 && event.author === ctx.actor.staffId
  if (!isOwn && !overseers.includes(ctx.actor.role))
    refuse(
      'not-permitted',
      'Somebody else noted this. Answer it in the review, or ask who noted it, the ward manager or a consultant to take it back',
    )
  const { patients } = patientsOf(ctx, event.pairId)
  return ctx.write((tx) => {
    const made = tx.withdraw(reviewEvent, id, version, reason)
    if (event.answer) tx.withdraw(reviewAnswer, event.answer.recordId, event.answer.version, reason)
    return {
      value: { id, version: made.version },
      audit: [
        {
          action: 'review.event-withdrawn',
          entity: 'review_event',
          entityId: id,
          entityVersion: made.version,
          patients,
          reason,
        },
      ],
    }
  })
}

function needThere(ctx: CommandContext, id: string) {
  return (
    eventById(ctx.db, id) ??
    refuse('not-found', 'This event is not on record any more. Open the page again')
  )
}
