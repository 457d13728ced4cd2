import { writeXlsx } from 'hucre/xlsx'
import { comparePacks, mostSideBySide } from '#domain/assurance/desk/compare-packs.ts'
import type { PackSummary } from '#domain/assurance/desk/pack-summary.ts'
import { levelLabels } from '#domain/assurance/levels.ts'
import { classifications, disclosureLabels, stateLabels } from '#domain/assurance/report-words.ts'
import { type CellValue, type DataTable, text, whole } from '#domain/assurance/tables/table.ts'
import { findingKindLabels } from '#domain/oversight/words.ts'
import { dateOf } from '#domain/shared/calendar.ts'
import { making, type Steps } from '../../../platform/making.ts'
import type { ReadContext } from '../../../platform/serve.ts'
import { turn } from '../../../platform/turn.ts'
import type { ReportFile } from '../formats/report-file.ts'
import { sheetOf } from '../formats/xlsx.ts'
import { hashOf } from '../writing/stages.ts'
import { figureRows, figuresTable } from './figures-table.ts'
import { needDesk } from './place.ts'
import { noteRows, packRows, summaryOf } from './rows.ts'
import { headsOf } from './view.ts'

type Head = ReturnType<typeof headsOf>[number]
const columnOf = ({ unitName, period }: Pick<Head, 'unitName' | 'period'>) =>
  `${unitName}, ${period}`

const packsTable = (heads: readonly Head[]): DataTable => ({
  name: 'Packs',
  about: 'The sealed packs that this summary is made from; each was verified when it was taken in.',
  columns: [
    text('unit', 'Unit'),
    text('provider', 'Provider'),
    text('period', 'Period'),
    text('kind', 'Kind'),
    whole('version', 'Version'),
    text('stage', 'Stage'),
    text('key', 'Key'),
    text('contentHash', 'Content hash'),
  ],
  rows: heads.map((one) => [
    one.unitName,
    one.provider,
    one.period,
    disclosureLabels[one.disclosure],
    one.reportVersion,
    stateLabels[one.stage],
    one.key === 'confirmed' ? 'confirmed by the unit' : 'not confirmed',
    one.contentHash,
  ]),
})

/** Side by side, for as many as can be read so. */
function comparisonTable(heads: readonly Head[], summaries: readonly PackSummary[]): DataTable {
  return {
    name: 'Comparison',
    about:
      'Levels and rates side by side, each rate with its n. Units differ in whom they admit: this is no ranking.',
    columns: [
      text('requirement', 'Requirement'),
      text('measure', 'Measure'),
      text('title', 'Title'),
      ...heads.flatMap((pack, at) => [
        text(`pack-${at}`, columnOf(pack)),
        text(`status-${at}`, 'Status'),
      ]),
    ],
    rows: comparePacks(summaries).map((row) => [
      row.requirement,
      row.measure,
      row.title,
      ...row.cells.flatMap(({ text: said, but }) => [said, but ?? 'as printed']),
    ]),
  }
}

type Note = ReturnType<typeof noteRows>[number]

const levelsTable = (written: readonly { head: Head; notes: readonly Note[] }[]): DataTable => ({
  name: 'Desk-levels',
  about: 'The commissioner’s own levels, beside those of the units.',
  columns: [
    text('requirement', 'Requirement'),
    text('pack', 'Unit and period'),
    text('level', 'Level'),
  ],
  rows: written.flatMap(({ head, notes }) =>
    notes.flatMap(({ kind, requirement, level }) =>
      kind === 'level' && level ? [[requirement, columnOf(head), levelLabels[level]]] : [],
    ),
  ),
})

const findingsTable = (written: readonly { head: Head; notes: readonly Note[] }[]): DataTable => ({
  name: 'Findings',
  about: 'What the commissioner found, in their words.',
  columns: [
    text('requirement', 'Requirement'),
    text('pack', 'Unit and period'),
    text('kind', 'Kind'),
    text('words', 'In their words'),
  ],
  rows: written.flatMap(({ head, notes }) =>
    notes.map(({ requirement, kind, words }) => [
      requirement,
      columnOf(head),
      kind === 'level' ? 'Reason for the level' : findingKindLabels[kind],
      words,
    ]),
  ),
})

/** Everything of the packs as tables. Pack by pack whatever waits has its turn, and it can be stopped. */
async function tablesOf(
  { db }: ReadContext,
  packIds: readonly string[],
  { signal, said }: Steps,
): Promise<{ heads: Head[]; tables: DataTable[] }> {
  const heads = headsOf(db, packIds)
  const rows = new Map(packRows(db).map((row) => [row.recordId, row]))
  const notes = Map.groupBy(noteRows(db), ({ packId }) => packId)
  const written = heads.map((head) => ({ head, notes: notes.get(head.id) ?? [] }))
  const isSideBySide = heads.length <= mostSideBySide
  const summaries: PackSummary[] = []
  const figures: CellValue[][] = []
  for (const [at, { id }] of heads.entries()) {
    const row = rows.get(id)
    const summary = summaryOf(db, id)
    if (row) figures.push(...figureRows(row, summary))
    if (isSideBySide) summaries.push(summary)
    said({ done: at, of: heads.length })
    await turn()
    signal.throwIfAborted()
  }
  return {
    heads,
    tables: [
      packsTable(heads),
      ...(isSideBySide ? [comparisonTable(heads, summaries)] : []),
      figuresTable(figures),
      levelsTable(written),
      findingsTable(written),
    ],
  }
}

/** The regional summary of these packs as a workbook. Who took it, and its hash, are audited. */
export async function summaryFile(
  ctx: ReadContext,
  input: { packIds: readonly string[] },
): Promise<ReportFile> {
  needDesk(ctx.db)
  const bytes = await making(ctx, 'The summary', async (steps) => {
    const { heads, tables } = await tablesOf(ctx, input.packIds, steps)
    const isRestricted = heads.some(({ disclosure }) => disclosure === 'restricted')
    const marking = classifications[isRestricted ? 'restricted' : 'shareable']
    const at = new Date(ctx.now)
    const made = await writeXlsx({
      sheets: tables.map((table) => sheetOf(table, marking)),
      properties: { title: 'Regional summary', description: marking, created: at, modified: at },
    })
    steps.signal.throwIfAborted()
    return made
  })
  ctx.house.writeAs(ctx.actor, ctx.unitId, { quiet: true })(() => ({
    value: null,
    audit: [
      {
        action: 'desk.summary-exported',
        entity: 'desk',
        entityId: ctx.unitId,
        afterHash: hashOf(bytes),
        payload: { packs: input.packIds.length, bytes: bytes.length },
      },
    ],
  }))
  return {
    name: `regional-summary-${dateOf(ctx.now)}.xlsx`,
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    bytes,
  }
}
