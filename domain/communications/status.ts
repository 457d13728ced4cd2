import { earlierOf, epochMs } from '../shared/calendar.ts'
import type { Instant } from '../shared/time.ts'
import type { Duty, DutyAcknowledgement, DutyAnswer, DutyDrop, DutySending } from './record.ts'

/** A duty with everything that was done about it: the newest versions, without those withdrawn. */
export interface DutyRecord {
  /** Every version of the duty, oldest first: moving a limit later hides nothing. */
  versions: readonly [Duty, ...Duty[]]
  answers: readonly DutyAnswer[]
  sendings: readonly DutySending[]
  acknowledgements: readonly DutyAcknowledgement[]
  drops: readonly DutyDrop[]
}

/**
 * How a duty stands. Computed, never stored. Sent without acknowledgement is not assurance (Finding Two b).
 */
export type DutyStatus =
  | { state: 'dropped'; because: string }
  | { state: 'acknowledged'; at: Instant; late: boolean }
  | { state: 'sent'; at: Instant; acknowledgeBy: Instant | null }
  | { state: 'due'; dueAt: Instant | null; what: 'answer' | 'send' }
  | { state: 'late'; since: Instant; what: 'answer' | 'send' | 'acknowledge' }

/** True while somebody has still to act: answer, send, or acknowledge. */
export const isOpen = ({ state }: DutyStatus): boolean =>
  state === 'due' || state === 'late' || state === 'sent'

export const newestOf = ({ versions }: Pick<DutyRecord, 'versions'>): Duty =>
  versions.reduce((last, one) => (one.version > last.version ? one : last))

/** The limit that counts: the earliest that any version named. Null while none has a time. */
export function dueAtOf({ versions }: Pick<DutyRecord, 'versions'>): Instant | null {
  const times = versions.flatMap(({ dueAt }) => (dueAt === null ? [] : [dueAt]))
  return times.length > 0 ? times.reduce(earlierOf) : null
}

/** The answer that stands; undefined while the question has none. */
export const answerOf = ({ answers }: Pick<DutyRecord, 'answers'>) =>
  [...answers].sort((a, b) => a.auditSeq - b.auditSeq).at(-1)

/** The sending that counts for the limit: the first. Null where a time is missing. */
export function firstSending({ sendings }: Pick<DutyRecord, 'sendings'>): DutySending | undefined {
  return [...sendings].sort((a, b) => order(a.sentAt, b.sentAt) || a.auditSeq - b.auditSeq)[0]
}

const order = (a: Instant | null, b: Instant | null) => {
  if (a === b) return 0
  if (a === null) return 1
  return b === null || a < b ? -1 : 1
}

/** The acknowledgement that counts: the first with a name and a time. */
export function firstAcknowledgement({ acknowledgements }: Pick<DutyRecord, 'acknowledgements'>) {
  return acknowledgements
    .filter(({ acknowledgedAt, byName }) => acknowledgedAt !== null && byName !== null)
    .sort((a, b) => order(a.acknowledgedAt, b.acknowledgedAt))[0]
}

/** How a duty stands at `now`, as an ordered ladder of questions. */
export function dutyStatus(record: DutyRecord, now: Instant): DutyStatus {
  const duty = newestOf(record)
  const dueAt = dueAtOf(record)
  const [drop] = record.drops
  if (drop) return { state: 'dropped', because: drop.because }
  const answer = answerOf(record)
  if (duty.question !== null && answer?.answer === 'no')
    return { state: 'dropped', because: `Answered no: ${answer.because}` }
  const sending = firstSending(record)
  if (sending) return statusOfSent(record, sending, now)
  const what = duty.question !== null && answer === undefined ? 'answer' : 'send'
  return dueAt !== null && now > dueAt
    ? { state: 'late', since: dueAt, what }
    : { state: 'due', dueAt, what }
}

function statusOfSent(record: DutyRecord, sending: DutySending, now: Instant): DutyStatus {
  const { sentAt, acknowledgeBy } = sending
  const acknowledged = firstAcknowledgement(record)
  if (acknowledged?.acknowledgedAt) {
    const late = acknowledgeBy !== null && acknowledged.acknowledgedAt > acknowledgeBy
    return { state: 'acknowledged', at: acknowledged.acknowledgedAt, late }
  }
  if (acknowledgeBy !== null && now > acknowledgeBy)
    return { state: 'late', since: acknowledgeBy, what: 'acknowledge' }
  return { state: 'sent', at: sentAt ?? sending.recordedAt, acknowledgeBy }
}

/** Whether the duty was sent after its limit; unsent duties are not. */
export function sentLate(record: DutyRecord): boolean {
  const dueAt = dueAtOf(record)
  const sentAt = firstSending(record)?.sentAt
  return dueAt !== null && sentAt != null && sentAt > dueAt
}

/**
 * Who is rung when nobody acknowledges: the first person of the list once the limit has run out, and one
 * further for each limit more. Null while the duty is not late, or nobody is named.
 */
export function nextPerson(
  status: DutyStatus,
  ifSilent: readonly string[],
  now: Instant,
  limitMs: number,
): string | null {
  if (status.state !== 'late' || ifSilent.length === 0) return null
  const further = limitMs > 0 ? Math.floor((epochMs(now) - epochMs(status.since)) / limitMs) : 0
  return ifSilent[Math.min(further, ifSilent.length - 1)] ?? null
}

/** How the duties of an episode stand together, for the step "Tell" of its pathway. */
export function tellState(records: readonly DutyRecord[], now: Instant) {
  const stands = records.map((record) => ({ record, status: dutyStatus(record, now) }))
  const wanted = stands.filter(({ status }) => status.state !== 'dropped')
  const open = wanted.flatMap(({ record, status }) => {
    const duty = newestOf(record)
    const { what } = duty
    switch (status.state) {
      case 'sent':
        return [{ dueAt: status.acknowledgeBy, what: waitWords(duty) }]
      case 'due':
        return [
          { dueAt: status.dueAt, what: status.what === 'answer' ? `Answer first: ${what}` : what },
        ]
      case 'late':
        return [{ dueAt: status.since, what: lateWords[status.what](what, duty) }]
      default:
        return []
    }
  })
  const done = wanted.flatMap(({ status }) => (status.state === 'acknowledged' ? [status.at] : []))
  return {
    wanted: wanted.length,
    open,
    doneAt: open.length === 0 && done.length > 0 ? done.reduce((a, b) => (a > b ? a : b)) : null,
    anyLate: wanted.some(
      ({ record, status }) =>
        sentLate(record) ||
        (status.state === 'acknowledged' && status.late) ||
        status.state === 'late',
    ),
  }
}

/** Somebody else than the person who was told has to be asked since: that comes before any waiting. */
const askedInstead = ({ recipient, personId }: Duty) => personId !== null && recipient !== 'holder'

const waitWords = (duty: Duty) =>
  askedInstead(duty) ? duty.what : `Wait for the acknowledgement: ${duty.label}`

// Whom to ring is read off the newest version alone: after a tie says "do not contact" it is the social worker.
const lateWords = {
  answer: (what: string) => `Late, answer first: ${what}`,
  send: (what: string) => `Late: ${what}`,
  acknowledge: (what: string, duty: Duty) =>
    askedInstead(duty)
      ? `Not acknowledged: ${what}`
      : `Not acknowledged: ring ${duty.label} again, or who comes next`,
}
