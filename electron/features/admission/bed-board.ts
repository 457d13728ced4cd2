import { stageOf } from '#domain/admission/stages.ts'
import { addDays } from '#domain/shared/calendar.ts'
import { lastDecision } from '#domain/shared/decision-order.ts'
import { dueOf } from '#domain/shared/limits.ts'
import type { Instant } from '#domain/shared/time.ts'
import type { EndReason } from '#domain/stays/record.ts'
import { admissionDecision } from '#drizzle/schema/admission-decisions.ts'
import { stay } from '#drizzle/schema/stays.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { type Person, personById } from '../people/queries.ts'
import { currentStays, listBeds, pairsInStay } from '../stays/queries.ts'
import type { PromisedTo } from '../stays/when-arrived.ts'
import { referralCases } from './case.ts'
import { openReferralIds } from './open-referrals.ts'
import { arrivalOfStays } from './queries.ts'

/** The beds with who is in them, who is expected, and who moved or left lately. */

const recentDays = 7

const endedLately = standing(
  stay,
  ['recordId', 'motherId', 'bedId', 'endedAt', 'endReason'],
  't.ended_at >= @since',
  't.ended_at desc',
)

const movesSql = `select s.record_id as stayId, s.mother_id as motherId, p.bed_id as fromBed,
    s.bed_id as toBed, s.recorded_at as movedAt
  from stay s join stay p on p.record_id = s.record_id and p.version = s.version - 1
  where s.recorded_at >= @since and s.bed_id is not p.bed_id order by s.recorded_at desc`

interface Move {
  stayId: string
  motherId: string
  fromBed: string | null
  toBed: string | null
  movedAt: Instant
}

export interface Expected {
  referralId: string
  mother: Person
  offerId: string
  offerVersion: number
  planned: boolean
  offeredAt: Instant
  bedId: string | null
  /** When they are to come, as it was agreed; null while it is not. */
  expectedAt: Instant | null
  /** By when an unplanned admission has to have come; null for a planned one, and while it is re-opened. */
  dueAt: Instant | null
  /** A change since has re-opened the offer: it is to be decided again before anybody comes (decision 18). */
  reopened: boolean
}

/** The bed board at an instant. */
export function bedBoard(db: ReadDb, now: Instant) {
  const since = addDays(now, -recentDays)
  const beds = listBeds(db)
  const bedName = (id: string | null) => beds.find((one) => one.id === id)?.name ?? null
  const stays = currentStays(db)
  const sources = arrivalOfStays(
    db,
    stays.map(({ id }) => id),
  )
  const expected = expectedNow(db, now)
  const family = (here: (typeof stays)[number]) => ({
    stayId: here.id,
    mother: personById(db, here.motherId),
    babies: pairsInStay(db, here.id)
      .filter(({ endedAt }) => endedAt === null)
      .map(({ babyId }) => personById(db, babyId)),
    planned: here.planned,
    arrivedAt: here.arrivedAt,
    cameFrom: sources.get(here.id) ?? null,
    bedBecause: here.bedBecause,
  })
  return {
    at: now,
    /** Who is here and has no bed yet: first of all, until one is given. */
    hereWithoutBed: stays.filter(({ bedId }) => bedId === null).map(family),
    beds: beds.map(({ id, name, closed }) => {
      const here = stays.find(({ bedId }) => bedId === id)
      return {
        id,
        name,
        closed,
        here: here ? family(here) : null,
        expected: expected.find(({ bedId }) => bedId === id) ?? null,
      }
    }),
    /** Offers without a bed yet. */
    withoutBed: expected.filter(({ bedId }) => bedId === null),
    moves: db.rows<Move>(movesSql, { since }).map(({ motherId, fromBed, toBed, ...move }) => ({
      ...move,
      mother: personById(db, motherId),
      from: bedName(fromBed),
      to: bedName(toBed),
    })),
    left: endedLately.at(db, newest, { since }).map((row) => ({
      stayId: row.recordId,
      mother: personById(db, row.motherId),
      bed: bedName(row.bedId),
      endedAt: row.endedAt ?? '',
      endReason: row.endReason as EndReason | null,
    })),
  }
}

/** Who was offered a place and has not come; an offer that a change has re-opened keeps its bed. */
const expectedNow = (db: ReadDb, now: Instant, ids = openReferralIds(db)): Expected[] =>
  referralCases(db, ids).flatMap((file) => {
    const stage = stageOf(file, file.rules, now)
    const offer = lastDecision(file.decisions)
    if ((stage !== 'offered' && stage !== 're-opened') || !offer) return []
    const { arrival } = file.rules.criteria.limits
    const reopened = stage === 're-opened'
    return [
      {
        referralId: file.referral.recordId,
        mother: personById(db, file.referral.motherId),
        offerId: offer.recordId,
        offerVersion: offer.version,
        planned: file.planned,
        offeredAt: offer.decidedAt,
        bedId: offer.bedId,
        expectedAt: offer.expectedArrivalAt,
        dueAt: file.planned || reopened ? null : dueOf(arrival.limit, offer.decidedAt).at,
        reopened,
      },
    ]
  })

const withBed = standing(
  admissionDecision,
  ['referralId'],
  `t.outcome = 'offered' and t.bed_id is not null and not exists (select 1 from referral_arrival a
    where a.referral_id = t.referral_id and a.withdrawn = 0 and not exists (
      select 1 from referral_arrival n where n.record_id = a.record_id and n.version > a.version))`,
)

/** The beds that are promised to somebody who has not come, by bed. */
export const promisedBeds = (db: ReadDb, now: Instant): Map<string, Expected> => {
  const ids = [...new Set(withBed.at(db, newest).map(({ referralId }) => referralId))]
  return new Map(
    expectedNow(db, now, ids).flatMap((one) => (one.bedId === null ? [] : [[one.bedId, one]])),
  )
}

/** By whose offer a bed is kept free for another mother than the one who takes it. */
export const bedPromisedTo: PromisedTo = (db, bedId, motherId, now) => {
  const found = promisedBeds(db, now).get(bedId)
  if (!found || found.mother.id === motherId) return undefined
  const { mother, offerId, offerVersion } = found
  const name = `${mother.givenName} ${mother.familyName}`
  return { motherId: mother.id, name, offerId, offerVersion }
}

/** The people whom the board tells of. */
export const peopleOfBeds = (board: ReturnType<typeof bedBoard>): string[] => [
  ...board.beds.flatMap(({ here, expected }) => [
    ...(here ? [here.mother.id, ...here.babies.map(({ id }) => id)] : []),
    ...(expected ? [expected.mother.id] : []),
  ]),
  ...board.hereWithoutBed.flatMap(({ mother, babies }) => [
    mother.id,
    ...babies.map(({ id }) => id),
  ]),
  ...[...board.withoutBed, ...board.moves, ...board.left].map(({ mother }) => mother.id),
]
