import { describe, expect, it } from 'vitest'
import type { Member } from '#domain/assurance/measure.ts'
import type { MeasureRun } from '#domain/assurance/measure-run.ts'
import { causes, whyChanged } from '#domain/assurance/why-changed.ts'
import { sampleInput } from '../../support/assurance/sample-input.ts'

const [run] = sampleInput().runs
if (!run) throw new Error('No run')
const ref = (recordId: string, version = 1) => ({ type: 'pair', recordId, version })
const member = (key: string, change: Partial<Member> = {}): Member => ({
  key,
  class: 'fail',
  reason: 'Not signed',
  at: '2026-07-01T00:00:00.000Z',
  quantity: 1,
  records: [ref(key)],
  ...change,
})
const of = (...members: Member[]): MeasureRun => ({ ...run, members })
const said = (before: MeasureRun, after: MeasureRun) =>
  whyChanged(before, after).map(({ members, what, because }) => [members, what, because])

describe('why a figure is another at a new cut', () => {
  it('says nothing where nothing changed', () => {
    expect(whyChanged(of(member('a')), of(member('a')))).toEqual([])
  })

  it.each<[string, Member[], Member[], [number, string, string]]>([
    [
      'a correction',
      [member('a')],
      [member('a', { class: 'pass', reason: 'Signed', records: [ref('a', 2)] })],
      [1, 'Fail to pass', causes.corrected],
    ],
    [
      'a record that came since',
      [member('a')],
      [member('a', { class: 'pass', reason: 'Signed', records: [ref('a'), ref('b')] })],
      [1, 'Fail to pass', causes.came],
    ],
    [
      'time alone',
      [member('a', { class: 'not-eligible' })],
      [member('a')],
      [1, 'Not eligible to fail', causes.time],
    ],
    [
      'a member that is new',
      [],
      [member('a', { class: 'pass' })],
      [1, 'Counted now, not then: pass', causes.came],
    ],
    ['a member that is gone', [member('a')], [], [1, 'Counted then, not now: fail', causes.gone]],
    [
      'another length of time',
      [member('a', { class: 'pass', quantity: 60 })],
      [member('a', { class: 'pass', quantity: 90, records: [ref('a', 2)] })],
      [1, 'Pass, of another length of time', causes.corrected],
    ],
  ])('names %s', (_, before, after, expected) => {
    expect(said(of(...before), of(...after))).toEqual([expected])
  })

  it('puts alike members on one line, most first', () => {
    const before = of(member('a'), member('b'), member('c'))
    const better = (key: string) =>
      member(key, { class: 'pass', reason: 'Signed', records: [ref(key, 2)] })
    expect(said(before, of(better('a'), better('b')))).toEqual([
      [2, 'Fail to pass', causes.corrected],
      [1, 'Counted then, not now: fail', causes.gone],
    ])
  })

  it('accounts for every count that differs: what came less what went is what the figure grew by', () => {
    const input = sampleInput()
    for (const one of input.runs) {
      const shifted = one.members.map((each, at) =>
        at % 7 === 0 ? { ...each, class: 'pass' as const } : each,
      )
      const passes = (members: readonly Member[]) =>
        members.filter((each) => each.class === 'pass').length
      const moved = whyChanged(one, { ...one, members: shifted })
        .filter(({ what }) => what.endsWith(' to pass'))
        .reduce((sum, { members }) => sum + members, 0)
      expect(passes(shifted) - passes(one.members)).toBe(moved)
    }
  })
})
