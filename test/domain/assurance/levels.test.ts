import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { judgementFaults, standingJudgement } from '#domain/assurance/judgement.ts'
import {
  defaultLevelRules,
  type Level,
  levelLabels,
  levels,
  type MeasuredFigure,
  measureLevel,
  requirementLevel,
} from '#domain/assurance/levels.ts'
import { tableUnder } from '../../support/markdown-table.ts'

const page = readFileSync('docs/states/assurance-levels.md', 'utf8')

function measured(text: string, minimumN = 5): MeasuredFigure {
  const [, pass, of] = /(\d+) of (\d+)/.exec(text) ?? []
  const denominator = Number(of)
  const figure = {
    pass: Number(pass),
    fail: denominator - Number(pass),
    incomplete: 0,
    notEligible: 0,
    population: denominator,
    denominator,
    rate: denominator === 0 ? null : Number(pass) / denominator,
    overridden: 0,
  }
  return {
    id: text.startsWith('critical') ? 'c-1' : 'o-1',
    safetyCritical: text.startsWith('critical'),
    minimumN,
    unit: 'count',
    figure,
  }
}

const levelOf = (label = ''): Level => {
  const found = levels.find((level) => levelLabels[level] === label)
  if (!found) throw new Error(`No level is called ${label}`)
  return found
}

const cutAt = '2026-10-01T00:00:00.000Z'
const daysBefore = (days: number) => new Date(Date.parse(cutAt) - days * 86_400_000).toISOString()

describe('the page a commissioner signs', () => {
  it.each(tableUnder(page, '1. One measure').map((row) => [row.line, row] as const))(
    'holds for one measure, line %s',
    (_, row) => {
      const found = measureLevel(
        measured(row['passed of eligible'] ?? '', Number(row['minimum n'])),
      )
      expect(levelLabels[found.level]).toBe(row.level)
    },
  )

  it.each(tableUnder(page, '2. A requirement').map((row) => [row.line, row] as const))(
    'holds for a requirement, line %s',
    (_, row) => {
      const found = requirementLevel({
        measures: (row.measures ?? '').split(', ').map((text) => measured(text)),
        newestEventAt: daysBefore(Number(row.age)),
        cutAt,
        openHighActions: Number(row['open high actions']),
      })
      expect(levelLabels[found.level]).toBe(row.level)
      expect(found.reason).toContain(row.because)
    },
  )

  it.each(tableUnder(page, '3. A level set by a person').map((row) => [row.line, row] as const))(
    'holds for a level set by a person, line %s',
    (_, row) => {
      const faults = judgementFaults(levelOf(row.computed), {
        level: levelOf(row.set),
        reason: row['reason given'] === 'yes' ? 'A partner told the unit otherwise' : ' ',
        byRole: 'Commissioner',
        secondRole: row['second signature'] === 'yes' ? 'Safeguarding lead' : null,
      })
      expect(faults.length === 0 ? 'yes' : 'no').toBe(row['may stand'])
    },
  )

  it.each(tableUnder(page, '4. When the computed').map((row) => [row.line, row] as const))(
    'holds when the computed level has changed since, line %s',
    (_, row) => {
      const standing = standingJudgement(levelOf(row['computed now']), {
        level: levelOf(row.set),
        reason: 'A partner told the unit otherwise',
        byRole: 'Ward manager',
        secondRole: row['second signature'] === 'yes' ? 'Consultant' : null,
      })
      expect(standing === null ? 'no' : 'yes').toBe(row.stands)
    },
  )
})

describe('a requirement', () => {
  const figures = fc
    .record({ pass: fc.nat(40), rest: fc.nat(40), critical: fc.boolean() })
    .map(({ pass, rest, critical }) =>
      measured(`${critical ? 'critical' : 'other'} ${pass} of ${pass + rest}`),
    )
  const evidence = fc.record({
    measures: fc.array(figures, { maxLength: 6 }),
    newestEventAt: fc.nat(200).map(daysBefore),
    cutAt: fc.constant(cutAt),
    openHighActions: fc.nat(2),
  })
  const rank = (level: Level) => levels.indexOf(level)

  it('says which safety-critical measures were not tested', () => {
    const one = { ...measured('critical 2 of 3'), id: '5e-2' }
    const other = { ...measured('critical 0 of 0'), id: '5e-3' }
    const found = requirementLevel({
      measures: [measured('critical 20 of 20'), one, other],
      newestEventAt: cutAt,
      cutAt,
      openHighActions: 0,
    })
    expect(found.reason).toContain('5e-2, 5e-3')
  })

  it('is never better than its weakest safety-critical measure', () => {
    fc.assert(
      fc.property(evidence, (one) => {
        const found = requirementLevel(one)
        if (found.level === 'not-tested') return
        for (const each of one.measures)
          if (each.safetyCritical)
            expect(rank(found.level)).toBeGreaterThanOrEqual(rank(measureLevel(each).level))
      }),
    )
  })

  it('is not tested if and only if a safety-critical measure, or every measure, has too few', () => {
    fc.assert(
      fc.property(evidence, (one) => {
        const few = (each: MeasuredFigure) => each.figure.denominator < 5
        const expected =
          one.measures.some((each) => each.safetyCritical && few(each)) || one.measures.every(few)
        expect(requirementLevel(one).level === 'not-tested').toBe(expected)
      }),
    )
  })

  it('does not rise when one more record fails', () => {
    fc.assert(
      fc.property(evidence, fc.nat(5), (one, index) => {
        const before = requirementLevel(one)
        const measures = one.measures.map((each, at) =>
          at === index && each.figure.denominator >= 5 ? worse(each) : each,
        )
        const after = requirementLevel({ ...one, measures })
        expect(rank(after.level)).toBeGreaterThanOrEqual(rank(before.level))
      }),
    )
  })

  it('follows a floor that the unit sets higher', () => {
    const found = requirementLevel(
      {
        measures: [measured('critical 17 of 20')],
        newestEventAt: cutAt,
        cutAt,
        openHighActions: 0,
      },
      { ...defaultLevelRules, safetyFloor: 90 },
    )
    expect(found).toMatchObject({ level: 'limited', leading: 'c-1' })
    expect(found.reason).toContain('floor of 90 %')
  })
})

function worse(measured: MeasuredFigure): MeasuredFigure {
  const { figure } = measured
  const denominator = figure.denominator + 1
  return {
    ...measured,
    figure: { ...figure, fail: figure.fail + 1, denominator, rate: figure.pass / denominator },
  }
}
