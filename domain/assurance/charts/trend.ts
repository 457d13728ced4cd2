import { scaleLinear, scalePoint } from 'd3-scale'
import { line } from 'd3-shape'
import type { withheldWord } from '../disclosure.ts'
import { dash, quantityText, tenthsText } from '../figure-text.ts'
import { type LevelRules, levelLabels } from '../levels.ts'
import { type Chart, type ChartColours, printColours } from './chart.ts'
import { drawing, element, label } from './svg.ts'

const width = 480
const height = 124
const plot = { left: 34, right: 400, top: 14, bottom: 92 }

/** One period: a rate and an n that are withheld are drawn as such, never as 0. */
interface TrendPoint {
  from: string
  label: string
  denominator: number | typeof withheldWord
  rateTenths: number | null | typeof withheldWord
}

interface Trend {
  title: string
  unit: 'count' | 'minutes'
  /** Oldest first. */
  points: readonly TrendPoint[]
  rules: LevelRules
}

/** The rate of one measure over its periods, each with its n. A period without a rate is a gap, never a 0. */
export function trendChart(trend: Trend, colours: ChartColours = printColours): Chart {
  const { points } = trend
  const rows = points.map((point) => [
    point.label,
    tenthsText(point.rateTenths),
    quantityText(point.denominator, trend.unit),
  ])
  return {
    svg: drawing(
      width,
      height,
      ...levelLines(trend.rules, colours),
      ...periods(trend, colours),
      ...rates(points, colours),
    ),
    alt: `${trend.title}, rate by period: ${rows.map(([period, rate, n]) => `${period} ${rate === dash ? 'no rate' : rate} of n ${n}`).join('; ')}.`,
    caption: 'Rate by period',
    table: { columns: ['Period', 'Rate', 'n'], rows },
  }
}

const up = scaleLinear([0, 1000], [plot.bottom, plot.top])
const across = (points: readonly TrendPoint[]) =>
  scalePoint(
    points.map((point) => point.from),
    [plot.left, plot.right],
  ).padding(0.5)

function levelLines(rules: LevelRules, colours: ChartColours): string[] {
  const rule = (percent: number, dashes: string | undefined, words: string) => [
    element('line', {
      x1: plot.left,
      x2: plot.right,
      y1: up(percent * 10),
      y2: up(percent * 10),
      stroke: dashes ? colours.muted : colours.grid,
      'stroke-width': 0.75,
      'stroke-dasharray': dashes,
    }),
    label(words, {
      x: plot.right + 6,
      y: up(percent * 10) + 3,
      fill: colours.muted,
      'font-size': 8,
    }),
  ]
  const axis = [0, 50, 100].flatMap((percent) => [
    ...rule(percent, undefined, ''),
    label(`${percent} %`, {
      x: plot.left - 5,
      y: up(percent * 10) + 3,
      fill: colours.muted,
      'font-size': 8,
      'text-anchor': 'end',
    }),
  ])
  return [
    ...axis,
    ...rule(rules.substantialFrom, '1 2', `${levelLabels.substantial} ${rules.substantialFrom} %`),
    ...rule(rules.reasonableFrom, '4 2', `${levelLabels.reasonable} ${rules.reasonableFrom} %`),
    ...rule(rules.limitedFrom, '8 2', `${levelLabels.limited} ${rules.limitedFrom} %`),
  ]
}

function periods({ points, unit }: Trend, colours: ChartColours): string[] {
  const x = across(points)
  return points.flatMap((point) => {
    const at = { x: x(point.from) ?? 0, 'text-anchor': 'middle', 'font-size': 8 }
    return [
      label(point.label, { ...at, y: plot.bottom + 14, fill: colours.ink }),
      label(`n ${quantityText(point.denominator, unit)}`, {
        ...at,
        y: plot.bottom + 26,
        fill: colours.muted,
      }),
    ]
  })
}

function rates(points: readonly TrendPoint[], colours: ChartColours): string[] {
  const x = across(points)
  const path = line<TrendPoint>()
    .defined((point) => typeof point.rateTenths === 'number')
    .x((point) => x(point.from) ?? 0)
    .y((point) => up(Number(point.rateTenths)))([...points])
  const marks = points.map((point, index) => {
    const cx = x(point.from) ?? 0
    if (typeof point.rateTenths !== 'number')
      return label(tenthsText(point.rateTenths), {
        x: cx,
        y: plot.bottom - 4,
        fill: colours.muted,
        'font-size': point.rateTenths === null ? undefined : 8,
        'text-anchor': 'middle',
      })
    const cy = up(point.rateTenths)
    const last = index === points.length - 1
    // Above the mark, or below it where a high mark would push it out of the drawing.
    const y = cy - 7 < 8 ? cy + 15 : cy - 7
    const words = tenthsText(point.rateTenths)
    return [
      // Keeps the lines behind from running through the figure.
      element('rect', {
        x: cx - words.length * 2.4,
        y: y - 7,
        width: words.length * 4.8,
        height: 9,
        fill: colours.paper,
        'fill-opacity': 0.85,
      }),
      element('circle', {
        cx,
        cy,
        r: last ? 4 : 3,
        fill: last ? colours.line : colours.paper,
        stroke: colours.line,
        'stroke-width': 1.5,
      }),
      label(words, {
        x: cx,
        y,
        fill: colours.ink,
        'font-size': 8,
        'font-weight': last ? 600 : 400,
        'text-anchor': 'middle',
      }),
    ].join('')
  })
  const drawn = path
    ? [element('path', { d: path, fill: 'none', stroke: colours.line, 'stroke-width': 1.5 })]
    : []
  return [...drawn, ...marks]
}
