import { z } from 'zod'
import { instantSchema } from '../shared/calendar.ts'
import { line, name, note, optionalText } from '../shared/text.ts'
import type { Instant } from '../shared/time.ts'
import { type Place, placesOf } from '../supervision/codes.ts'

/** Leave as it is asked for, granted, taken and ended. Babies are named by their pairs. */

/** The places of leave: those of the supervision grid that are outside (decision 22). */
export const leavePlaces = placesOf.outside
export const leavePlaceSchema = z.enum(leavePlaces as readonly [Place, ...Place[]], {
  error: 'Choose where they go',
})

export const askers = ['mother', 'family', 'team', 'social-care'] as const
export type Asker = (typeof askers)[number]
export const askerLabels: Record<Asker, string> = {
  mother: 'The mother',
  family: 'Her family',
  team: 'The team',
  'social-care': 'Social care',
}

/** Who has a baby who is out without the mother. What the rules ask for each is data (apart-content.ts). */
export const carers = ['staff', 'responsibility', 'social-worker', 'another'] as const
export type Carer = (typeof carers)[number]
export const carerLabels: Record<Carer, string> = {
  staff: 'A member of staff of the unit',
  responsibility: 'A holder of parental responsibility, such as the father',
  'social-worker': 'The social worker',
  another: 'Another adult',
}
const carerSchema = z.enum(carers, 'Say who has the baby')

/** Each once: a baby who is named twice is one baby. */
const pairIds = z
  .array(z.uuid())
  .max(6)
  .transform((ids) => [...new Set(ids)])
const optional = (field: z.ZodType<string, string>) =>
  optionalText(field).transform((typed) => typed ?? '')

export const requestFields = {
  /** Not where a baby goes without her, with somebody else. */
  mother: z.boolean().default(true),
  /** Who has the baby where she does not go; `withWhom` is the name. */
  carer: carerSchema.optional(),
  /** None for the mother alone. */
  babies: pairIds,
  place: leavePlaceSchema,
  address: optional(line),
  newAddress: z.boolean().default(false),
  withWhom: optional(line),
  telephone: line,
  purpose: line,
  askedBy: z.enum(askers, 'Say who asked for it'),
  plannedOutAt: instantSchema,
  plannedBackAt: instantSchema,
}
export interface LeaveRequest {
  mother: boolean
  carer?: Carer | undefined
  withWhom: string
  babies: readonly string[]
  place: Place
  address: string
  newAddress: boolean
  plannedOutAt: Instant
  plannedBackAt: Instant
}

export const granters = ['responsible-clinician', 'approved-clinician'] as const
export type Granter = (typeof granters)[number]
export const granterLabels: Record<Granter, string> = {
  'responsible-clinician': 'Her responsible clinician',
  'approved-clinician': 'The approved clinician acting as her responsible clinician',
}

/** Leave under section 17, Mental Health Act, as it is written down. */
export const section17Fields = {
  grantedBy: name,
  /** Nobody else can grant it (decision 28). */
  grantedAs: z.enum(granters, 'Only her responsible clinician, or who acts as such, grants leave'),
  grantedAt: instantSchema,
  document: line,
  conditions: optional(note),
  escorted: z.boolean({ error: 'Say whether she must be escorted' }),
  places: z.array(leavePlaceSchema).min(1, 'Choose at least one place that it covers'),
  startsAt: instantSchema,
  endsAt: instantSchema,
  ministryDocument: optionalText(line),
  ministryAt: instantSchema.optional(),
}

export const revokeFields = {
  revokedAt: instantSchema,
  revokedBy: name,
  /** Revoked in writing: without it the leave stands. */
  revokedDocument: line,
}

export const outcomes = ['agreed', 'refused'] as const
export type Outcome = (typeof outcomes)[number]

export const departureFields = {
  leftAt: instantSchema,
  babies: pairIds,
  wentWith: optional(line),
}

/** Where a baby is who stays out when the mother is back, or whose others are: answered with the return. */
const stillOutSchema = z.strictObject({
  known: z.boolean({ error: 'Say whether you know where the baby is' }),
  where: optional(line),
  carer: carerSchema.optional(),
  withWhom: optional(line),
  telephone: optional(line),
  dueAt: instantSchema.optional(),
  /** Who with parental responsibility agreed to it. */
  consentBy: optional(name),
})
export type StillOutAnswer = z.output<typeof stillOutSchema>

export const returnFields = {
  backAt: instantSchema,
  mother: z.boolean({ error: 'Say whether the mother is back' }),
  babies: pairIds,
  broughtBy: optional(line),
  motherCondition: optional(note),
  babyCondition: optional(note),
  stillOut: stillOutSchema.optional(),
}

export const missingFields = {
  mother: z.boolean({ error: 'Say whether the mother is missing' }),
  babies: pairIds,
  missingSince: instantSchema,
  circumstances: note,
}

export const endings = ['returned', 'found-elsewhere', 'with-police', 'entered-in-error'] as const
export type Ending = (typeof endings)[number]
export const endingLabels: Record<Ending, string> = {
  returned: 'Back on the unit',
  'found-elsewhere': 'Found, and safe elsewhere',
  'with-police': 'Not found: the stay ends, and the search is the police’s',
  'entered-in-error': 'They were never missing',
}

export const foundFields = {
  /** Who it ended for; left out, for everybody who was missing. A search goes on for the rest. */
  mother: z.boolean().optional(),
  babies: pairIds.optional(),
  /** Of a mother who was found: whether the babies who are out with her, and whom nobody searches for, are with her. */
  withHer: z.boolean().optional(),
  endedAt: instantSchema,
  endedHow: z.enum(endings, 'Say how it ended'),
  endedWords: note,
}
