import { z } from 'zod'
import { reasonFault, reviewOutcomes } from '#domain/restricted/access.ts'
import { entryShape, keepingShape } from '#domain/restricted/entry.ts'
import { line, note, optionalText } from '#domain/shared/text.ts'
import { basis, change, id } from '../people/schemas.ts'

export const addInput = z.strictObject({ personId: id, ...entryShape, basis })
export const changeInput = z.strictObject({ ...change, ...entryShape, basis })
export const openInput = z.strictObject({
  personId: id,
  because: line.superRefine((reason, ctx) => {
    const message = reasonFault(reason)
    if (message) ctx.addIssue({ code: 'custom', message })
  }),
})
export const reviewInput = z.strictObject({
  id,
  version: z.int().min(1),
  outcome: z.enum(Object.keys(reviewOutcomes) as [keyof typeof reviewOutcomes], {
    error: 'Say whether it was needed',
  }),
  review: line,
})
/** Of which record, as it stands, the words are moved, and what may stand there instead. */
export const moveInput = z.strictObject({
  id,
  version: z.int().min(1),
  ...keepingShape,
  instead: optionalText(note).transform((text) => text ?? ''),
})
export const seenInput = z.strictObject({ id, version: z.int().min(1) })
export type MoveInput = z.output<typeof moveInput>
export type ReviewInput = z.output<typeof reviewInput>
export type EntryInput = z.output<typeof addInput>
export type ChangeInput = z.output<typeof changeInput>
