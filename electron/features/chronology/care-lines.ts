import { amountOf, type CareEntry } from '#domain/baby-care/entry.ts'
import type { CareKind, CareSource } from '#domain/baby-care/kinds.ts'
import { historyBasis, historyText, isOfHistory } from '#domain/baby-care/of-history.ts'
import { worriesOf } from '#domain/baby-care/worries.ts'
import type { ChronologyLine } from '#domain/chronology/line.ts'
import { dateOf } from '#domain/shared/calendar.ts'
import type { CivilDate, Instant } from '#domain/shared/time.ts'
import { careEntry } from '#drizzle/schema/baby-care.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'

// What can never be of the history is not read: there are thousands of feeds in a stay.
const entries = standing(
  careEntry,
  [
    'recordId',
    'version',
    'recordedAt',
    'author',
    'babyId',
    'kind',
    'way',
    'happenedAt',
    'source',
    'amount',
    'confirmed',
    'medicine',
    'dose',
    'note',
  ],
  `t.pair_id in (select value from json_each(@ids))
    and (t.kind in ('weight', 'medicine', 'temperature') or t.way in ('put-right', 'refused'))`,
  't.happened_at, t.record_id',
)

type Line = Pick<ChronologyLine, 'from' | 'kind' | 'happened' | 'personId' | 'what' | 'basis'> & {
  row: { recordId: string; version: number; recordedAt: Instant; author: string }
}

/** What of the baby-care log stands in the history, as lines. */
export function careLines(
  db: ReadDb,
  pairIds: readonly string[],
  bornOn: (babyId: string) => CivilDate | null,
  nameOf: (staffId: string) => string,
): Line[] {
  const all = entries
    .at(db, newest, { ids: JSON.stringify(pairIds) })
    .map(({ kind, way, source, amount, ...row }) => {
      const known = kind as CareKind
      const entry: CareEntry = {
        ...row,
        kind: known,
        way: way ?? '',
        source: source as CareSource,
        amount: amountOf(known, way ?? '', amount),
      }
      return { row, entry }
    })
  const weights = Map.groupBy(
    all.filter(({ entry }) => entry.kind === 'weight'),
    ({ row }) => row.babyId,
  )
  return all.flatMap(({ row, entry }): Line[] => {
    const worries = worriesOf(entry, {
      bornOn: bornOn(row.babyId),
      weights: (weights.get(row.babyId) ?? []).map((one) => one.entry),
    })
    if (!isOfHistory(entry, worries)) return []
    return [
      {
        row,
        from: 'care-log',
        kind: 'physical-health',
        happened: { on: dateOf(entry.happenedAt), precision: 'day' },
        personId: row.babyId,
        what: historyText(entry, worries),
        basis: historyBasis(entry, nameOf(row.author)),
      },
    ]
  })
}
