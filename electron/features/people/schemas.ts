import { z } from 'zod'
import { clashTopics } from '#domain/people/clashes.ts'
import { chairs, meetingKinds, officerAnswers } from '#domain/people/placement.ts'
import {
  agencies,
  householdAnswers,
  personKinds,
  relations,
  responsibilities,
  safeToContact,
} from '#domain/people/record.ts'
import { civilDateSchema, instantSchema } from '#domain/shared/calendar.ts'
import { legalStatusCodes } from '#domain/shared/legal-status.ts'
import { mentalHealthActCodes } from '#domain/shared/mental-health-act.ts'
import { nhsNumberAbsences, nhsNumberSchema } from '#domain/shared/nhs-number.ts'
import { bases, basisFaults } from '#domain/shared/provenance.ts'
import { line, name, note, optionalText, reason } from '#domain/shared/text.ts'

export const id = z.uuid()
/** A change of a record says which version it was read at, and why. */
export const change = { id, version: z.int().min(1), reason: reason }

/** Left empty, null or absent all mean: nothing recorded. */
export const maybe = <S extends z.ZodType>(schema: S) =>
  z.preprocess((typed) => (typed === '' || typed === undefined ? null : typed), schema.nullable())

const dateOrInstant = z.union([civilDateSchema, instantSchema])

/** How a statement is known; nothing about a person is stored without it (Finding Seven). */
export const basis = z
  .strictObject({
    kind: z.enum(bases),
    by: optionalText(line),
    on: maybe(dateOrInstant).transform((on) => on ?? undefined),
    document: optionalText(line),
  })
  .superRefine((given, ctx) => {
    for (const { field, message } of basisFaults(given))
      ctx.addIssue({ code: 'custom', path: [field], message })
  })

/** Who somebody is. How that is known goes with the act by which they are recorded. */
export const personDetails = z.strictObject({
  kind: z.enum(personKinds),
  givenName: name,
  familyName: name,
  nhsNumber: maybe(nhsNumberSchema),
  nhsNumberAbsent: maybe(z.enum(nhsNumberAbsences)),
  bornOn: maybe(civilDateSchema),
  /** How the date was estimated, by whom; or what is known of the age where there is no date. */
  bornOnEstimate: maybe(line).optional(),
  bornAt: maybe(instantSchema),
  gestationDays: maybe(z.int()),
  expectedOn: maybe(civilDateSchema),
})
export type PersonDetails = z.output<typeof personDetails>

/** Somebody who is recorded alone, or corrected: with how name, birth and number are known (Finding Seven). */
export const personInput = personDetails.extend({ basis })
export type PersonInput = z.output<typeof personInput>

/** Somebody new: whoever records them has seen those who may be the same, and says that this is another. */
export const newPersonInput = personInput.extend({ anotherPerson: z.boolean().default(false) })

/** What is known of somebody before they are recorded, to look whether they are on record. */
export const alikeInput = z.strictObject({
  kind: z.enum(personKinds),
  givenName: name,
  familyName: name,
  bornOn: maybe(civilDateSchema),
  nhsNumber: maybe(nhsNumberSchema),
  /** For a baby: the mother, where she is on record. */
  motherId: maybe(id).optional(),
})

export const tieInput = z.strictObject({
  personId: id,
  toPersonId: id,
  relation: z.enum(relations),
  parentalResponsibility: z.enum(responsibilities),
  safeToContact: z.enum(safeToContact),
  contactThrough: optionalText(line),
  livesWith: z.enum(householdAnswers, 'Say where they live').default('not-known'),
  basis,
})

export const contactInput = z.strictObject({
  personId: maybe(id),
  agency: z.enum(agencies),
  role: name,
  name,
  telephone: optionalText(
    z
      .string()
      .pipe(line)
      .pipe(z.string().regex(/^[0-9+() ext.-]{5,40}$/i, 'Enter the telephone number in figures')),
  ),
  email: optionalText(line),
  safeToContact: z.enum(safeToContact),
  contactThrough: optionalText(line),
  basis,
})

/** That a status which is recorded late has ended already; its basis is that of the status. */
const ended = z.strictObject({ endedAt: instantSchema, whatFollowed: line }).nullish()

export const legalStatusInput = z.strictObject({
  personId: id,
  code: z.enum(legalStatusCodes as [string, ...string[]]),
  startsAt: instantSchema,
  endsAt: maybe(instantSchema),
  authority: optionalText(name),
  /** The document in the register, where it is there. */
  documentId: maybe(id).optional(),
  /** Left out, the end that is on record stays. */
  ended,
  basis,
})

/** That a status has ended: an act of its own. */
export const endInput = z.strictObject({
  id,
  version: z.int().min(1),
  endedAt: instantSchema,
  whatFollowed: line,
  basis,
})

export const mentalHealthActInput = z.strictObject({
  personId: id,
  code: z.enum(mentalHealthActCodes as [string, ...string[]]),
  startsAt: instantSchema,
  endsAt: maybe(instantSchema),
  ended,
  basis,
})

export const questionInput = z.strictObject({ personId: id, question: line })

export const askingInput = z.strictObject({
  motherId: id,
  personId: id,
  /** The question by its key, and as it was worded when it was asked. */
  questionKey: line,
  question: line,
  askedAt: instantSchema,
  answer: note,
  nextAskAt: maybe(instantSchema),
  basis,
})

export const settlementInput = z.strictObject({
  personId: id,
  topic: z.enum(clashTopics),
  firstId: id,
  firstVersion: z.int().min(1),
  otherId: id,
  otherVersion: z.int().min(1),
  holds: z.enum(['first', 'other'], 'Choose which statement holds'),
  because: reason,
})

export const meetingInput = z.strictObject({
  /** The baby, and the pair in which the baby is on the unit. */
  personId: id,
  pairId: id,
  kind: z.enum(meetingKinds, 'Choose what kind of meeting it is'),
  plannedAt: maybe(instantSchema),
  heldAt: maybe(instantSchema),
  chairedBy: z.enum(chairs, 'Choose who chairs it'),
  chairName: optionalText(name),
  officer: z.enum(officerAnswers, 'Say whether the reviewing officer takes part'),
  decided: optionalText(note),
  basis,
})
