import { figureLines } from '#domain/assurance/desk/compare-packs.ts'
import type { PackSummary } from '#domain/assurance/desk/pack-summary.ts'
import { daysOf } from '#domain/assurance/period-text.ts'
import {
  type CellValue,
  type DataTable,
  percent,
  text,
  whole,
} from '#domain/assurance/tables/table.ts'
import type { PackRow } from './rows.ts'

const columns = [
  text('unit', 'Unit'),
  text('from', 'First day'),
  text('to', 'Last day'),
  text('kind', 'Kind'),
  text('requirement', 'Requirement'),
  text('level', 'Level'),
  text('measure', 'Measure'),
  text('title', 'Title'),
  whole('pass', 'Pass'),
  whole('n', 'n'),
  percent('rate', 'Rate'),
  text('counted', 'Counted in'),
  text('status', 'Status'),
]

/** The lines of one pack: a row for each measure. */
export function figureRows(pack: PackRow, summary: PackSummary): CellValue[][] {
  const { first, last } = daysOf({ from: pack.periodFrom, to: pack.periodTo })
  return figureLines(summary).map((line) => [
    pack.unitName,
    first,
    last,
    pack.disclosure,
    line.requirement,
    line.level,
    line.measure,
    line.title,
    line.pass,
    line.n,
    line.rateTenths,
    line.unit === 'minutes' ? 'minutes' : 'records',
    line.status,
  ])
}

/** Every figure of every pack, a row each, to be sorted and filtered: rates never without their n. */
export const figuresTable = (rows: CellValue[][]): DataTable => ({
  name: 'Figures',
  about:
    'Every measure of every pack, a row each. Units differ in whom they admit: this is no ranking.',
  columns,
  rows,
})
