import type { DutyEvent } from '#domain/communications/record.ts'
import { type DutyRecord, newestOf } from '#domain/communications/status.ts'
import { legalStatusOf } from '#domain/shared/legal-status.ts'
import type { Instant } from '#domain/shared/time.ts'
import {
  dutyAcknowledgement,
  dutyDrop,
  dutyEvent,
  dutySending,
} from '#drizzle/schema/communications.ts'
import type { ReadContext } from '../../platform/serve.ts'
import { newest, standing } from '../../platform/standing.ts'
import { theUnit } from '../stays/queries.ts'
import { onShift } from '../users/shift.ts'
import { staffNameOf } from '../users/staff-names.ts'
import { contactsFor } from './contacts.ts'
import { type Family, namesOf } from './families.ts'

const inDuties = 't.duty_id in (select value from json_each(@duties))'
const sendings = standing(
  dutySending,
  [
    'recordId',
    'version',
    'dutyId',
    'sentAt',
    'method',
    'toName',
    'shared',
    'sharingBasis',
    'acknowledgeBy',
    'author',
    'recordedAt',
  ],
  inDuties,
  't.sent_at, t.record_id',
)
const acknowledgements = standing(
  dutyAcknowledgement,
  [
    'recordId',
    'version',
    'dutyId',
    'acknowledgedAt',
    'byName',
    'byRole',
    'method',
    'outcome',
    'author',
  ],
  inDuties,
  't.acknowledged_at, t.record_id',
)
// What came of it is a further version: entered is when the first was.
const enteredSql = `select record_id as id, recorded_at as enteredAt from duty_acknowledgement
  where version = 1 and duty_id in (select value from json_each(@duties))`
const drops = standing(
  dutyDrop,
  ['recordId', 'version', 'dutyId', 'because', 'droppedAt', 'author', 'recordedAt'],
  inDuties,
)
const eventWords = standing(
  dutyEvent,
  ['recordId', 'legalCodes', 'details', 'effectOnCare', 'concernOrConsent'],
  't.record_id in (select value from json_each(@events))',
)
const dutyWordsSql = `select record_id as recordId, contact_id as contactId, calendar_known as calendarKnown,
    instead_because as insteadBecause, source, mark from duty d
  where record_id in (select value from json_each(@duties))
    and version = (select max(version) from duty n where n.record_id = d.record_id)`

interface DutyWords {
  recordId: string
  contactId: string | null
  calendarKnown: number
  insteadBecause: string | null
  source: string
  mark: string
}

export type Words = ReturnType<typeof wordsOf>

/** The words that go with duties, which no rule reads: who, how, what was shared, and where they are found. */
export function wordsOf(
  ctx: ReadContext,
  events: readonly DutyEvent[],
  records: readonly DutyRecord[],
  families: Iterable<Family>,
) {
  const { db, now } = ctx
  const duties = JSON.stringify(records.map((record) => newestOf(record).recordId))
  const ids = JSON.stringify(events.map(({ recordId }) => recordId))
  const byDuty = <Row extends { dutyId: string }>(rows: Row[]) =>
    Map.groupBy(rows, ({ dutyId }) => dutyId)
  const eventRows = eventWords.at(db, newest, { events: ids })
  const inCharge = onShift(db, now).find(({ nurseInCharge }) => nurseInCharge)
  return {
    caller: ctx.actor.name,
    unit: theUnit(db).name,
    telephone: theUnit(db).telephone ?? '',
    staffName: staffNameOf(db),
    people: namesOf(
      db,
      records.flatMap((record) => newestOf(record).personId ?? []),
    ),
    duty: new Map(db.rows<DutyWords>(dutyWordsSql, { duties }).map((row) => [row.recordId, row])),
    sendings: byDuty(sendings.at(db, newest, { duties })),
    acknowledgements: byDuty(acknowledgements.at(db, newest, { duties })),
    acknowledgementEntered: new Map(
      db
        .rows<{ id: string; enteredAt: Instant }>(enteredSql, { duties })
        .map(({ id, enteredAt }) => [id, enteredAt]),
    ),
    drops: byDuty(drops.at(db, newest, { duties })),
    details: new Map(eventRows.map(({ recordId, details }) => [recordId, details])),
    effects: new Map(eventRows.map(({ recordId, effectOnCare }) => [recordId, effectOnCare])),
    withoutConcern: new Set(
      eventRows.flatMap(({ recordId, concernOrConsent }) => (concernOrConsent ? [] : [recordId])),
    ),
    legal: new Map(
      eventRows.map(({ recordId, legalCodes }) => [
        recordId,
        legalCodes === '' ? [] : legalCodes.split(' ').map((code) => legalStatusOf(code).label),
      ]),
    ),
    contacts: contactsFor(
      db,
      [...families].flatMap(({ babyId, motherId }) => [babyId, motherId]),
    ),
    // What is late on the unit's own side is taken over by whoever is in charge, then by the ward manager.
    onTheUnit: [inCharge ? `${inCharge.name}, nurse in charge` : 'Nurse in charge', 'Ward manager'],
  }
}
