import { scaleLinear, scalePoint } from 'd3-scale'
import { line } from 'd3-shape'
import { type Chart, type ChartColours, printColours } from '../assurance/charts/chart.ts'
import { drawing, element, label } from '../assurance/charts/svg.ts'
import { formatDate } from '../shared/calendar.ts'
import type { RunPoint } from './attendance-run.ts'

const width = 640
const height = 170
const plot = { left: 46, right: 600, top: 20, bottom: 120 }
const up = scaleLinear([0, 100], [plot.bottom, plot.top])

const percentOf = ({ came, asked }: RunPoint) => Math.round((came * 100) / asked)

/** The middle of the rates: the line that a run is read against. Of an even number, the mean of the two in the middle. */
export function medianOf(rates: readonly number[]): number | null {
  const sorted = [...rates].sort((a, b) => a - b)
  const half = Math.floor(sorted.length / 2)
  const upper = sorted[half]
  if (upper === undefined) return null
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? upper) + upper) / 2
}

/** The share that came in each span with its n, against the median. A span in which nobody was asked is a gap. */
export function attendanceChart(
  points: readonly RunPoint[],
  colours: ChartColours = printColours,
): Chart {
  const across = scalePoint(
    points.map(({ last }) => last),
    [plot.left, plot.right],
  ).padding(0.5)
  const drawn = points.filter(({ asked }) => asked > 0)
  const median = medianOf(drawn.map(percentOf))
  const path = line<RunPoint>()
    .defined(({ asked }) => asked > 0)
    .x(({ last }) => across(last) ?? 0)
    .y((point) => up(percentOf(point)))(points)
  const rows = points.map((point) => [
    formatDate(point.last),
    point.asked === 0 ? 'nobody asked' : `${percentOf(point)} %`,
    String(point.asked),
  ])
  return {
    svg: drawing(
      width,
      height,
      ...[0, 50, 100].flatMap((percent) => [
        rule(percent, colours.grid, undefined),
        label(`${percent} %`, {
          x: plot.left - 6,
          y: up(percent) + 3,
          'text-anchor': 'end',
          fill: colours.muted,
        }),
      ]),
      ...(median === null
        ? []
        : [
            rule(median, colours.muted, '4 3'),
            label(`median ${Math.round(median)} %`, {
              x: plot.right,
              y: up(median) - 4,
              'text-anchor': 'end',
              fill: colours.muted,
            }),
          ]),
      ...(path
        ? [element('path', { d: path, fill: 'none', stroke: colours.ink, 'stroke-width': 1.5 })]
        : []),
      ...drawn.map((point) =>
        element('circle', {
          cx: across(point.last) ?? 0,
          cy: up(percentOf(point)),
          r: 3.2,
          fill: colours.ink,
        }),
      ),
      ...points.flatMap((point) => [
        label(formatDate(point.last), {
          x: across(point.last) ?? 0,
          y: plot.bottom + 18,
          'text-anchor': 'middle',
          fill: colours.ink,
        }),
        label(`n ${point.asked}`, {
          x: across(point.last) ?? 0,
          y: plot.bottom + 34,
          'text-anchor': 'middle',
          fill: colours.muted,
        }),
      ]),
    ),
    alt: `Attendance of reflective sessions by spans that end on: ${rows.map(([day, rate, n]) => `${day} ${rate} of n ${n}`).join('; ')}.${median === null ? '' : ` Median ${Math.round(median)} %.`}`,
    caption: 'Share of staff who came to a reflective session in each span',
    table: { columns: ['Span to', 'Came', 'n'], rows },
  }
}

const rule = (percent: number, stroke: string, dashes: string | undefined) =>
  element('line', {
    x1: plot.left,
    x2: plot.right,
    y1: up(percent),
    y2: up(percent),
    stroke,
    'stroke-width': 0.75,
    'stroke-dasharray': dashes,
  })
