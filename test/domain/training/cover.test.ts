import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDaysToDate, addMonthsToDate } from '#domain/shared/calendar.ts'
import { coverGaps, coverOf } from '#domain/training/cover.ts'
import type { PersonFacts } from '#domain/training/parts.ts'
import type { Certificate } from '#domain/training/record.ts'
import { tableUnder } from '../../support/markdown-table.ts'
import { meaningOf } from '../../support/truth-words.ts'
import { aCertificate, aPerson, page, shipped } from './builders.ts'

const today = '2026-11-23'
const lastDay = addMonthsToDate(today, -shipped.levelMonths)
const level3 = (changes: Partial<Certificate> = {}) =>
  aCertificate({ level: '3', completedOn: '2026-06-01', ...changes })
const lifeSupport = (changes: Partial<Certificate> = {}) =>
  aCertificate({ subject: 'life-support', level: null, completedOn: '2026-06-01', ...changes })

const holds: Record<string, Certificate[]> = {
  nothing: [],
  'level 3 in date': [level3()],
  'level 2 in date': [level3({ level: '2' })],
  'level 3 on its last day': [level3({ completedOn: lastDay })],
  'level 3 lapsed yesterday': [level3({ completedOn: addDaysToDate(lastDay, -1) })],
  'level 3 without its day': [level3({ completedOn: null })],
  'life support in date': [lifeSupport()],
  'life support lapsed': [lifeSupport({ completedOn: '2020-01-01' })],
  'life support without its day': [lifeSupport({ completedOn: null })],
  'both in date': [level3(), lifeSupport()],
}
const leaves: Record<string, string | null> = {
  '': null,
  'left yesterday': addDaysToDate(today, -1),
  'leaves today': today,
}
const someone = (
  certificates: readonly Certificate[],
  staffId = 'nurse-1',
  leftOn: string | null = null,
): PersonFacts => ({
  staff: aPerson({ staffId, profession: 'nursery-nurse', leftOn }),
  roles: [],
  certificates,
})

describe('the cover of a shift', () => {
  it.each(tableUnder(page, '6. Cover of a shift').map((row) => [row.line, row] as const))(
    'line %s of docs/states/training.md',
    (_, row) => {
      const people = [row['first person'], row['second person']].map((words = '') => {
        const [held = '', left = ''] = words.split(', ')
        return someone(meaningOf(holds, held), 'nurse-1', meaningOf(leaves, left))
      })
      expect(coverOf(shipped, people, today)).toEqual({
        safeguarding: row['level 3'],
        'life-support': row['life support'],
      })
    },
  )
})

const at = (hour: number) => `2026-11-23T${String(hour).padStart(2, '0')}:00:00.000Z`
const people = new Map([
  ['both', someone([level3(), lifeSupport()], 'both')],
  ['none', someone([], 'none')],
])
const duty = (staffId: string, from: number, to: number) => ({
  staffId,
  startsAt: at(from),
  endsAt: at(to),
})
const span = { from: at(0), to: at(23) }

describe('gaps in the roster', () => {
  it('last from the moment that the trained person goes until one comes', () => {
    const duties = [duty('none', 2, 20), duty('both', 4, 8), duty('both', 16, 20)]
    expect(coverGaps(shipped, people, duties, span).map(({ from, to }) => [from, to])).toEqual([
      [at(2), at(4)],
      [at(8), at(16)],
    ])
  })

  it('are none where nobody is planned', () => {
    expect(coverGaps(shipped, people, [], span)).toEqual([])
  })

  it('are told for the next hours where nobody is planned at all, and not further ahead', () => {
    const duties = [duty('both', 0, 2), duty('none', 6, 8)]
    const missing = ['safeguarding', 'life-support']
    expect(coverGaps(shipped, people, duties, span, at(12))).toEqual([
      { from: at(2), to: at(6), missing, nobody: true },
      { from: at(6), to: at(8), missing },
      { from: at(8), to: at(12), missing, nobody: true },
    ])
  })

  it('are told as one where others come and go meanwhile', () => {
    const duties = [duty('none', 2, 12), duty('none', 6, 20)]
    expect(coverGaps(shipped, people, duties, span)).toEqual([
      { from: at(2), to: at(20), missing: ['safeguarding', 'life-support'] },
    ])
  })

  it('hold no moment at which somebody trained is there, and lie within the span', () => {
    const hours = fc.tuple(fc.integer({ min: 0, max: 22 }), fc.integer({ min: 1, max: 23 }))
    const anyDuty = fc
      .tuple(fc.constantFrom('both', 'none'), hours)
      .filter(([, [from, to]]) => from < to)
      .map(([who, [from, to]]) => duty(who, from, to))
    fc.assert(
      fc.property(fc.array(anyDuty, { maxLength: 8 }), (duties) => {
        const gaps = coverGaps(shipped, people, duties, span)
        for (let hour = 0; hour < 23; hour += 1) {
          const there = duties.filter((one) => one.startsAt <= at(hour) && at(hour) < one.endsAt)
          const isGap = there.length > 0 && there.every(({ staffId }) => staffId === 'none')
          expect(gaps.some(({ from, to }) => from <= at(hour) && at(hour) < to)).toBe(isGap)
        }
      }),
    )
  })
})
