import { z } from 'zod'
import { civilDateSchema } from '#domain/shared/calendar.ts'
import { line } from '#domain/shared/text.ts'
import { importKinds } from '#domain/training/import/columns.ts'
import { dateOrders } from '#domain/training/import/dates.ts'
import { takenOutAnswers } from '#domain/training/import/plan.ts'
import { change, id } from '../../users/schemas.ts'

export const startInput = z.strictObject({
  fileName: line,
  bytes: z.int().min(1, 'This file is empty. Choose another'),
})
export type StartInput = z.output<typeof startInput>

export const partInput = z.strictObject({
  uploadId: id,
  part: z.int().min(0).max(9),
  bytes: z.custom<Uint8Array>(
    (value) => value instanceof Uint8Array && value.length > 0,
    'This part of the file is empty. Choose the file again',
  ),
})
export type PartInput = z.output<typeof partInput>

const short = z.string().max(600)

/** What is to be read from which sheet, under which headings, and what was answered about it. */
const reading = {
  uploadId: id,
  sheet: z.int().min(0).max(999),
  kind: z.enum(importKinds, 'Choose what the file holds'),
  /** The number of the column that holds each, from 0. */
  columns: z.record(short, z.int().min(0).max(199)),
  dateOrder: z
    .enum(dateOrders)
    .nullish()
    .transform((order) => order ?? null),
  takenOut: z
    .enum(takenOutAnswers)
    .nullish()
    .transform((answer) => answer ?? null),
  words: z.record(short, short).default({}),
  people: z.record(short, short).default({}),
}
export const readingInput = z.strictObject(reading)
export type ReadingInput = z.output<typeof readingInput>

export const importInput = z.strictObject({
  ...reading,
  /** What the preview said, so that nothing else is imported than was seen. */
  seen: z.strictObject({ add: z.int(), fault: z.int() }),
  /** Import the good rows and leave the faulty ones out. */
  withoutFaulty: z.boolean().default(false),
})
export type ImportInput = z.output<typeof importInput>

export const listInput = z.strictObject({ kinds: z.array(z.enum(importKinds)).min(1) })

export const undoInput = z.strictObject(change)
export type UndoInput = z.output<typeof undoInput>

export const exportInput = z.strictObject({
  kind: z.enum(importKinds),
  format: z.enum(['xlsx', 'csv']),
  /** The headings alone: the template. */
  empty: z.boolean().default(false),
  /** The roster: the first day that is taken. */
  from: civilDateSchema.optional(),
})
export type ExportInput = z.output<typeof exportInput>
