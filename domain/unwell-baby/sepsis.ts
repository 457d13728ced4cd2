import { z } from 'zod'
import { checkIds, documentsSchema } from '../shared/rule-documents.ts'
import { ruleCode, ruleText, sourced } from '../shared/source.ts'
import type { AgeForRules } from './age-for-rules.ts'
import { findingCodes, findingGroups } from './findings.ts'
import { thresholdRow } from './rule-content.ts'
import { signCodes } from './signs.ts'
import { type Fired, firedRows, type Missing, missingFrom, type Observed } from './threshold.ts'

export const sepsisRisks = ['high', 'moderate'] as const
export type SepsisRisk = (typeof sepsisRisks)[number]

/** The content of a `sepsis` rule set: NICE suspected sepsis in under 5s, rows for under one year. */
export const sepsisContentSchema = z
  .strictObject({
    documents: documentsSchema,
    needs: z.strictObject({
      signs: z.array(z.enum(signCodes)),
      groups: z.array(z.enum(findingGroups)),
    }),
    rows: z.array(thresholdRow(sepsisRisks)).min(1),
    /** Impaired immunity turns moderate to high risk into an emergency transfer. */
    immunity: z.strictObject({
      id: ruleCode,
      finding: z.enum(findingCodes),
      text: ruleText,
      ...sourced,
    }),
    actions: z.array(z.strictObject({ band: z.enum(sepsisRisks), text: ruleText, ...sourced })),
  })
  .superRefine((content, context) => checkIds([...content.rows, content.immunity], context))
export type SepsisContent = z.infer<typeof sepsisContentSchema>

export interface SepsisResult {
  /** No high or moderate risk sign only where everything was looked at; not-complete where something is missing. */
  band: SepsisRisk | 'no-sign' | 'not-complete'
  fired: Fired<SepsisRisk>[]
  missing: Missing[]
}

/** The risk by the sepsis table, with every row that fired, high before moderate. */
export function sepsis(content: SepsisContent, observed: Observed, age: AgeForRules): SepsisResult {
  const rows = firedRows(content.rows, observed, age)
  const raised = raisedByImmunity(content, rows, observed)
  const fired = [...raised, ...rows].sort(
    (a, b) => sepsisRisks.indexOf(a.band) - sepsisRisks.indexOf(b.band),
  )
  const missing = missingFrom(content.needs, observed, age)
  const nothing = missing.length > 0 ? 'not-complete' : 'no-sign'
  return { band: fired[0]?.band ?? nothing, fired, missing }
}

function raisedByImmunity(
  content: SepsisContent,
  rows: readonly Fired<SepsisRisk>[],
  observed: Observed,
): Fired<SepsisRisk>[] {
  const { id: rowId, finding, text, source, mark } = content.immunity
  const moderate = rows.filter((row) => row.band === 'moderate')
  if (moderate.length === 0 || !observed.findings.some((code) => code === finding)) return []
  const because = moderate.map((row) => row.because).join(', ')
  return [{ rowId, band: 'high', text, because, ageBasis: 'any age', source, mark }]
}
