import { scaleLinear, scalePoint } from 'd3-scale'
import { line } from 'd3-shape'
import { type Chart, type ChartColours, printColours } from './chart.ts'
import { drawing, element, label } from './svg.ts'

/** A share of people over time, each with its n. */
export interface RunPoint {
  /** What stands under it: a day. */
  label: string
  /** Of how many it is asked, and how many of them do. */
  asked: number
  met: number
}

interface RunWords {
  /** Begins the alternative text, up to the colon. */
  alt: string
  caption: string
  /** The columns of the table of the same. */
  columns: readonly [string, string, string]
  /** Said where it was asked of nobody. */
  nobody: string
}

const width = 640
const height = 170
const plot = { left: 46, right: 600, top: 20, bottom: 120 }
const up = scaleLinear([0, 100], [plot.bottom, plot.top])

const percentOf = ({ met, asked }: RunPoint) => Math.round((met * 100) / asked)

/** The middle of the rates: the line that a run is read against. Of an even number, the mean of the two in the middle. */
export function medianOf(rates: readonly number[]): number | null {
  const sorted = [...rates].sort((a, b) => a - b)
  const half = Math.floor(sorted.length / 2)
  const upper = sorted[half]
  if (upper === undefined) return null
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? upper) + upper) / 2
}

/** A run chart: each share with its n, against the median. A point at which it was asked of nobody is a gap. */
export function runChart(
  points: readonly RunPoint[],
  words: RunWords,
  colours: ChartColours = printColours,
): Chart {
  const across = scalePoint(
    points.map((point) => point.label),
    [plot.left, plot.right],
  ).padding(0.5)
  const drawn = points.filter(({ asked }) => asked > 0)
  const median = medianOf(drawn.map(percentOf))
  const path = line<RunPoint>()
    .defined(({ asked }) => asked > 0)
    .x((point) => across(point.label) ?? 0)
    .y((point) => up(percentOf(point)))(points)
  const rows = points.map((point) => [
    point.label,
    point.asked === 0 ? words.nobody : `${percentOf(point)} %`,
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
          cx: across(point.label) ?? 0,
          cy: up(percentOf(point)),
          r: 3.2,
          fill: colours.ink,
        }),
      ),
      ...points.flatMap((point) => [
        label(point.label, {
          x: across(point.label) ?? 0,
          y: plot.bottom + 18,
          'text-anchor': 'middle',
          fill: colours.ink,
        }),
        label(`n ${point.asked}`, {
          x: across(point.label) ?? 0,
          y: plot.bottom + 34,
          'text-anchor': 'middle',
          fill: colours.muted,
        }),
      ]),
    ),
    alt: `${words.alt}: ${rows.map(([day, rate, n]) => `${day} ${rate} of n ${n}`).join('; ')}.${median === null ? '' : ` Median ${Math.round(median)} %.`}`,
    caption: words.caption,
    table: { columns: [...words.columns], rows },
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
