import { describe, expect, it } from 'vitest'
import { catalogue, measureFaults } from '#domain/assurance/catalogue.ts'
import type { Measure, Member } from '#domain/assurance/measure.ts'
import { catalogueRuns, measureVersions, runMeasures } from '#domain/assurance/measure-run.ts'

const period = { from: '2026-06-30T23:00:00.000Z', to: '2026-09-30T23:00:00.000Z' }
const cut = { at: '2026-10-05T09:00:00.000Z', auditSeq: 900 }

function measure<Facts>(
  id: string,
  members: (facts: Facts) => Member[],
  change: Partial<Measure<Facts>> = {},
): Measure<Facts> {
  return {
    id,
    version: 1,
    requirement: id.slice(0, 2),
    title: `Measure ${id}`,
    population: 'Whatever is given.',
    placedBy: 'Its time.',
    rule: 'It holds.',
    source: 'test',
    safetyCritical: true,
    minimumN: 5,
    unit: 'count',
    members: (facts) => members(facts),
    ...change,
  }
}

const passing = (key: string): Member => ({
  key,
  class: 'pass',
  reason: 'It held.',
  at: period.from,
  quantity: 1,
  records: [],
})

describe('the catalogue', () => {
  it('has a line for every measure of the list, and marks those that are safety-critical', () => {
    expect(catalogue).toHaveLength(49)
    expect(catalogue.filter((line) => line.safetyCritical).map((line) => line.id)).toEqual(
      '5a-2 5a-3 5b-1 5c-1 5c-2 5c-5 5d-3 5d-4 5d-5 5e-1 5e-2 5e-3 5e-4 5g-4 2e-1'.split(' '),
    )
  })

  it('asks for one record at least where things happen seldom, and five elsewhere', () => {
    const seldom = catalogue.filter((line) => line.minimumN === 1).map((line) => line.id)
    expect(seldom).toEqual(['5e-7', '6-1'])
    expect(new Set(catalogue.map((line) => line.minimumN))).toEqual(new Set([1, 5]))
  })

  it('puts measures of features that know nothing of each other into one list', () => {
    const stays = runMeasures(
      [measure('5d-3', (facts: string[]) => facts.map(passing))],
      ['a', 'b'],
      period,
      cut,
    )
    const babies = runMeasures(
      [measure('5e-1', (facts: { n: number }) => [passing(`${facts.n}`)])],
      { n: 7 },
      period,
      cut,
    )
    const found = catalogueRuns([...stays, ...babies])
    expect(found.map(({ line }) => line.id)).toEqual(catalogue.map((line) => line.id))
    const withRun = found.filter(({ run }) => run)
    expect(withRun.map(({ line, run }) => [line.id, run?.members.length])).toEqual([
      ['5d-3', 2],
      ['5e-1', 1],
    ])
  })

  it('refuses a run that is there twice, is not in the list, or is softer than the list', () => {
    const run = (id: string, change = {}) => {
      const { members, ...meta } = measure<string[]>(id, () => [], change)
      return { measure: meta, members: members([], period, cut) }
    }
    expect(() => catalogueRuns([run('5d-3'), run('5d-3')])).toThrow('5d-3 was run twice')
    expect(() => catalogueRuns([run('5z-1')])).toThrow('not in the catalogue')
    expect(() => catalogueRuns([run('5d-3', { safetyCritical: false })])).toThrow('safety-critical')
    expect(() => catalogueRuns([run('5d-3', { requirement: '5e' })])).toThrow('requirement 5d')
    expect(measureFaults(run('5d-3', { minimumN: 0 }).measure)).toEqual([
      'Measure 5d-3 has no minimum',
    ])
  })
})

describe('the version of a measure', () => {
  const versions = [1, 2, 3].map((version) => measure<string[]>('5d-3', () => [], { version }))
  const other = measure<string[]>('5d-4', () => [])

  it('is the newest unless a report names another', () => {
    expect(measureVersions([...versions, other]).map((one) => one.version)).toEqual([3, 1])
    const named = measureVersions([...versions, other], new Map([['5d-3', 2]]))
    expect(named.map((one) => [one.id, one.version])).toEqual([
      ['5d-3', 2],
      ['5d-4', 1],
    ])
  })

  it('is refused where this app does not have it', () => {
    expect(() => measureVersions(versions, new Map([['5d-3', 9]]))).toThrow(
      'no version 9 of measure 5d-3',
    )
  })
})
