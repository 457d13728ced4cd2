import { describe, expect, it } from 'vitest'
import { buildReport } from '#domain/assurance/build-report.ts'
import { comparePacks } from '#domain/assurance/desk/compare-packs.ts'
import { type PackSummary, packSummary } from '#domain/assurance/desk/pack-summary.ts'
import { quantityText, tenthsText } from '#domain/assurance/figure-text.ts'
import { measuresOfReport } from '#domain/assurance/report-model.ts'
import { buildShareable } from '#domain/assurance/shareable/build-shareable.ts'
import { contentHash } from '../../../../electron/features/assurance/content-hash.ts'
import { makePseudonyms } from '../../../../electron/features/assurance/pseudonyms.ts'
import { sampleInput } from '../../../support/assurance/sample-input.ts'

const model = buildReport(sampleInput(), { pseudonym: makePseudonyms().of, hash: contentHash })
const exact = packSummary(model)
const rounded = packSummary(buildShareable(sampleInput(), [], contentHash).model)
const cellsOf = (id: string, packs: readonly PackSummary[]) =>
  comparePacks(packs).find(({ measure }) => measure === id)?.cells

/** A pack whose measure is as the change says. */
const withMeasure = (
  id: string,
  change: Partial<PackSummary['requirements'][0]['measures'][0]>,
) => ({
  ...exact,
  requirements: exact.requirements.map((one) => ({
    ...one,
    measures: one.measures.map((measure) =>
      measure.id === id ? { ...measure, ...change } : measure,
    ),
  })),
})

describe('packs side by side', () => {
  it('say the very figures of their reports, each rate with its n', () => {
    const rows = comparePacks([exact])
    for (const { measure } of measuresOfReport(model)) {
      const cell = rows.find((row) => row.measure === measure.id)?.cells[0]
      expect(cell?.text, measure.id).toBe(
        measure.version === null
          ? 'no records'
          : `${tenthsText(measure.figure.rateTenths)} of n ${quantityText(measure.figure.denominator, measure.unit)}`,
      )
    }
  })

  it('keep what is withheld withheld, and hold no record', () => {
    expect(cellsOf('5d-4', [exact, rounded])?.[1]?.text).toMatch(/ of n /)
    expect(JSON.stringify(rounded)).toContain('withheld')
    expect(JSON.stringify(exact)).not.toContain('"members"')
  })

  it('say where a figure is not to be held against the others: few records, or another definition', () => {
    const few = withMeasure('5d-3', { n: 4, pass: 4, rateTenths: 1000 })
    expect(cellsOf('5d-3', [exact, few])?.[1]?.but).toBe('too few to judge by')
    const later = withMeasure('5d-3', { version: 2 })
    expect(cellsOf('5d-3', [exact, later])?.map(({ but }) => but)).toEqual([
      'counted by version 1 of its definition',
      null,
    ])
  })

  it('say where a report is not of a requirement', () => {
    const part = { ...exact, requirements: exact.requirements.filter(({ id }) => id !== '5d') }
    expect(cellsOf('5d-3', [part, exact])?.[0]?.text).toBe('not in this report')
  })

  it('stand in the order in which they were chosen, whatever their rates', () => {
    const worse = withMeasure('5d-3', { pass: 0, rateTenths: 0 })
    const [first, second] = cellsOf('5d-3', [worse, exact]) ?? []
    expect([first?.text, second?.text].reverse()).toEqual(
      cellsOf('5d-3', [exact, worse])?.map(({ text }) => text),
    )
  })
})
