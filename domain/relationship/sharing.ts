import { z } from 'zod'
import { contactRoute } from '../people/contact-route.ts'
import type { SafeToContact } from '../people/record.ts'
import { instantSchema } from '../shared/calendar.ts'
import type { FieldMessage } from '../shared/failure.ts'
import { line, reason } from '../shared/text.ts'
import type { Instant } from '../shared/time.ts'

/** Who has been given an assessment, and who has acknowledged the scope statement that went with it (Finding Five d). */

const withMother = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('shared'), sharedAt: instantSchema, how: line }),
  /** Kept from her for now: why, and who agreed to that. */
  z.strictObject({ outcome: z.literal('withheld'), sharedAt: instantSchema, because: reason }),
])

/** Shared with the mother, or kept from her and why. */
export const motherInputSchema = z.strictObject({ assessmentId: z.uuid() }).and(withMother)
export type MotherInput = z.output<typeof motherInputSchema>

/** Sent to a professional, with the scope statement; without an assessment, the statement by itself. */
export const sentInputSchema = z.strictObject({
  pairId: z.uuid(),
  assessmentId: z.uuid().nullish(),
  contactId: z.uuid('Choose to whom it was sent'),
  sharedAt: instantSchema,
  how: line,
})
export type SentInput = z.output<typeof sentInputSchema>

export const chasedInputSchema = z.strictObject({
  sharingId: z.uuid(),
  chasedAt: instantSchema,
  chasedOf: line,
})

export const acknowledgedInputSchema = z.strictObject({
  sharingId: z.uuid(),
  acknowledgedAt: instantSchema,
  /** The named person outside. */
  by: line,
  how: line,
})

export interface Addressee {
  safeToContact: SafeToContact
  contactThrough: string | null
}

/** How a professional is sent something: at once, through another, or not at all and why. */
export type SendingRoute = { may: true; through: string } | { may: false; because: string }

/**
 * Whether somebody may be sent an assessment (decision 30): never whoever must not be contacted, and through
 * another where the record says so. Of an agency, not known is no bar; of a person it would be.
 */
export function sendingRoute({ safeToContact, contactThrough }: Addressee): SendingRoute {
  if (safeToContact === 'not-known') return { may: true, through: '' }
  const route = contactRoute(safeToContact, contactThrough)
  switch (route.kind) {
    case 'direct':
      return { may: true, through: '' }
    case 'through':
      return { may: true, through: route.whom }
    case 'social-worker':
      return { may: false, because: `${route.because}. Ask the social worker how it reaches them` }
  }
}

/** What is wrong with when something was shared; empty where nothing is. */
export function sharedFaults(
  field: string,
  at: Instant,
  around: { earliest: Instant; now: Instant; tooEarly: string },
): FieldMessage[] {
  if (at > around.now) return [{ field, message: 'This time is still to come' }]
  return at < around.earliest ? [{ field, message: around.tooEarly }] : []
}

export type SharingState =
  | { state: 'nothing-awaited' }
  | { state: 'acknowledged'; at: Instant | null; by: string }
  | { state: 'waiting' | 'late'; dueAt: Instant; chaseDueAt: Instant }

/**
 * How one sending stands. It is late from the end of its own limit, whatever was chased since; the next chase
 * is due then, and again as each chase says.
 */
export function sharingState(
  sharing: { acknowledgeDueAt: Instant | null },
  chases: readonly { nextDueAt: Instant }[],
  acknowledgement: { acknowledgedAt: Instant | null; by: string } | undefined,
  now: Instant,
): SharingState {
  const { acknowledgeDueAt: dueAt } = sharing
  if (dueAt === null) return { state: 'nothing-awaited' }
  if (acknowledgement)
    return {
      state: 'acknowledged',
      at: acknowledgement.acknowledgedAt,
      by: acknowledgement.by,
    }
  const chaseDueAt = chases.map(({ nextDueAt }) => nextDueAt).reduce(later, dueAt)
  return { state: dueAt <= now ? 'late' : 'waiting', dueAt, chaseDueAt }
}

const later = (a: Instant, b: Instant): Instant => (b > a ? b : a)
