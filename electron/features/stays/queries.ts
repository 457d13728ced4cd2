import { refuse } from '#domain/shared/failure.ts'
import { observationDue, observationReviewRuleSet } from '#domain/stays/observation.ts'
import type { ObservationLevel } from '#domain/stays/record.ts'
import { bed, observationLevel, pair, stay, unit } from '#drizzle/schema/stays.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { personById } from '../people/queries.ts'
import { ruleInForce } from '../rule-sets/in-force.ts'

const unitRow = standing(unit, [
  'recordId',
  'version',
  'name',
  'provider',
  'odsCode',
  'region',
  'address',
  'telephone',
  'idleMinutes',
  'trainingRegisterComplete',
  'alarmWhenLate',
  'staffOnlyWall',
])
const beds = standing(
  bed,
  ['recordId', 'version', 'name', 'position', 'closed'],
  '1',
  't.position, t.record_id',
)
const stayColumns = [
  'recordId',
  'version',
  'motherId',
  'bedId',
  'bedBecause',
  'planned',
  'arrivedAt',
  'endedAt',
  'endReason',
  'withoutOfferBecause',
] as const
const openStays = standing(stay, stayColumns, 't.ended_at is null', 't.arrived_at')
const oneStay = standing(stay, stayColumns, 't.record_id = @id')
const staysOf = standing(stay, stayColumns, 't.mother_id = @motherId', 't.arrived_at')
const pairColumns = ['recordId', 'version', 'stayId', 'babyId', 'startedAt', 'endedAt'] as const
const pairsOfStay = standing(pair, pairColumns, 't.stay_id = @stayId', 't.started_at, t.record_id')
const pairsOfBaby = standing(pair, pairColumns, 't.baby_id = @babyId', 't.started_at')
const onePair = standing(pair, pairColumns, 't.record_id = @id')
const levels = standing(
  observationLevel,
  ['recordId', 'version', 'stayId', 'level', 'startsAt', 'rationale', 'reviewDueAt'],
  't.stay_id = @stayId',
  't.starts_at, t.record_id',
)

const withId = <R extends { recordId: string }>({ recordId, ...rest }: R) => ({
  id: recordId,
  ...rest,
})

/** The unit and its settings, now or as they stood at an entry of the audit. */
export function theUnit(db: ReadDb, seq = newest) {
  const found = unitRow.at(db, seq)[0]
  return found ? withId(found) : refuse('not-found', 'No unit has been set up')
}

const backupFolder = standing(unit, ['secondBackupFolder'])

/** The folder that gets a copy of each backup, where the unit has named one. */
export const secondBackupFolder = (db: ReadDb): string | null =>
  backupFolder.at(db, newest)[0]?.secondBackupFolder ?? null

/** Is a limit that has run out heard, besides 999 (decision 32)? */
export const lateIsHeard = (db: ReadDb): boolean => unitRow.at(db, newest)[0]?.alarmWhenLate ?? true

/** Has the unit confirmed that the wall hangs where staff alone see it (decision 5)? */
export const staffOnlyWall = (db: ReadDb): boolean =>
  unitRow.at(db, newest)[0]?.staffOnlyWall ?? false

/** The beds in their order, closed ones too. */
export const listBeds = (db: ReadDb) => beds.at(db, newest).map(withId)

/** One bed; refuses where there is none. */
export function bedById(db: ReadDb, id: string, field = 'bedId') {
  return (
    listBeds(db).find((one) => one.id === id) ??
    refuse('not-found', 'This bed is not in the unit', [
      { field, message: 'Choose a bed of the unit' },
    ])
  )
}

/** The stays that have not ended, by arrival. */
export const currentStays = (db: ReadDb) => openStays.at(db, newest).map(withId)
export const staysOfMother = (db: ReadDb, motherId: string) =>
  staysOf.at(db, newest, { motherId }).map(withId)

/** One stay; refuses where there is none. */
export function stayById(db: ReadDb, id: string, field = 'stayId') {
  const found = oneStay.at(db, newest, { id })[0]
  if (found) return withId(found)
  return refuse('not-found', 'This stay is not on record', [
    { field, message: 'Choose a stay that is on record' },
  ])
}

export const pairsInStay = (db: ReadDb, stayId: string) =>
  pairsOfStay.at(db, newest, { stayId }).map(withId)
export const pairsWithBaby = (db: ReadDb, babyId: string) =>
  pairsOfBaby.at(db, newest, { babyId }).map(withId)

/** One pair; refuses where there is none. */
export function pairById(db: ReadDb, id: string, field = 'pairId') {
  const found = onePair.at(db, newest, { id })[0]
  if (found) return withId(found)
  return refuse('not-found', 'This mother and baby are not on record together', [
    { field, message: 'Choose a mother and baby who are on record' },
  ])
}

/** The mother's observation levels in a stay, earliest first; the last is the one in force. */
export const observationLevels = (db: ReadDb, stayId: string) =>
  levels.at(db, newest, { stayId }).map(({ level: said, reviewDueAt, ...row }) => {
    const level = said as ObservationLevel
    // What was set before there were reviews is judged by the rules of its time.
    const rules = ruleInForce(db, observationReviewRuleSet, row.startsAt).content
    const due = reviewDueAt ?? observationDue(rules, level, row.startsAt)
    return withId({ ...row, level, reviewDueAt: due })
  })

/** A stay with its people, pairs, bed and observation levels: what the page of a stay begins with. */
export function stayPage(db: ReadDb, stayId: string) {
  const found = stayById(db, stayId)
  return {
    stay: found,
    bed: found.bedId === null ? null : bedById(db, found.bedId),
    mother: personById(db, found.motherId),
    pairs: pairsInStay(db, stayId).map((one) => ({ ...one, baby: personById(db, one.babyId) })),
    observationLevels: observationLevels(db, stayId),
  }
}

/** Everybody on the unit now, one line a stay. */
export const currentPages = (db: ReadDb) => currentStays(db).map(({ id }) => stayPage(db, id))

/** The people whom a page of a stay tells of. */
export const peopleOfPage = (page: ReturnType<typeof stayPage>): string[] => [
  page.mother.id,
  ...page.pairs.map((one) => one.baby.id),
]
