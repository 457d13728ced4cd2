import { z } from 'zod'
import {
  askInput,
  chaseInput,
  closeInput,
  expectInput,
  namedReaderInput,
  receivedInput,
  signInput,
  standInInput,
} from '#domain/documents/input.ts'
import { refuse } from '#domain/shared/failure.ts'
import { fieldMessages } from '#domain/shared/field-messages.ts'
import { reason } from '#domain/shared/text.ts'
import type { Instant } from '#domain/shared/time.ts'
import { change, id } from '../people/schemas.ts'
import type { RegisterOf } from './family.ts'

export {
  askInput,
  chaseInput,
  closeInput,
  expectInput,
  namedReaderInput,
  receivedInput,
  signInput,
  standInInput,
}

/** Checks what was typed against the moment of entry. Refuses at the field what lies ahead of it. */
export function asOf<Input>(
  make: (now: Instant) => z.ZodType<unknown>,
  input: Input,
  now: Instant,
): Input {
  const found = make(now).safeParse(input)
  if (!found.success) refuse('invalid', 'Check what was entered', fieldMessages(found.error))
  return input
}

/** Whose register: of a stay, or of a referral. */
export const registerInput = z
  .strictObject({ stayId: id.nullable().default(null), referralId: id.nullable().default(null) })
  .refine(({ stayId, referralId }) => (stayId === null) !== (referralId === null), {
    path: ['stayId'],
    message: 'Choose the referral or the stay',
  })
export type RegisterInput = z.output<typeof registerInput>

/** The owner that was named: the stay, where both were. */
export const registerOf = (input: RegisterInput): RegisterOf =>
  input.stayId === null ? { referralId: input.referralId ?? '' } : { stayId: input.stayId }

export const documentInput = z.strictObject({ documentId: id })

export const reopenInput = z.strictObject({ documentId: id, reason: reason })
export type ReopenInput = z.output<typeof reopenInput>

/** A correction of the entry of what was received: a new version of the same record. */
export const correctInput = (now?: Instant) => receivedInput(now).extend(change)
export type CorrectInput = z.output<ReturnType<typeof correctInput>>

export const withdrawInput = z.strictObject(change)
export type WithdrawInput = z.output<typeof withdrawInput>

/** A file that is about to be sent: how large it is, before any of it is read. */
export const startFileInput = z.strictObject({
  bytes: z.int().min(1, 'This file is empty. Choose another'),
})

const partBytes = z.custom<Uint8Array>(
  (value) => value instanceof Uint8Array && value.length > 0,
  'This part of the file is empty. Choose the file again',
)

/** One part of a file, in order; the parts are numbered from 0. */
export const filePartInput = z.strictObject({
  uploadId: z.uuid(),
  part: z.int().min(0).max(99),
  bytes: partBytes,
})
export type FilePartInput = z.output<typeof filePartInput>

export const openInput = z.strictObject({ receivedId: id, version: z.int().min(1) })
export type OpenInput = z.output<typeof openInput>

export const fileInput = z.strictObject({
  receivedId: id,
  version: z.int().min(1),
  part: z.int().min(0).max(99),
})
export type FileInput = z.output<typeof fileInput>
