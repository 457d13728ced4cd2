import type { ObservationLevel } from '#domain/stays/record.ts'
import { childLegalStatus, mentalHealthActStatus, person } from '#drizzle/schema/people.ts'
import { bed, observationLevel, pair, stay } from '#drizzle/schema/stays.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'

const beds = standing(bed, ['recordId', 'name', 'position', 'closed'], '1', 't.position, t.name')
const stays = standing(
  stay,
  ['recordId', 'motherId', 'bedId', 'arrivedAt', 'endedAt'],
  't.arrived_at <= @at and (t.ended_at is null or t.ended_at > @at)',
  't.arrived_at',
)
const pairs = standing(
  pair,
  ['recordId', 'stayId', 'babyId', 'startedAt', 'endedAt'],
  't.started_at <= @at and (t.ended_at is null or t.ended_at > @at)',
  't.started_at, t.record_id',
)
const ofPeople = 't.person_id in (select value from json_each(@people))'
const people = standing(
  person,
  ['recordId', 'givenName', 'familyName', 'bornOn', 'bornOnEstimate', 'gestationDays'],
  't.record_id in (select value from json_each(@people))',
)
const legal = standing(
  childLegalStatus,
  ['recordId', 'personId', 'code', 'startsAt', 'endsAt', 'endedAt', 'recordedAt'],
  ofPeople,
)
const mentalHealthAct = standing(
  mentalHealthActStatus,
  ['recordId', 'personId', 'code', 'startsAt', 'endsAt', 'endedAt', 'recordedAt'],
  ofPeople,
)
const observation = standing(
  observationLevel,
  ['recordId', 'stayId', 'level', 'startsAt', 'reviewDueAt'],
  `t.starts_at <= @at and t.stay_id in (select value from json_each(@stays))`,
  't.starts_at, t.record_id',
)

/** What the board is made from: everyone on the unit at an instant, bed by bed. */
export function onTheUnit(db: ReadDb, at: string) {
  const onNow = stays.at(db, newest, { at })
  const together = pairs.at(db, newest, { at })
  const motherIds = onNow.map(({ motherId }) => motherId)
  const babyIds = together.map(({ babyId }) => babyId)
  return {
    beds: beds.at(db, newest),
    stays: onNow,
    pairs: together,
    people: new Map(
      people
        .at(db, newest, { people: JSON.stringify([...motherIds, ...babyIds]) })
        .map((row) => [row.recordId, row]),
    ),
    legal: Map.groupBy(
      legal.at(db, newest, { people: JSON.stringify(babyIds) }),
      (row) => row.personId,
    ),
    mentalHealthAct: Map.groupBy(
      mentalHealthAct.at(db, newest, { people: JSON.stringify(motherIds) }),
      (row) => row.personId,
    ),
    // The latest to have started is the last of each stay.
    observation: new Map(
      observation
        .at(db, newest, { at, stays: JSON.stringify(onNow.map(({ recordId }) => recordId)) })
        .map((row) => [row.stayId, { ...row, level: row.level as ObservationLevel }]),
    ),
  }
}
