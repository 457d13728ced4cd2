import { z } from 'zod'
import { civilDateSchema, instantSchema } from '#domain/shared/calendar.ts'
import { ruleCode } from '#domain/shared/source.ts'
import { line, note, optionalText, reason } from '#domain/shared/text.ts'
import { largestRuleFile } from './rule-files.ts'

export const id = z.uuid()
export const change = { id, version: z.int().min(1), reason: reason }

const optionalDate = civilDateSchema.nullish().transform((date) => date ?? null)

export const newDraft = z.strictObject({ basedOn: id, changes: note })

export const draftChange = z.strictObject({
  ...change,
  title: line,
  source: line,
  reviewDue: optionalDate,
  changes: note,
  content: z.unknown(),
})

export const approval = z.strictObject({
  ...change,
  effectiveFrom: instantSchema.nullish().transform((at) => at ?? null),
  reviewDue: civilDateSchema,
  agreedWith: optionalText(line).transform((typed) => typed ?? null),
  /** The rules in force against which the approver saw what would change. */
  comparedWith: id.nullish(),
})

export const reviewDone = z.strictObject({ ...change, reviewDue: civilDateSchema })

export const ruleFile = z.strictObject({
  text: z.string().max(largestRuleFile, 'This file is too large for rules. Choose another'),
  changes: note,
})

export const consideration = z.strictObject({ kind: ruleCode, content: z.unknown() })
