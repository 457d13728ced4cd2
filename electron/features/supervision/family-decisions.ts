import type { ReadDb } from '../../platform/unit-of-work.ts'
import { type DecisionRow, decisionsOf } from './queries.ts'

/** The decisions that bear on one mother and baby, each list in the order in which they start. */
export interface FamilyDecisions {
  /** Those of this pair: what stands. */
  decisions: DecisionRow[]
  /** Those of every other time that this mother and this baby were together. */
  earlier: DecisionRow[]
  /**
   * Those that a new decision is judged against: of every time in this stay that mother and baby were
   * together, so that parting and coming back lowers nothing.
   */
  judgedAgainst: DecisionRow[]
  /** Those of earlier stays of this baby with this mother: ending a stay and coming again lowers nothing either. */
  earlierStays: DecisionRow[]
  /** Those of the baby's every stay: a court's limit does not end with a stay (decision 19). */
  ofBaby: DecisionRow[]
}

interface Together {
  pairId: string
  babyId: string
  stayId: string
  motherId: string
}

const togetherSql = `select p.record_id as pairId, p.baby_id as babyId, p.stay_id as stayId,
    (select s.mother_id from stay s where s.record_id = p.stay_id order by s.version desc limit 1) as motherId
  from pair p
  where p.withdrawn = 0 and p.baby_id in (select value from json_each(@babies))
    and not exists (select 1 from pair n where n.record_id = p.record_id and n.version > p.version)`

const together = (db: ReadDb, babyIds: readonly string[]): Together[] =>
  db.rows<Together>(togetherSql, { babies: JSON.stringify(babyIds) })

const ofTimes = (db: ReadDb, times: readonly Together[]): DecisionRow[] =>
  decisionsOf(
    db,
    times.map(({ pairId }) => pairId),
  )

/** The decisions that bear on each of these pairs, by pair. */
export function familyDecisions(
  db: ReadDb,
  pairs: readonly { recordId: string; babyId: string }[],
): (pairId: string) => FamilyDecisions {
  const times = together(
    db,
    pairs.map(({ babyId }) => babyId),
  )
  const byPair = Map.groupBy(ofTimes(db, times), ({ pairId }) => pairId)
  return (pairId) => {
    const own = times.find((one) => one.pairId === pairId)
    const among = (is: (one: Together) => boolean) =>
      times
        .filter((one) => one.babyId === own?.babyId && is(one))
        .flatMap((one) => byPair.get(one.pairId) ?? [])
        .sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1))
    const sameMother = ({ motherId }: Together) => motherId === own?.motherId
    return {
      decisions: among((one) => one === own),
      earlier: among((one) => one !== own && sameMother(one)),
      judgedAgainst: among(({ stayId }) => stayId === own?.stayId),
      earlierStays: among((one) => one.stayId !== own?.stayId && sameMother(one)),
      ofBaby: among(() => true),
    }
  }
}

/** The decisions of every stay of a baby, whoever it was with, and of those with this mother. */
export function decisionsBefore(
  db: ReadDb,
  { babyId, motherId }: { babyId: string; motherId: string },
): Pick<FamilyDecisions, 'ofBaby' | 'earlierStays'> {
  const times = together(db, [babyId])
  const withMother = times.filter((one) => one.motherId === motherId)
  return { ofBaby: ofTimes(db, times), earlierStays: ofTimes(db, withMother) }
}
