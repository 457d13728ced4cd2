import { type EntryKind, entryKindKeys, entryKinds, kindCase } from '#domain/audit/kinds.ts'
import type { Cut, Period } from '#domain/shared/time.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'

const sql = `select ${kindCase('action')} as kind, count(*) as entries from audit
  where at >= @from and at < @to and seq <= @seq group by 1`

/** How many entries of each kind the audit has of a period, up to a cut; kinds without one are there with 0. */
export function auditExtract(db: ReadDb, { from, to }: Period, { auditSeq: seq }: Cut) {
  const found = new Map(
    db
      .rows<{ kind: EntryKind; entries: number }>(sql, { from, to, seq })
      .map(({ kind, entries }) => [kind, entries]),
  )
  return entryKindKeys.map((kind) => ({
    kind: entryKinds[kind].label,
    entries: found.get(kind) ?? 0,
  }))
}
