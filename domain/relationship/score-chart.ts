import { scaleLinear } from 'd3-scale'
import { type Chart, type ChartColours, printColours } from '../assurance/charts/chart.ts'
import { drawing, element, label } from '../assurance/charts/svg.ts'
import { daysBetween, formatDate } from '../shared/calendar.ts'
import type { CivilDate } from '../shared/time.ts'
import type { Score } from './record.ts'
import type { Tool } from './rule-content.ts'

/**
 * The scores of one tool over the stay: a line a scale, each point with its figure, so that nothing is told by
 * colour or height alone. It shows what was scored, and judges nothing.
 */

const width = 760
const rowHeight = 40
const plot = { left: 210, right: 730, top: 34 }

/** Undefined where the tool was never scored. */
export function scoreChart(
  tool: Tool,
  scores: readonly Score[],
  colours: ChartColours = printColours,
): Chart | undefined {
  const own = scores.filter(({ toolId }) => toolId === tool.id)
  const days = [...new Set(own.map(({ scoredOn }) => scoredOn))].sort()
  const [first] = days
  const last = days.at(-1)
  if (first === undefined || last === undefined) return undefined
  const rows = tool.scales.map(({ id, name }) => ({
    name,
    points: own
      .filter(({ scaleId }) => scaleId === id)
      .sort((a, b) => (a.scoredOn < b.scoredOn ? -1 : 1)),
  }))
  const across = scaleLinear([0, Math.max(1, daysBetween(first, last))], [plot.left, plot.right])
  const at = (on: CivilDate) => across(daysBetween(first, on))
  const values = own.map(({ score }) => score)
  const least = tool.least ?? Math.min(...values)
  const most = tool.most ?? Math.max(...values)
  const height = plot.top + rows.length * rowHeight + 6
  return {
    svg: drawing(
      width,
      height,
      ...dates(days, at, height, colours),
      ...rows.flatMap((row, index) => scaleRow(row, index, { at, least, most }, colours)),
    ),
    alt: `${tool.name}: ${rows.length === 1 ? 'one scale' : `${rows.length} scales`} scored on ${days.length === 1 ? 'one day' : `${days.length} days`}, ${days.map(formatDate).join(', ')}. ${directionText(tool)}`,
    caption: `${tool.name} over the stay`,
    table: {
      columns: ['Scale', ...days.map(formatDate)],
      rows: rows.map(({ name, points }) => [
        name,
        ...days.map((day) => {
          const found = points.filter(({ scoredOn }) => scoredOn === day).at(-1)
          return found ? String(found.score) : 'not scored'
        }),
      ]),
    },
  }
}

/** Which way is better, and between which figures; or that the unit has not entered it. */
export function directionText({ direction, least, most }: Tool): string {
  const range = least === null || most === null ? '' : ` Scores run from ${least} to ${most}.`
  switch (direction) {
    case 'higher-is-better':
      return `A higher score is better.${range}`
    case 'lower-is-better':
      return `A lower score is better.${range}`
    case 'not-said':
      return `Which way is better is in the tool’s own manual.${range}`
  }
}

interface Across {
  at: (on: CivilDate) => number
  least: number
  most: number
}

function scaleRow(
  { name, points }: { name: string; points: readonly Score[] },
  index: number,
  { at, least, most }: Across,
  { ink, grid, line, paper, muted }: ChartColours,
): string[] {
  const top = plot.top + index * rowHeight
  const up = scaleLinear(
    [least, most === least ? least + 1 : most],
    [top + rowHeight - 8, top + 16],
  )
  const middle = top + rowHeight / 2 + 4
  const path = points.map(({ scoredOn, score }) => `${fine(at(scoredOn))} ${fine(up(score))}`)
  return [
    element('line', {
      x1: plot.left,
      x2: plot.right,
      y1: top + rowHeight,
      y2: top + rowHeight,
      stroke: grid,
      'stroke-width': 0.75,
    }),
    label(name, { x: plot.left - 14, y: middle, fill: ink, 'text-anchor': 'end' }),
    ...(points.length === 0
      ? [label('not scored', { x: plot.left + 4, y: middle, fill: muted })]
      : []),
    ...(path.length > 1
      ? [
          element('path', {
            d: `M${path.join('L')}`,
            fill: 'none',
            stroke: line,
            'stroke-width': 1.5,
          }),
        ]
      : []),
    ...points.flatMap(({ scoredOn, score }) => [
      element('circle', {
        cx: at(scoredOn),
        cy: up(score),
        r: 3.5,
        fill: paper,
        stroke: line,
        'stroke-width': 1.5,
      }),
      label(String(score), {
        x: at(scoredOn),
        y: up(score) - 6,
        fill: ink,
        'text-anchor': 'middle',
        'font-weight': 600,
      }),
    ]),
  ]
}

const fine = (value: number) => Math.round(value * 100) / 100

/** Dates that would stand on each other are left out of the drawing; the table has them all. */
const apart = 62

function dates(
  days: readonly CivilDate[],
  at: (on: CivilDate) => number,
  height: number,
  { grid, muted }: ChartColours,
): string[] {
  let lastX = Number.NEGATIVE_INFINITY
  return days.flatMap((day) => {
    const x = at(day)
    if (x - lastX < apart) return []
    lastX = x
    return [
      element('line', {
        x1: x,
        x2: x,
        y1: plot.top - 8,
        y2: height - 6,
        stroke: grid,
        'stroke-width': 0.75,
      }),
      label(formatDate(day), {
        x,
        y: plot.top - 14,
        fill: muted,
        'font-size': 8,
        'text-anchor': 'middle',
      }),
    ]
  })
}
