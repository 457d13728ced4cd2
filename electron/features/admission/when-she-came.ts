import { stageOf } from '#domain/admission/stages.ts'
import { referralArrival, referralChild } from '#drizzle/schema/admission.ts'
import type { AuditNote, WriteTx } from '../../platform/unit-of-work.ts'
import { insertExpected, missingFrom } from '../documents/expect-service.ts'
import { familyOf } from '../documents/family.ts'
import type { CameIn, WhenArrived } from '../stays/when-arrived.ts'
import { bedPromisedTo } from './bed-board.ts'
import { carryActStatus } from './carry-act-status.ts'
import { type ReferralCase, referralCase, referralNote } from './case.ts'
import { openReferralOf, sameMother } from './duplicates.ts'
import { tellOfArrivalWithoutOffer } from './tell-others.ts'

/**
 * What a mother who comes to the door without an offer brings about in the same act: her open referral ends with the
 * stay, and what is expected of those who know her stands on the register (docs/decisions/0031-arrivals-without-an-offer.md).
 */
export const whenSheCame: WhenArrived = {
  promisedTo: bedPromisedTo,
  before: (db, { mother, anotherPerson }) =>
    'id' in mother || anotherPerson ? [] : sameMother(db, mother.person),
  after: (tx, arrival) => {
    const referralId = openReferralOf(tx, arrival.motherId, tx.now)
    const file = referralId === undefined ? undefined : referralCase(tx, referralId)
    // An offer that stands is tied by hand: she may have come on it, and it was recorded at the door in haste.
    const ended =
      file && stageOf(file, file.rules, tx.now) !== 'offered'
        ? endWithoutOffer(tx, file, arrival)
        : []
    return [...ended, ...expectOf(tx, arrival.stayId)]
  },
}

/** Ends a referral with a stay that came on no offer; who is new among the children is put on it. */
export function endWithoutOffer(tx: WriteTx, file: ReferralCase, arrival: CameIn): AuditNote[] {
  const referralId = file.referral.recordId
  const { recordId } = tx.insert(referralArrival, {
    referralId,
    stayId: arrival.stayId,
    cameFrom: arrival.cameFrom,
    withoutOffer: true,
  })
  nameTheBorn(tx, file, arrival)
  return [
    referralNote(file, {
      action: 'referral.came-without-offer',
      entity: 'referral_arrival',
      entityId: recordId,
      entityVersion: 1,
    }),
    ...carryActStatus(tx, file.referral, arrival.arrivedAt),
    ...tellOfArrivalWithoutOffer(tx, referralCase(tx, referralId), arrival),
  ]
}

/** A baby who came in with her is the one whom the referral expected, one after the other; any other is added. */
function nameTheBorn(tx: WriteTx, { referral, children }: ReferralCase, { pairs }: CameIn): void {
  const expected = children.filter(({ personId }) => personId === null)
  for (const { babyId } of pairs) {
    if (children.some(({ personId }) => personId === babyId)) continue
    const child = expected.shift()
    const born = { personId: babyId, expectedOn: null }
    if (child) tx.amend(referralChild, child.recordId, child.version, born, 'Born by the arrival')
    else tx.insert(referralChild, { referralId: referral.recordId, personId: babyId })
  }
}

/** What is expected from those who know her, asked for from the first hour on, with a referral or without. */
function expectOf(tx: WriteTx, stayId: string): AuditNote[] {
  const family = familyOf(tx, { stayId })
  return insertExpected(tx, family, missingFrom(tx, family, tx.now))
}
