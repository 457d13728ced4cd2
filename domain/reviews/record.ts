import { z } from 'zod'
import { addMinutes, instantSchema } from '../shared/calendar.ts'
import type { FieldMessage } from '../shared/failure.ts'
import { line, note, optionalText, reason, reasonNote } from '../shared/text.ts'
import type { Instant } from '../shared/time.ts'
import { notedKinds } from './rule-content.ts'

/** An incident or a concern as it is noted; the trust's own system keeps the incident itself. */

/** Whether the duty of candour was considered (regulation 20, Health and Social Care Act 2008 regulations 2014). */
export const candourAnswers = ['applies', 'does-not-apply', 'to-be-decided'] as const
export type Candour = (typeof candourAnswers)[number]

export const candourLabels: Record<Candour, string> = {
  applies: 'Considered: it applies',
  'does-not-apply': 'Considered: it does not apply',
  'to-be-decided': 'Not decided yet',
}

/** What is noted besides its basis. */
export const eventFields = {
  pairId: z.uuid(),
  kind: z.enum(notedKinds, 'Choose what it was'),
  happenedAt: instantSchema,
  what: note,
  trustNumber: optionalText(line),
  candour: z.enum(candourAnswers, 'Say whether the duty of candour was considered').optional(),
  candourBecause: optionalText(reason),
}

interface Noted {
  kind: string
  happenedAt: Instant
  candour?: Candour | undefined
  candourBecause?: string | undefined
}

// A clock on another screen may be a little ahead of the service's.
const clockLeewayMinutes = 2

/** What cannot be true of a note, or is missing from it; empty where nothing is. */
export function eventFaults(
  event: Noted,
  pair: { startedAt: Instant; endedAt: Instant | null },
  now: Instant,
): FieldMessage[] {
  const faults: FieldMessage[] = []
  const complain = (field: string, message: string) => faults.push({ field, message })
  const { kind, happenedAt, candour, candourBecause } = event
  if (happenedAt > addMinutes(now, clockLeewayMinutes))
    complain('happenedAt', 'This time is still to come. Enter when it happened')
  if (happenedAt < pair.startedAt)
    complain('happenedAt', 'Mother and baby were not together here yet. Check the date')
  if (pair.endedAt !== null && happenedAt > pair.endedAt)
    complain('happenedAt', 'Mother and baby had left by then. Check the date')
  if (kind === 'incident' && candour === undefined)
    complain('candour', 'Say whether the duty of candour was considered')
  if (candour === 'does-not-apply' && candourBecause === undefined)
    complain('candourBecause', 'Enter why it does not apply')
  return faults
}

export const reviewAnswers = ['changes', 'no-change'] as const
export type ReviewAnswer = (typeof reviewAnswers)[number]

export const reviewAnswerLabels: Record<ReviewAnswer, string> = {
  changes: 'Supervision is changed because of it',
  'no-change': 'Supervision stays as it is',
}

const answerFields = {
  eventId: z.uuid(),
  answer: z.enum(reviewAnswers, 'Say what it means for the supervision'),
  /** In what it is changed, or why it is not. */
  because: reasonNote,
}
export const answerInputSchema = z.strictObject(answerFields)

/** An answer that was entered wrongly, and what was wrong. */
export const correctedAnswerSchema = z.strictObject({
  ...answerFields,
  version: z.int().min(1),
  reason,
})
