import { z } from 'zod'
import { instantSchema } from '#domain/shared/calendar.ts'
import { motherAnswers, saysYesNo } from '#domain/shared/escort/escort.ts'
import { escortContacts } from '#domain/shared/escort/escort-content.ts'
import { bases } from '#domain/shared/provenance.ts'
import { line, name, note, optionalText, reason, reasonNote } from '#domain/shared/text.ts'
import { findingCodes } from '#domain/unwell-baby/findings.ts'
import {
  type ObservationSet,
  observationFaults,
  observationShape,
} from '#domain/unwell-baby/observation.ts'
import { concernOwners, helpers, mobilities } from '#domain/unwell-baby/record.ts'
import {
  debriefSchema,
  departureSchema,
  drillSchema,
  helpContactSchema,
  infectionSchema,
  injuryMarkSchema,
  outcomeSchema,
  paperFormSchema,
  raiseSchema,
} from '#domain/unwell-baby/record-input.ts'
import { signCodes } from '#domain/unwell-baby/signs.ts'
import { strategySchema } from '#domain/unwell-baby/strategy.ts'
import { letterFormats } from '../letters/letter-file.ts'
import { id } from '../people/schemas.ts'
import { pathwayPapers } from './pathway-document.ts'

const version = z.int().min(1)
const ofEpisode = { episodeId: id }
const text = (field: z.ZodType<string, string>) => optionalText(field)

export const episodeInput = z.strictObject(ofEpisode)
export const pastInput = z.strictObject({ pairId: id.optional() })

/** Two clicks: who observed it and when are filled in from whoever is signed in. */
const quickBasis = z.strictObject({
  kind: z.enum(bases, { error: 'Say how this is known' }),
  by: text(line),
  on: instantSchema.optional(),
  document: text(line),
})

const concernFields = {
  recognisedAt: instantSchema,
  whose: z.enum(concernOwners, { error: 'Say whose worry it is' }),
  words: text(note).transform((words) => words ?? ''),
  basis: quickBasis,
}

export const raiseInput = z.strictObject({
  pairId: id,
  ...concernFields,
  findings: z.array(z.enum(findingCodes)).max(findingCodes.length).default([]),
  mobility: z.enum(mobilities).default('not-known'),
  /** A concern about this baby is running already, and this is another one. */
  another: z.boolean().default(false),
  /** The press on the lock screen that this answers. */
  press: z.strictObject({ pressId: id, version }).optional(),
})
export type RaiseInput = z.output<typeof raiseInput>

export const notAConcernInput = z.strictObject({ pressId: id, version, because: reason })

export const changeConcernInput = z.strictObject({
  ...ofEpisode,
  version,
  whose: concernFields.whose,
  words: concernFields.words,
  basis: quickBasis,
  findings: z.array(z.enum(findingCodes)).max(findingCodes.length),
  mobility: z.enum(mobilities),
  reason,
})

export const correctRecognisedInput = z.strictObject({
  ...ofEpisode,
  version,
  recognisedAt: instantSchema,
  reason: text(reason).transform((why) => why ?? ''),
})

/** The set with what was confirmed marked at each reading, checked as a whole. */
const withConfirmed = <
  T extends { confirmed: (typeof signCodes)[number][]; readings: ObservationSet['readings'] },
>({
  confirmed,
  readings,
  ...rest
}: T) => ({
  ...rest,
  readings: Object.fromEntries(
    Object.entries(readings).map(([sign, reading]) => [
      sign,
      reading?.kind === 'value' && confirmed.some((one) => one === sign)
        ? { ...reading, confirmed: true }
        : reading,
    ]),
  ) as ObservationSet['readings'],
})

const setFields = {
  ...observationShape,
  /** Unlikely values that were asked again and are right. */
  confirmed: z.array(z.enum(signCodes)).max(signCodes.length).default([]),
}

function judged(set: ObservationSet, context: z.core.$RefinementCtx): void {
  for (const { field, message } of observationFaults(set))
    context.addIssue({ code: 'custom', path: field.split('.'), message, input: undefined })
}

export const observeInput = z
  .strictObject({
    ...ofEpisode,
    /** The baby who was observed, as the screen shows it: another than the episode's is refused. */
    babyId: id,
    ...setFields,
  })
  .transform(withConfirmed)
  .superRefine(judged)
export type ObserveInput = z.output<typeof observeInput>

export const correctObservationInput = z
  .strictObject({ ...ofEpisode, setId: id, version, reason, ...setFields })
  .transform(withConfirmed)
  .superRefine(judged)

export const withdrawObservationInput = z.strictObject({
  ...ofEpisode,
  setId: id,
  version,
  reason,
})

export const infectionInput = z.strictObject({ ...ofEpisode, ...infectionSchema.shape })
export const raiseLevelInput = z.strictObject({ ...ofEpisode, ...raiseSchema.shape })

export const rangInput = z.strictObject({
  ...ofEpisode,
  whom: z.enum(helpers),
  calledAt: instantSchema,
  /** Left empty, it is whoever is signed in. */
  calledBy: text(name),
})

export const reachedInput = z.strictObject({
  ...ofEpisode,
  /** The call that was recorded when they were rung; without it this is a call of its own. */
  contactId: id.optional(),
  version: version.optional(),
  whom: z.enum(helpers),
  calledAt: instantSchema.optional(),
  calledBy: text(name),
  reachedAt: instantSchema,
  /** Who was spoken to; for 999 whoever on the unit spoke to them, by default who is signed in. */
  reachedName: text(name),
  advice: text(note).transform((advice) => advice ?? ''),
  reference: text(line).transform((reference) => reference ?? null),
  transferAdvised: z.boolean().default(false),
})
export type ReachedInput = z.output<typeof reachedInput>

export const seenInput = z.strictObject({
  ...ofEpisode,
  contactId: id.optional(),
  version: version.optional(),
  whom: z.enum(helpers),
  seenAt: instantSchema,
  seenBy: name,
})

export const correctCallInput = z.strictObject({
  ...ofEpisode,
  contactId: id,
  version,
  reason,
  ...helpContactSchema.shape,
})

/** What nobody can read off the record, and the person who decides answers. */
const escortAnswers = z.strictObject({
  leave: z
    .strictObject({ covers: z.boolean(), escorted: z.boolean(), ministryConsent: z.boolean() })
    .default({ covers: false, escorted: false, ministryConsent: false }),
  assessmentSays: z.enum(saysYesNo).default('not-said'),
  planSays: z.enum(saysYesNo).default('not-said'),
  authoritySays: z.enum(saysYesNo).default('not-said'),
})
export type EscortAnswers = z.output<typeof escortAnswers>

export const considerEscortInput = z.strictObject({
  ...ofEpisode,
  answers: escortAnswers.prefault({}),
})

const escortChoice = z.strictObject({
  babyEscorts: z.int().min(0).max(4),
  motherEscorts: z.int().min(0).max(4),
  section17Escort: z.boolean(),
  motherMayGo: z.enum(motherAnswers),
})

export const decideEscortInput = z.strictObject({
  ...ofEpisode,
  decidedAt: instantSchema,
  answers: escortAnswers.prefault({}),
  /** Left out, it is what the rules say. */
  choice: escortChoice
    .refine(
      ({ motherMayGo, motherEscorts, section17Escort }) =>
        motherMayGo !== 'with-escort' || motherEscorts > 0 || section17Escort,
      {
        path: ['motherEscorts'],
        message: 'She goes with a member of staff: enter how many go with her',
      },
    )
    .optional(),
  /** What the screen said by the rules: decided "as the rules say" is as they were read. */
  shown: escortChoice.optional(),
  escortNames: text(line).transform((names) => names ?? ''),
  reached: z
    .array(z.strictObject({ whom: z.enum(escortContacts), name, at: instantSchema }))
    .max(20)
    .default([]),
  /** Why it is lower than the rules say. */
  because: text(reasonNote),
  /** Needed where leave under section 17, Mental Health Act covers the journey: it is never taken on trust. */
  leaveGrant: z
    .strictObject({
      by: name,
      at: instantSchema,
      document: line,
    })
    .optional(),
})
export type DecideEscortInput = z.output<typeof decideEscortInput>

export const leftInput = z.strictObject({
  ...ofEpisode,
  leftAt: instantSchema,
  destination: line,
  motherCannotGo: z.boolean().default(false),
})

const { arrivedAt, handedOverTo, handedOverAt, motherCannotGo } = departureSchema.shape
export const arrivedInput = z.strictObject({
  ...ofEpisode,
  departureId: id,
  version,
  arrivedAt,
  handedOverTo,
  handedOverAt,
  motherCannotGo,
})

export const returnedInput = z.strictObject({
  ...ofEpisode,
  departureId: id,
  version,
  returnedAt: instantSchema,
})

/** The whole journey again, as it was: times that were written down wrongly are put right. */
export const correctJourneyInput = z.strictObject({
  ...ofEpisode,
  departureId: id,
  version,
  reason,
  ...departureSchema.shape,
  returnedAt: instantSchema.nullable(),
})

export const bruiseInput = z.strictObject({
  pairId: id,
  ...concernFields,
  mobility: z.enum(mobilities).default('not-known'),
  marks: z.array(injuryMarkSchema).min(1, 'Mark it on the body map').max(40),
})
export type BruiseInput = z.output<typeof bruiseInput>

export const addMarkInput = z.strictObject({ ...ofEpisode, mark: injuryMarkSchema })

export const withdrawMarkInput = z.strictObject({
  ...ofEpisode,
  markId: id,
  version,
  reason,
})

export const outcomeInput = z
  .strictObject({ ...ofEpisode, ...outcomeSchema.shape })
  .superRefine(({ episodeId: _, ...outcome }, context) => {
    for (const { path, message } of outcomeSchema.safeParse(outcome).error?.issues ?? [])
      context.addIssue({ code: 'custom', path, message, input: undefined })
    if (outcome.kind === 'entered-in-error')
      context.addIssue({
        code: 'custom',
        path: ['kind'],
        message: 'Two people mark an episode as entered in error',
        input: undefined,
      })
  })

export const reopenInput = z.strictObject({ ...ofEpisode, outcomeId: id, version, reason })
export const enteredInErrorInput = z.strictObject({ ...ofEpisode, reason: reasonNote })

const ofDebrief = { ...ofEpisode, debriefId: id, version, reason }
export const debriefInput = z.strictObject({ ...ofEpisode, ...debriefSchema.shape })
export const correctDebriefInput = z.strictObject({ ...ofDebrief, ...debriefSchema.shape })
export const withdrawDebriefInput = z.strictObject(ofDebrief)

const ofDrill = { drillId: id, version, reason }
export const drillInput = drillSchema
export const correctDrillInput = z.strictObject({ ...ofDrill, ...drillSchema.shape })
export const withdrawDrillInput = z.strictObject(ofDrill)

export const strategyInput = z.strictObject({ ...ofEpisode, ...strategySchema.shape })
export const withdrawStrategyInput = z.strictObject({
  ...ofEpisode,
  strategyId: id,
  version,
  reason,
})

export const paperFormInput = z.strictObject({ ...ofEpisode, ...paperFormSchema.shape })
export const withdrawPaperInput = z.strictObject({
  ...ofEpisode,
  paperId: id,
  version,
  reason,
})

/** The version of the pathway that was read, part by part. */
export const pathwayReadInput = z.strictObject({
  routesId: id,
  feverId: id,
  sepsisId: id,
  pewsId: id,
  escortId: id,
  dutiesId: id,
})
export const pathwayPaperInput = z.strictObject({
  paper: z.enum(pathwayPapers),
  format: z.enum(letterFormats).default('pdf'),
})
