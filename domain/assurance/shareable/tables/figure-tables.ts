import { withheldWord } from '../../disclosure.ts'
import {
  type CellValue,
  type DataTable,
  flag,
  percent,
  type TableColumn,
  text,
  whole,
} from '../../tables/table.ts'
import type { ShareableMeasure, ShareableRequirement } from '../shareable-model.ts'
import type { Published, PublishedFigure } from '../small-numbers.ts'
import { stateText } from '../words.ts'

type Listed = readonly { requirement: ShareableRequirement; measure: ShareableMeasure }[]

/** A number, or nothing where it is withheld: the status column names it. */
export const numberCell = (published: Published): CellValue =>
  published === withheldWord ? null : published

const partColumns: readonly TableColumn[] = [
  whole('pass', 'Pass'),
  whole('fail', 'Fail'),
  whole('incomplete', 'Incomplete'),
  whole('notEligible', 'Not eligible'),
  whole('population', 'Population'),
  whole('n', 'n'),
]
const figureColumns = [...partColumns, percent('rate', 'Rate'), text('status', 'Status')]

function figureCells(figure: PublishedFigure): CellValue[] {
  const parts: [string, Published][] = [
    ['pass', figure.pass],
    ['fail', figure.fail],
    ['incomplete', figure.incomplete],
    ['not eligible', figure.notEligible],
    ['population', figure.population],
    ['n', figure.n],
  ]
  const { rateTenths } = figure
  return [
    ...parts.map(([, part]) => numberCell(part)),
    rateTenths === withheldWord ? null : rateTenths,
    statusOf([
      ...parts.filter(([, part]) => part === withheldWord).map(([name]) => name),
      ...(rateTenths === withheldWord ? ['rate'] : []),
    ]),
  ]
}

const statusOf = (names: readonly string[]) =>
  names.length === 0 ? 'rounded' : `${withheldWord}: ${names.join(', ')}`

const unitOf = (measure: ShareableMeasure) => (measure.unit === 'count' ? 'records' : 'minutes')

export const measuresTable = (measures: Listed): DataTable => ({
  name: 'Measures',
  about: 'One row for each measure: its four classes, its rate and its definition.',
  columns: [
    text('requirement', 'Requirement'),
    text('measure', 'Measure'),
    text('title', 'Title'),
    flag('safetyCritical', 'Safety-critical'),
    text('unit', 'Counted in'),
    ...figureColumns,
    text('why', 'Why so'),
    whole('version', 'Version'),
    text('population-words', 'Who or what is counted'),
    text('placedBy', 'In the period by'),
    text('rule', 'Passes where'),
    text('source', 'Source'),
  ],
  rows: measures.map(({ requirement, measure }) => [
    requirement.id,
    measure.id,
    measure.title,
    measure.safetyCritical,
    unitOf(measure),
    ...(measure.state === 'no-records'
      ? [null, null, null, null, null, null, null, 'no records yet']
      : figureCells(measure.figure)),
    stateText(measure),
    measure.version,
    measure.population,
    measure.placedBy,
    measure.rule,
    measure.source,
  ]),
})

export const groupsTable = (measures: Listed): DataTable => ({
  name: 'Groups',
  about:
    'Measures that are shown apart: one row for each group, or one that says they are withheld.',
  columns: [
    text('measure', 'Measure'),
    text('group', 'Group'),
    text('unit', 'Counted in'),
    ...figureColumns,
  ],
  rows: measures.flatMap(({ measure }) =>
    measure.groupsWithheld
      ? [
          [
            measure.id,
            null,
            unitOf(measure),
            ...partColumns.map(() => null),
            null,
            'all groups withheld',
          ],
        ]
      : measure.groups.map(({ name, figure }) => [
          measure.id,
          name,
          unitOf(measure),
          ...figureCells(figure),
        ]),
  ),
})

export const trendTable = (measures: Listed): DataTable => ({
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
  rows: measures.flatMap(({ measure }) =>
    measure.trend.map(({ label, from, to, pass, n, rateTenths }) => [
      measure.id,
      label,
      from,
      to,
      unitOf(measure),
      numberCell(pass),
      numberCell(n),
      rateTenths === withheldWord ? null : rateTenths,
      statusOf(
        (
          [
            ['pass', pass],
            ['n', n],
            ['rate', rateTenths],
          ] as const
        )
          .filter(([, value]) => value === withheldWord)
          .map(([name]) => name),
      ),
    ]),
  ),
})
