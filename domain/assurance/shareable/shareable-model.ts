import { z } from 'zod'
import { instantSchema } from '../../shared/calendar.ts'
import { withheldWord } from '../disclosure.ts'
import { levels } from '../levels.ts'
import { annexSchema, coverSchema, frameworkSchema, levelRulesSchema } from '../report-model.ts'
import { writtenModelSchema } from '../written/written-model.ts'
import { cellNames } from './small-numbers.ts'

/**
 * The shareable report (decision 36), whole: its shape has no place for a record, an exact small count, or a
 * typed text that nobody cleared to be shared. Every format is made from this and from nothing else.
 */

const line = z.string()
const published = z.union([z.number().int().nonnegative(), z.literal(withheldWord)])
const rate = z.number().int().min(0).max(1000).nullable()

const cells = Object.fromEntries(cellNames.map((name) => [name, published])) as Record<
  (typeof cellNames)[number],
  typeof published
>
export const publishedFigureSchema = z.strictObject({
  ...cells,
  rateTenths: z.union([rate, z.literal(withheldWord)]),
})

/** Why a table is as it is. */
export const tableStates = ['printed', 'no-records', 'comes-back', 'near-earlier'] as const
export type TableState = (typeof tableStates)[number]

const pointSchema = z.strictObject({
  from: instantSchema,
  to: instantSchema,
  label: line,
  pass: published,
  n: published,
  rateTenths: z.union([rate, z.literal(withheldWord)]),
})
export type ShareablePoint = z.infer<typeof pointSchema>

export const shareableMeasureSchema = z.strictObject({
  id: line,
  version: z.number().int().positive().nullable(),
  title: line,
  population: line,
  placedBy: line.nullable(),
  rule: line,
  source: line,
  safetyCritical: z.boolean(),
  minimumN: z.number().int().nonnegative(),
  unit: z.enum(['count', 'minutes']),
  state: z.enum(tableStates),
  figure: publishedFigureSchema,
  /** All groups or none: a group that is left out would be the rest of the others. */
  groups: z.array(z.strictObject({ name: line, figure: publishedFigureSchema })),
  groupsWithheld: z.boolean(),
  /** Oldest first; the last is this report's period. */
  trend: z.array(pointSchema),
})
export type ShareableMeasure = z.infer<typeof shareableMeasureSchema>

export const shareableRequirementSchema = z.strictObject({
  id: line,
  short: line,
  finding: line,
  addressedTo: line,
  words: line,
  /** Withheld where a figure that is withheld could be told from it. */
  level: z.union([z.enum(levels), z.literal(withheldWord)]),
  /** Set by a person, with a reason that stays in the restricted report. */
  setByPerson: z.boolean(),
  /** The commissioner's own level; reports of before have no place for one. */
  commissionerLevel: z.enum(levels).nullable().optional(),
  linesOfEnquiry: z.array(
    z.strictObject({
      id: line,
      question: line,
      evidence: z.array(line),
      measures: z.array(shareableMeasureSchema),
    }),
  ),
})
export type ShareableRequirement = z.infer<typeof shareableRequirementSchema>

export const shareableModelSchema = z.strictObject({
  format: z.literal('mbu-assurance-shareable-report'),
  formatVersion: z.literal(1),
  cover: coverSchema.extend({ disclosure: z.literal('shareable') }),
  framework: frameworkSchema,
  levelRules: levelRulesSchema,
  smallNumbers: z.strictObject({
    withheldUpTo: z.number().int(),
    recordsRoundedTo: z.number().int(),
    minutesRoundedTo: z.number().int(),
  }),
  requirements: z.array(shareableRequirementSchema),
  /** How many, and nothing of each; null where they were not given. */
  counts: z.strictObject({
    overrides: published,
    episodes: published.nullable(),
    oneShiftAccounts: published,
  }),
  /** What people wrote for it: each text cleared to be shared, or withheld. */
  written: writtenModelSchema.optional(),
  annex: annexSchema.omit({ oneShiftAccounts: true, auditExtract: true }),
  /** SHA-256 over the canonical form of everything above, in hexadecimal. */
  contentHash: line,
})
export type ShareableModel = z.infer<typeof shareableModelSchema>
export type ShareableContent = Omit<ShareableModel, 'contentHash'>

/** Every measure of the report in its order, with the requirement it stands under. */
export const measuresOfShareable = (
  model: ShareableContent,
): { requirement: ShareableRequirement; measure: ShareableMeasure }[] =>
  model.requirements.flatMap((requirement) =>
    requirement.linesOfEnquiry.flatMap(({ measures }) =>
      measures.map((measure) => ({ requirement, measure })),
    ),
  )
