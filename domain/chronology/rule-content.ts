import { z } from 'zod'
import type { RuleSetKind } from '../rule-sets/rule-set.ts'
import { limitSchema } from '../shared/limits.ts'
import { ruleText, sourced } from '../shared/source.ts'
import { roles } from '../users/roles.ts'
import { contactFacts } from './pattern.ts'

/** Gaps, the analysis of health-service use, and its alerting signs as data that the unit approves. */

const signSchema = z.strictObject({
  id: z.string().regex(/^FII-[CP]\d$/, 'Use the form FII-C1'),
  about: z.enum(['child', 'carer']),
  text: ruleText,
  /** The fact of the record that stands beside it; null where the record by itself says nothing. */
  fact: z.enum(contactFacts).nullable(),
  ...sourced,
})
export type AlertingSign = z.infer<typeof signSchema>

export const historyAnalysisSchema = z.strictObject({
  gaps: z.strictObject({
    /** More days than this of which nothing is told are a gap. */
    days: z.int().min(1),
    /** How far back from the arrival. */
    lookBackMonths: z.int().min(1).max(120),
    ...sourced,
  }),
  /** From the arrival to the analysis by a named professional (measure 3-1). */
  review: z.strictObject({ limit: limitSchema, ...sourced }),
  reviewers: z.strictObject({ roles: z.array(z.enum(roles)).min(1), ...sourced }),
  /** Contacts are counted in windows of so many days. */
  windowDays: z.int().min(1),
  signs: z.array(signSchema).min(1),
  /** What to do at once, shown above the analysis. */
  atOnce: z.strictObject({ text: ruleText, ...sourced }),
})
export type HistoryAnalysis = z.infer<typeof historyAnalysisSchema>

export const historyAnalysis: RuleSetKind<HistoryAnalysis> = {
  kind: 'history-analysis',
  title: 'History over all sources, and health-service use',
  content: historyAnalysisSchema,
}
