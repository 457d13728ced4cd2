import { describe, expect, it } from 'vitest'
import { withheldWord } from '#domain/assurance/disclosure.ts'
import type { Member } from '#domain/assurance/measure.ts'
import { buildShareable } from '#domain/assurance/shareable/build-shareable.ts'
import { exactFigure } from '#domain/assurance/shareable/exact-figure.ts'
import { sumGivesAway } from '#domain/assurance/shareable/intervals.ts'
import type { ReleasedCell } from '#domain/assurance/shareable/ledger.ts'
import { publishTable } from '#domain/assurance/shareable/publish-table.ts'
import { measuresOfShareable } from '#domain/assurance/shareable/shareable-model.ts'
import { cellNames } from '#domain/assurance/shareable/small-numbers.ts'
import { contentHash } from '../../../../electron/features/assurance/content-hash.ts'
import { quarters, sampleInput, seeded } from '../../../support/assurance/sample-input.ts'

const input = sampleInput({ judgements: new Map() })
const report = buildShareable(input, [], contentHash)
const measureIn = (from: typeof report, id: string) => {
  const found = measuresOfShareable(from.model).find(({ measure }) => measure.id === id)
  if (!found) throw new Error(`No measure ${id}`)
  return found.measure
}

/** The same input with one member of a measure in another class. */
function changed(id: string, many: number): typeof input {
  const runs = input.runs.map((run) => {
    if (run.measure.id !== id) return run
    let left = many
    const members = run.members.map((member): Member => {
      if (left === 0 || member.class !== 'pass') return member
      left -= 1
      return { ...member, class: 'fail' }
    })
    return { ...run, members }
  })
  return { ...input, runs }
}

const countsIn = (id: string) => {
  const run = input.runs.find(({ measure }) => measure.id === id)
  return exactFigure(run?.members ?? [], run?.measure.unit ?? 'count')
}

describe('the shareable report', () => {
  it('is the same for the same input and ledger', () => {
    expect(buildShareable(sampleInput({ judgements: new Map() }), [], contentHash)).toEqual(report)
  })

  it('may be made again without a change, and prints the same', () => {
    const again = buildShareable(input, report.lines, contentHash)
    expect(again.model).toEqual(report.model)
  })

  it('withholds the table of a measure that a correction changed by a few, and no other', () => {
    const printed = input.runs.find(
      ({ measure: { id, unit } }) => unit === 'count' && countsIn(id).pass.size > 12,
    )
    const id = printed?.measure.id ?? ''
    expect(measureIn(report, id).state).toBe('printed')
    const again = buildShareable(changed(id, 2), report.lines, contentHash)
    expect(measureIn(again, id)).toMatchObject({
      state: 'near-earlier',
      figure: { pass: withheldWord, n: withheldWord, rateTenths: withheldWord },
    })
    for (const { measure } of measuresOfShareable(report.model))
      if (measure.id !== id) expect(measureIn(again, measure.id).figure).toEqual(measure.figure)
  })

  it('holds its trend against the ledger too', () => {
    const [before] = quarters.slice(-2)
    const point = measureIn(report, '5a-1').trend.find(({ from }) => from === before?.from)
    expect(point?.n).not.toBe(withheldWord)
    const earlier = report.lines.map(
      (line): ReleasedCell =>
        line.measure === '5a-1' && line.from === before?.from
          ? { ...line, size: line.size + 1, quantity: line.quantity + 1 }
          : line,
    )
    const again = buildShareable(input, earlier, contentHash)
    expect(measureIn(again, '5a-1').trend.find(({ from }) => from === before?.from)).toMatchObject({
      n: withheldWord,
      pass: withheldWord,
    })
  })

  it('tells no level of a person with its reason, and says that a person set it', () => {
    const judged = buildShareable(
      sampleInput({
        judgements: new Map([
          [
            '5a',
            {
              level: 'limited',
              reason: 'A serious event',
              byRole: 'Ward manager',
              secondRole: null,
            },
          ],
        ]),
      }),
      [],
      contentHash,
    )
    const found = judged.model.requirements.find(({ id }) => id === '5a')
    expect(found).toMatchObject({ level: 'limited', setByPerson: true })
    expect(JSON.stringify(judged.model)).not.toContain('A serious event')
  })

  it('prints the groups of a measure all or none', () => {
    for (const { measure } of measuresOfShareable(report.model))
      for (const { figure } of measure.groups)
        for (const name of cellNames) expect(figure[name]).not.toBe(withheldWord)
    expect(measuresOfShareable(report.model).some(({ measure }) => measure.groupsWithheld)).toBe(
      true,
    )
  })

  it('withholds a level that would give a figure away', () => {
    // 12 of 12: substantial says that none failed, which the withheld cells do not.
    const run = input.runs.find(({ measure }) => measure.id === '5a-1')
    const base = run?.members.find(({ class: found }) => found === 'pass')
    if (!run || !base) throw new Error('No run')
    const alone = (n: number) => {
      const members = Array.from({ length: n }, (_, index) => ({ ...base, key: `${index}` }))
      const framework = {
        ...input.framework,
        requirements: input.framework.requirements
          .filter(({ id }) => id === '5a')
          .map((one) => ({
            ...one,
            linesOfEnquiry: one.linesOfEnquiry
              .map((enquiry) => ({
                ...enquiry,
                measures: enquiry.measures.filter((id) => id === '5a-1'),
              }))
              .filter(({ measures }) => measures.length > 0),
          })),
      }
      const made = buildShareable(
        { ...input, framework, runs: [{ ...run, members }], openHighActions: new Map() },
        [],
        contentHash,
      )
      return made.model.requirements[0]?.level
    }
    expect(alone(12)).toBe(withheldWord)
    expect(alone(60)).not.toBe(withheldWord)
  })
})

describe('releases over the years', () => {
  it('add up to nothing more than each tells, in whatever order they are made', () => {
    const next = seeded(41)
    const year = { from: '2026-01-01T00:00:00.000Z', to: '2027-01-01T00:00:00.000Z' }
    const parts = [
      { from: '2026-01-01T00:00:00.000Z', to: '2026-03-31T23:00:00.000Z' },
      { from: '2026-03-31T23:00:00.000Z', to: '2026-06-30T23:00:00.000Z' },
      { from: '2026-06-30T23:00:00.000Z', to: '2026-09-30T23:00:00.000Z' },
      { from: '2026-09-30T23:00:00.000Z', to: '2027-01-01T00:00:00.000Z' },
    ]
    for (let round = 0; round < 500; round += 1) {
      const base = input.runs[0]?.members[0]
      if (!base) throw new Error('No member')
      const members = parts.map(() =>
        (['pass', 'fail', 'incomplete', 'not-eligible'] as const).flatMap((found) =>
          Array.from(
            { length: Math.floor(next() * 25) },
            (): Member => ({ ...base, class: found, quantity: 1 }),
          ),
        ),
      )
      const tables = [
        ...parts.map((period, index) => ({ period, members: members[index] ?? [] })),
        { period: year, members: members.flat() },
      ].sort(() => next() - 0.5)
      const ledger: ReleasedCell[] = []
      for (const { period, members: list } of tables) {
        const place = { measure: 'x', part: '', ...period, unit: 'count' as const }
        ledger.push(...publishTable(exactFigure(list, 'count'), place, ledger).lines)
      }
      for (const cell of cellNames) {
        const printed = (from: string, to: string) =>
          ledger.find((line) => line.cell === cell && line.from === from && line.to === to)
            ?.printed ?? withheldWord
        const quarterly = parts.map(({ from, to }) => printed(from, to))
        expect(sumGivesAway(quarterly, printed(year.from, year.to), 'count')).toBe(false)
      }
    }
  })
})
