import { z } from 'zod'
import {
  arrivalInput,
  askInput,
  askSourceInput,
  chaseInput,
  clauseAnswerInput,
  cpisInput,
  decisionInput,
  overrideInput,
  receivedInput,
  referralInput,
  referrerToldInput,
} from '#domain/admission/input.ts'
import { cpisResults } from '#domain/admission/record.ts'
import { civilDateSchema, instantSchema } from '#domain/shared/calendar.ts'
import { refuse } from '#domain/shared/failure.ts'
import { fieldMessages } from '#domain/shared/field-messages.ts'
import { nhsNumberSchema } from '#domain/shared/nhs-number.ts'
import { pastInstant } from '#domain/shared/plausible.ts'
import { line, name, optionalText, reason } from '#domain/shared/text.ts'
import type { Instant } from '#domain/shared/time.ts'
import { sourceKinds } from '#domain/shared/who-knows-her.ts'
import { letterFormats } from '../letters/letter-file.ts'
import { basis, change, id, maybe } from '../people/schemas.ts'
import { anotherChild, ofNewPeople, someone } from '../stays/schemas.ts'

export { change, id } from '../people/schemas.ts'

/** Checks what was typed against the moment of entry. Refuses at the field what lies on the wrong side of it. */
export function asOf<Input>(
  make: (now: Instant) => z.ZodType<unknown>,
  input: Input,
  now: Instant,
): Input {
  const found = make(now).safeParse(input)
  if (!found.success) refuse('invalid', 'Check what was entered', fieldMessages(found.error))
  return input
}

export const motherId = z.strictObject({ motherId: id })
const ofReferral = z.strictObject({ referralId: id })
export const referralId = ofReferral

/** A baby who is born, or a pregnancy with its expected date of delivery where that is known. */
const unbornChild = z.strictObject({ expectedOn: maybe(civilDateSchema) })
const bornChild = z.strictObject({ baby: someone('baby'), ...anotherChild })

/** Mother, babies and referral in one act; the number to call back is among the essentials. */
export const takeInput = (now?: Instant) =>
  referralInput(now)
    .omit({ motherId: true, children: true })
    .extend({
      mother: someone('mother'),
      /** The person who takes the call has seen the likely matches, and says that she is none of them. */
      anotherPerson: z.boolean().default(false),
      babies: z.array(bornChild).max(6),
      unborn: z.array(unbornChild).max(6),
    })
    .refine(({ babies, unborn }) => babies.length + unborn.length > 0, {
      path: ['babies'],
      message: 'Enter the baby, or the pregnancy',
    })
export type TakeInput = z.output<ReturnType<typeof takeInput>>

/** What may change of a referral while it is open. */
export const changeReferralInput = (now?: Instant) =>
  referralInput(now)
    .omit({ motherId: true, children: true, sources: true })
    .extend({ ...change })
export type ChangeReferralInput = z.output<ReturnType<typeof changeReferralInput>>

export const addChildInput = z.union([
  ofReferral.extend({ ...bornChild.shape, ...ofNewPeople }),
  ofReferral.extend(unbornChild.shape),
])
/** The birth of a baby who was expected, or another expected date. */
export const changeChildInput = z.union([
  z.strictObject({ ...change, ...bornChild.shape, ...ofNewPeople }),
  z.strictObject({ ...change, ...unbornChild.shape }),
])
export const withdrawInput = z.strictObject(change)

const telephone = optionalText(
  z
    .string()
    .pipe(line)
    .pipe(z.string().regex(/^[0-9+() ext.-]{5,40}$/i, 'Enter the telephone number in figures')),
)
export const sourceInput = z.strictObject({
  referralId: id,
  kind: z.enum(sourceKinds, 'Choose what kind of service or person this is'),
  name,
  telephone,
})

/** The version that the screen showed; 0 where there was none. Another one by now is a clash. */
const seen = z.object({ seenVersion: z.int().min(0) })

export const answerInput = (now?: Instant) => clauseAnswerInput(now).and(seen)
export type AnswerInput = z.output<ReturnType<typeof answerInput>>
export const receiveInput = (now?: Instant) => receivedInput(now).and(seen)
export type ReceiveInput = z.output<ReturnType<typeof receiveInput>>
export {
  askInput,
  askSourceInput,
  chaseInput,
  cpisInput,
  decisionInput,
  overrideInput,
  referrerToldInput,
}

export const signOverrideInput = z.strictObject({ overrideId: id })

export const arriveInput = (now?: Instant) =>
  arrivalInput.omit({ stayId: true }).extend({
    /** None where no bed is free; the reason then, and for a closed one. */
    bedId: maybe(z.uuid('Choose a bed')),
    bedBecause: optionalText(reason),
    arrivedAt: pastInstant(now),
    /** The children of the referral who came with her. */
    childIds: z.array(id).max(6),
    /** Said where none of the babies who are born came with her: nobody is forgotten. */
    withoutBabies: z.boolean().optional(),
  })
export type ArriveInput = z.output<ReturnType<typeof arriveInput>>

/** The bed that is promised, and when she is expected, of an offer that stands. */
export const changeOfferInput = z.strictObject({
  ...change,
  bedId: maybe(z.uuid('Choose a bed')),
  expectedArrivalAt: maybe(instantSchema),
})
export type ChangeOfferInput = z.output<typeof changeOfferInput>

const ofCheck = z.strictObject(change)
/** A look-up that was entered wrongly. */
export const correctCpisInput = ofCheck.extend({
  result: z.enum(cpisResults, 'Choose the result'),
  checkedAt: instantSchema,
  reference: optionalText(line),
})
/** A flag that the authority has lifted. */
export const endCpisInput = ofCheck.extend({ endedOn: civilDateSchema, basis })

/** An arrival that is on record already, tied to the referral that it came from. */
export const linkInput = z.strictObject({
  ...arrivalInput.shape,
  /** She came while no offer stood: the referral ends as one without an offer. */
  withoutOffer: z.boolean().default(false),
})

/** A check that is under way goes over to the sets in force. */
export const switchInput = z.strictObject({ id, version: z.int().min(1) })
export type SwitchInput = z.output<typeof switchInput>

export const findInput = z.strictObject({ text: z.string().trim().max(200) })

const format = z.enum(letterFormats)
export const requestLetterInput = z.strictObject({ referralId: id, sourceId: id, format })
export const decisionLetterInput = z.strictObject({ referralId: id, decisionId: id, format })
export const sheetInput = z.strictObject({ format })

export const listInput = z.strictObject({
  which: z.enum(['open', 'ended']),
  /** Of those that have ended: the last of the page before. */
  after: z.strictObject({ receivedAt: instantSchema, id }).optional(),
})
export type ListInput = z.output<typeof listInput>

/** What is known of a mother before she is recorded, to look whether she is on record. */
export const likelyInput = z.strictObject({
  givenName: optionalText(name),
  familyName: optionalText(name),
  bornOn: maybe(civilDateSchema),
  nhsNumber: maybe(nhsNumberSchema),
})
export type LikelyInput = z.output<typeof likelyInput>
