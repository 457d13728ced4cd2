import { measureWords } from '../build-measure.ts'
import type { CatalogueRun, MeasureRun } from '../measure-run.ts'
import { shortPeriodText } from '../period-text.ts'
import type { ReportInput } from '../report-input.ts'
import { exactFigure } from './exact-figure.ts'
import type { ReleasedCell } from './ledger.ts'
import { type PublishedTable, publishGroups, publishTable } from './publish-table.ts'
import type { ShareableMeasure, ShareablePoint } from './shareable-model.ts'
import { nothingPublished } from './small-numbers.ts'

/** The cells of an earlier period that a trend prints. */
const trendCells = ['pass', 'n'] as const

/** One measure as it may be shared, and what the ledger keeps of it. */
export function publishMeasure(
  found: CatalogueRun,
  input: ReportInput,
  earlier: readonly ReleasedCell[],
): { measure: ShareableMeasure; lines: ReleasedCell[] } {
  const words = measureWords(found)
  const { run } = found
  if (!run)
    return {
      measure: {
        ...words,
        state: 'no-records',
        figure: { ...nothingPublished },
        groups: [],
        groupsWithheld: false,
        trend: [],
      },
      lines: [],
    }
  const { unit } = words
  const place = { measure: words.id, part: '', ...input.period, unit }
  const whole = publishTable(exactFigure(run.members, unit), place, earlier)
  const { lines: groupLines, ...groups } = publishGroups(run, whole, place, earlier)
  const before = earlierTables(run, input, earlier)
  const now = pointOf(input.period, whole)
  return {
    measure: {
      ...words,
      state: whole.state,
      figure: whole.figure,
      ...groups,
      trend: [...before.map(({ period, table }) => pointOf(period, table)), now],
    },
    lines: [...whole.lines, ...groupLines, ...before.flatMap(({ table }) => table.lines)],
  }
}

function earlierTables(run: MeasureRun, input: ReportInput, released: readonly ReleasedCell[]) {
  const { id, version, unit } = run.measure
  return input.earlier.flatMap(({ period, runs }) => {
    const found = runs.find(({ measure }) => measure.id === id && measure.version === version)
    if (!found) return []
    const place = { measure: id, part: '', ...period, unit }
    const exact = exactFigure(found.members, unit)
    return [{ period, table: publishTable(exact, place, released, trendCells) }]
  })
}

const pointOf = (
  period: ReportInput['period'],
  { figure: { pass, n, rateTenths } }: PublishedTable,
): ShareablePoint => ({ ...period, label: shortPeriodText(period), pass, n, rateTenths })
