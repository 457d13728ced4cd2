import type { RecipientKey } from '#domain/communications/duties-content.ts'
import { type DutyRecord, dutyStatus, isOpen, newestOf } from '#domain/communications/status.ts'
import type { Instant } from '#domain/shared/time.ts'
import { dutyDrop, dutyEvent } from '#drizzle/schema/communications.ts'
import type { AuditNote, WriteTx } from '../../platform/unit-of-work.ts'
import { deriveAgain } from './derive-again.ts'
import { eventsOf, recordsOf } from './rows.ts'

/**
 * Duties of a referral, before mother and baby are a pair here: their event names the child of the referral
 * (COM-01 and COM-03), and goes over to the pair once they have come.
 */

interface Came {
  childId: string
  pairId: string
  babyId: string
  motherId: string
  at: Instant
}

/** The events of a referred child become those of the pair; what was to be done before the arrival is due then. */
export function childCame(
  tx: WriteTx,
  { childId, pairId, babyId, motherId, at }: Came,
): AuditNote[] {
  return eventsOf(tx, 'pairs', [childId]).events.flatMap((event) => {
    tx.amend(dutyEvent, event.recordId, event.version, { pairId }, 'They have come to the unit')
    const startsAt = event.event === 'COM-01' ? at : event.startsAt
    return deriveAgain(tx, { ...event, pairId }, { babyId, motherId, startsAt }).audit
  })
}

/** Who was told of an event of a child, but for those who are told of another event since. */
export function toldOf(
  tx: WriteTx,
  childId: string,
  event: string,
  since: { event: string; at: Instant },
): RecipientKey[] {
  const facts = eventsOf(tx, 'pairs', [childId])
  const records = recordsOf(facts)
  const of = (code: string, from = '') =>
    facts.events
      .filter((one) => one.event === code && one.occurredAt >= from)
      .flatMap((one) => records.get(one.recordId) ?? [])
  const tellAnyway = new Set(of(since.event, since.at).map((one) => newestOf(one).recipient))
  const told = of(event)
    .filter(({ sendings }) => sendings.length > 0)
    .map((one) => newestOf(one).recipient)
  return [...new Set(told)].filter((recipient) => !tellAnyway.has(recipient))
}

/** Nobody is told any more of an offer that came to nothing: what was not sent is dropped, with the reason. */
export const dropUnsent = (
  tx: WriteTx,
  childId: string,
  event: string,
  because: string,
): AuditNote[] => dropOf(tx, { childId, event, because }, ({ sendings }) => sendings.length === 0)

/** Nobody waits any more for an answer to what was sent of it, where the same people are told that it is over. */
export const dropUnanswered = (
  tx: WriteTx,
  childId: string,
  event: string,
  because: string,
): AuditNote[] => dropOf(tx, { childId, event, because }, ({ sendings }) => sendings.length > 0)

interface Dropping {
  childId: string
  event: string
  because: string
}

function dropOf(
  tx: WriteTx,
  { childId, event, because }: Dropping,
  isMeant: (record: DutyRecord) => boolean,
): AuditNote[] {
  const facts = eventsOf(tx, 'pairs', [childId])
  const records = recordsOf(facts)
  return facts.events
    .filter((one) => one.event === event)
    .flatMap((one) =>
      (records.get(one.recordId) ?? [])
        .filter((record) => isOpen(dutyStatus(record, tx.now)) && isMeant(record))
        .map((record): AuditNote => {
          const { recordId: dutyId } = newestOf(record)
          const { recordId } = tx.insert(dutyDrop, { dutyId, because, droppedAt: tx.now })
          return {
            action: 'duty.drop',
            entity: 'duty_drop',
            entityId: recordId,
            entityVersion: 1,
            reason: because,
          }
        }),
    )
}
