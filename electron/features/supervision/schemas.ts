import { z } from 'zod'
import { instantSchema } from '#domain/shared/calendar.ts'
import { line, reason, reasonNote } from '#domain/shared/text.ts'
import { decisionInputSchema } from '#domain/supervision/record.ts'

export const pairInput = z.object({ pairId: z.uuid() })

export const referralInput = z.strictObject({ referralId: z.uuid() })

export const withdrawPreparedInput = z.strictObject({
  childId: z.uuid(),
  version: z.int().min(1),
  reason: reason,
})

/** One unmet condition, overridden by name. */
const overrideInput = z.object({
  rule: z.string().regex(/^SUP-C\d+$/, 'This is not a condition of a supervision decision'),
  because: reasonNote,
})

/** A decision with what came before it: who was told, and what is overridden. */
export const decideInput = decisionInputSchema.and(
  z
    .object({
      /** The newest decision that the screen showed; null where there was none. Another one by now is a clash. */
      seenDecisionId: z.uuid().nullable().optional(),
      socialWorkerTold: z.object({ who: line, at: instantSchema }).optional(),
      overrides: z.array(overrideInput).max(9).default([]),
    })
    .refine(
      ({ overrides }) => new Set(overrides.map(({ rule }) => rule)).size === overrides.length,
      { path: ['overrides'], message: 'A condition is overridden twice' },
    ),
)
export type DecideInput = z.output<typeof decideInput>
