import { levelLabels } from '../levels.ts'
import {
  type FigureModel,
  type MeasureModel,
  measuresOfReport,
  type ReportModel,
} from '../report-model.ts'
import { type DataTable, flag, percent, type TableColumn, text, whole } from './table.ts'

const figureColumns: TableColumn[] = [
  whole('pass', 'Pass'),
  whole('fail', 'Fail'),
  whole('incomplete', 'Incomplete'),
  whole('notEligible', 'Not eligible'),
  whole('population', 'Population'),
  whole('n', 'n'),
  whole('overridden', 'Overridden'),
  percent('rate', 'Rate'),
  text('status', 'Status'),
]

const figureCells = (figure: FigureModel, hasRecords = true) =>
  hasRecords
    ? [
        figure.pass,
        figure.fail,
        figure.incomplete,
        figure.notEligible,
        figure.population,
        figure.denominator,
        figure.overridden,
        figure.rateTenths,
        statusOf(figure.denominator),
      ]
    : [null, null, null, null, null, null, null, null, 'no records yet']

/** Why a rate is there or not. */
const statusOf = (n: number) => (n === 0 ? 'no rate: nothing was eligible' : 'counted')

export const measuresTable = (model: ReportModel): DataTable => ({
  name: 'Measures',
  about: 'One row for each measure: its four classes, its rate, its level and its definition.',
  columns: [
    text('requirement', 'Requirement'),
    text('measure', 'Measure'),
    text('title', 'Title'),
    flag('safetyCritical', 'Safety-critical'),
    text('unit', 'Counted in'),
    ...figureColumns,
    text('level', 'Level'),
    text('reason', 'Reason'),
    whole('minimumN', 'Minimum n'),
    whole('version', 'Version'),
    text('population-words', 'Who or what is counted'),
    text('placedBy', 'In the period by'),
    text('rule', 'Passes where'),
    text('source', 'Source'),
  ],
  rows: measuresOfReport(model).map(({ requirement, measure }) => [
    requirement.id,
    measure.id,
    measure.title,
    measure.safetyCritical,
    unitOf(measure),
    ...figureCells(measure.figure, measure.version !== null),
    levelLabels[measure.level],
    measure.reason,
    measure.minimumN,
    measure.version,
    measure.population,
    measure.placedBy,
    measure.rule,
    measure.source,
  ]),
})

const unitOf = (measure: MeasureModel) => (measure.unit === 'count' ? 'records' : 'minutes')

export const groupsTable = (model: ReportModel): DataTable => ({
  name: 'Groups',
  about: 'Measures that are shown apart: one row for each group.',
  columns: [
    text('measure', 'Measure'),
    text('group', 'Group'),
    text('unit', 'Counted in'),
    ...figureColumns,
  ],
  rows: measuresOfReport(model).flatMap(({ measure }) =>
    measure.groups.map(({ name, figure }) => [
      measure.id,
      name,
      unitOf(measure),
      ...figureCells(figure),
    ]),
  ),
})

export const trendTable = (model: ReportModel): DataTable => ({
  name: 'Trend',
  about: 'The rate of each measure over its periods, oldest first.',
  columns: [
    text('measure', 'Measure'),
    text('period', 'Period'),
    text('from', 'From'),
    text('to', 'To (not in it)'),
    text('unit', 'Counted in'),
    whole('pass', 'Pass'),
    whole('n', 'n'),
    percent('rate', 'Rate'),
    text('status', 'Status'),
  ],
  rows: measuresOfReport(model).flatMap(({ measure }) =>
    measure.trend.map((point) => [
      measure.id,
      point.label,
      point.from,
      point.to,
      unitOf(measure),
      point.pass,
      point.denominator,
      point.rateTenths,
      statusOf(point.denominator),
    ]),
  ),
})
