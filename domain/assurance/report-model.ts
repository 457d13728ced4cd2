import { z } from 'zod'
import { civilDateSchema, instantSchema } from '../shared/calendar.ts'
import { judgementSchema } from './judgement.ts'
import { levels } from './levels.ts'
import { memberClasses } from './measure.ts'
import { otherFrameworkSchema } from './other-framework-model.ts'
import { writtenModelSchema } from './written/written-model.ts'

/**
 * The report, whole, as it is stored, hashed and frozen: every format is made from this and from nothing
 * else (assurance.md 4). It holds no name, no identifier, no date of a person and no free text. Whole
 * numbers only, so that it has one canonical form.
 */

const count = z.number().int().nonnegative()
const line = z.string()

export const figureModelSchema = z
  .strictObject({
    pass: count,
    fail: count,
    incomplete: count,
    notEligible: count,
    population: count,
    /** n: what is eligible. */
    denominator: count,
    overridden: count,
    /** Tenths of a per cent, rounded down; null where nothing is eligible. */
    rateTenths: count.max(1000).nullable(),
  })
  .refine((one) => one.pass + one.fail + one.incomplete === one.denominator, 'n does not add up')
  .refine((one) => one.denominator + one.notEligible === one.population, 'Does not add up')
export type FigureModel = z.infer<typeof figureModelSchema>

const momentSchema = z.strictObject({ day: z.number().int(), time: line })

export const memberModelSchema = z.strictObject({
  /** A pseudonym; the order of the list is that of the pseudonyms and says nothing. */
  id: line,
  class: z.enum(memberClasses),
  reason: line,
  /** Day of the stay and clock time; null for what belongs to no stay. */
  when: momentSchema.nullable(),
  group: line.nullable(),
  ageBand: line.nullable(),
  quantity: count,
  overridden: z.boolean(),
  /** What it was counted from; each stands once in the report's own list of records. */
  records: z.array(z.strictObject({ id: line, version: z.number().int().positive() })),
})
export type MemberModel = z.infer<typeof memberModelSchema>

export const recordModelSchema = z.strictObject({
  type: line,
  /** A pseudonym. */
  id: line,
  version: z.number().int().positive(),
  fields: z.array(z.strictObject({ label: line, value: line, withheld: z.boolean() })),
})
export type RecordModel = z.infer<typeof recordModelSchema>

const trendPointSchema = z.strictObject({
  from: instantSchema,
  to: instantSchema,
  label: line,
  pass: count,
  denominator: count,
  rateTenths: count.max(1000).nullable(),
})
export type TrendPoint = z.infer<typeof trendPointSchema>

export const measureModelSchema = z.strictObject({
  id: line,
  /** Null where the app keeps no records for it yet. */
  version: z.number().int().positive().nullable(),
  title: line,
  population: line,
  placedBy: line.nullable(),
  rule: line,
  source: line,
  safetyCritical: z.boolean(),
  minimumN: count,
  unit: z.enum(['count', 'minutes']),
  figure: figureModelSchema,
  groups: z.array(z.strictObject({ name: line, figure: figureModelSchema })),
  level: z.enum(levels),
  reason: line,
  /** Oldest first; the last is this report's period. */
  trend: z.array(trendPointSchema),
  members: z.array(memberModelSchema),
})
export type MeasureModel = z.infer<typeof measureModelSchema>

export const directions = ['better', 'same', 'worse', 'not-comparable', 'first'] as const
export type Direction = (typeof directions)[number]

export const requirementModelSchema = z.strictObject({
  id: line,
  short: line,
  finding: line,
  addressedTo: line,
  words: line,
  linesOfEnquiry: z.array(
    z.strictObject({
      id: line,
      question: line,
      evidence: z.array(line),
      measures: z.array(measureModelSchema),
    }),
  ),
  /** The level that stands: the computed one, or the one set by a person. */
  level: z.enum(levels),
  computedLevel: z.enum(levels),
  reason: line,
  /** The measure that decided, where one did. */
  leading: line.nullable(),
  judgement: judgementSchema.nullable(),
  /** The commissioner's own level beside the unit's, never over it; reports of before have no place for one. */
  commissioner: judgementSchema.nullable().optional(),
  trend: z.strictObject({
    direction: z.enum(directions),
    earlier: z.strictObject({ label: line, level: z.enum(levels) }).nullable(),
  }),
  /** Eligible records behind the level, over all its tested measures. */
  n: count,
  openHighActions: count,
  notTested: z.array(z.strictObject({ id: line, title: line, why: line })),
})
export type RequirementModel = z.infer<typeof requirementModelSchema>

export const overrideModelSchema = z.strictObject({
  id: line,
  requirement: line,
  rule: line,
  when: momentSchema.nullable(),
  byRole: line,
  secondRole: line.nullable(),
  reason: line,
  due: momentSchema.nullable(),
  /** Whether what was missing came by then; null where nothing was due, or the time has not come. */
  kept: z.boolean().nullable(),
})
export type OverrideModel = z.infer<typeof overrideModelSchema>

export const episodeModelSchema = z.strictObject({
  id: line,
  baby: line,
  ageBand: line.nullable(),
  recognised: momentSchema.nullable(),
  /** The strictest band reached, and the route it led to. */
  band: line,
  route: line,
  steps: z.array(
    z.strictObject({
      what: line,
      /** Whole minutes from recognition; null where it was not done. */
      minutes: z.number().int().nullable(),
      limitMinutes: z.number().int().nullable(),
      inTime: z.boolean().nullable(),
    }),
  ),
  outcome: line,
})
export type EpisodeModel = z.infer<typeof episodeModelSchema>

export const oneShiftModelSchema = z.strictObject({
  id: line,
  profession: line,
  employment: line,
  /** A professional registration number is on record. */
  registered: z.boolean(),
  /** How long the account was open for. */
  minutes: count,
  openedBy: line,
})
export type OneShiftModel = z.infer<typeof oneShiftModelSchema>

export const reportStates = ['draft', 'factual-check', 'final'] as const
export type ReportState = (typeof reportStates)[number]

/** The two outputs (decision 36). A file, and a pack, is one or the other. */
export const disclosures = ['restricted', 'shareable'] as const
export type Disclosure = (typeof disclosures)[number]

export const coverSchema = z.strictObject({
  title: line,
  unit: z.strictObject({
    name: line,
    provider: line,
    odsCode: line.nullable(),
    region: line.nullable(),
  }),
  period: z.strictObject({
    from: instantSchema,
    to: instantSchema,
    first: civilDateSchema,
    last: civilDateSchema,
    label: line,
  }),
  cut: z.strictObject({ at: instantSchema, auditSeq: count }),
  version: z.number().int().positive(),
  state: z.enum(reportStates),
  disclosure: z.enum(disclosures),
  classification: line,
  distribution: z.array(line),
  /** Roles, never names. */
  preparedBy: line.nullable(),
  approvedBy: line.nullable(),
  /** Of the pair with which the unit signs its packs; reports of before have none (decision 38). */
  signingFingerprint: line.nullable().optional(),
})

export type ReportCover = z.infer<typeof coverSchema>

export const frameworkSchema = z.strictObject({
  id: line,
  version: z.number().int().positive(),
  title: line,
  source: z.strictObject({ document: line, publisher: line, section: line }),
  findings: z.array(z.strictObject({ id: line, words: line })),
})

export const levelRulesSchema = z.strictObject({
  substantialFrom: count,
  reasonableFrom: count,
  limitedFrom: count,
  safetyFloor: count,
  staleAfterDays: count,
})

/** How many entries of a kind the audit has of the period. */
const auditExtractSchema = z.array(z.strictObject({ kind: line, entries: count }))

export const annexSchema = z.strictObject({
  ruleSets: z.array(
    z.strictObject({
      kind: line,
      revision: line,
      title: line,
      source: line,
      effectiveFrom: instantSchema,
      approved: z.boolean(),
      reviewDue: civilDateSchema.nullable(),
    }),
  ),
  /** Accounts opened for one shift in the period; reports of before have no list (decision 11). */
  oneShiftAccounts: z.array(oneShiftModelSchema).optional(),
  /** Reports of before have none. */
  auditExtract: auditExtractSchema.optional(),
  auditHead: z.strictObject({ seq: count, hash: line }),
  software: z.strictObject({ name: line, version: line }),
})

export const reportModelSchema = z.strictObject({
  format: z.literal('mbu-assurance-report'),
  formatVersion: z.literal(1),
  cover: coverSchema.extend({ disclosure: z.literal('restricted') }),
  framework: frameworkSchema,
  levelRules: levelRulesSchema,
  requirements: z.array(requirementModelSchema),
  /** Every record behind a figure, once, with what of it may leave. */
  records: z.array(recordModelSchema),
  overrides: z.array(overrideModelSchema),
  /** Null where the period's episodes were not given: not the same as none. */
  episodes: z.array(episodeModelSchema).nullable(),
  /** Reports of before have neither this nor the means. */
  otherFrameworks: z.array(otherFrameworkSchema).optional(),
  /** What partners marked in the forms that came back in the period; no mean of too few. */
  partnerMeans: z
    .array(z.strictObject({ question: line, n: count, meanTenths: count.nullable() }))
    .optional(),
  /** What people wrote for it; a report that was made at once has nothing of it. */
  written: writtenModelSchema.optional(),
  annex: annexSchema,
  /** SHA-256 over the canonical form of everything above, in hexadecimal. */
  contentHash: line,
})
export type ReportModel = z.infer<typeof reportModelSchema>
export type ReportContent = Omit<ReportModel, 'contentHash'>

/** Every measure of the report in its order, with the requirement it stands under. */
export function measuresOfReport(
  model: ReportContent,
): { requirement: RequirementModel; measure: MeasureModel }[] {
  return model.requirements.flatMap((requirement) =>
    requirement.linesOfEnquiry.flatMap(({ measures }) =>
      measures.map((measure) => ({ requirement, measure })),
    ),
  )
}
