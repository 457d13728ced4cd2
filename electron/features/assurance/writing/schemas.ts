import { z } from 'zod'
import { levels } from '#domain/assurance/levels.ts'
import { disclosures } from '#domain/assurance/report-model.ts'
import { freeTextEntities } from '#domain/assurance/written/free-text.ts'
import { commentOutcomes } from '#domain/assurance/written/written-model.ts'
import { civilDateSchema } from '#domain/shared/calendar.ts'
import { line, name, note, reason, reasonNote } from '#domain/shared/text.ts'
import { findingFive } from '../finding-five.ts'
import { distributionField, inOrder, ofCalendar } from '../schemas.ts'

const requirementIds = new Set(findingFive.requirements.map(({ id }) => id))
const noSuch = 'Choose one of the requirements of the framework'
const requirement = z.string().refine((id) => requirementIds.has(id), noSuch)
/** Empty for the report as a whole. */
const requirementOrWhole = z.string().refine((id) => id === '' || requirementIds.has(id), noSuch)

/** A step of a record: which, and the version that was looked at. */
const of = { id: z.uuid(), version: z.int().min(1) }
export const stepInput = z.strictObject(of)
export const mistakeInput = z.strictObject({ ...of, reason })
export type MistakeInput = z.output<typeof mistakeInput>

const plan = {
  first: civilDateSchema,
  last: civilDateSchema,
  disclosure: z.enum(disclosures, 'Choose what kind of report it is'),
  requirements: z
    .array(requirement)
    .min(1, 'Choose at least one requirement')
    .max(requirementIds.size)
    .refine((ids) => new Set(ids).size === ids.length, 'Each requirement is chosen once'),
  distribution: distributionField,
}
export const beginInput = z
  .strictObject(plan)
  .refine(inOrder.holds, inOrder.message)
  .refine(ofCalendar.holds, ofCalendar.message)
export type BeginInput = z.output<typeof beginInput>
export const changeInput = z.strictObject({ ...of, reason, plan: beginInput })

export const narrativeInput = z.strictObject({
  writtenId: z.uuid(),
  requirement: requirementOrWhole,
  words: note,
  /** The wording that was looked at; null where there was none. */
  version: z.int().min(1).nullable(),
})

export const sendInput = z.strictObject({ ...of, commentsBy: civilDateSchema })
export const commentInput = z.strictObject({
  writtenId: z.uuid(),
  requirement: requirementOrWhole,
  saidBy: name,
  office: line,
  words: note,
})
export const answerInput = z.strictObject({
  ...of,
  outcome: z.enum(commentOutcomes, 'Choose whether something was changed'),
  answer: note,
})

export const clearInput = z.strictObject({
  entity: z.enum(freeTextEntities),
  entryId: z.uuid(),
  entryVersion: z.int().min(1),
  scope: z.enum(disclosures, 'Choose for which report'),
})
export type ClearInput = z.output<typeof clearInput>

export const writtenInput = z.strictObject({ id: z.uuid() })

export const setLevelInput = z
  .strictObject({
    first: civilDateSchema,
    last: civilDateSchema,
    requirement,
    level: z.enum(levels, 'Choose a level'),
    because: reasonNote,
    /** The version that was looked at; null where no level was set. */
    version: z.int().min(1).nullable(),
  })
  .refine(inOrder.holds, inOrder.message)
export type SetLevelInput = z.output<typeof setLevelInput>
