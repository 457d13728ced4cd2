import { z } from 'zod'
import { instantSchema } from '../shared/calendar.ts'
import type { DutyClass } from '../shared/legal-status.ts'
import { line, name, note, optionalText, reason } from '../shared/text.ts'
import type { Instant } from '../shared/time.ts'
import type { DutyLimit, RecipientKey } from './duties-content.ts'

export interface DutyVersion {
  recordId: string
  version: number
  auditSeq: number
  recordedAt: Instant
  withdrawn: boolean
}

/** Something happened that others must be told of, with the facts that the duties were derived from. */
export interface DutyEvent extends DutyVersion {
  /** The pair; before the arrival the child of the referral. */
  pairId: string
  /** COM-01 to COM-21 */
  event: string
  occurredAt: Instant
  startsAt: Instant | null
  /** The record that it came from: an episode, a decision, a referral. */
  sourceId: string | null
  sourceType: string | null
  /** The child's class when it happened; null where no status was recorded. */
  legalClass: DutyClass | null
  /** The revision of the duties that it was worked by. */
  ruleSetId: string
}

/** One duty of an event. Its due time is a fact, fixed when its clock started (architecture.md, law 5). */
export interface Duty extends DutyVersion {
  eventId: string
  key: string
  recipient: RecipientKey
  label: string
  what: string
  personId: string | null
  limit: DutyLimit
  dueAt: Instant | null
  /** The named question that has to be answered first; null for a duty without one. */
  question: string | null
}

/** How a duty was sent. */
export const dutyMethods = [
  'telephone',
  'secure-email',
  'letter',
  'face-to-face',
  'video',
  'portal',
] as const
export type DutyMethod = (typeof dutyMethods)[number]

export const dutyMethodLabels: Record<DutyMethod, string> = {
  telephone: 'Telephone',
  'secure-email': 'Secure email',
  letter: 'Letter',
  'face-to-face': 'In person',
  video: 'Video call',
  portal: 'Their portal or referral form',
}

/** Why sharing it is lawful: asked for, never guessed (product.md 2, capability 27). */
export const sharingBases = [
  'safeguarding',
  'consent',
  'court-or-order',
  'direct-care',
  'vital-interest',
] as const
export type SharingBasis = (typeof sharingBases)[number]

export const sharingBasisLabels: Record<SharingBasis, string> = {
  safeguarding: 'Safeguarding a child',
  consent: 'Consent',
  'court-or-order': 'An order or a plan asks for it',
  'direct-care': 'Direct care of mother or baby',
  'vital-interest': 'Life or limb is at stake',
}

export interface DutySending extends DutyVersion {
  dutyId: string
  /** Null only in what was imported without it. */
  sentAt: Instant | null
  method: DutyMethod
  /** The person or the desk it went to. */
  toName: string
  sentBy: string
  /** By when it has to be acknowledged: fixed when it was sent. */
  acknowledgeBy: Instant | null
}

/** A named person outside said that they know. No account is needed: by telephone, email or signed reply. */
export interface DutyAcknowledgement extends DutyVersion {
  dutyId: string
  acknowledgedAt: Instant | null
  byName: string | null
  byRole: string
  outcome: string
}

/** A duty that is not needed, with the reason: the only way in which one goes away. */
export interface DutyDrop extends DutyVersion {
  dutyId: string
  because: string
  droppedAt: Instant
}

/** The answer to a named question of an event: kept, whichever it is, and one for all duties that ask it. */
export interface DutyAnswer extends DutyVersion {
  eventId: string
  question: string
  answer: 'yes' | 'no'
  because: string
  answeredAt: Instant
}

export const dutySendingSchema = z.strictObject({
  sentAt: instantSchema,
  method: z.enum(dutyMethods),
  toName: name,
  shared: note,
  sharingBasis: z.enum(sharingBases, { error: 'Choose why sharing this is lawful' }),
})

export const dutyAcknowledgementSchema = z.strictObject({
  acknowledgedAt: instantSchema,
  byName: name,
  byRole: line,
  method: z.enum(dutyMethods),
  outcome: optionalText(note).transform((text) => text ?? ''),
})

export const dutyDropSchema = z.strictObject({ because: reason, droppedAt: instantSchema })

export const dutyAnswerSchema = z.strictObject({
  answer: z.enum(['yes', 'no']),
  because: reason,
  answeredAt: instantSchema,
})
