import { z } from 'zod'
import { basisInput } from '../shared/basis.ts'
import type { FieldMessage } from '../shared/failure.ts'
import { pastDate, pastInstant } from '../shared/plausible.ts'
import { carries } from '../shared/provenance.ts'
import { line, name, note, optionalText, reason } from '../shared/text.ts'
import type { Instant } from '../shared/time.ts'
import type { Handling } from './rule-content.ts'
import { readerRoles } from './rule-content.ts'

/**
 * What the history register takes from the screen. With `now`, nothing lies ahead of the moment of entry;
 * without it, the shape alone is checked.
 */

const id = z.uuid('Choose from the list')

/** A document that somebody expects, beside those that follow from the referral. */
export const expectInput = z
  .object({
    referralId: id.nullable(),
    stayId: id.nullable(),
    classId: z.string().min(1, 'Choose the kind of document').max(20),
    title: name,
    babyId: id.nullable(),
    sourceName: name,
  })
  .refine((typed) => typed.referralId !== null || typed.stayId !== null, {
    path: ['stayId'],
    message: 'Choose the referral or the stay',
  })
export type ExpectInput = z.output<typeof expectInput>

export const askInput = (now?: Instant) =>
  z.object({ documentId: id, askedOf: name, askedAt: pastInstant(now) })
export type AskInput = z.output<ReturnType<typeof askInput>>

export const chaseInput = (now?: Instant) =>
  z.object({ documentId: id, chasedOf: name, chasedAt: pastInstant(now) })
export type ChaseInput = z.output<ReturnType<typeof chaseInput>>

/** That the source holds none, or that it is not needed: each with its basis or reason. */
export const closeInput = (now?: Instant) =>
  z.discriminatedUnion(
    'outcome',
    [
      z.object({
        outcome: z.literal('not-held'),
        documentId: id,
        closedAt: pastInstant(now),
        basis: basisInput.refine(({ kind }) => carries(kind), {
          path: ['kind'],
          message: 'That they hold none was not established. Leave it on the list, and ask again',
        }),
      }),
      z.object({ outcome: z.literal('not-needed'), documentId: id, because: reason }),
    ],
    'Say that there is none, or why it is not needed',
  )
export type CloseInput = z.output<ReturnType<typeof closeInput>>

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** What was received: a new report, or (with its record and version) a correction of the entry. */
export const receivedInput = (now?: Instant) =>
  z.object({
    documentId: id,
    receivedAt: pastInstant(now),
    title: name,
    author: name,
    writtenOn: pastDate(now).nullable(),
    summary: optionalText(note),
    attachmentHash: sha256.nullable(),
    /** The person has seen that the same file is on record already, and says that it belongs here too. */
    sameFileIsRight: z.boolean().default(false),
  })
export type ReceivedInput = z.output<ReturnType<typeof receivedInput>>

/** What its handling does not allow, at its fields (decision 10); empty where nothing is wrong. */
export function receivedFaults(received: ReceivedInput, handling: Handling): FieldMessage[] {
  const faults: FieldMessage[] = []
  if (handling === 'register-only') {
    if (received.attachmentHash !== null)
      faults.push({
        field: 'attachmentHash',
        message: 'This kind of court paper is not filed here. Enter it on the register alone',
      })
    if (received.summary !== undefined)
      faults.push({
        field: 'summary',
        message: 'This kind of court paper is not quoted here. Leave the summary empty',
      })
  } else if (received.attachmentHash === null && received.summary === undefined) {
    faults.push({ field: 'summary', message: 'Attach the file, or describe what it says' })
  }
  return faults
}

/**
 * That somebody has read it: a line on what it means for the baby's safety, never a bare tick. The version
 * and hash are those that the reader had before them.
 */
export const signInput = z.object({
  documentId: id,
  receivedId: id,
  receivedVersion: z.int().min(1),
  contentHash: sha256,
  readerRole: z.enum(readerRoles).nullable(),
  significance: line,
  /** Where the copy is that was read on paper, by one who never opened it here. */
  readOnPaper: optionalText(line),
  /** Somebody whose name is like the author's says that they are somebody else. */
  notTheAuthor: z.boolean().default(false),
})
export type SignInput = z.output<typeof signInput>

/** Who fills the part of a required reader in a stay. */
export const namedReaderInput = z.object({
  stayId: id,
  role: z.enum(readerRoles, 'Choose the part'),
  staffId: id,
})
export type NamedReaderInput = z.output<typeof namedReaderInput>

/** Who reads one document in the part of its author, and why nobody else fills it. */
export const standInInput = z.object({
  documentId: id,
  role: z.enum(readerRoles, 'Choose the part'),
  staffId: id,
  because: reason,
})
export type StandInInput = z.output<typeof standInInput>
