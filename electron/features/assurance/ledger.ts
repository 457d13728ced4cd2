import { withheldWord } from '#domain/assurance/disclosure.ts'
import { clashesWithEarlier, type ReleasedCell } from '#domain/assurance/shareable/ledger.ts'
import { refuse } from '#domain/shared/failure.ts'
import { releasedCell } from '#drizzle/schema/assurance.ts'
import type { ReadDb, WriteTx } from '../../platform/unit-of-work.ts'

type Row = Omit<ReleasedCell, 'printed'> & { printed: number | null }

const columns = `c.measure, c.part, c.cell, c.period_from as "from", c.period_to as "to", c.size, c.quantity,
  c.printed`

/**
 * What makes a shareable report a release: it was made final, or somebody took it away, as a file or as a sealed
 * pack. A draft that was only looked at inside is none. The audit says what left, and only ever grows.
 */
const isReleased = `exists (select 1 from report r where r.record_id = c.record_id and r.state = 'final')
  or exists (select 1 from audit a where a.entity_id = c.record_id
    and a.action in ('report.exported', 'pack.sealed'))`

const cellOf = ({ printed, ...row }: Row): ReleasedCell => ({
  ...row,
  printed: printed ?? withheldWord,
})

/** Everything that shareable reports have released, in the order in which they were made. */
export const releasedCells = (db: ReadDb): ReleasedCell[] =>
  db
    .rows<Row>(`select ${columns} from released_cell c where ${isReleased} order by c.rowid`)
    .map(cellOf)

/** How many lines the ledger has: it only ever grows. */
export const ledgerLength = (db: ReadDb): number =>
  db.row<{ lines: number }>(`select count(*) as lines from released_cell c where ${isReleased}`)
    ?.lines ?? 0

/** What a report prints that no release has printed yet; nothing where it is a release already, or restricted. */
const unreleasedOf = (db: ReadDb, reportId: string): ReleasedCell[] =>
  db
    .rows<Row>(
      `select ${columns} from released_cell c where c.record_id = @reportId and not (${isReleased})
        order by c.rowid`,
      { reportId },
    )
    .map(cellOf)

/**
 * Before a shareable report leaves for the first time: refuses one that differs by a few from what was released since
 * it was made. `unitOf` says what a measure counts.
 */
export function checkRelease(
  db: ReadDb,
  reportId: string,
  unitOf: (measure: string) => 'count' | 'minutes',
): void {
  const own = unreleasedOf(db, reportId)
  if (own.length === 0) return
  const earlier = Map.groupBy(releasedCells(db), ({ measure }) => measure)
  const clashes = [...Map.groupBy(own, ({ measure }) => measure)].some(([measure, lines]) =>
    clashesWithEarlier(lines, earlier.get(measure) ?? [], unitOf(measure)),
  )
  if (clashes)
    refuse(
      'held',
      'Another shareable report was released since this one was made, and the two together would tell of a few people. Make this one again, and take that away',
    )
}

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
