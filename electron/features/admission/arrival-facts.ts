import type { ArrivalFact, ArrivedBaby } from '#domain/admission/facts.ts'
import type { Period } from '#domain/shared/time.ts'
import type { ArrivalSource } from '#domain/stays/arrival-source.ts'
import { referralArrival } from '#drizzle/schema/admission.ts'
import { person } from '#drizzle/schema/people.ts'
import { pair, stay } from '#drizzle/schema/stays.ts'
import { standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { childRows } from './queries.ts'

const among = (column: string) => `${column} in (select value from json_each(@ids))`

// Every stay that began in the period, and every one that a baby joined in it.
const stays = standing(
  stay,
  ['recordId', 'version', 'arrivedAt', 'planned', 'withoutOfferBecause'],
  `(t.arrived_at >= @from and t.arrived_at < @to) or ${among('t.record_id')}`,
  't.arrived_at, t.record_id',
)
const begun = standing(pair, ['recordId', 'stayId'], 't.started_at >= @from and t.started_at < @to')
const pairs = standing(
  pair,
  ['recordId', 'version', 'stayId', 'babyId', 'startedAt', 'withoutCheckBecause'],
  among('t.stay_id'),
  't.started_at, t.record_id',
)
// A referral that ended because she came in without an offer covers nobody, and accepted nobody.
const ties = standing(
  referralArrival,
  ['recordId', 'version', 'referralId', 'stayId', 'cameFrom'],
  `t.without_offer = 0 and ${among('t.stay_id')}`,
)
const born = standing(person, ['recordId', 'bornOn'], among('t.record_id'))

type PairRow = ReturnType<typeof pairs.at>[number]

/** Every arrival of a period, on an offer or without one, as it had been recorded by the cut. */
export function arrivalFacts(db: ReadDb, { from, to }: Period, seq: number): ArrivalFact[] {
  const joined = begun.at(db, seq, { from, to }).map(({ stayId }) => stayId)
  const rows = stays.at(db, seq, { from, to, ids: JSON.stringify([...new Set(joined)]) })
  const ids = JSON.stringify(rows.map(({ recordId }) => recordId))
  const tieOf = new Map(ties.at(db, seq, { ids }).map((row) => [row.stayId, row]))
  const pairsOf = Map.groupBy(pairs.at(db, seq, { ids }), ({ stayId }) => stayId)
  const babyIds = [...pairsOf.values()].flatMap((own) => own.map(({ babyId }) => babyId))
  const bornOn = new Map(
    born
      .at(db, seq, { ids: JSON.stringify([...new Set(babyIds)]) })
      .map((row) => [row.recordId, row.bornOn]),
  )
  const referralIds = [...tieOf.values()].map(({ referralId }) => referralId)
  const childrenOf = Map.groupBy(childRows(db, referralIds, seq), ({ referralId }) => referralId)
  return rows.map(({ recordId, version, arrivedAt, planned, withoutOfferBecause }) => {
    const tie = tieOf.get(recordId)
    const children = tie ? (childrenOf.get(tie.referralId) ?? []) : []
    const own = pairsOf.get(recordId) ?? []
    const babyOf = (row: PairRow, i: number): ArrivedBaby => ({
      recordId: row.recordId,
      version: row.version,
      startedAt: row.startedAt,
      bornOn: bornOn.get(row.babyId) ?? null,
      childKey: children.find(({ personId }) => personId === row.babyId)?.recordId ?? null,
      wasHere: own.slice(0, i).some(({ babyId }) => babyId === row.babyId),
      reasoned: row.withoutCheckBecause !== null,
    })
    return {
      recordId,
      version,
      arrivedAt,
      planned,
      reasoned: withoutOfferBecause !== null,
      tie: tie
        ? {
            recordId: tie.recordId,
            version: tie.version,
            referralId: tie.referralId,
            cameFrom: tie.cameFrom as ArrivalSource,
          }
        : null,
      babies: own.map(babyOf),
    }
  })
}
