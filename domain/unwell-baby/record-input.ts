import { z } from 'zod'
import { instantSchema } from '../shared/calendar.ts'
import { bases, basisFaults } from '../shared/provenance.ts'
import { line, name, note, optionalText, reason } from '../shared/text.ts'
import { isRegionOf } from './body-map.ts'
import { findingOfKind, markKinds } from './body-map-marks.ts'
import { findingCodes } from './findings.ts'
import {
  bodyViews,
  concernOwners,
  helpers,
  infectionAnswers,
  mobilities,
  outcomeKinds,
} from './record.ts'

/** What is typed for each record of an episode; observation sets have a file of their own. */

const basisSchema = z
  .strictObject({
    kind: z.enum(bases),
    by: optionalText(name),
    on: optionalText(line),
    document: optionalText(line),
  })
  .superRefine((basis, context) => {
    for (const { field, message } of basisFaults(basis))
      context.addIssue({ code: 'custom', path: [field], message })
  })

/** What is typed to raise a concern: two clicks and a time; the rest may follow as a correction. */
export const concernSchema = z.strictObject({
  recognisedAt: instantSchema,
  whose: z.enum(concernOwners),
  words: optionalText(note).transform((text) => text ?? ''),
  basis: basisSchema,
  findings: z.array(z.enum(findingCodes)).max(findingCodes.length),
  mobility: z.enum(mobilities),
})

export const infectionSchema = z.strictObject({
  answer: z.enum(infectionAnswers),
  why: reason,
  answeredAt: instantSchema,
})

export const helpContactSchema = z
  .strictObject({
    whom: z.enum(helpers),
    calledAt: instantSchema,
    calledBy: name,
    reached: z.enum(['yes', 'no']),
    reachedAt: instantSchema.nullable(),
    reachedName: optionalText(name).transform((text) => text ?? null),
    advice: optionalText(note).transform((text) => text ?? ''),
    reference: optionalText(line).transform((text) => text ?? null),
    transferAdvised: z.boolean(),
    seenAt: instantSchema.nullable(),
    seenBy: optionalText(name).transform((text) => text ?? null),
  })
  .superRefine((contact, context) => {
    const fault = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message })
    if (contact.reached === 'yes') {
      if (contact.reachedAt === null) fault('reachedAt', 'Enter when they were spoken to')
      else if (contact.reachedAt < contact.calledAt)
        fault('reachedAt', 'They cannot have been spoken to before they were called')
      if (contact.reachedName === null)
        fault(
          'reachedName',
          contact.whom === '999' ? 'Enter who on the unit spoke to 999' : 'Enter who was spoken to',
        )
    } else if (contact.reachedAt !== null || contact.reachedName !== null) {
      fault('reached', 'A name or a time says that they were reached. Answer yes, or clear both')
    }
    if (contact.seenAt !== null && contact.seenBy === null)
      fault('seenBy', 'Enter who was with the baby')
    if (contact.seenBy !== null && contact.seenAt === null)
      fault('seenAt', 'Enter when they were with the baby')
  })

export const raiseSchema = z.strictObject({
  level: z.enum(['emergency', 'high', 'medium']),
  chosenAt: instantSchema,
  why: reason,
})

export const departureSchema = z.strictObject({
  leftAt: instantSchema,
  destination: line,
  arrivedAt: instantSchema.nullable(),
  handedOverTo: optionalText(name).transform((text) => text ?? null),
  handedOverAt: instantSchema.nullable(),
  motherCannotGo: z.boolean(),
})

const permille = z
  .int('Point at the place on the outline')
  .min(0, 'Point at the place on the outline')
  .max(1000, 'Point at the place on the outline')

/** A bruise, injury or mark as it is entered from the body map (domain row 3.8). */
export const injuryMarkSchema = z
  .strictObject({
    seenAt: instantSchema,
    seenBy: name,
    view: z.enum(bodyViews),
    x: permille,
    y: permille,
    sizeMm: z
      .int('Enter the size in whole millimetres')
      .min(1, 'Enter the size in whole millimetres, or leave it empty')
      .max(500, 'This is larger than a baby is wide. Enter millimetres')
      .nullable(),
    markKind: z.enum(markKinds, { error: 'Choose what it is' }),
    colour: optionalText(line).transform((text) => text ?? null),
    region: line,
    description: line,
    explanation: optionalText(note).transform((text) => text ?? null),
    explainedBy: optionalText(name).transform((text) => text ?? null),
    heldBy: note,
  })
  .superRefine((mark, context) => {
    if (mark.explanation !== null && mark.explainedBy === null)
      context.addIssue({
        code: 'custom',
        path: ['explainedBy'],
        message: 'Enter whose words these are',
      })
    if (!isRegionOf(mark.view, mark.region))
      context.addIssue({
        code: 'custom',
        path: ['region'],
        message: 'Point at the place on the outline, or choose it in the list',
      })
  })
  .transform((mark) => ({ ...mark, finding: findingOfKind(mark.markKind) }))

export const outcomeSchema = z
  .strictObject({
    kind: z.enum(outcomeKinds),
    at: instantSchema,
    plan: note,
    reviewAt: instantSchema.nullable(),
  })
  .superRefine((outcome, context) => {
    if (outcome.kind === 'advice-followed' && outcome.reviewAt === null)
      context.addIssue({
        code: 'custom',
        path: ['reviewAt'],
        message: 'Enter when the baby is reviewed',
      })
    if (outcome.reviewAt !== null && outcome.reviewAt <= outcome.at)
      context.addIssue({
        code: 'custom',
        path: ['reviewAt'],
        message: 'The review must come later',
      })
  })

export const debriefSchema = z.strictObject({ heldAt: instantSchema, learning: note })

export const drillSchema = z.strictObject({ heldAt: instantSchema, scenario: line, learning: note })

/** What is asked of a part that was written on the blank form while the computer was down. */
export const paperFormSchema = z.strictObject({
  writtenFrom: instantSchema,
  writtenUntil: instantSchema,
  because: reason,
  keptWhere: line,
})
