import { type Block, type Cell, cell } from '../../shared/print-document.ts'
import { classStrip } from '../charts/class-strip.ts'
import { trendChart } from '../charts/trend.ts'
import { momentText } from '../disclosure.ts'
import { dash, quantityText, tenthsText, withCommas } from '../figure-text.ts'
import type { recordsByKey } from '../records-by-key.ts'
import type { MeasureModel, MemberModel, ReportModel } from '../report-model.ts'
import { classLabels } from '../report-words.ts'
import { counted, quantity, unbroken } from './words.ts'

/** More records than this of one measure are left to the tables and the JSON file, and the page says so. */
const mostRecords = 40
/** Of each record so many fields are printed. */
const mostFields = 8

type Find = ReturnType<typeof recordsByKey>

/** One measure: its definition, its charts with their tables, its groups, and the records that fell short. */
export function measureSection(measure: MeasureModel, model: ReportModel, find: Find): Block[] {
  const strip = classStrip({
    figure: measure.figure,
    unit: measure.unit,
    id: `strip-${measure.id}`,
    title: measure.title,
  })
  const trend = trendChart({
    title: measure.title,
    unit: measure.unit,
    points: measure.trend,
    rules: model.levelRules,
  })
  return [
    {
      kind: 'together',
      blocks: [
        { kind: 'heading', level: 2, text: `${measure.id}  ${measure.title}` },
        {
          kind: 'facts',
          dense: true,
          facts: [
            { label: 'Counted', text: measure.population },
            ...(measure.placedBy ? [{ label: 'In the period by', text: measure.placedBy }] : []),
            { label: 'Passes where', text: measure.rule },
            { label: 'Definition', text: definition(measure) },
            { label: 'Level', text: measure.reason },
          ],
        },
        { kind: 'chart', svg: strip.svg, alt: strip.alt },
      ],
    },
    {
      kind: 'together',
      blocks: [
        { kind: 'chart', svg: trend.svg, alt: trend.alt, caption: trend.caption },
        {
          kind: 'table',
          caption: 'The same rates as a table',
          columns: [
            { label: 'Period', share: 1 },
            ...trend.table.rows.map(([period]) => ({
              label: period ?? '',
              align: 'right' as const,
            })),
          ],
          rows: [1, 2].map((part) => [
            cell(trend.table.columns[part] ?? ''),
            ...trend.table.rows.map((row) => cell(unbroken(row[part] ?? ''))),
          ]),
          empty: 'No period.',
          dense: true,
        },
      ],
    },
    ...groups(measure),
    ...records(measure, find),
  ]
}

const definition = (measure: MeasureModel) =>
  [
    `Version ${measure.version}`,
    measure.source,
    `minimum n ${quantityText(measure.minimumN, measure.unit)}`,
    ...(measure.safetyCritical ? ['safety-critical'] : []),
  ].join('; ')

function groups(measure: MeasureModel): Block[] {
  if (measure.groups.length === 0) return []
  return [
    {
      kind: 'table',
      caption: `${measure.id}, shown apart`,
      columns: [
        { label: 'Group', share: 1 },
        ...['Pass', 'Fail', 'Incomplete', 'Not eligible', 'n', 'Rate'].map(
          (label) => ({ label, align: 'right' }) as const,
        ),
      ],
      rows: measure.groups.map(({ name, figure }) => [
        cell(name),
        ...[
          figure.pass,
          figure.fail,
          figure.incomplete,
          figure.notEligible,
          figure.denominator,
        ].map((part) => cell(quantity(measure, part))),
        { text: unbroken(tenthsText(figure.rateTenths)), strong: true },
      ]),
      empty: '',
      dense: true,
    },
  ]
}

function records(measure: MeasureModel, find: Find): Block[] {
  const short = measure.members.filter(
    (member) => member.class === 'fail' || member.class === 'incomplete' || member.overridden,
  )
  if (short.length === 0) return []
  const printed = short.slice(0, mostRecords)
  const left = short.length - printed.length
  return [
    {
      kind: 'table',
      caption: `${measure.id}: ${counted(short.length, 'record')} that did not pass or ${short.length === 1 ? 'was' : 'were'} overridden`,
      columns: [
        { label: 'Record' },
        { label: 'Class' },
        { label: 'Day of stay, time', share: 3 },
        { label: 'Baby’s age', share: 3 },
        ...(measure.groups.length > 0 ? [{ label: 'Group', share: 2 }] : []),
        { label: 'Why', share: 8 },
      ],
      rows: printed.map((member) => recordRow(member, find, measure.groups.length > 0)),
      empty: '',
      dense: true,
    },
    ...(left > 0
      ? [
          {
            kind: 'paragraph',
            style: 'small',
            text: `${withCommas(left)} more are in the tables and in the JSON file of this report.`,
          } as const,
        ]
      : []),
  ]
}

function recordRow(member: MemberModel, find: Find, grouped: boolean): Cell[] {
  const notes = whatItSays(member, find)
  return [
    { text: member.id },
    { text: classLabels[member.class], ...(member.overridden ? { note: 'overridden' } : {}) },
    cell(member.when ? momentText(member.when) : dash),
    cell(member.ageBand ?? dash),
    ...(grouped ? [cell(member.group ?? dash)] : []),
    { text: member.reason, ...(notes === '' ? {} : { note: notes }) },
  ]
}

/**
 * The first fields of the records behind a member, in words. A page is for reading: the rest, and what is
 * withheld, is in the tables, and the line says how much that is.
 */
function whatItSays(member: MemberModel, find: Find): string {
  const all = member.records.flatMap((ref) => find(ref)?.fields ?? [])
  const shown = [
    ...new Set(
      all.filter(({ withheld }) => !withheld).map(({ label, value }) => `${label}: ${value}`),
    ),
  ]
  const printed = shown.slice(0, mostFields)
  const left = all.length - printed.length
  if (printed.length === 0) return left === 0 ? '' : `${counted(left, 'field')} in the tables`
  return left === 0
    ? printed.join('; ')
    : `${printed.join('; ')}; and ${counted(left, 'field')} more in the tables`
}
