import { z } from 'zod'
import { checkIds, documentsSchema } from '../shared/rule-documents.ts'
import { ruleText, sourced } from '../shared/source.ts'
import type { AgeForRules } from './age-for-rules.ts'
import { findingGroups } from './findings.ts'
import { thresholdRow } from './rule-content.ts'
import { signCodes } from './signs.ts'
import { type Fired, firedRows, type Missing, missingFrom, type Observed } from './threshold.ts'

export const feverColours = ['red', 'amber'] as const
export type FeverColour = (typeof feverColours)[number]

/** The content of a `fever` rule set: the NICE traffic light for fever in under 5s, rows for 0 to 11 months. */
export const feverContentSchema = z
  .strictObject({
    documents: documentsSchema,
    /** When the table counts in the route (decision 24). */
    counts: z.strictObject({ temperatureAtLeast: z.number(), text: ruleText, ...sourced }),
    needs: z.strictObject({
      signs: z.array(z.enum(signCodes)),
      groups: z.array(z.enum(findingGroups)),
    }),
    green: z.array(ruleText).min(1),
    rows: z.array(thresholdRow(feverColours)).min(1),
    actions: z.array(
      z.strictObject({ band: z.enum([...feverColours, 'green']), text: ruleText, ...sourced }),
    ),
    advice: z.array(z.strictObject({ text: ruleText, ...sourced })),
  })
  .superRefine((content, context) => checkIds(content.rows, context))
export type FeverContent = z.infer<typeof feverContentSchema>

export interface FeverResult {
  /** Green only where everything was looked at and nothing fired; not-complete where something is missing. */
  band: FeverColour | 'green' | 'not-complete'
  fired: Fired<FeverColour>[]
  missing: Missing[]
}

/** The colour by the fever table, with every row that fired. Red before amber; nothing missing is taken for normal. */
export function fever(content: FeverContent, observed: Observed, age: AgeForRules): FeverResult {
  const rows = firedRows(content.rows, observed, age)
  const fired = [...rows].sort(
    (a, b) => feverColours.indexOf(a.band) - feverColours.indexOf(b.band),
  )
  const missing = missingFrom(content.needs, observed, age)
  const nothing = missing.length > 0 ? 'not-complete' : 'green'
  return { band: fired[0]?.band ?? nothing, fired, missing }
}

/** Whether a fever was measured, reported, or could not be ruled out because nobody took a temperature. */
export function feverPossible(
  content: FeverContent,
  temperature: number | undefined,
  reported: boolean,
): boolean {
  return reported || temperature === undefined || temperature >= content.counts.temperatureAtLeast
}
