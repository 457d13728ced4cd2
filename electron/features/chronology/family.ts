import type { ReadDb } from '../../platform/unit-of-work.ts'
import { familyOf, type RegisterOf } from '../documents/family.ts'
import { filesOf, filesOfStays, type RegisterFile } from '../documents/files.ts'
import { documentRows } from '../documents/rows.ts'
import { personById } from '../people/queries.ts'
import { pairsInStay, staysOfMother } from '../stays/queries.ts'

/** The mother of a stay, or of a referral, with every baby whom she was ever here with, and all her stays. */
export interface WholeFamily {
  /** Null while nobody has arrived from the referral. */
  stayId: string | null
  referralId: string | null
  arrivedAt: string | null
  endedAt: string | null
  motherId: string
  babyIds: string[]
  stayIds: string[]
}

/** The family of a stay or a referral over all its stays. Refuses where there is no such. */
export function wholeFamily(db: ReadDb, of: RegisterOf): WholeFamily {
  const { stayId, motherId, referralId, arrivedAt, endedAt, babyIds } = familyOf(db, of)
  const stayIds = staysOfMother(db, motherId).map(({ id }) => id)
  const everBabies = stayIds.flatMap((id) => pairsInStay(db, id).map((pair) => pair.babyId))
  return {
    stayId,
    referralId,
    arrivedAt,
    endedAt,
    motherId,
    babyIds: [...new Set([...babyIds, ...everBabies])],
    stayIds: [...new Set([...(stayId === null ? [] : [stayId]), ...stayIds])],
  }
}

/** Every document of the family: of all her stays, and of a referral from which nobody has arrived. */
export function filesOfFamily(db: ReadDb, family: WholeFamily): RegisterFile[] {
  const { stayId, referralId, stayIds } = family
  const ofStays = [...filesOfStays(db, stayIds).values()].flat()
  if (stayId !== null || referralId === null) return ofStays
  return [...ofStays, ...filesOf(db, documentRows(db, { referrals: [referralId] }))]
}

export const everybodyIn = ({ motherId, babyIds }: WholeFamily): string[] => [motherId, ...babyIds]

/** Each person of the family as a page of history names them. */
export const peopleOf = (db: ReadDb, family: WholeFamily) =>
  everybodyIn(family).map((id) => {
    const { givenName, familyName, bornOn, kind } = personById(db, id)
    return { id, name: `${givenName} ${familyName}`, kind, bornOn }
  })
