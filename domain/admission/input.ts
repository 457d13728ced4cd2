import { z } from 'zod'
import { answers } from '../shared/answer.ts'
import { basisInput } from '../shared/basis.ts'
import { civilDateSchema, instantSchema } from '../shared/calendar.ts'
import { mentalHealthActCodes } from '../shared/mental-health-act.ts'
import { pastDate, pastInstant } from '../shared/plausible.ts'
import { carries } from '../shared/provenance.ts'
import { line, name, note, optionalText, reason, reasonNote } from '../shared/text.ts'
import type { Instant } from '../shared/time.ts'
import { sourceKinds } from '../shared/who-knows-her.ts'
import { arrivalSources } from '../stays/arrival-source.ts'
import { cpisResults } from './record.ts'

/**
 * What intake takes from the screen. Each is made for the moment of entry, so that nothing lies ahead of it;
 * without one it checks the shape alone.
 */

const id = z.uuid('Choose from the list')
const telephone = z
  .string()
  .trim()
  .regex(/^[0-9+() ext.-]{5,40}$/i, 'Enter the telephone number in figures')

/** A referral as it is taken by telephone; what is not asked here comes later. */
export const referralInput = (now?: Instant) =>
  z.object({
    motherId: id,
    /** The babies to be admitted with her; one not yet born has no record of its own. */
    children: z
      .array(
        z
          .object({ personId: id.nullable(), expectedOn: civilDateSchema.nullable() })
          .refine(
            (child) => child.personId === null || child.expectedOn === null,
            'A baby who is born has a date of birth, not an expected date',
          ),
      )
      .min(1, 'Enter the baby, or the pregnancy')
      .max(6),
    referrer: z.string().trim().min(1, 'Choose who refers her'),
    referrerName: name,
    referrerRole: name,
    referrerOrganisation: name,
    callBackNumber: telephone,
    receivedAt: pastInstant(now),
    planned: z.boolean('Say whether the admission is planned'),
    referralReason: note,
    /** The mother's Mental Health Act status as it was told; the dated fact is kept with the person. */
    motherStatus: z.enum(mentalHealthActCodes as [string, ...string[]], 'Choose her legal status'),
    socialCare: z.enum(answers, "Say whether children's social care is involved"),
    sources: z.array(z.object({ kind: z.enum(sourceKinds), name })).max(50),
  })
export type ReferralInput = z.output<ReturnType<typeof referralInput>>

/** An answer to one clause. Not yet asked has no basis; every other answer says how it is known. */
export const clauseAnswerInput = (now?: Instant) =>
  z
    .object({
      referralId: id,
      clauseId: z.string(),
      answer: z.enum(answers, 'Choose an answer'),
      describedOn: pastDate(now).nullable(),
      setByCourt: z.boolean(),
      note: optionalText(note),
      basis: basisInput.nullable(),
    })
    .superRefine((typed, context) => {
      if (typed.answer !== 'not-yet-asked' && typed.basis === null)
        context.addIssue({ code: 'custom', path: ['basis'], message: 'Say how this is known' })
      const isSaid = typed.answer !== 'not-yet-asked' && typed.answer !== 'not-known'
      if (isSaid && typed.basis && !carries(typed.basis.kind))
        context.addIssue({
          code: 'custom',
          path: ['basis', 'kind'],
          message:
            'What was asked and not established is no answer. Choose “Not known” as the answer, or how else it is known',
        })
    })
export type ClauseAnswerInput = z.output<ReturnType<typeof clauseAnswerInput>>

/** Asking somebody for an item, and chasing it. */
export const askInput = (now?: Instant) =>
  z.object({ referralId: id, itemId: z.string(), askedOf: name, askedAt: pastInstant(now) })
/** Asking one of those who know her for several items at once, by telephone or with a letter. */
export const askSourceInput = (now?: Instant) =>
  z.object({
    referralId: id,
    sourceId: id,
    itemIds: z.array(z.string()).min(1, 'Choose what they are asked for').max(60),
    askedOf: name,
    askedAt: pastInstant(now),
  })
export type AskSourceInput = z.output<ReturnType<typeof askSourceInput>>
export const chaseInput = (now?: Instant) =>
  z.object({ informationItemId: id, chasedAt: pastInstant(now), chasedOf: name })

/** What came of asking: received with the day that it describes, not known, or not applicable. */
export const receivedInput = (now?: Instant) =>
  z
    .object({
      referralId: id,
      itemId: z.string(),
      outcome: z.enum(['received', 'not-known', 'not-applicable'], 'Choose what came of asking'),
      receivedAt: pastInstant(now),
      describedOn: pastDate(now).nullable(),
      essentialPart: z.enum(answers).nullable(),
      summary: optionalText(note),
      basis: basisInput,
      /** Which of those who know her answered; none where somebody else did. */
      sourceId: id.nullish().transform((found) => found ?? null),
    })
    .superRefine((typed, context) => {
      const fault = (field: string, message: string) =>
        context.addIssue({ code: 'custom', path: [field], message })
      if (typed.outcome === 'received' && !typed.summary)
        fault('summary', 'Enter what was received')
      if (typed.outcome === 'not-known' && typed.basis.kind !== 'not-established')
        fault('basis.kind', 'Choose “Asked and not established”, with who was asked')
      if (typed.outcome !== 'not-known' && !carries(typed.basis.kind))
        fault(
          'basis.kind',
          'What was asked and not established has not come. Choose “Not known” as what came of it, or how else it is known',
        )
    })
export type ReceivedInput = z.output<ReturnType<typeof receivedInput>>

/** A look-up in the child protection information service, made in another system. */
export const cpisInput = (now?: Instant) =>
  z.object({
    referralId: id,
    childKey: z.string().min(1, 'Choose the child'),
    result: z.enum(cpisResults, 'Choose the result'),
    checkedAt: pastInstant(now),
    reference: optionalText(line),
    note: optionalText(note),
  })

/** An override: the first person signs with their own password, the second likewise or by telephone. */
export const overrideInput = (now?: Instant) =>
  z.object({
    referralId: id,
    ruleId: z.string(),
    because: reasonNote,
    dueAt: instantSchema
      .refine((at) => now === undefined || at > now, 'Enter a deadline that lies ahead')
      .nullable(),
    second: z.discriminatedUnion(
      'by',
      [
        z.object({ by: z.literal('password') }),
        z.object({ by: z.literal('telephone'), staffId: id, telephone }),
      ],
      'Say how the second person agreed',
    ),
  })
export type OverrideInput = z.output<ReturnType<typeof overrideInput>>

const ofDecision = (now?: Instant) => ({
  referralId: id,
  decidedAt: pastInstant(now),
  /** The last decision that the screen showed; none where there was none. Another one by now is a clash. */
  seenDecision: id.nullable(),
})

/** The decision. A decline says why and where else to turn; waiting names what it waits for. */
export const decisionInput = (now?: Instant) =>
  z.discriminatedUnion(
    'outcome',
    [
      z.object({
        outcome: z.literal('offered'),
        ...ofDecision(now),
        bedId: id.nullable(),
        /** When they are expected; none while it is not agreed. */
        expectedArrivalAt: instantSchema.nullish().transform((at) => at ?? null),
        note: optionalText(note),
      }),
      z.object({
        outcome: z.literal('declined'),
        ...ofDecision(now),
        reasonCode: z.string().min(1, 'Choose a reason from the list'),
        note: optionalText(note),
        signposting: z.array(z.string()).max(20),
        signpostingNote: optionalText(note),
      }),
      z.object({
        outcome: z.literal('waiting'),
        ...ofDecision(now),
        waitingOn: z.array(z.string()).min(1, 'Choose what the decision waits for').max(60),
        note: optionalText(note),
      }),
      z.object({
        outcome: z.literal('withdrawn'),
        ...ofDecision(now),
        withdrawnBy: name,
        note: reasonNote,
      }),
    ],
    'Choose the decision',
  )
export type DecisionInput = z.output<ReturnType<typeof decisionInput>>

/** That the referrer of a declined referral was told. */
export const referrerToldInput = (now?: Instant) =>
  z.object({ decisionId: id, toldAt: pastInstant(now), toldTo: name, how: line })

export const arrivalInput = z.object({
  referralId: id,
  stayId: id,
  /** Needed where what the offer rests on has grown old since. */
  outOfDateBecause: optionalText(reason),
  cameFrom: z.enum(arrivalSources, 'Say where she came from'),
})
