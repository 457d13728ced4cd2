import { writeXlsx } from 'hucre/xlsx'
import { levelLabels } from '#domain/assurance/levels.ts'
import { classifications, disclosureLabels, stateLabels } from '#domain/assurance/report-words.ts'
import { type DataTable, text, whole } from '#domain/assurance/tables/table.ts'
import { findingKindLabels } from '#domain/oversight/words.ts'
import { dateOf } from '#domain/shared/calendar.ts'
import type { ReadContext } from '../../../platform/serve.ts'
import type { ReportFile } from '../formats/report-file.ts'
import { sheetOf } from '../formats/xlsx.ts'
import { hashOf } from '../writing/stages.ts'
import { noteRows } from './rows.ts'
import { comparison } from './view.ts'

type Compared = ReturnType<typeof comparison>
const columnOf = ({ unitName, period }: Compared['packs'][number]) => `${unitName}, ${period}`

function tablesOf(ctx: ReadContext, compared: Compared): DataTable[] {
  const { packs, rows, levels } = compared
  return [
    {
      name: 'Packs',
      about:
        'The sealed packs that this summary is made from; each was verified when it was taken in.',
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
      rows: packs.map((one) => [
        one.unitName,
        one.provider,
        one.period,
        disclosureLabels[one.disclosure],
        one.reportVersion,
        stateLabels[one.stage],
        one.key === 'confirmed' ? 'confirmed by the unit' : 'not confirmed',
        one.contentHash,
      ]),
    },
    {
      name: 'Comparison',
      about:
        'Levels and rates side by side, each rate with its n. Units differ in whom they admit: this is no ranking.',
      columns: [
        text('requirement', 'Requirement'),
        text('measure', 'Measure'),
        text('title', 'Title'),
        ...packs.flatMap((pack, at) => [
          text(`pack-${at}`, columnOf(pack)),
          text(`status-${at}`, 'Status'),
        ]),
      ],
      rows: rows.map((row) => [
        row.requirement,
        row.measure,
        row.title,
        ...row.cells.flatMap(({ text: said, but }) => [said, but ?? 'as printed']),
      ]),
    },
    {
      name: 'Desk-levels',
      about: 'The commissioner’s own levels, beside those of the units.',
      columns: [
        text('requirement', 'Requirement'),
        text('pack', 'Unit and period'),
        text('level', 'Level'),
      ],
      rows: packs.flatMap((pack, at) =>
        (levels[at] ?? []).map(({ requirement, level }) => [
          requirement,
          columnOf(pack),
          levelLabels[level],
        ]),
      ),
    },
    {
      name: 'Findings',
      about: 'What the commissioner found, in their words.',
      columns: [
        text('requirement', 'Requirement'),
        text('pack', 'Unit and period'),
        text('kind', 'Kind'),
        text('words', 'In their words'),
      ],
      rows: packs.flatMap((pack) =>
        noteRows(ctx.db, pack.id).map(({ requirement, kind, words }) => [
          requirement,
          columnOf(pack),
          kind === 'level' ? 'Reason for the level' : findingKindLabels[kind],
          words,
        ]),
      ),
    },
  ]
}

/** The regional summary of these packs as a workbook. Who took it, and its hash, are audited. */
export async function summaryFile(
  ctx: ReadContext,
  input: { packIds: readonly string[] },
): Promise<ReportFile> {
  const compared = comparison(ctx, input)
  const isRestricted = compared.packs.some(({ disclosure }) => disclosure === 'restricted')
  const marking = classifications[isRestricted ? 'restricted' : 'shareable']
  const at = new Date(ctx.now)
  const bytes = await writeXlsx({
    sheets: tablesOf(ctx, compared).map((table) => sheetOf(table, marking)),
    properties: { title: 'Regional summary', description: marking, created: at, modified: at },
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
