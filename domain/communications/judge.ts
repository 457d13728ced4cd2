import type { MemberClass } from '../assurance/measure.ts'
import { earlierOf } from '../shared/calendar.ts'
import type { Instant } from '../shared/time.ts'
import {
  answerOf,
  type DutyRecord,
  dueAtOf,
  firstAcknowledgement,
  firstSending,
  newestOf,
} from './status.ts'

export interface Judgement {
  class: MemberClass
  reason: string
  /** The limit has not run out: to be judged later. */
  notYet?: boolean
}

const notYetDue: Judgement = { class: 'not-eligible', reason: 'Not yet due', notYet: true }

/** Whether a duty was sent within its limit, as the record stood at the cut. Truth table: docs/states/duties.md, 8. */
export function judgeSending(record: DutyRecord, at: Instant): Judgement {
  const dueAt = dueAtOf(record)
  const runOut = dueAt !== null && at > dueAt
  const { question } = newestOf(record)
  const answer = answerOf(record)
  const sending = firstSending(record)
  if (sending) {
    if (sending.sentAt === null)
      return { class: 'incomplete', reason: 'Sent, but the record does not say when' }
    return dueAt !== null && sending.sentAt > dueAt
      ? { class: 'fail', reason: 'Sent after the limit' }
      : { class: 'pass', reason: 'Sent within the limit' }
  }
  if (question !== null && answer?.answer === 'no')
    return dueAt !== null && saidNoAt(record) > dueAt
      ? { class: 'fail', reason: 'Answered no after the limit had run out' }
      : { class: 'not-eligible', reason: 'The question that it depends on was answered no' }
  const dropped = droppedAt(record)
  if (dropped !== null)
    return dueAt !== null && dropped > dueAt
      ? { class: 'fail', reason: 'Dropped after the limit had run out' }
      : { class: 'not-eligible', reason: 'Dropped with a reason, within the limit' }
  if (!runOut) return notYetDue
  if (question !== null && !answer)
    return { class: 'incomplete', reason: 'The question that it depends on was not answered' }
  return { class: 'fail', reason: 'Not sent, and the limit has run out' }
}

/** Whether a duty that was sent was acknowledged by a named person within the limit. */
export function judgeAcknowledgement(record: DutyRecord, at: Instant): Judgement | null {
  const sending = firstSending(record)
  if (!sending) return null
  const { acknowledgeBy } = sending
  if (sending.sentAt === null || acknowledgeBy === null)
    return { class: 'incomplete', reason: 'The record does not say when it was sent' }
  const acknowledged = firstAcknowledgement(record)
  if (acknowledged?.acknowledgedAt)
    return acknowledged.acknowledgedAt > acknowledgeBy
      ? { class: 'fail', reason: 'Acknowledged after the limit' }
      : { class: 'pass', reason: 'Acknowledged by a named person within the limit' }
  if (record.acknowledgements.length > 0)
    return { class: 'incomplete', reason: 'Acknowledged, but by whom or when is not recorded' }
  const dropped = droppedAt(record)
  if (dropped !== null && dropped <= acknowledgeBy)
    return { class: 'not-eligible', reason: 'Dropped with a reason, within the limit' }
  if (at <= acknowledgeBy) return notYetDue
  return { class: 'fail', reason: 'Not acknowledged, and the limit has run out' }
}

/** When the no that stands was first said, by when that was recorded: like a drop it cannot be dated back. */
function saidNoAt({ answers }: DutyRecord): Instant {
  const inOrder = [...answers].sort((a, b) => a.auditSeq - b.auditSeq)
  const lastYes = inOrder.findLastIndex(({ answer }) => answer === 'yes')
  return inOrder[lastYes + 1]?.recordedAt ?? ''
}

/** When a duty was dropped, by when that was recorded: the reason cannot be dated back. */
function droppedAt({ drops }: DutyRecord): Instant | null {
  const times = drops.map(({ recordedAt }) => recordedAt)
  return times.length > 0 ? times.reduce(earlierOf) : null
}

/** Whether all of several duties were sent in time: one that was not fails them all. */
export function judgeTogether(records: readonly DutyRecord[], at: Instant): Judgement {
  const judged = records.map((record) => judgeSending(record, at))
  const failed = judged.find((one) => one.class === 'fail')
  if (failed) return failed
  if (judged.some(({ notYet }) => notYet)) return notYetDue
  const incomplete = judged.find((one) => one.class === 'incomplete')
  if (incomplete) return incomplete
  return judged.some((one) => one.class === 'pass')
    ? { class: 'pass', reason: 'Everybody was told within the limit' }
    : { class: 'not-eligible', reason: 'Nobody had to be told' }
}
