import type { Instant } from '#domain/shared/time.ts'
import { isCovered } from '#domain/stays/covered.ts'
import { referralArrival, referralChild } from '#drizzle/schema/admission.ts'
import { admissionDecision } from '#drizzle/schema/admission-decisions.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { personById } from '../people/queries.ts'
import type { Someone } from './arrival-service.ts'
import { pairsInStay } from './queries.ts'

// Who came in without an offer came on none, whatever was offered once and re-opened.
const ties = standing(
  referralArrival,
  ['referralId'],
  't.without_offer = 0 and t.stay_id = @stayId',
)
const children = standing(
  referralChild,
  ['recordId', 'personId'],
  't.referral_id in (select value from json_each(@ids))',
)
const offers = standing(
  admissionDecision,
  ['childIds'],
  "t.outcome = 'offered' and t.referral_id in (select value from json_each(@ids))",
)

/** Whether a check of the referral that a stay came from covers a baby who is to join it. */
export function isCoveredIn(
  db: ReadDb,
  { id: stayId, arrivedAt }: { id: string; arrivedAt: Instant },
  baby: Someone,
): boolean {
  const babyId = 'id' in baby ? baby.id : undefined
  const ids = JSON.stringify(ties.at(db, newest, { stayId }).map(({ referralId }) => referralId))
  const child = children.at(db, newest, { ids }).find(({ personId }) => personId === babyId)
  return isCovered(
    {
      bornOn: 'id' in baby ? personById(db, baby.id).bornOn : baby.person.bornOn,
      childKey: babyId === undefined ? null : (child?.recordId ?? null),
      wasHere: pairsInStay(db, stayId).some((one) => one.babyId === babyId),
    },
    arrivedAt,
    offers.at(db, newest, { ids }).map(({ childIds }) => ({ childKeys: childIds.split(' ') })),
  )
}
