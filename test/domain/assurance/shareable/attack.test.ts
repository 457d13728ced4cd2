import { describe, expect, it } from 'vitest'
import { withheldWord } from '#domain/assurance/disclosure.ts'
import { cellsThatComeBack } from '#domain/assurance/shareable/comes-back.ts'
import { countsFigure } from '#domain/assurance/shareable/exact-figure.ts'
import { sumGivesAway } from '#domain/assurance/shareable/intervals.ts'
import {
  cellNames,
  type ExactFigure,
  type Published,
  type PublishedFigure,
  publishFigure,
} from '#domain/assurance/shareable/small-numbers.ts'
import { seeded } from '../../../support/assurance/sample-input.ts'

/** An attacker who has the program: of every table that prints the same, which values can a cell have? */

const keyOf = (printed: PublishedFigure) =>
  [...cellNames.map((name) => printed[name]), printed.rateTenths].join()

const most = 25
/** Every table of so many, by what it prints. */
const byPrint = new Map<string, number[]>()
const parts = (code: number) => [
  code % (most + 1),
  Math.floor(code / (most + 1)) % (most + 1),
  Math.floor(code / (most + 1) ** 2) % (most + 1),
  Math.floor(code / (most + 1) ** 3),
]
const tableOf = ([pass = 0, fail = 0, incomplete = 0, notEligible = 0]: readonly number[]) =>
  countsFigure({ pass, fail, incomplete, notEligible })
for (let code = 0; code < (most + 1) ** 4; code += 1) {
  const key = keyOf(publishFigure(tableOf(parts(code)), 'count'))
  const same = byPrint.get(key)
  if (same) same.push(code)
  else byPrint.set(key, [code])
}

const isRefused = (exact: ExactFigure) => cellsThatComeBack({ exact, unit: 'count' }).length > 0

/** The cells that every printed table with the same print has the same figure in. */
function workedOut(exact: ExactFigure): string[] {
  const printed = publishFigure(exact, 'count')
  const open = new Set<string>(cellNames.filter((name) => printed[name] !== 0))
  for (const code of byPrint.get(keyOf(printed)) ?? []) {
    if (open.size === 0) break
    const other = tableOf(parts(code))
    const differs = cellNames.filter(
      (name) => open.has(name) && other[name].quantity !== exact[name].quantity,
    )
    if (differs.length > 0 && !isRefused(other)) for (const name of differs) open.delete(name)
  }
  return [...open]
}

/** Small numbers are as many as large ones, and 0 is often: that is what a unit of twelve beds is like. */
function randomParts(next: () => number, largest: number): number[] {
  return Array.from({ length: 4 }, () => {
    const chance = next()
    if (chance < 0.25) return 0
    return 1 + Math.floor(next() * (chance < 0.6 ? 7 : largest))
  })
}

describe('the interval attack', () => {
  it('gets no cell of 3,000 random tables back that is printed as anything but 0', () => {
    const next = seeded(36)
    let refused = 0
    for (let round = 0; round < 3_000; round += 1) {
      const exact = tableOf(randomParts(next, 22))
      if (isRefused(exact)) refused += 1
      else expect(workedOut(exact), JSON.stringify(exact)).toEqual([])
    }
    // Refusing is for the rare table: one that is never printed protects nobody's work.
    expect(refused).toBeLessThan(60)
  })

  it('gets nothing from the sums of 3,000 tables of a larger unit either', () => {
    const next = seeded(37)
    for (let round = 0; round < 3_000; round += 1) {
      const exact = tableOf(randomParts(next, 400))
      if (isRefused(exact)) continue
      const { pass, fail, incomplete, notEligible, n, population } = publishFigure(exact, 'count')
      const sums: [Published[], Published][] = [
        [[pass, fail, incomplete], n],
        [[n, notEligible], population],
        [[pass, fail, incomplete, notEligible], population],
      ]
      for (const [some, total] of sums)
        expect(sumGivesAway(some, total, 'count'), JSON.stringify(exact)).toBe(false)
    }
  })

  it('would get a cell back from a table that is refused', () => {
    const exact = tableOf([22, 22, 22, 22])
    expect(isRefused(exact)).toBe(true)
    const { pass, fail, incomplete, notEligible, population } = publishFigure(exact, 'count')
    expect(sumGivesAway([pass, fail, incomplete, notEligible], population, 'count')).toBe(true)
  })

  it('gets no percentage of 7 or fewer, and none that is not made of printed parts', () => {
    const next = seeded(38)
    for (let round = 0; round < 3_000; round += 1) {
      const exact = tableOf(randomParts(next, 30))
      const { pass, n, rateTenths } = publishFigure(exact, 'count')
      if (exact.n.size >= 1 && exact.n.size <= 7) expect(rateTenths).toBe(withheldWord)
      if (typeof rateTenths !== 'number') continue
      expect(rateTenths).toBe(Math.floor((Number(pass) * 1000) / Number(n)))
    }
  })
})
