import { z } from 'zod'
import { checkIds, documentsSchema } from '../shared/rule-documents.ts'
import { ruleCode, ruleText, sourced } from '../shared/source.ts'
import { findingCodes } from './findings.ts'
import { conditionSchema } from './rule-content.ts'
import { signCodes } from './signs.ts'

const score = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(4)])
const findings = z.array(z.enum(findingCodes)).min(1)

export const pewsLevels = ['emergency', 'high', 'medium', 'low'] as const
export type PewsLevel = (typeof pewsLevels)[number]

export const consciousnessStates = ['alert', 'voice', 'pain', 'unresponsive', 'asleep'] as const
export type Consciousness = (typeof consciousnessStates)[number]

export const supports = [
  'air',
  'nasal-prongs',
  'mask',
  'head-box',
  'non-rebreather',
  'high-flow',
  'bipap',
  'cpap',
] as const
export type Support = (typeof supports)[number]

/** AVPU, as the national chart asks it, and asleep, which is none of the four. */
export const consciousnessLabels: Record<Consciousness, string> = {
  alert: 'Alert',
  voice: 'Responds to voice',
  pain: 'Responds to pain only',
  unresponsive: 'Unresponsive',
  asleep: 'Asleep, rouses normally',
}

export const supportLabels: Record<Support, string> = {
  air: 'In air: no oxygen',
  'nasal-prongs': 'Nasal prongs',
  mask: 'Face mask',
  'head-box': 'Head box',
  'non-rebreather': 'Non-rebreather mask',
  'high-flow': 'High flow',
  bipap: 'BiPAP',
  cpap: 'CPAP',
}

/** Bands from the lowest value up. The first whose upper end is not passed holds; the last has none: no gaps. */
const bandsSchema = z
  .array(
    z.strictObject({ below: z.number().optional(), atMost: z.number().optional(), score: score }),
  )
  .min(2)
  .superRefine((bands, context) => {
    const ends = bands.map((band) => band.below ?? band.atMost)
    const open = ends.filter((end) => end === undefined).length
    const rising = ends.every(
      (end, i) => i === 0 || end === undefined || end > (ends[i - 1] ?? end),
    )
    if (open !== 1 || ends.at(-1) !== undefined || !rising)
      context.addIssue({ code: 'custom', message: 'Bands must rise, and the last one has no end' })
  })
export type ScoreBands = z.infer<typeof bandsSchema>

const triggerConditionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('finding'), anyOf: findings }),
  z.strictObject({
    kind: z.literal('consciousness'),
    anyOf: z.array(z.enum(consciousnessStates)).min(1),
  }),
  z.strictObject({ kind: z.literal('staff-concern'), level: z.enum(pewsLevels) }),
  z.strictObject({ kind: z.literal('carer-concern'), level: z.enum(pewsLevels) }),
])
export type TriggerCondition = z.infer<typeof triggerConditionSchema>

/** The content of a `pews` rule set: the national chart for 0 to 11 months. */
export const pewsContentSchema = z
  .strictObject({
    documents: documentsSchema,
    appliesBeforeMonths: z.int().min(1),
    refusal: ruleText,
    parameters: z
      .array(z.strictObject({ sign: z.enum(signCodes), bands: bandsSchema, ...sourced }))
      .min(1),
    pressureNotDone: z.strictObject({ withConcern: score, otherwise: score, ...sourced }),
    oxygen: z.strictObject({
      scoreFourDevices: z.array(z.enum(supports)),
      leastWithAnySupport: score,
      percent: bandsSchema,
      flow: bandsSchema,
      ...sourced,
    }),
    distress: z.strictObject({
      /** From the worst degree down: the first with a finding holds. */
      degrees: z.array(
        z.strictObject({
          degree: z.enum(['severe', 'moderate', 'mild']),
          score,
          anyOf: findings,
          note: ruleText.optional(),
        }),
      ),
      ...sourced,
    }),
    /** From the lowest total up. */
    levels: z.array(
      z.strictObject({
        level: z.enum(pewsLevels),
        fromTotal: z.int().min(1),
        review: ruleText,
        observeAgainMinutes: z.int().min(1),
        ...sourced,
      }),
    ),
    triggers: z.array(
      z.strictObject({
        id: ruleCode,
        level: z.enum(pewsLevels),
        text: ruleText,
        when: triggerConditionSchema,
        ...sourced,
      }),
    ),
    /** What asks for the question "could this be sepsis?" and gives no level by itself. */
    thinkSepsis: z.array(
      z.strictObject({ id: ruleCode, text: ruleText, when: conditionSchema, ...sourced }),
    ),
    notes: z.array(z.strictObject({ text: ruleText, ...sourced })),
  })
  .superRefine((content, context) =>
    checkIds([...content.triggers, ...content.thinkSepsis], context),
  )
export type PewsContent = z.infer<typeof pewsContentSchema>
