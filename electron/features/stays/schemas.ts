import { z } from 'zod'
import { instantSchema } from '#domain/shared/calendar.ts'
import { line, name, note, optionalText, reason, textField } from '#domain/shared/text.ts'
import { arrivalSources } from '#domain/stays/arrival-source.ts'
import { endReasons, observationLevels } from '#domain/stays/record.ts'
import { basis, change, id, maybe, personDetails } from '../people/schemas.ts'

export { change, id } from '../people/schemas.ts'

/** Somebody who is on record already, or who is recorded with this act. */
export const someone = (kind: 'mother' | 'baby') =>
  z.union([
    z.strictObject({ id }),
    z.strictObject({ person: personDetails.extend({ kind: z.literal(kind) }) }),
  ])

/** How it is known who the new people are: asked once for all of them; needed where there is one. */
export const ofNewPeople = { basis: maybe(basis).optional() }

/** Somebody has looked, and says that a new baby is not the one of that name and birth on her record. */
export const anotherChild = { anotherChild: z.boolean().optional() }

const babyArrival = z.strictObject({
  baby: someone('baby'),
  ...anotherChild,
  /** When mother and baby were first together here; the mother's arrival where it is left out. */
  startedAt: maybe(instantSchema),
})

export const arrival = z.strictObject({
  mother: someone('mother'),
  /** None where no bed is free: nobody at the door is turned away. */
  bedId: maybe(id),
  /** Needed without a bed, for a closed one, and for one that is promised to another mother. */
  bedBecause: optionalText(reason),
  planned: z.boolean(),
  arrivedAt: instantSchema,
  babies: z.array(babyArrival).max(4),
})
export type Arrival = z.output<typeof arrival>

/**
 * An arrival on no offer: a mother and a baby at the door come in, whatever was decided, by name and with the
 * reason. Each is counted (docs/decisions/0031-arrivals-without-an-offer.md).
 */
export const arrivalWithoutOffer = arrival.extend({
  ...ofNewPeople,
  withoutOfferBecause: textField({ what: 'why she comes in without an offer', limit: 500 }),
  cameFrom: z.enum(arrivalSources, 'Say where she came from').default('not-known'),
  /** The person has seen that a mother of this name and birth is on record, and says that this is another. */
  anotherPerson: z.boolean().default(false),
})
export type ArrivalWithoutOffer = z.output<typeof arrivalWithoutOffer>

export const babyArrives = z.strictObject({
  stayId: id,
  baby: someone('baby'),
  ...anotherChild,
  ...ofNewPeople,
  startedAt: instantSchema,
  /** Needed where no check of the referral covers this baby. */
  withoutCheckBecause: optionalText(reason),
})

export const bedMove = z.strictObject({
  ...change,
  bedId: id,
  /** Needed where the bed is promised to another mother. */
  bedBecause: optionalText(reason),
})
export const stayCorrection = z.strictObject({
  ...change,
  planned: z.boolean(),
  arrivedAt: instantSchema,
})
export const stayEnd = z.strictObject({
  ...change,
  endedAt: instantSchema,
  endReason: z.enum(endReasons),
  /** Why the stay is ended although something is missing (docs/states/discharge.md). */
  missingBecause: optionalText(reason),
})
export const pairEnd = z.strictObject({ ...change, endedAt: instantSchema })
export const pairCorrection = z.strictObject({ ...change, startedAt: instantSchema })

export const observationInput = z.strictObject({
  stayId: id,
  level: z.enum(observationLevels),
  startsAt: instantSchema,
  rationale: note,
})

/** A telephone number with its extension, as it is dialled from outside. */
export const telephoneNumber = z
  .string()
  .trim()
  .regex(
    /^\+?[\d ()-]{7,30}( ?(ext\.?|x) ?\d{1,6})?$/i,
    'Enter a telephone number, such as 020 7946 0123 or 020 7946 0123 ext 45',
  )

export const unitSettings = z.strictObject({
  version: z.int().min(1),
  reason: reason,
  name,
  provider: name,
  odsCode: maybe(
    z
      .string()
      .trim()
      .toUpperCase()
      .regex(/^[A-Z0-9]{3,10}$/, 'Enter the ODS code: 3 to 10 letters and figures, such as RW1'),
  ),
  region: optionalText(line),
  /** Where an ambulance is sent: on one line, as it is said. */
  address: optionalText(line),
  telephone: maybe(telephoneNumber),
  idleMinutes: z.int().min(2, 'Choose 2 to 15 minutes').max(15, 'Choose 2 to 15 minutes'),
  alarmWhenLate: z.boolean(),
})

/** Whether the wall hangs where staff alone see it, and how that is known. */
export const staffOnlyInput = z.strictObject({
  version: z.int().min(1),
  staffOnly: z.boolean('Say whether staff alone see the wall'),
  reason: reason,
})

export const newBed = z.strictObject({ name })
export const bedChange = z.strictObject({
  ...change,
  name,
  position: z.int().min(1).max(200),
  closed: z.boolean(),
})
