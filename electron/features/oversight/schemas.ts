import { z } from 'zod'
import {
  actionFields,
  closedBecauseField,
  doneFields,
  retestFields,
  verifiedFields,
} from '#domain/oversight/action.ts'
import { documentFields, evidenceFields, pinFields } from '#domain/oversight/evidence.ts'
import { findingFields, heldVisitFields, plannedVisitFields } from '#domain/oversight/visit.ts'
import { reason } from '#domain/shared/text.ts'

/** A step of a record: which, and the version that was looked at. */
const of = { id: z.uuid(), version: z.int().min(1) }
const change = { ...of, reason }

export const planVisitInput = z.strictObject(plannedVisitFields)
export const changeVisitInput = z.strictObject({ ...change, visit: planVisitInput })
export const holdVisitInput = z.strictObject({ ...of, ...heldVisitFields })
export const callOffInput = z.strictObject({ ...of, because: reason })
export const mistakeInput = z.strictObject(change)

export const findingInput = z.strictObject({ visitId: z.uuid(), ...findingFields })

export const actionInput = z.strictObject({
  findingId: z.uuid().nullable().default(null),
  ...actionFields,
})
export const changeActionInput = z.strictObject({ ...change, action: actionInput })
export const actionFigureInput = z.strictObject({ id: z.uuid() })
export const startInput = z.strictObject(of)
export const doneInput = z.strictObject({ ...of, ...doneFields })
export const verifyInput = z.strictObject({ ...of, ...verifiedFields })
export const retestInput = z.strictObject({ ...of, ...retestFields })
/** A document by its file, or a record that is pinned: one of the two. */
export const evidenceInput = z
  .strictObject({
    ...evidenceFields,
    document: z.strictObject(documentFields).nullable().default(null),
    pin: z.strictObject(pinFields).nullable().default(null),
  })
  .refine(({ document, pin }) => (document === null) !== (pin === null), {
    path: ['document'],
    message: 'Choose a document or a record: one of the two',
  })
export const changeEvidenceInput = z.strictObject({ ...change, evidence: evidenceInput })
export const pinAgainInput = z.strictObject(of)

export const closeInput = z.strictObject({ ...of, because: closedBecauseField })
