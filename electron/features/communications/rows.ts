import type { DutyLimit, RecipientKey } from '#domain/communications/duties-content.ts'
import { type DutyFacts, dutiesByEvent } from '#domain/communications/facts.ts'
import type {
  Duty,
  DutyAcknowledgement,
  DutyAnswer,
  DutyDrop,
  DutyEvent,
  DutyMethod,
  DutySending,
} from '#domain/communications/record.ts'
import type { DutyRecord } from '#domain/communications/status.ts'
import type { DutyClass } from '#domain/shared/legal-status.ts'
import {
  dutyAcknowledgement,
  dutyAnswer,
  dutyDrop,
  dutyEvent,
  dutySending,
} from '#drizzle/schema/communications.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'

const version = ['recordId', 'version', 'auditSeq', 'recordedAt', 'withdrawn'] as const
const eventColumns = [
  ...version,
  'pairId',
  'event',
  'occurredAt',
  'startsAt',
  'sourceId',
  'sourceType',
  'legalClass',
  'ruleSetId',
] as const

const eventsBy = {
  period: standing(dutyEvent, eventColumns, 't.occurred_at >= @from and t.occurred_at < @to'),
  pairs: standing(
    dutyEvent,
    eventColumns,
    't.pair_id in (select value from json_each(@among))',
    't.occurred_at, t.record_id',
  ),
  sources: standing(
    dutyEvent,
    eventColumns,
    't.source_id in (select value from json_each(@among))',
    't.occurred_at, t.record_id',
  ),
  ids: standing(dutyEvent, eventColumns, 't.record_id in (select value from json_each(@among))'),
}

const ofEvents = 't.event_id in (select value from json_each(@events))'
const answers = standing(
  dutyAnswer,
  [...version, 'eventId', 'question', 'answer', 'because', 'answeredAt'],
  ofEvents,
)
const ofDuties = `t.duty_id in (select d.record_id from duty d
  where d.event_id in (select value from json_each(@events)))`
const sendings = standing(
  dutySending,
  [...version, 'dutyId', 'sentAt', 'method', 'toName', 'sentBy', 'acknowledgeBy'],
  ofDuties,
)
const acknowledgements = standing(
  dutyAcknowledgement,
  [...version, 'dutyId', 'acknowledgedAt', 'byName', 'byRole', 'outcome'],
  ofDuties,
)
const drops = standing(dutyDrop, [...version, 'dutyId', 'because', 'droppedAt'], ofDuties)

// Every version: a limit that is moved later hides nothing.
const dutiesSql = `select record_id as recordId, version, audit_seq as auditSeq,
    recorded_at as recordedAt, withdrawn, event_id as eventId, key_in_event as "key", recipient, label,
    what, person_id as personId, limit_rule as limitRule, due_at as dueAt, question
  from duty where audit_seq <= @seq and event_id in (select value from json_each(@events))`

type DutyRow = Omit<Duty, 'limit' | 'withdrawn' | 'recipient'> & {
  limitRule: string
  withdrawn: number
  recipient: string
}

const limits = new Map<string, DutyLimit>()
function limitOf(rule: string): DutyLimit {
  const known = limits.get(rule) ?? (JSON.parse(rule) as DutyLimit)
  limits.set(rule, known)
  return known
}

/** Events with everything that was done about them. */
export type EventFacts = Omit<DutyFacts, 'ruleSets'>

function withActs(db: ReadDb, seq: number, rows: readonly EventRow[]): EventFacts {
  const events = JSON.stringify(rows.map(({ recordId }) => recordId))
  return {
    events: rows.map((row): DutyEvent => ({ ...row, legalClass: row.legalClass as DutyClass })),
    duties: db
      .rows<DutyRow>(dutiesSql, { seq, events })
      .map(({ limitRule, withdrawn, recipient, ...row }) => ({
        ...row,
        recipient: recipient as RecipientKey,
        withdrawn: withdrawn === 1,
        limit: limitOf(limitRule),
      })),
    answers: answers
      .at(db, seq, { events })
      .map((row): DutyAnswer => ({ ...row, answer: row.answer === 'no' ? 'no' : 'yes' })),
    sendings: sendings
      .at(db, seq, { events })
      .map((row): DutySending => ({ ...row, method: row.method as DutyMethod })),
    acknowledgements: acknowledgements.at(db, seq, { events }) satisfies DutyAcknowledgement[],
    drops: drops.at(db, seq, { events }) satisfies DutyDrop[],
  }
}

type EventRow = ReturnType<typeof eventsBy.pairs.at>[number]

/** The events of a period as they stood at a cut, with their duties. */
export const eventsOfPeriod = (db: ReadDb, from: string, to: string, seq: number): EventFacts =>
  withActs(db, seq, eventsBy.period.at(db, seq, { from, to }))

/** The events of these pairs, records or ids now, with their duties, by the time at which they happened. */
export const eventsOf = (
  db: ReadDb,
  by: 'pairs' | 'sources' | 'ids',
  among: readonly string[],
): EventFacts => withActs(db, newest, eventsBy[by].at(db, newest, { among: JSON.stringify(among) }))

/** The duties of the facts, each with what was done about it. */
export const recordsOf = (facts: EventFacts): Map<string, DutyRecord[]> =>
  dutiesByEvent({ ...facts, ruleSets: [] })
