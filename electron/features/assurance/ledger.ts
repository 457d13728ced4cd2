import { withheldWord } from '#domain/assurance/disclosure.ts'
import type { ReleasedCell } from '#domain/assurance/shareable/ledger.ts'
import { releasedCell } from '#drizzle/schema/assurance.ts'
import type { ReadDb, WriteTx } from '../../platform/unit-of-work.ts'

type Row = Omit<ReleasedCell, 'printed'> & { printed: number | null }

/** Everything that shareable reports have printed, oldest first. */
export const releasedCells = (db: ReadDb): ReleasedCell[] =>
  db
    .rows<Row>(
      `select measure, part, cell, period_from as "from", period_to as "to", size, quantity, printed
       from released_cell order by rowid`,
    )
    .map(({ printed, ...row }) => ({ ...row, printed: printed ?? withheldWord }))

/** How many lines the ledger has: it only ever grows. */
export const ledgerLength = (db: ReadDb): number =>
  db.row<{ lines: number }>('select count(*) as lines from released_cell')?.lines ?? 0

/** Writes what a report printed, within the transaction that keeps the report. */
export function keepReleased(
  tx: WriteTx,
  report: { recordId: string; version: number },
  lines: readonly ReleasedCell[],
): void {
  for (const { from, to, printed, ...line } of lines)
    tx.append(releasedCell, {
      recordId: report.recordId,
      version: report.version,
      ...line,
      periodFrom: from,
      periodTo: to,
      printed: printed === withheldWord ? null : printed,
    })
}
