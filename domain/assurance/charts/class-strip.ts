import { scaleLinear } from 'd3-scale'
import { percentText, quantityText } from '../figure-text.ts'
import { type MemberClass, memberClasses } from '../measure.ts'
import type { FigureModel } from '../report-model.ts'
import { classLabels } from '../report-words.ts'
import { type Chart, type ChartColours, printColours } from './chart.ts'
import { drawing, element, label } from './svg.ts'

const width = 480
const height = 44
const bar = { top: 0, height: 20 }
/** What is there is never too thin to be seen. */
const thinnest = 3

interface Strip {
  figure: FigureModel
  unit: 'count' | 'minutes'
  /** Names the patterns: must differ between two strips on one page. */
  id: string
  /** What is counted, for the words. */
  title: string
}

const quantities = (figure: FigureModel): Record<MemberClass, number> => ({
  pass: figure.pass,
  fail: figure.fail,
  incomplete: figure.incomplete,
  'not-eligible': figure.notEligible,
})

/** The four classes of a measure as one bar, each with its colour, its pattern and its count in words. */
export function classStrip(strip: Strip, colours: ChartColours = printColours): Chart {
  const counts = quantities(strip.figure)
  const rows = memberClasses.map((each) => [
    classLabels[each],
    quantityText(counts[each], strip.unit),
  ])
  const n = quantityText(strip.figure.denominator, strip.unit)
  return {
    svg: drawing(
      width,
      height,
      patterns(strip.id, colours),
      ...(strip.figure.population === 0
        ? [emptyBar(colours)]
        : segments(counts, strip.id, colours)),
      ...legend(rows, strip.id, colours),
    ),
    alt: `${strip.title}: ${rows.map((row) => row.join(' ')).join(', ')}. Rate ${percentText(strip.figure)} of n ${n}.`,
    caption: 'The four classes',
    table: { columns: ['Class', strip.unit === 'count' ? 'Count' : 'Time'], rows },
  }
}

const emptyBar = (colours: ChartColours) =>
  element(
    'g',
    {},
    element('rect', {
      x: 0.5,
      y: bar.top + 0.5,
      width: width - 1,
      height: bar.height - 1,
      fill: 'none',
      stroke: colours.muted,
      'stroke-dasharray': '3 3',
    }),
    label('No records', {
      x: width / 2,
      y: bar.top + 14,
      fill: colours.muted,
      'text-anchor': 'middle',
    }),
  )

function segments(
  counts: Record<MemberClass, number>,
  id: string,
  colours: ChartColours,
): string[] {
  const present = memberClasses.filter((each) => counts[each] > 0)
  const total = present.reduce((sum, each) => sum + counts[each], 0)
  const across = scaleLinear([0, total], [0, width - present.length * thinnest])
  let x = 0
  return present.map((each) => {
    const wide = across(counts[each]) + thinnest
    const rect = element('rect', {
      x,
      y: bar.top,
      width: wide - 0.75,
      height: bar.height,
      fill: fillOf(each, id, colours),
      stroke: colours.muted,
      'stroke-width': 0.5,
    })
    x += wide
    return rect
  })
}

function legend(rows: string[][], id: string, colours: ChartColours): string[] {
  const apart = width / rows.length
  return memberClasses.flatMap((each, index) => [
    element('rect', {
      x: index * apart,
      y: 30,
      width: 12,
      height: 10,
      fill: fillOf(each, id, colours),
      stroke: colours.muted,
      'stroke-width': 0.5,
    }),
    label((rows[index] ?? []).join('  '), { x: index * apart + 17, y: 38.5, fill: colours.ink }),
  ])
}

const fillOf = (each: MemberClass, id: string, colours: ChartColours) =>
  each === 'pass' ? colours.classes.pass : `url(#${id}-${each})`

/** Diagonal lines, dots, upright lines; what passed is solid. */
function patterns(id: string, colours: ChartColours): string {
  const pattern = (each: MemberClass, mark: string) =>
    element(
      'pattern',
      { id: `${id}-${each}`, width: 6, height: 6, patternUnits: 'userSpaceOnUse' },
      element('rect', { width: 6, height: 6, fill: colours.classes[each] }),
      mark,
    )
  const stroke = (d: string, colour: string) =>
    element('path', { d, stroke: colour, 'stroke-width': 1, fill: 'none' })
  return element(
    'defs',
    {},
    pattern('fail', stroke('M-1 7L7 -1M-1 1L1 -1M5 7L7 5', colours.paper)),
    pattern('incomplete', element('circle', { cx: 3, cy: 3, r: 1.2, fill: colours.ink })),
    pattern('not-eligible', stroke('M3 0V6', colours.muted)),
  )
}
