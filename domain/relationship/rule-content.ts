import { z } from 'zod'
import type { RuleSetKind } from '../rule-sets/rule-set.ts'
import { limitSchema } from '../shared/limits.ts'
import { ruleCode, ruleText, sourced } from '../shared/source.ts'

/** How often mother and baby are assessed, with which tools, and the unit's own words on what that is worth. */

const days = z.strictObject({ days: z.int().min(1).max(60), ...sourced })
const limit = z.strictObject({ limit: limitSchema, ...sourced })

/** What a higher score says; `not-said` where the unit has not looked it up. */
export const directions = ['higher-is-better', 'lower-is-better', 'not-said'] as const
export type Direction = (typeof directions)[number]

const toolSchema = z.strictObject({
  id: ruleCode,
  name: ruleText,
  /** Who fills it in: staff who watch, the mother herself, or staff over a video. */
  ratedBy: z.enum(['staff', 'mother', 'video']),
  /** Its headings alone: the wording of a tool may be licensed, and is not kept here (domain.md 4.2). */
  scales: z.array(z.strictObject({ id: ruleCode, name: ruleText })).min(1),
  /** The lowest and highest score of a scale; null until the unit has entered them from its own copy. */
  least: z.int().nullable(),
  most: z.int().nullable(),
  direction: z.enum(directions),
  ...sourced,
})
export type Tool = z.infer<typeof toolSchema>

export const relationshipRulesSchema = z.strictObject({
  /** The first assessment by the end of this day of being together here. */
  baseline: days,
  /** Then one in each stretch of so many days. */
  every: days,
  /** From when it was rated to when it is entered; later, it counts for no figure. */
  enterWithin: limit,
  /** Fewer days of watching than this are said beside the result. */
  watchAtLeast: days,
  /** From the end of the baseline's own limit to when the scope statement has been sent. */
  sendWithin: limit,
  /** From when it was rated to when the mother or a professional has it, or it is said why she has not. */
  giveWithin: limit.default({
    limit: { kind: 'working-days', days: 2 },
    source: 'Default of this product: what nobody has been given helps nobody decide',
    mark: 'proposal',
  }),
  /** From sending to a named person's acknowledgement. */
  acknowledgeWithin: limit,
  /** From one chase to the next. */
  chaseEvery: limit,
  tools: z.array(toolSchema),
})
export type RelationshipRules = z.infer<typeof relationshipRulesSchema>

export const relationshipRuleSet: RuleSetKind<RelationshipRules> = {
  kind: 'relationship',
  title: 'Relationship and parenting assessment',
  content: relationshipRulesSchema,
}

const scopeLine = z.strictObject({ text: ruleText, ...sourced })

/**
 * The unit's one-page scope statement: what it assesses and what it does not (Finding Five d). A change of its
 * words is a new revision; what was sent names the revision that was sent.
 */
export const scopeStatementSchema = z.strictObject({
  purpose: scopeLine,
  weAssess: z.array(scopeLine).min(1).max(8),
  weDoNot: z.array(scopeLine).min(1).max(8),
  howFar: z.array(scopeLine).min(1).max(6),
  whoElse: z.array(scopeLine).min(1).max(6),
})
export type ScopeStatement = z.infer<typeof scopeStatementSchema>

export const scopeStatement: RuleSetKind<ScopeStatement> = {
  kind: 'scope-statement',
  title: 'Scope statement: what this unit assesses, and what it does not',
  content: scopeStatementSchema,
}
