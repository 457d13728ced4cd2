import { scaleLinear } from 'd3-scale'
import { type Chart, type ChartColours, printColours } from '../assurance/charts/chart.ts'
import { drawing, element, label } from '../assurance/charts/svg.ts'
import { addMonthsToDate, daysBetween, formatDate } from '../shared/calendar.ts'
import { roughText } from '../shared/rough-date.ts'
import type { CivilDate } from '../shared/time.ts'
import { type HealthContact, type Seen, seenAnswers, seenLabels, serviceLabels } from './contact.ts'
import type { Pattern, ProviderRow } from './pattern.ts'

/**
 * Contacts with health services by provider over time. Each mark says whether what was reported was seen
 * there: by its shape, so that colour is never the only signal. It shows what is on record, and judges nothing.
 */

const width = 760
const rowHeight = 24
const plot = { left: 230, right: 662, top: 50 }
const undatedAt = 732

type NameOf = (personId: string) => string

/** The chart with its words and the same contacts as a table. */
export function contactChart(
  { rows, undated }: Pattern,
  nameOf: NameOf,
  colours: ChartColours = printColours,
): Chart {
  const days = rows.flatMap(({ contacts }) => contacts.flatMap(({ happened }) => happened.on ?? []))
  const span = spanOf(days)
  const height = plot.top + Math.max(1, rows.length) * rowHeight + 8
  const across = scaleLinear(
    [0, Math.max(1, daysBetween(span.first, span.last))],
    [plot.left, plot.right],
  )
  const at = ({ happened }: HealthContact) =>
    happened.on === null ? undatedAt : across(daysBetween(span.first, happened.on))
  return {
    svg: drawing(
      width,
      height,
      ...legend(colours),
      ...months(span, across, height, colours),
      ...(undated > 0 ? [heading('no date', undatedAt, colours)] : []),
      ...rows.flatMap((row, index) => providerRow(row, index, at, nameOf, colours)),
    ),
    alt: altOf(rows, span),
    caption: 'Contacts with health services by provider, over time',
    table: {
      columns: ['When', 'Patient', 'Service', 'Provider and place', 'Reported was'],
      rows: rows.flatMap(({ contacts }) => contacts.map((one) => tableRow(one, nameOf))),
    },
  }
}

interface Span {
  first: CivilDate
  last: CivilDate
}

/** Whole months round the days, so that no mark stands on the edge. */
function spanOf(days: readonly CivilDate[]): Span {
  const inOrder = [...days].sort()
  const [first = '2000-01-01'] = inOrder
  const last = inOrder.at(-1) ?? first
  return {
    first: `${first.slice(0, 7)}-01`,
    last: addMonthsToDate(`${last.slice(0, 7)}-01`, 1),
  }
}

const counted = (n: number, one: string) => `${n} ${n === 1 ? one : `${one}s`}`

function altOf(rows: readonly ProviderRow[], { first, last }: Span): string {
  const count = rows.reduce((sum, { contacts }) => sum + contacts.length, 0)
  const seen = (answer: Seen) =>
    rows.flatMap(({ contacts }) => contacts).filter((one) => one.seen === answer).length
  return `${counted(count, 'contact')} with ${counted(rows.length, 'provider')} from ${formatDate(first)} to ${formatDate(last)}: ${seenAnswers
    .map((answer) => `${seenLabels[answer].toLowerCase()} ${seen(answer)}`)
    .join(', ')}.`
}

const tableRow = (one: HealthContact, nameOf: NameOf): string[] => [
  roughText(one.happened),
  nameOf(one.personId),
  serviceLabels[one.service],
  `${one.provider}, ${one.place}`,
  seenLabels[one.seen].toLowerCase(),
]

const heading = (text: string, x: number, { muted }: ChartColours) =>
  label(text, { x, y: plot.top - 8, fill: muted, 'font-size': 8, 'text-anchor': 'middle' })

const mostMonths = 12

function months(
  { first, last }: Span,
  across: (days: number) => number,
  height: number,
  colours: ChartColours,
): string[] {
  const starts: CivilDate[] = []
  for (let month = first; month <= last; month = addMonthsToDate(month, 1)) starts.push(month)
  const every = Math.max(1, Math.ceil(starts.length / mostMonths))
  return starts
    .filter((_, index) => index % every === 0)
    .flatMap((month) => {
      const x = across(daysBetween(first, month))
      return [
        element('line', {
          x1: x,
          x2: x,
          y1: plot.top - 4,
          y2: height - 6,
          stroke: colours.grid,
          'stroke-width': 0.75,
        }),
        heading(formatDate(month).replace(/^\d+ /, ''), x, colours),
      ]
    })
}

function providerRow(
  { provider, place, personId, contacts }: ProviderRow,
  index: number,
  at: (one: HealthContact) => number,
  nameOf: NameOf,
  colours: ChartColours,
): string[] {
  const y = plot.top + (index + 0.5) * rowHeight
  const end = { x: plot.left - 14, fill: colours.ink, 'text-anchor': 'end' }
  return [
    element('line', {
      x1: plot.left,
      x2: plot.right,
      y1: y,
      y2: y,
      stroke: colours.grid,
      'stroke-width': 0.5,
    }),
    label(shortened(`${provider}, ${place}`), { ...end, y: y - 1 }),
    label(`${nameOf(personId)}: ${contacts.length}`, {
      ...end,
      y: y + 9,
      fill: colours.muted,
      'font-size': 7.5,
    }),
    ...contacts.map((one) => mark(one.seen, at(one), y, colours)),
  ]
}

const shortened = (text: string) => (text.length > 44 ? `${text.slice(0, 43)}…` : text)

function mark(seen: Seen, x: number, y: number, { line, ink, paper }: ChartColours): string {
  const round = { cx: x, cy: y, r: 5, stroke: line, 'stroke-width': 1.5 }
  switch (seen) {
    case 'yes':
      return element('circle', { ...round, fill: line })
    case 'partly':
      return (
        element('circle', { ...round, fill: paper }) +
        element('path', { d: `M${Math.round(x)} ${y - 5}a5 5 0 0 1 0 10z`, fill: line })
      )
    case 'no':
      return element('path', {
        d: `M${Math.round(x)} ${y - 6}l6 11h-12z`,
        fill: paper,
        stroke: ink,
        'stroke-width': 1.5,
      })
    case 'not-known':
      return element('rect', {
        x: x - 4,
        y: y - 4,
        width: 8,
        height: 8,
        fill: paper,
        stroke: ink,
        'stroke-dasharray': '2 1.5',
        'stroke-width': 1.25,
      })
  }
}

const legend = (colours: ChartColours): string[] =>
  seenAnswers.flatMap((seen, index) => {
    const x = 14 + index * 170
    return [
      mark(seen, x, 12, colours),
      label(seenLabels[seen], { x: x + 11, y: 15, fill: colours.ink, 'font-size': 8.5 }),
    ]
  })
