import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { catalogueRuns, runMeasures } from '#domain/assurance/measure-run.ts'
import { addHours, addMinutes, startOfDay } from '#domain/shared/calendar.ts'
import { shiftsCovered, shiftsCoveredOrEmpty, shiftsOf } from '#domain/training/cover-measure.ts'
import type { DutyFact } from '#domain/training/facts.ts'
import type { Certificate } from '#domain/training/record.ts'
import { tableUnder } from '../../support/markdown-table.ts'
import { aCertificate, aPerson, factsOf, page } from './builders.ts'

const midnight = startOfDay('2026-11-23')
const period = { from: midnight, to: startOfDay('2026-11-24') }
const cut = { at: '2026-11-24T12:00:00.000Z', auditSeq: 100 }

const level3 = (staffId: string) => aCertificate({ staffId, level: '3', completedOn: '2026-06-01' })
const lifeSupport = (staffId: string, changes: Partial<Certificate> = {}) =>
  aCertificate({
    staffId,
    subject: 'life-support',
    level: null,
    completedOn: '2026-06-01',
    ...changes,
  })
const base = factsOf(
  ['A', 'B', 'C', 'D'].map((staffId) => aPerson({ staffId, profession: 'nursery-nurse' })),
  [level3('A'), lifeSupport('A'), level3('C'), lifeSupport('D', { completedOn: null })],
)

let made = 0
function duty(staffId: string, startsAt: string, endsAt: string): DutyFact {
  made += 1
  return { recordId: `duty-${made}`, version: 1, staffId, startsAt, endsAt }
}

/** `A 07:00-19:00, B 19:00-31:00` as duties of the day; hours past 24 are the next day's. */
const rosterOf = (words: string): DutyFact[] =>
  words === 'nobody'
    ? []
    : words.split(', ').map((one) => {
        const found = /^(\w) (\d+):(\d+)-(\d+):(\d+)$/.exec(one)
        if (!found) throw new Error(`Not a duty: ${one}`)
        const [, staffId = '', ...times] = found
        const [h1 = 0, m1 = 0, h2 = 0, m2 = 0] = times.map(Number)
        const at = (hour: number, minute: number) => addMinutes(addHours(midnight, hour), minute)
        return duty(staffId, at(h1, m1), at(h2, m2))
      })

describe('5b-5: every shift is covered', () => {
  it.each(tableUnder(page, '7. Shifts with cover').map((row) => [row.line ?? '', row] as const))(
    'line %s of docs/states/training.md',
    (_, row) => {
      const facts = {
        ...base,
        rosterSince: midnight,
        duties: rosterOf(row['on the roster of 23 November'] ?? ''),
      }
      const members = shiftsCovered.members(facts, period, cut)
      expect(members).toHaveLength(Number(row.shifts))
      expect([...new Set(members.map((one) => one.class))]).toEqual(
        row.class === 'none' ? [] : [row.class],
      )
    },
  )

  const nightBefore = duty('A', addHours(midnight, -5), addHours(midnight, 7))
  const ofHalves = /^\| (7\.1[1-7]) \| (.*?) \| (\d+) \| (\d+) \|/gm
  it.each(
    [...page.matchAll(ofHalves)].map(
      ([, line, roster, shifts, halves]) => [line, roster, shifts, halves] as const,
    ),
  )(
    'line %s of docs/states/training.md: what nobody is on the roster for fails',
    (_, roster, shifts, halves) => {
      const facts = {
        ...base,
        rosterSince: nightBefore.startsAt,
        duties: [nightBefore, ...rosterOf(roster ?? '')],
      }
      const members = shiftsCoveredOrEmpty.members(facts, period, cut)
      const empty = members.filter(({ key }) => key.startsWith('nobody'))
      expect(empty).toHaveLength(Number(halves))
      expect(members).toHaveLength(Number(shifts) + Number(halves))
      expect(empty.every((one) => one.class === 'fail')).toBe(true)
    },
  )

  it('has all seven lines of what nobody is on the roster for', () => {
    expect([...page.matchAll(ofHalves)]).toHaveLength(7)
  })

  it('counts nothing as empty before there was a roster, and nothing that is not over', () => {
    const duties: DutyFact[] = []
    const of = (rosterSince: string | null, at = cut.at) =>
      shiftsCoveredOrEmpty.members({ ...base, duties, rosterSince }, period, { ...cut, at })
    expect(of(null)).toEqual([])
    expect(of(period.to)).toHaveLength(1)
    expect(of(midnight, addHours(midnight, 20))).toHaveLength(1)
    expect(of(midnight, addHours(midnight, 18))).toEqual([])
  })

  it('stands in the catalogue, and opens to the duties and certificates', () => {
    const facts = { ...base, rosterSince: null, duties: rosterOf('A 07:00-19:00') }
    expect(() => catalogueRuns(runMeasures([shiftsCovered], facts, period, cut))).not.toThrow()
    const [shift] = shiftsCovered.members(facts, period, cut)
    expect(shift?.records.map(({ type }) => type)).toEqual([
      'shift_duty',
      'certificate',
      'certificate',
    ])
  })

  it('any roster: shifts follow each other without overlap, and nobody on duty is in none', () => {
    const any = fc.array(fc.tuple(fc.integer({ min: 0, max: 96 }), fc.integer({ min: 1, max: 16 })))
    fc.assert(
      fc.property(any, (hours) => {
        const duties = hours.map(([from, long]) =>
          duty('A', addHours(midnight, from), addHours(midnight, from + long)),
        )
        const shifts = shiftsOf(duties)
        shifts.forEach((shift, index) => {
          expect(shift.startsAt < shift.endsAt).toBe(true)
          const next = shifts[index + 1]
          if (next) expect(shift.endsAt <= next.startsAt).toBe(true)
        })
        const counted = new Set(shifts.flatMap((shift) => shift.duties.map((one) => one.recordId)))
        expect(counted.size).toBe(duties.length)
      }),
    )
  })
})
