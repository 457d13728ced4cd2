import { z } from 'zod'
import {
  dutyAcknowledgementSchema,
  dutyAnswerSchema,
  dutyDropSchema,
  dutySendingSchema,
} from '#domain/communications/record.ts'
import { instantSchema } from '#domain/shared/calendar.ts'
import { ruleCode } from '#domain/shared/source.ts'
import { line, name, note, optionalText, reason } from '#domain/shared/text.ts'
import { letterFormats } from '../letters/letter-file.ts'

const id = z.uuid()

export const pairInput = z.strictObject({ pairId: id })

/** Sent; and where it was said to somebody, who it was that heard it. */
export const sentInput = dutySendingSchema.extend({
  dutyId: id,
  heardBy: z.strictObject({ name, role: line }).nullish(),
})
export type SentInput = z.output<typeof sentInput>

export const acknowledgedInput = dutyAcknowledgementSchema.extend({ dutyId: id })
export type AcknowledgedInput = z.output<typeof acknowledgedInput>

/** What came of it, once that is known. */
export const outcomeInput = z.strictObject({
  id,
  version: z.int().min(1),
  outcome: note,
})
export type OutcomeInput = z.output<typeof outcomeInput>

export const dropInput = dutyDropSchema.extend({ dutyId: id })
export type DropInput = z.output<typeof dropInput>

export const letterInput = z.strictObject({ dutyId: id, format: z.enum(letterFormats) })

export const answerInput = dutyAnswerSchema.extend({
  eventId: id,
  question: z.string().regex(/^[a-z-]+(:[0-9a-f-]{36})?$/, 'This is not a question of the duties'),
})
export type AnswerInput = z.output<typeof answerInput>

export const concernInput = z.strictObject({ eventId: id, because: reason })

/** What may be entered as a mistake and taken back. */
export const undoable = ['sending', 'acknowledgement', 'drop'] as const
export const undoInput = z.strictObject({
  kind: z.enum(undoable),
  id,
  version: z.int().min(1),
  reason: reason,
})
export type UndoInput = z.output<typeof undoInput>

/** Something that no other page of the app records, and that others must be told of. */
export const happenedInput = z.strictObject({
  pairId: id,
  event: ruleCode,
  at: instantSchema,
  startsAt: instantSchema.nullish(),
  concernOrConsent: z.boolean(),
  /** What happened, and what it means for care of the baby. */
  details: optionalText(note),
})
export type HappenedInput = z.output<typeof happenedInput>

/** What an episode of the mother that the record raised by itself means for care of the baby. */
export const effectOnCareInput = z.strictObject({
  eventId: id,
  version: z.int().min(1),
  effect: note,
})
export type EffectOnCareInput = z.output<typeof effectOnCareInput>

export const withdrawEventInput = z.strictObject({
  eventId: id,
  version: z.int().min(1),
  reason: reason,
})
export type WithdrawEventInput = z.output<typeof withdrawEventInput>
