import { z } from 'zod'
import { type AnyReport, isShareable } from '../any-report.ts'
import { withheldWord } from '../disclosure.ts'
import { levels } from '../levels.ts'
import { disclosures } from '../report-model.ts'

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
  const requirements: readonly AnyRequirement[] = model.requirements
  return packSummarySchema.parse({
    disclosure: isShareable(model) ? 'shareable' : 'restricted',
    requirements: requirements.map((one) => ({
      id: one.id,
      short: one.short,
      level: one.level,
      computedLevel: 'computedLevel' in one ? one.computedLevel : null,
      reason: 'reason' in one ? one.reason : null,
      measures: one.linesOfEnquiry.flatMap(({ measures }: { measures: AnyMeasure[] }) =>
        measures.map(measureOf),
      ),
    })),
  } satisfies PackSummary)
}

type AnyRequirement = AnyReport['requirements'][number]
type AnyMeasure = AnyRequirement['linesOfEnquiry'][number]['measures'][number]

/** Exact in the one kind, rounded or withheld in the other; `n` is what the rate is of. */
function measureOf(measure: AnyMeasure): DeskMeasure {
  const { id, version, title, safetyCritical, minimumN, unit, figure } = measure
  return {
    id,
    version,
    title,
    safetyCritical,
    minimumN,
    unit,
    pass: figure.pass,
    n: 'denominator' in figure ? figure.denominator : figure.n,
    rateTenths: figure.rateTenths,
  }
}
