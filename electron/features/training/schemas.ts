import { z } from 'zod'
import { civilDateSchema } from '#domain/shared/calendar.ts'
import { reason } from '#domain/shared/text.ts'
import { certificateInput, courseInput } from '#domain/training/record.ts'
import { basis } from '../people/schemas.ts'
import { change, id } from '../users/schemas.ts'

export { courseInput } from '#domain/training/record.ts'

/** The day that is asked about; today where it is left out. */
const on = civilDateSchema.optional()

export const dayInput = z.strictObject({ on })
/** Any day of the week that is asked about. */
export const weekInput = z.strictObject({ of: civilDateSchema.optional() })
export const personInput = z.strictObject({ staffId: id, on })
export const endingInput = z.strictObject({ days: z.int().min(1).max(366) })

export const courseChange = z.strictObject({ ...change, course: courseInput })
export type CourseChange = z.output<typeof courseChange>

/** A certificate with how it is known that the course was done (Finding Seven). */
export const newCertificate = certificateInput.extend({
  basis,
  /** SHA-256 of the certificate's file, sent before; left out, what is attached stays. */
  attachmentHash: z
    .string()
    .regex(/^[0-9a-f]{64}$/, 'Choose the file again')
    .optional(),
})
export type NewCertificate = z.output<typeof newCertificate>

export const certificateChange = z.strictObject({
  ...change,
  certificate: newCertificate,
  /** Take level and mode from the course as it is listed now: for a certificate recorded from a wrong entry. */
  fromCourseNow: z.boolean().default(false),
})
export type CertificateChange = z.output<typeof certificateChange>

export const withdrawal = z.strictObject(change)
export type Withdrawal = z.output<typeof withdrawal>

export const evidenceInput = z.strictObject({
  certificateId: id,
  version: z.int().min(1),
  part: z.int().min(0).max(99),
})
export type EvidenceInput = z.output<typeof evidenceInput>

export const passportInput = z.strictObject({ staffId: id })

export const declaration = z.strictObject({
  /** The version of the unit's settings that was read, so that two declarations cannot cross. */
  version: z.int().min(1),
  complete: z.boolean('Say whether the register is complete'),
  reason: reason,
})
export type Declaration = z.output<typeof declaration>

export const spanInput = z
  .strictObject({ first: civilDateSchema, last: civilDateSchema })
  .refine(({ first, last }) => first <= last, {
    path: ['last'],
    message: 'The last day must not be before the first',
  })
