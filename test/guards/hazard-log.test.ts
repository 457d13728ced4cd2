import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { faultsOf, type Hazard, hazardsIn, matrixIn, titlesIn } from '../support/hazard-log.ts'

const root = join(import.meta.dirname, '../..')
const read = (file: string) => {
  const path = join(root, file)
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined
}
const page = (name: string) => readFileSync(join(root, 'docs/clinical-safety', name), 'utf8')

const hazards = hazardsIn(page('hazard-log.md'))
const matrix = matrixIn(page('risk-management-plan.md'))
const risk = (text: string | undefined) => Number(text?.split(' = ')[1])

describe('the hazard log', () => {
  test('holds every hazard once, in order, the fourteen it began with among them', () => {
    expect(hazards.length).toBeGreaterThanOrEqual(14)
    expect(hazards.map(({ id }) => id)).toEqual(
      hazards.map((_one, index) => `HZ-${String(index + 1).padStart(2, '0')}`),
    )
  })

  test.each(hazards.map((one) => [one.id, one] as const))(
    '%s has controls that tests show, and the risk of the matrix',
    (_id, hazard) => {
      expect(faultsOf(hazard, matrix, read)).toEqual([])
    },
  )

  test('leaves no risk that must not be left, and none that grew', () => {
    const left = hazards.filter(
      ({ facts }) => risk(facts.residual) > 3 || risk(facts.residual) > risk(facts.initial),
    )
    expect(left.map(({ id }) => id)).toEqual([])
  })

  test('is counted rightly in the safety case', () => {
    const open = hazards.filter(({ facts }) => facts.status === 'open').length
    expect(page('safety-case.md')).toContain(
      `${hazards.length} hazards: ${hazards.length - open} controlled, ${open} open`,
    )
  })
})

describe('the matrix', () => {
  test('has a score for each likelihood and consequence', () => {
    expect(matrix.size).toBe(25)
    expect([...matrix.values()].every((score) => score >= 1 && score <= 5)).toBe(true)
  })
})

describe('this guard', () => {
  const file = 'test/planted.test.ts'
  const source =
    "describe('a group', () => { test('is here', () => {}); test.skip('is skipped', () => {}) })"
  const good: Hazard = {
    id: 'HZ-99',
    facts: {
      cause: 'x',
      effect: 'x',
      initial: 'Low x Major = 3',
      residual: 'Low x Major = 3',
      owner: 'maker',
      status: 'controlled',
    },
    controls: [{ what: 'x', tests: [`${file} › a group › is here`] }],
    open: [],
  }
  const faults = (changes: Partial<Hazard>) =>
    faultsOf({ ...good, ...changes }, matrix, (name) => (name === file ? source : undefined))
  const shownBy = (tests: string[]) => faults({ controls: [{ what: 'x', tests }] })

  test('has nothing to say of a hazard that holds', () => {
    expect(faults({})).toEqual([])
  })

  test.each([
    ['a file that is not there', () => shownBy(['test/gone.test.ts › a group › is here'])],
    ['a file that is no test', () => shownBy(['domain/people/ties.ts › a group › is here'])],
    ['a test that is not there', () => shownBy([`${file} › a group › was here`])],
    ['a test that is skipped', () => shownBy([`${file} › a group › is skipped`])],
    ['a file without a test', () => shownBy([file])],
    ['a control without a test', () => shownBy([])],
    ['no control', () => faults({ controls: [] })],
    ['no owner', () => faults({ facts: { ...good.facts, owner: '' } })],
    ['another score', () => faults({ facts: { ...good.facts, residual: 'Low x Major = 2' } })],
    ['an open line under a controlled hazard', () => faults({ open: ['- Open: x'] })],
  ])('finds %s', (_what, found) => {
    expect(found()).toHaveLength(1)
  })

  test('reads titles in any quotes, and those of a table', () => {
    expect(titlesIn('test("it\'s"); test("it\'s", run); it.each([\n])(`all %s`, run)')).toEqual([
      "it's",
      'all %s',
    ])
  })
})
