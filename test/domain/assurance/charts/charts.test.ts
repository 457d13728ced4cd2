// @vitest-environment jsdom
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Chart, printColours } from '#domain/assurance/charts/chart.ts'
import { classStrip } from '#domain/assurance/charts/class-strip.ts'
import { responseTimes } from '#domain/assurance/charts/response-times.ts'
import { trendChart } from '#domain/assurance/charts/trend.ts'
import { rateTenths } from '#domain/assurance/figure-text.ts'
import { defaultLevelRules } from '#domain/assurance/levels.ts'
import type { EpisodeModel, FigureModel, TrendPoint } from '#domain/assurance/report-model.ts'

const figureOf = (
  pass: number,
  fail: number,
  incomplete: number,
  notEligible: number,
): FigureModel => {
  const denominator = pass + fail + incomplete
  return {
    pass,
    fail,
    incomplete,
    notEligible,
    denominator,
    population: denominator + notEligible,
    overridden: 0,
    rateTenths: rateTenths({ pass, denominator }),
  }
}
const pointsOf = (rates: readonly (readonly [pass: number, n: number])[]): TrendPoint[] =>
  rates.map(([pass, denominator], index) => ({
    from: `202${index}-01-01T00:00:00.000Z`,
    to: `202${index}-04-01T00:00:00.000Z`,
    label: `Jan–Mar 2${index}`,
    pass,
    denominator,
    rateTenths: rateTenths({ pass, denominator }),
  }))
const strip = (figure: FigureModel, title = 'Supervision set') =>
  classStrip({ figure, unit: 'count', id: 's', title })
const trend = (points: TrendPoint[], title = 'Supervision set') =>
  trendChart({ title, unit: 'count', points, rules: defaultLevelRules })

/** The drawing as a parser of XML reads it: throws where it is not well-formed. */
const parsed = ({ svg }: Chart) =>
  new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement

const figure = fc
  .tuple(fc.nat(500), fc.nat(500), fc.nat(500), fc.nat(500))
  .map((parts) => figureOf(...parts))

describe('the strip of the four classes', () => {
  it('draws each class that is there, as wide as its share, and never too thin to see', () => {
    fc.assert(
      fc.property(figure, (drawn) => {
        const svg = parsed(strip(drawn))
        const parts = [drawn.pass, drawn.fail, drawn.incomplete, drawn.notEligible].filter(
          (n) => n > 0,
        )
        const bars = [...svg.querySelectorAll(':scope > rect')].slice(0, -4)
        expect(bars).toHaveLength(parts.length)
        const widths = bars.map((bar) => Number(bar.getAttribute('width')))
        for (const width of widths) expect(width).toBeGreaterThan(2)
        expect(widths.reduce((sum, width) => sum + width, 0)).toBeLessThanOrEqual(480)
      }),
      { numRuns: 40 },
    )
  })

  it('says its counts, its rate and its n in words and as a table', () => {
    const chart = strip(figureOf(19, 1, 1, 3))
    expect(chart.alt).toBe(
      'Supervision set: Pass 19, Fail 1, Incomplete 1, Not eligible 3. Rate 90.4 % of n 21.',
    )
    expect(chart.table.rows).toEqual([
      ['Pass', '19'],
      ['Fail', '1'],
      ['Incomplete', '1'],
      ['Not eligible', '3'],
    ])
  })

  it('says that there are no records instead of drawing an empty bar', () => {
    expect(parsed(strip(figureOf(0, 0, 0, 0))).textContent).toContain('No records')
  })

  it('tells the classes apart by lightness and pattern, not by hue alone', () => {
    const lightness = (hex: string) =>
      [1, 3, 5].reduce((sum, at, index) => {
        const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
        const linear = part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
        return sum + linear * ([0.2126, 0.7152, 0.0722][index] ?? 0)
      }, 0)
    const values = Object.values(printColours.classes)
      .map(lightness)
      .sort((a, b) => a - b)
    for (let index = 1; index < values.length; index += 1)
      expect(((values[index] ?? 0) + 0.05) / ((values[index - 1] ?? 0) + 0.05)).toBeGreaterThan(1.4)
    const marks = [...parsed(strip(figureOf(1, 1, 1, 1))).querySelectorAll('pattern')].map(
      (pattern) => pattern.innerHTML,
    )
    expect(new Set(marks).size).toBe(3)
  })
})

describe('the trend of a measure', () => {
  it('leaves a gap where a period has no rate: it draws no 0', () => {
    const svg = parsed(
      trend(
        pointsOf([
          [9, 10],
          [0, 0],
          [8, 10],
        ]),
      ),
    )
    expect(svg.querySelectorAll('circle')).toHaveLength(2)
    expect(svg.querySelector('path')?.getAttribute('d')?.match(/M/g)).toHaveLength(2)
    expect(svg.textContent).toContain('–')
  })

  it('prints each rate with its n, in the drawing, in words and as a table', () => {
    const chart = trend(
      pointsOf([
        [9, 10],
        [0, 0],
      ]),
    )
    expect(chart.alt).toBe(
      'Supervision set, rate by period: Jan–Mar 20 90.0 % of n 10; Jan–Mar 21 no rate of n 0.',
    )
    expect(chart.table.rows).toEqual([
      ['Jan–Mar 20', '90.0 %', '10'],
      ['Jan–Mar 21', '–', '0'],
    ])
    expect(parsed(chart).textContent).toContain('n 10')
  })

  it('stays inside its drawing, whatever the rates', () => {
    const rates = fc.array(fc.tuple(fc.nat(50), fc.nat(50)), { minLength: 1, maxLength: 9 })
    fc.assert(
      fc.property(rates, (drawn) => {
        const svg = parsed(trend(pointsOf(drawn.map(([pass, rest]) => [pass, pass + rest]))))
        for (const text of svg.querySelectorAll('text')) {
          expect(Number(text.getAttribute('y'))).toBeGreaterThanOrEqual(6)
          expect(Number(text.getAttribute('y'))).toBeLessThanOrEqual(124)
          expect(Number(text.getAttribute('x'))).toBeLessThanOrEqual(480)
        }
      }),
      { numRuns: 40 },
    )
  })
})

describe('the response times of episodes', () => {
  const episode = (steps: EpisodeModel['steps']): EpisodeModel => ({
    id: 'E-1',
    baby: 'B-1',
    ageBand: null,
    recognised: null,
    band: 'Fever amber',
    route: '999',
    steps,
    outcome: 'Returned',
  })
  const chart = responseTimes([
    episode([
      { what: 'Help reached', minutes: 4, limitMinutes: 5, inTime: true },
      { what: 'Seen', minutes: null, limitMinutes: 120, inTime: null },
    ]),
    episode([
      { what: 'Help reached', minutes: 50, limitMinutes: 5, inTime: false },
      { what: 'Debrief', minutes: null, limitMinutes: null, inTime: null },
    ]),
    episode([{ what: 'Help reached', minutes: null, limitMinutes: 5, inTime: false }]),
  ])

  it('count what was late and what was not done apart from what was in time', () => {
    expect(chart.table.rows).toEqual([['Help reached', '1', '1', '1', '4 min']])
    expect(chart.alt).toContain('Help reached: 1 within the limit, 1 late, 1 not done')
  })

  it('give late ones a shape of their own', () => {
    expect(parsed(chart).querySelectorAll('circle')).toHaveLength(1)
    expect(parsed(chart).querySelectorAll('path')).toHaveLength(1)
  })
})

describe('any chart', () => {
  it('carries no style, no script and no reference that the page would fetch, and takes words as words', () => {
    for (const chart of [
      strip(figureOf(1, 2, 3, 4), '<b>&"'),
      trend(pointsOf([[1, 2]]), '<b>&"'),
    ]) {
      expect(chart.svg).not.toMatch(/style=|<style|<script|href|\son\w+=/)
      expect(parsed(chart).querySelector('parsererror')).toBeNull()
    }
  })
})
