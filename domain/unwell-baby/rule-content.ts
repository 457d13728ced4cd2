import { z } from 'zod'
import { ruleCode, ruleText, type SourceMark, sourced } from '../shared/source.ts'
import { findingCodes } from './findings.ts'
import { signCodes } from './signs.ts'

/** Where a rule comes from, as its row says. */
export interface Mark {
  source: string
  mark: SourceMark
}

const bound = z.number().optional()

const valueConditionSchema = z
  .strictObject({
    kind: z.literal('value'),
    sign: z.enum(signCodes),
    atLeast: bound,
    above: bound,
    atMost: bound,
    below: bound,
  })
  .refine(
    (when) => [when.atLeast, when.above, when.atMost, when.below].some((one) => one !== undefined),
    'A condition on a value needs a limit',
  )

const findingConditionSchema = z.strictObject({
  kind: z.literal('finding'),
  anyOf: z.array(z.enum(findingCodes)).min(1),
})

export const conditionSchema = z.discriminatedUnion('kind', [
  valueConditionSchema,
  findingConditionSchema,
])
export type Condition = z.infer<typeof conditionSchema>

/**
 * The ages that a row is for, in whole calendar months and days (decision 27). "3 to 6 months" is from 3
 * months to the day before 7: `{ fromMonths: 3, beforeMonths: 7 }`.
 */
export const ageConditionSchema = z.strictObject({
  fromMonths: z.int().min(0).optional(),
  beforeMonths: z.int().min(1).optional(),
  beforeDays: z.int().min(1).optional(),
  /** Hours of life: corrected age plays no part. */
  beforeHours: z.int().min(1).optional(),
})
export type AgeCondition = z.infer<typeof ageConditionSchema>

/** A row of a table of signs: if the condition holds at this age, the band is reached. */
export const thresholdRow = <Band extends string>(bands: readonly [Band, ...Band[]]) =>
  z.strictObject({
    id: ruleCode,
    band: z.enum(bands),
    text: ruleText,
    when: conditionSchema,
    age: ageConditionSchema.optional(),
    note: ruleText.optional(),
    ...sourced,
  })

export interface ThresholdRow<Band extends string> extends Mark {
  id: string
  band: Band
  text: string
  when: Condition
  age?: AgeCondition | undefined
  note?: string | undefined
}
