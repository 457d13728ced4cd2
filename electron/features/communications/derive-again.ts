import { type Derived, deriveDuties as derive } from '#domain/communications/derive.ts'
import {
  type DutiesContent,
  dutiesRuleSetKind,
  type RecipientKey,
} from '#domain/communications/duties-content.ts'
import { answersOf } from '#domain/communications/facts.ts'
import { reconcile } from '#domain/communications/reconcile.ts'
import type { DutyEvent } from '#domain/communications/record.ts'
import { type DutyRecord, dutyStatus, isOpen, newestOf } from '#domain/communications/status.ts'
import { earlierOf } from '#domain/shared/calendar.ts'
import type { LegalStanding } from '#domain/shared/legal-status-at.ts'
import type { Instant } from '#domain/shared/time.ts'
import { duty, dutyDrop, dutyEvent } from '#drizzle/schema/communications.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { ReadDb, WriteTx } from '../../platform/unit-of-work.ts'
import { ruleSetsOf } from '../rule-sets/in-force.ts'
import { basisOf } from './basis.ts'
import { eventsOf, recordsOf } from './rows.ts'
import {
  contactIdOf,
  type DerivedDuties,
  type GivenAnswer,
  keepAnswers,
  legalColumns,
  noteOf,
  type OfEvent,
  writeConsidered,
  writeDuties,
} from './write-duties.ts'

/** What a new derivation of an event takes into account. */
interface Again {
  babyId: string
  motherId: string
  at?: Instant
  startsAt?: Instant | null
  concernOrConsent?: boolean
  /** What happened, in words; left out it stays as it was. */
  details?: string | null
  answers?: readonly GivenAnswer[]
  /** A status that began later: its limits run from then, and the event keeps the class that it had. */
  limitsFrom?: Instant
  reason?: string
}

const factsOfEvent = standing(
  dutyEvent,
  ['version', 'concernOrConsent', 'legalClass', 'legalCodes', 'occurredAt', 'startsAt', 'details'],
  't.record_id = @eventId',
)

/**
 * Derives the duties of an event once more with what is known now: adds what is new, brings limits forward,
 * and keeps what was done. Without a change it writes nothing and leaves no note.
 */
export function deriveAgain(tx: WriteTx, event: DutyEvent, given: Again): DerivedDuties {
  const eventId = event.recordId
  const facts = factsOfEvent.at(tx, newest, { eventId })[0]
  if (!facts) throw new Error('The event of these duties is not on record')
  keepAnswers(tx, eventId, given.answers ?? [])
  const recorded = eventsOf(tx, 'ids', [eventId])
  const occurredAt = earlierOf(event.occurredAt, given.at ?? event.occurredAt)
  const startsAt = given.startsAt === undefined ? event.startsAt : given.startsAt
  const concernOrConsent = facts.concernOrConsent || (given.concernOrConsent ?? false)
  const { babyId, motherId, limitsFrom } = given
  const content = contentOf(tx, event.ruleSetId)
  const { basis, legal } = basisOf(tx, {
    event: event.event,
    occurredAt: limitsFrom ?? occurredAt,
    startsAt,
    babyId,
    motherId,
    concernOrConsent,
    answers: answersOf(recorded.answers),
    toldBefore: recorded.duties.map(({ recipient }) => recipient),
  })
  const changes = {
    occurredAt,
    startsAt,
    concernOrConsent,
    details: given.details ?? facts.details,
    ...(limitsFrom === undefined ? legalColumns(legal) : {}),
  }
  const same = (Object.keys(changes) as (keyof typeof changes)[]).every(
    (key) => changes[key] === undefined || changes[key] === facts[key],
  )
  const reason = given.reason ?? 'Told again of the same event'
  if (!same) tx.amend(dutyEvent, eventId, facts.version, changes, reason)
  const derived = derive(content, basis)
  const existing = recordsOf(recorded).get(eventId) ?? []
  const answered = answerByStatus(tx, eventId, existing, derived, legal)
  const of = { eventId, babyId, motherId, content }
  const settled = settle(tx, of, existing, derived, reason)
  const noted = writeConsidered(tx, eventId, derived)
  const untouched =
    same && !answered && !given.answers?.length && settled.changed === 0 && noted === 0
  const payload = { event: event.event, duties: settled.dutyIds.length }
  return {
    eventId,
    dutyIds: settled.dutyIds,
    audit: untouched ? [] : [noteOf('duty.derive-again', eventId, [babyId, motherId], payload)],
  }
}

/** Writes what a new derivation changes, and nothing else: what was done is kept. */
function settle(
  tx: WriteTx,
  of: OfEvent,
  existing: readonly DutyRecord[],
  derived: readonly Derived[],
  reason: string,
): { dutyIds: string[]; changed: number } {
  const { add, bringForward, makeCertain } = reconcile(existing, derived)
  const changed = new Map<string, Partial<Changed>>()
  const change = (dutyId: string, changes: Partial<Changed>) =>
    changed.set(dutyId, { ...changed.get(dutyId), ...changes })
  for (const { dutyId, derived: one, dueAt } of bringForward)
    change(dutyId, { dueAt, ...(isSent(existing, dutyId) ? {} : asDerived(tx, of, one)) })
  for (const { dutyId, derived: one } of makeCertain)
    change(dutyId, { question: null, what: one.what })
  for (const { dutyId, derived: one } of redirected(existing, derived, tx.now))
    change(dutyId, {
      recipient: one.recipient,
      label: one.label,
      what: one.what,
      insteadBecause: one.insteadBecause,
    })
  for (const [dutyId, changes] of changed) {
    const record = existing.find(({ versions: [one] }) => one.recordId === dutyId)
    if (record) tx.amend(duty, dutyId, newestOf(record).version, changes, reason)
  }
  for (const { dutyId, derived: one } of bringForward) {
    const record = existing.find(({ versions: [first] }) => first.recordId === dutyId)
    if (record) askAgain(tx, record, one, reason)
  }
  const dutyIds = writeDuties(tx, of, add)
  return { dutyIds, changed: changed.size + dutyIds.length }
}

interface Changed {
  dueAt: Instant
  limitRule: string
  contactId: string | null
  calendarKnown: boolean
  source: string
  mark: string
  question: null
  recipient: RecipientKey
  label: string
  what: string
  insteadBecause: string | null
}

/** What was "not needed" under the old limit was said of another status: under the new one it is asked again. */
function askAgain(
  tx: WriteTx,
  record: DutyRecord,
  one: Exclude<Derived, { kind: 'considered' }>,
  reason: string,
): void {
  if (JSON.stringify(newestOf(record).limit) === JSON.stringify(one.limit)) return
  for (const { recordId, version } of record.drops)
    tx.withdraw(dutyDrop, recordId, version, `Asked for again: ${reason}`)
}

const isSent = (existing: readonly DutyRecord[], dutyId: string): boolean =>
  existing.some(({ versions: [one], sendings }) => one.recordId === dutyId && sendings.length > 0)

/**
 * What a duty that nobody has done anything about becomes by a stricter limit: whom to ring at this hour and
 * where, what the limit is called, and by when it is acknowledged, all follow it. Whoever was told already
 * stays who was told.
 */
const asDerived = (
  tx: WriteTx,
  of: OfEvent,
  one: Exclude<Derived, { kind: 'considered' }>,
): Partial<Changed> => ({
  recipient: one.recipient,
  label: one.label,
  what: one.what,
  limitRule: JSON.stringify(one.limit),
  contactId: contactIdOf(tx, of, one),
  calendarKnown: one.calendarKnown,
  source: one.source,
  mark: one.mark,
})

/**
 * Duties to a person that are still open and whose tie now says something else about contact (decision 30).
 * What was sent stays; what is done about it from now on obeys the tie.
 */
const redirected = (existing: readonly DutyRecord[], derived: readonly Derived[], now: Instant) =>
  derived.flatMap((one) => {
    if (one.kind === 'considered' || one.personId === null) return []
    const record = existing.find((candidate) => newestOf(candidate).key === one.key)
    if (!record || !isOpen(dutyStatus(record, now))) return []
    const { recordId, recipient, label, what } = newestOf(record)
    const same = recipient === one.recipient && label === one.label && what === one.what
    return same ? [] : [{ dutyId: recordId, derived: one }]
  })

/** The question that recording the child's legal status answers. */
export const legalStatusQuestion = 'legal-status'

/** A status that is now recorded answers the question after it: no, for those whom it does not ask for. */
function answerByStatus(
  tx: WriteTx,
  eventId: string,
  existing: readonly DutyRecord[],
  derived: readonly Derived[],
  legal: LegalStanding,
): boolean {
  const { noLongerAsked } = reconcile(existing, derived)
  const open = existing.some((record) => {
    const { recordId, question } = newestOf(record)
    return (
      question === legalStatusQuestion &&
      record.answers.length === 0 &&
      noLongerAsked.includes(recordId)
    )
  })
  if (!legal.known || !open) return false
  const because = `Recorded: ${legal.inForce.map(({ status }) => status.label).join(', ')}`
  keepAnswers(tx, eventId, [{ question: legalStatusQuestion, answer: 'no', because }])
  return true
}

/** The rules that an event was worked by. */
export function contentOf(tx: ReadDb, ruleSetId: string): DutiesContent {
  const set = ruleSetsOf(tx, dutiesRuleSetKind).find(({ recordId }) => recordId === ruleSetId)
  if (!set) throw new Error('The rules of this event are not on record')
  return set.content
}
