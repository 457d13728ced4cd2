import { type DutiesContent, dutiesRuleSetKind } from '#domain/communications/duties-content.ts'
import type { Duty, DutyEvent } from '#domain/communications/record.ts'
import {
  type DutyRecord,
  type DutyStatus,
  dutyStatus,
  newestOf,
} from '#domain/communications/status.ts'
import { addMinutes, formatDateTime } from '#domain/shared/calendar.ts'
import { refuse, refuseField } from '#domain/shared/failure.ts'
import { minuteOf } from '#domain/shared/minute.ts'
import type { Instant } from '#domain/shared/time.ts'
import type { ReadContext } from '../../platform/serve.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { ruleSetsOf } from '../rule-sets/in-force.ts'
import { type Family, familiesOf } from './families.ts'
import { eventsOf, recordsOf } from './rows.ts'

// A clock on another screen may be a little ahead of the service's.
const clockLeewayMinutes = 2

export interface EventNow {
  event: DutyEvent
  family: Family
  content: DutiesContent
  records: DutyRecord[]
}

export interface DutyNow extends EventNow {
  duty: Duty
  record: DutyRecord
  status: DutyStatus
}

/** An event with its duties; refuses with `not-found` where there is none, or where it was entered in error. */
export function eventNow(db: ReadDb, eventId: string): EventNow {
  const facts = eventsOf(db, 'ids', [eventId])
  const event = facts.events[0]
  const family = event && familiesOf(db, [event.pairId]).get(event.pairId)
  if (!event || !family) refuse('not-found', 'This is not on record any more. Open the page again')
  const set = ruleSetsOf(db, dutiesRuleSetKind).find((one) => one.recordId === event.ruleSetId)
  if (!set) throw new Error('The rules of this event are not on record')
  return { event, family, content: set.content, records: recordsOf(facts).get(eventId) ?? [] }
}

const eventOfDutySql = 'select event_id as eventId from duty where record_id = @dutyId'

/** One duty with everything around it; refuses with `not-found` where there is none. */
export function dutyNow(ctx: ReadContext, dutyId: string): DutyNow {
  const found = ctx.db.row<{ eventId: string }>(eventOfDutySql, { dutyId })
  if (!found) refuse('not-found', 'This duty is not on record')
  const event = eventNow(ctx.db, found.eventId)
  const record = event.records.find((one) => newestOf(one).recordId === dutyId)
  if (!record) refuse('not-found', 'This duty is not on record any more. Open the page again')
  return { ...event, record, duty: newestOf(record), status: dutyStatus(record, ctx.now) }
}

/** Whom an act about the event concerns, for the audit. */
export const patientsOf = ({ babyId, motherId }: Family): string[] => [babyId, motherId]

/** Refuses a time that is still to come, or before what it follows. */
export function checkTime(
  now: Instant,
  field: string,
  at: Instant,
  after: { at: Instant; what: string },
): void {
  if (at > addMinutes(now, clockLeewayMinutes))
    refuseField(field, 'This time is still to come. Enter when it was')
  // What is recorded as still to come was recorded by a clock that has been set back since: it holds nothing up.
  const first = minuteOf(after.at)
  if (first <= now && at < first)
    refuseField(field, `This is before ${after.what} (${formatDateTime(after.at)}). Check the time`)
}

/** Refuses where the duty is closed already. */
export function needOpen({ status, record }: DutyNow): void {
  if (status.state !== 'dropped') return
  const way = record.drops.length > 0 ? 'Take that back first' : 'Answer the question again'
  refuse('held', `This is not to be sent. ${status.because}. ${way}`)
}
