import { scaleLinear } from 'd3-scale'
import { withCommas } from '../figure-text.ts'
import type { EpisodeModel } from '../report-model.ts'
import { type Chart, type ChartColours, printColours } from './chart.ts'
import { drawing, element, label } from './svg.ts'

const width = 480
const rowHeight = 26
const plot = { left: 196, right: 392, top: 18 }
/** Letters of a step's name that fit beside the plot in one line. */
const lineLength = 36
/** Times longer than this many times their limit are drawn at the edge. */
const furthest = 2

interface Step {
  what: string
  times: { minutes: number; limit: number }[]
  notDone: number
  late: number
}

function stepsOf(episodes: readonly EpisodeModel[]): Step[] {
  const byName = new Map<string, Step>()
  for (const { what, minutes, limitMinutes, inTime } of episodes.flatMap(({ steps }) => steps)) {
    if (limitMinutes === null || limitMinutes <= 0 || inTime === null) continue
    const step = byName.get(what) ?? { what, times: [], notDone: 0, late: 0 }
    byName.set(what, step)
    if (minutes === null) step.notDone += 1
    else step.times.push({ minutes, limit: limitMinutes })
    if (minutes !== null && !inTime) step.late += 1
  }
  return [...byName.values()]
}

const median = (times: Step['times']) => {
  const sorted = times.map(({ minutes }) => minutes).sort((a, b) => a - b)
  const middle = sorted[Math.floor((sorted.length - 1) / 2)]
  return middle === undefined ? '–' : `${withCommas(middle)} min`
}

/** How long each step of the episodes took, as a share of its own limit; late ones have a shape of their own. */
export function responseTimes(
  episodes: readonly EpisodeModel[],
  colours: ChartColours = printColours,
): Chart {
  const steps = stepsOf(episodes)
  const rows = steps.map((step) => [
    step.what,
    String(step.times.length - step.late),
    String(step.late),
    String(step.notDone),
    median(step.times),
  ])
  const height = plot.top + Math.max(1, steps.length) * rowHeight + 8
  return {
    svg: drawing(
      width,
      height,
      ...scale(height, colours),
      ...steps.flatMap((step, index) =>
        stepRow(step, plot.top + (index + 0.5) * rowHeight, colours),
      ),
    ),
    alt: `Response times against their limits: ${rows.map(([what, kept, late, not]) => `${what}: ${kept} within the limit, ${late} late, ${not} not done`).join('; ')}.`,
    caption: 'Response times against their limits',
    table: { columns: ['Step', 'Within the limit', 'Late', 'Not done', 'Median'], rows },
  }
}

const across = scaleLinear([0, furthest], [plot.left, plot.right])

function scale(height: number, colours: ChartColours): string[] {
  return [0, 0.5, 1, 1.5, 2].flatMap((share) => [
    element('line', {
      x1: across(share),
      x2: across(share),
      y1: plot.top,
      y2: height - 6,
      stroke: share === 1 ? colours.ink : colours.grid,
      'stroke-width': share === 1 ? 1.25 : 0.75,
    }),
    label(share === 1 ? 'limit' : share === furthest ? '2 x or more' : `${share * 100} %`, {
      x: across(share),
      y: 11,
      fill: share === 1 ? colours.ink : colours.muted,
      'font-size': 8,
      'font-weight': share === 1 ? 600 : 400,
      'text-anchor': 'middle',
    }),
  ])
}

function stepRow(step: Step, y: number, colours: ChartColours): string[] {
  const marks = step.times.map(({ minutes, limit }) => {
    const x = across(Math.min(furthest, Math.max(0, minutes / limit)))
    return minutes <= limit
      ? element('circle', {
          cx: x,
          cy: y,
          r: 3.5,
          fill: colours.classes.pass,
          'fill-opacity': 0.75,
        })
      : element('path', {
          d: `M${Math.round(x * 10) / 10} ${y - 4.5}l4.5 8h-9z`,
          fill: colours.paper,
          stroke: colours.classes.fail,
          'stroke-width': 1.5,
        })
  })
  return [
    ...nameLines(step.what, y, colours),
    ...marks,
    label(`${step.late} late, ${step.notDone} not done`, {
      x: plot.right + 14,
      y: y + 3,
      fill: colours.muted,
      'font-size': 8,
    }),
  ]
}

/** The step's name before its row, in two lines where one is too short for it. */
function nameLines(what: string, y: number, colours: ChartColours): string[] {
  const at = { x: plot.left - 10, fill: colours.ink, 'text-anchor': 'end' }
  if (what.length <= lineLength) return [label(what, { ...at, y: y + 3 })]
  const space = what.lastIndexOf(' ', Math.ceil(what.length / 2) + 4)
  if (space < 1) return [label(what, { ...at, y: y + 3 })]
  return [
    label(what.slice(0, space), { ...at, y: y - 2 }),
    label(what.slice(space + 1), { ...at, y: y + 8 }),
  ]
}
