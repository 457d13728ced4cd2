import { z } from 'zod'
import { type AnyReport, isShareable } from '../any-report.ts'
import { withheldWord } from '../disclosure.ts'
import { levels } from '../levels.ts'
import { type Disclosure, disclosures } from '../report-model.ts'

/**
 * What a commissioner's desk keeps of a pack: levels and figures, each with its n, and none of the records.
 * The records stay in the pack and its viewer.
 */

const line = z.string()
const quantity = z.union([z.number().int().nonnegative(), z.literal(withheldWord)])

const deskMeasureSchema = z.strictObject({
  id: line,
  /** Null where the unit's app kept no records for it. */
  version: z.number().int().positive().nullable(),
  title: line,
  safetyCritical: z.boolean(),
  minimumN: z.number().int().nonnegative(),
  unit: z.enum(['count', 'minutes']),
  pass: quantity,
  n: quantity,
  rateTenths: z.union([z.number().int().min(0).max(1000).nullable(), z.literal(withheldWord)]),
})
export type DeskMeasure = z.infer<typeof deskMeasureSchema>

const level = z.union([z.enum(levels), z.literal(withheldWord)])
export const packSummarySchema = z.strictObject({
  disclosure: z.enum(disclosures),
  requirements: z.array(
    z.strictObject({
      id: line,
      short: line,
      level,
      /** Null in a shareable report. */
      computedLevel: z.enum(levels).nullable(),
      /** Why the level is as it is; null in a shareable report. */
      reason: line.nullable(),
      measures: z.array(deskMeasureSchema),
    }),
  ),
})
export type PackSummary = z.infer<typeof packSummarySchema>
export type DeskRequirement = PackSummary['requirements'][number]

/** The levels and figures of a report of either kind, without its records. */
export function packSummary(model: AnyReport): PackSummary {
  return packSummarySchema.parse(
    isShareable(model)
      ? summaryOf(
          'shareable',
          model.requirements.map((one) => ({
            ...heads(one),
            computedLevel: null,
            reason: null,
            measures: one.linesOfEnquiry.flatMap(({ measures }) =>
              measures.map(({ figure, ...each }) => ({
                ...words(each),
                pass: figure.pass,
                n: figure.n,
                rateTenths: figure.rateTenths,
              })),
            ),
          })),
        )
      : summaryOf(
          'restricted',
          model.requirements.map((one) => ({
            ...heads(one),
            computedLevel: one.computedLevel,
            reason: one.reason,
            measures: one.linesOfEnquiry.flatMap(({ measures }) =>
              measures.map(({ figure, ...each }) => ({
                ...words(each),
                pass: figure.pass,
                n: figure.denominator,
                rateTenths: figure.rateTenths,
              })),
            ),
          })),
        ),
  )
}

const summaryOf = (disclosure: Disclosure, requirements: DeskRequirement[]): PackSummary => ({
  disclosure,
  requirements,
})

const heads = ({
  id,
  short,
  level: standing,
}: Pick<DeskRequirement, 'id' | 'short' | 'level'>) => ({
  id,
  short,
  level: standing,
})

const words = ({
  id,
  version,
  title,
  safetyCritical,
  minimumN,
  unit,
}: Omit<DeskMeasure, 'pass' | 'n' | 'rateTenths'>) => ({
  id,
  version,
  title,
  safetyCritical,
  minimumN,
  unit,
})
