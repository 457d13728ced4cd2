import { dateOf } from '#domain/shared/calendar.ts'
import { lastDecision } from '#domain/shared/decision-order.ts'
import type { CivilDate } from '#domain/shared/time.ts'
import { referral, referralArrival, referralChild } from '#drizzle/schema/admission.ts'
import { admissionDecision } from '#drizzle/schema/admission-decisions.ts'
import { pair, stay } from '#drizzle/schema/stays.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'

const stays = standing(stay, ['recordId', 'motherId', 'endedAt', 'endReason'])
const pairs = standing(pair, ['stayId', 'babyId'])
const referrals = standing(referral, ['recordId', 'motherId', 'receivedAt'])
const children = standing(referralChild, ['referralId', 'personId', 'expectedOn'])
const arrivals = standing(referralArrival, ['referralId'])
const decisions = standing(admissionDecision, ['referralId', 'outcome', 'decidedAt', 'recordedAt'])

/** A mother with everybody of hers, over all her stays and referrals. */
export interface FamilyRecord {
  motherId: string
  babyIds: string[]
  /** The days on which babies were expected who are not on record by name. */
  unborn: CivilDate[]
  /** Null while a stay or a referral of hers goes on. */
  lastContactOn: CivilDate | null
  isHere: boolean
  wasHere: boolean
  /** When she died on the unit. */
  diedOn: CivilDate | null
}

/** Every family of whom anything is kept: who was on the unit, and who was only referred. */
export function familiesOnRecord(db: ReadDb): FamilyRecord[] {
  const ofMother = Map.groupBy(stays.at(db, newest), ({ motherId }) => motherId)
  const referredOf = Map.groupBy(referrals.at(db, newest), ({ motherId }) => motherId)
  const babiesOf = Map.groupBy(pairs.at(db, newest), ({ stayId }) => stayId)
  const childrenOf = Map.groupBy(children.at(db, newest), ({ referralId }) => referralId)
  const endOf = referralEnds(db)
  return [...new Set([...ofMother.keys(), ...referredOf.keys()])].map((motherId) => {
    const here = ofMother.get(motherId) ?? []
    const referred = referredOf.get(motherId) ?? []
    const told = referred.flatMap(({ recordId }) => childrenOf.get(recordId) ?? [])
    const ends = [...here.map(({ endedAt }) => endedAt), ...referred.flatMap(endOf)]
    const died = here.find(({ endReason }) => endReason === 'died')?.endedAt
    const last = ends.includes(null)
      ? undefined
      : ends
          .flatMap((end) => end ?? [])
          .sort()
          .at(-1)
    return {
      motherId,
      babyIds: [
        ...new Set([
          ...here.flatMap(({ recordId }) =>
            (babiesOf.get(recordId) ?? []).map(({ babyId }) => babyId),
          ),
          ...told.flatMap(({ personId }) => personId ?? []),
        ]),
      ],
      unborn: told.flatMap(({ personId, expectedOn }) =>
        personId === null && expectedOn !== null ? [expectedOn] : [],
      ),
      lastContactOn: last === undefined ? null : dateOf(last),
      isHere: here.some(({ endedAt }) => endedAt === null),
      wasHere: here.length > 0,
      diedOn: died ? dateOf(died) : null,
    }
  })
}

/** When a referral came to nothing; null while it is open, none where it led to a stay, whose end counts. */
function referralEnds(db: ReadDb) {
  const arrived = new Set(arrivals.at(db, newest).map(({ referralId }) => referralId))
  const decided = Map.groupBy(decisions.at(db, newest), ({ referralId }) => referralId)
  return ({ recordId }: { recordId: string }): (string | null)[] => {
    if (arrived.has(recordId)) return []
    const last = lastDecision(
      (decided.get(recordId) ?? []).map(({ decidedAt, ...row }) => ({
        ...row,
        decidedAt: decidedAt ?? row.recordedAt,
      })),
    )
    return last?.outcome === 'declined' || last?.outcome === 'withdrawn' ? [last.decidedAt] : [null]
  }
}
