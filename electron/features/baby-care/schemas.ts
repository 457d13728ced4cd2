import { z } from 'zod'
import { type CareEntry, entryFaults, entryShape } from '#domain/baby-care/entry.ts'
import { civilDateSchema } from '#domain/shared/calendar.ts'
import { change, id } from '../people/schemas.ts'

function judged(entry: CareEntry, context: z.core.$RefinementCtx): void {
  for (const { field, message } of entryFaults(entry))
    context.addIssue({ code: 'custom', path: [field], message, input: undefined })
}

export const logInput = z.strictObject({
  pairId: id,
  /** The day that is shown; today where it is left out. */
  day: civilDateSchema.optional(),
})
export const addInput = z.strictObject({ pairId: id, ...entryShape }).superRefine(judged)
export const correctInput = z.strictObject({ ...change, ...entryShape }).superRefine(judged)
export const withdrawInput = z.strictObject(change)
export const undoInput = z.strictObject({ id })
