import { z } from 'zod'
import {
  departureFields,
  foundFields,
  missingFields,
  outcomes,
  requestFields,
  returnFields,
  revokeFields,
  section17Fields,
} from '#domain/leave/record.ts'
import { instantSchema } from '#domain/shared/calendar.ts'
import { saysYesNo } from '#domain/shared/escort/escort.ts'
import { escortContacts } from '#domain/shared/escort/escort-content.ts'
import { name, optionalText, reasonNote } from '#domain/shared/text.ts'
import { change, id } from '../people/schemas.ts'

export const stayInput = z.strictObject({ stayId: id })
export const askInput = z.strictObject({ stayId: id, ...requestFields })
export const changeInput = z.strictObject({ ...change, ...requestFields })
export const cancelInput = z.strictObject(change)
/** `version` is that of the departure. */
export const neverLeftInput = z.strictObject({
  leaveId: id,
  version: change.version,
  reason: change.reason,
})

const answers = z
  .strictObject({
    planSays: z.enum(saysYesNo).default('not-said'),
    authoritySays: z.enum(saysYesNo).default('not-said'),
    consentSays: z.enum(saysYesNo).default('not-said'),
  })
  .prefault({})
export const considerInput = z.strictObject({ leaveId: id, answers })

export const decideInput = z.strictObject({
  leaveId: id,
  version: z.int().min(1),
  answers,
  outcome: z.enum(outcomes, 'Say whether it is agreed'),
  /** Left out, it is what the rules say. */
  staff: z
    .strictObject({ babyEscorts: z.int().min(0).max(4), motherEscorts: z.int().min(0).max(4) })
    .optional(),
  adult: optionalText(name),
  reached: z
    .array(z.strictObject({ whom: z.enum(escortContacts), name, at: instantSchema }))
    .max(20)
    .default([]),
  /** Why it is not agreed, or why with less staff than the rules say. */
  because: optionalText(reasonNote),
})
export type DecideInput = z.output<typeof decideInput>

export const grantInput = z.strictObject({ stayId: id, ...section17Fields })
export const revokeInput = z.strictObject({ id, version: z.int().min(1), ...revokeFields })

export const leftInput = z.strictObject({ leaveId: id, ...departureFields })
export const backInput = z.strictObject({ leaveId: id, ...returnFields })
export const missingInput = z.strictObject({
  stayId: id,
  leaveId: id.optional(),
  ...missingFields,
})
export const foundInput = z.strictObject({ id, version: z.int().min(1), ...foundFields })
