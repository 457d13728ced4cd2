import { z } from 'zod'
import {
  actionFields,
  closedBecauseField,
  doneFields,
  retestFields,
  verifiedFields,
} from '#domain/oversight/action.ts'
import { findingFields, heldVisitFields, plannedVisitFields } from '#domain/oversight/visit.ts'
import { line } from '#domain/shared/text.ts'

/** A step of a record: which, and the version that was looked at. */
const of = { id: z.uuid(), version: z.int().min(1) }
const change = { ...of, reason: line }

export const planVisitInput = z.strictObject(plannedVisitFields)
export const changeVisitInput = z.strictObject({ ...change, visit: planVisitInput })
export const holdVisitInput = z.strictObject({ ...of, ...heldVisitFields })
export const callOffInput = z.strictObject({ ...of, because: line })
export const mistakeInput = z.strictObject(change)

export const findingInput = z.strictObject({ visitId: z.uuid(), ...findingFields })

export const actionInput = z.strictObject({
  findingId: z.uuid().nullable().default(null),
  ...actionFields,
})
export const changeActionInput = z.strictObject({ ...change, action: actionInput })
export const startInput = z.strictObject(of)
export const doneInput = z.strictObject({ ...of, ...doneFields })
export const verifyInput = z.strictObject({ ...of, ...verifiedFields })
export const retestInput = z.strictObject({ ...of, ...retestFields })
export const closeInput = z.strictObject({ ...of, because: closedBecauseField })
