import { z } from 'zod'
import { civilDateSchema, instantSchema } from '#domain/shared/calendar.ts'
import { line, name, optionalText, reason } from '#domain/shared/text.ts'
import { waysOfKnowing } from '#domain/users/password-reset.ts'
import { roles } from '#domain/users/roles.ts'
import { employments, professions } from '#domain/users/staff.ts'

/** A record's id. */
export const id = z.uuid()

/** The name that somebody types to sign in: it is kept beside the key slot, so it must not be a secret. */
export const signInName = z
  .string()
  .transform((typed) => typed.normalize('NFC').trim().toLowerCase())
  .pipe(
    z
      .string()
      .regex(
        /^[a-z0-9][a-z0-9._-]{2,59}$/,
        'Enter a sign-in name of 3 to 60 letters, figures, full stops, dashes or underscores',
      ),
  )

/** A password as it is typed; `passwordFault` judges a new one, with the sign-in name beside it. */
export const password = z.string().max(1_000, 'Use 200 characters or fewer')

/** Free text that says why; kept in the audit. */
export const why = reason

export const staffInput = z.strictObject({
  name,
  profession: z.enum(professions),
  employment: z.enum(employments),
  registration: optionalText(line),
  startedOn: civilDateSchema,
  leftOn: civilDateSchema.nullish().transform((date) => date ?? null),
})
export type StaffInput = z.output<typeof staffInput>

/** A change of a record says which version it was read at, so that two people cannot overwrite each other. */
export const change = { id, version: z.int().min(1), reason: why }

/** Another post of somebody who is in the register, from a day on. */
export const newPost = z.strictObject({
  ...change,
  from: civilDateSchema,
  profession: z.enum(professions),
  employment: z.enum(employments),
  registration: optionalText(line),
})

export const newAccount = z.strictObject({
  staffId: id,
  signInName,
  role: z.enum(roles),
  newPassword: password,
  identifiedBy: z.enum(waysOfKnowing),
})

export const oneShiftAccount = z.strictObject({
  name,
  profession: z.enum(['registered-nurse', 'nursery-nurse', 'health-care-assistant']),
  employment: z.enum(['bank', 'agency']),
  registration: line,
  signInName,
  newPassword: password,
  endsAt: instantSchema,
})

export const dutyInput = z.strictObject({
  staffId: id,
  startsAt: instantSchema,
  endsAt: instantSchema,
  nurseInCharge: z.boolean(),
})
