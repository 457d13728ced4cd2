import type { ReadDb } from '../../platform/unit-of-work.ts'
import { familyOf } from '../documents/family.ts'
import { personById } from '../people/queries.ts'
import { pairsInStay, staysOfMother } from '../stays/queries.ts'

/** The mother of a stay with every baby whom she was ever here with, and all her stays. */
export interface WholeFamily {
  stayId: string
  referralId: string | null
  arrivedAt: string | null
  endedAt: string | null
  motherId: string
  babyIds: string[]
  stayIds: string[]
}

/** The family of a stay over all its stays. Refuses where there is no such stay. */
export function wholeFamily(db: ReadDb, stayId: string): WholeFamily {
  const { motherId, referralId, arrivedAt, endedAt, babyIds } = familyOf(db, { stayId })
  const stayIds = staysOfMother(db, motherId).map(({ id }) => id)
  const everBabies = stayIds.flatMap((id) => pairsInStay(db, id).map((pair) => pair.babyId))
  return {
    stayId,
    referralId,
    arrivedAt,
    endedAt,
    motherId,
    babyIds: [...new Set([...babyIds, ...everBabies])],
    stayIds: [...new Set([stayId, ...stayIds])],
  }
}

export const everybodyIn = ({ motherId, babyIds }: WholeFamily): string[] => [motherId, ...babyIds]

/** Each person of the family as a page of history names them. */
export const peopleOf = (db: ReadDb, family: WholeFamily) =>
  everybodyIn(family).map((id) => {
    const { givenName, familyName, bornOn, kind } = personById(db, id)
    return { id, name: `${givenName} ${familyName}`, kind, bornOn }
  })
