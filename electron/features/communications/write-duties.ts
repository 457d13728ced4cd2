import type { Derived } from '#domain/communications/derive.ts'
import type { DutiesContent } from '#domain/communications/duties-content.ts'
import type { LegalStanding } from '#domain/shared/legal-status-at.ts'
import { duty, dutyAnswer, dutyConsidered } from '#drizzle/schema/communications.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { AuditNote, WriteTx } from '../../platform/unit-of-work.ts'
import { contactOf, contactsFor } from './contacts.ts'

/** An answer to a named question, with how it is known. */
export interface GivenAnswer {
  question: string
  answer: 'yes' | 'no'
  because: string
}

export interface DerivedDuties {
  eventId: string
  /** The duties that are new. */
  dutyIds: string[]
  /** To go with the caller's own notes. */
  audit: AuditNote[]
}

/** The child's status as an event keeps it. */
export const legalColumns = (legal: LegalStanding) => ({
  legalClass: legal.known ? legal.dutyClass : null,
  legalCodes: legal.inForce.map(({ fact }) => fact.code).join(' '),
})

export const noteOf = (
  action: string,
  entityId: string,
  patients: string[],
  payload: { event: string; duties: number },
): AuditNote => ({ action, entity: 'duty_event', entityId, patients, payload })

export function keepAnswers(tx: WriteTx, eventId: string, answers: readonly GivenAnswer[]): void {
  for (const one of answers) tx.insert(dutyAnswer, { eventId, ...one, answeredAt: tx.now })
}

export interface OfEvent {
  eventId: string
  babyId: string
  motherId: string
  content: DutiesContent
}

type DerivedDuty = Exclude<Derived, { kind: 'considered' }>

/** Where the recipient of a duty is found: a person as their tie says, an agency where its contact is known. */
export const contactIdOf = (tx: WriteTx, of: OfEvent, one: DerivedDuty): string | null =>
  one.recipient === 'holder'
    ? null
    : (contactOf(contactsFor(tx, [of.babyId, of.motherId]), of.content, one, of)?.recordId ?? null)

export function writeDuties(tx: WriteTx, of: OfEvent, derived: readonly Derived[]): string[] {
  return derived
    .filter((one): one is DerivedDuty => one.kind !== 'considered')
    .map(
      (one) =>
        tx.insert(duty, {
          eventId: of.eventId,
          keyInEvent: one.key,
          recipient: one.recipient,
          label: one.label,
          what: one.what,
          personId: one.personId,
          insteadBecause: one.insteadBecause,
          contactId: contactIdOf(tx, of, one),
          limitRule: JSON.stringify(one.limit),
          dueAt: one.dueAt,
          calendarKnown: one.calendarKnown,
          question: one.question,
          source: one.source,
          mark: one.mark,
        }).recordId,
    )
}

const consideredOf = standing(
  dutyConsidered,
  ['recordId', 'version', 'keyInEvent', 'label', 'because'],
  't.event_id = @eventId',
)

/**
 * Keeps who was considered and is not told; one who is told after all is taken off that list. Returns how
 * many lines it wrote.
 */
export function writeConsidered(tx: WriteTx, eventId: string, derived: readonly Derived[]): number {
  const known = new Map(
    consideredOf.at(tx, newest, { eventId }).map((row) => [row.keyInEvent, row]),
  )
  let written = 0
  for (const one of derived) {
    const kept = known.get(one.key)
    if (one.kind === 'considered' ? kept?.because === one.because : !kept) continue
    written += 1
    if (one.kind === 'considered' && !kept) {
      const { key, label, because } = one
      tx.insert(dutyConsidered, { eventId, keyInEvent: key, label, because })
    } else if (kept && one.kind === 'considered') {
      const { because } = one
      tx.amend(dutyConsidered, kept.recordId, kept.version, { because }, 'Considered again')
    } else if (kept) tx.withdraw(dutyConsidered, kept.recordId, kept.version, 'Is told after all')
  }
  return written
}
