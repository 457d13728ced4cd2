import type { Asker, Carer, Ending, Granter, Outcome } from '#domain/leave/record.ts'
import {
  type LeaveStanding,
  leaveStanding,
  type Persons,
  whoIsMissing,
} from '#domain/leave/standing.ts'
import type { Outing } from '#domain/shared/not-back.ts'
import type { Instant } from '#domain/shared/time.ts'
import type { Place } from '#domain/supervision/codes.ts'
import {
  leaveDecision,
  leaveDeparture,
  leaveRequest,
  leaveReturn,
  missingReport,
  section17Leave,
} from '#drizzle/schema/leave.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'

const ofStays = 't.stay_id in (select value from json_each(@stays))'
const ofLeaves = 't.leave_id in (select value from json_each(@leaves))'
const stamped = ['recordId', 'version', 'recordedAt', 'author'] as const

const requests = standing(
  leaveRequest,
  [
    ...stamped,
    'stayId',
    'mother',
    'carer',
    'babies',
    'place',
    'address',
    'newAddress',
    'withWhom',
    'telephone',
    'purpose',
    'askedBy',
    'plannedOutAt',
    'plannedBackAt',
  ],
  ofStays,
  't.planned_out_at, t.record_id',
)
const oneRequest = standing(leaveRequest, ['stayId'], 't.record_id = @id')
const decisions = standing(
  leaveDecision,
  [
    ...stamped,
    'leaveId',
    'leaveVersion',
    'outcome',
    'because',
    'decidedAt',
    'facts',
    'babyEscorts',
    'motherEscorts',
    'section17Escort',
    'adult',
    'reached',
    'overrideId',
    'secondSignerId',
  ],
  ofLeaves,
  't.record_id',
)
const departures = standing(
  leaveDeparture,
  [...stamped, 'leaveId', 'leftAt', 'mother', 'babies', 'wentWith', 'dueBackAt', 'missingAt'],
  ofLeaves,
)
const returns = standing(
  leaveReturn,
  [
    ...stamped,
    'leaveId',
    'backAt',
    'mother',
    'babies',
    'broughtBy',
    'motherCondition',
    'babyCondition',
    'outKnown',
    'outWhere',
    'outCarer',
    'outWith',
    'outTelephone',
    'outConsentBy',
    'outDueBackAt',
    'outMissingAt',
  ],
  ofLeaves,
  't.back_at, t.record_id',
)
const grants = standing(
  section17Leave,
  [
    ...stamped,
    'stayId',
    'grantedBy',
    'grantedAs',
    'grantedAt',
    'document',
    'conditions',
    'escorted',
    'places',
    'startsAt',
    'endsAt',
    'ministryDocument',
    'ministryAt',
    'revokedAt',
    'revokedBy',
    'revokedDocument',
  ],
  ofStays,
  't.starts_at, t.record_id',
)
const oneGrant = standing(section17Leave, ['stayId'], 't.record_id = @id')
const missing = standing(
  missingReport,
  [
    ...stamped,
    'stayId',
    'leaveId',
    'mother',
    'babies',
    'missingSince',
    'circumstances',
    'endedAt',
    'endedHow',
    'endedWords',
  ],
  ofStays,
  't.missing_since, t.record_id',
)
const oneMissing = standing(missingReport, ['stayId'], 't.record_id = @id')

const list = <T extends string = string>(json: string) => JSON.parse(json) as T[]

/** Leave under section 17, Mental Health Act of these stays, the earliest first. */
export const grantsOf = (db: ReadDb, stayIds: readonly string[]) =>
  grants.at(db, newest, { stays: JSON.stringify(stayIds) }).map((row) => ({
    ...row,
    grantedAs: row.grantedAs as Granter,
    places: list<Place>(row.places),
  }))
export type Grant = ReturnType<typeof grantsOf>[number]

/** Who is, or was, missing in these stays, the earliest first. */
export const missingOf = (db: ReadDb, stayIds: readonly string[]) =>
  missing.at(db, newest, { stays: JSON.stringify(stayIds) }).map((row) => {
    const babies = list(row.babies)
    return {
      ...row,
      babies,
      endedHow: row.endedHow as Ending | null,
      who: whoIsMissing({ mother: row.mother, babies }),
    }
  })
export type Missing = ReturnType<typeof missingOf>[number]

/**
 * Whether a search, still open or ended with somebody found, is for people of this leave. A search is of a
 * stay: nobody leaves while somebody searches for them, so that one that is open, or ended since they left, is
 * for those who are out, of whichever leave it was begun.
 */
function isSince(
  { stayId, endedAt, endedHow }: Missing,
  leave: { stayId: string },
  leftAt: Instant | undefined,
  which: 'open' | 'found',
): boolean {
  if (leftAt === undefined || stayId !== leave.stayId) return false
  if (which === 'open') return endedAt === null
  const isFound = endedHow === 'found-elsewhere' || endedHow === 'with-police'
  return isFound && endedAt !== null && endedAt >= leftAt
}

const together = (searches: readonly Persons[]): Persons => ({
  mother: searches.some(({ mother }) => mother),
  babies: [...new Set(searches.flatMap(({ babies }) => babies))],
})

/** Every leave of these stays with how it stands, by the time at which it is planned. */
export function leavesOf(db: ReadDb, stayIds: readonly string[], now: Instant) {
  const rows = requests.at(db, newest, { stays: JSON.stringify(stayIds) })
  if (rows.length === 0) return []
  const leaves = JSON.stringify(rows.map(({ recordId }) => recordId))
  const decided = Map.groupBy(decisions.at(db, newest, { leaves }), ({ leaveId }) => leaveId)
  const gone = new Map(departures.at(db, newest, { leaves }).map((row) => [row.leaveId, row]))
  const back = Map.groupBy(returns.at(db, newest, { leaves }), ({ leaveId }) => leaveId)
  const searches = missingOf(db, stayIds)
  return rows.map((row) => {
    const decision = decided.get(row.recordId)?.at(-1)
    const departure = gone.get(row.recordId)
    const leave = {
      ...row,
      babies: list(row.babies),
      company: [row.withWhom, departure?.wentWith ?? ''],
      carer: (row.carer || null) as Carer | null,
      place: row.place as Place,
      askedBy: row.askedBy as Asker,
      decision: decision ? { ...decision, outcome: decision.outcome as Outcome } : null,
      departure: departure ? { ...departure, babies: list(departure.babies) } : null,
      returns: (back.get(row.recordId) ?? []).map((one) => ({
        ...one,
        babies: list(one.babies),
        outCarer: (one.outCarer || null) as Carer | null,
      })),
      searching: together(searches.filter((one) => isSince(one, row, departure?.leftAt, 'open'))),
      found: together(searches.filter((one) => isSince(one, row, departure?.leftAt, 'found'))),
    }
    const stands: LeaveStanding = leaveStanding(leave, now)
    return { ...leave, standing: stands }
  })
}
export type Leave = ReturnType<typeof leavesOf>[number]

/** Who was out on these, from when, and who came back. */
export const outingsOf = (leaves: readonly Pick<Leave, 'departure' | 'returns'>[]): Outing[] =>
  leaves.flatMap(({ departure, returns }) => (departure ? { ...departure, returns } : []))

/** The stay of a leave, of a grant, or of somebody missing; undefined where there is none. */
export const stayOfLeave = (db: ReadDb, id: string) => oneRequest.at(db, newest, { id })[0]?.stayId
export const stayOfGrant = (db: ReadDb, id: string) => oneGrant.at(db, newest, { id })[0]?.stayId
export const stayOfMissing = (db: ReadDb, id: string) =>
  oneMissing.at(db, newest, { id })[0]?.stayId
