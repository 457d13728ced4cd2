import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDaysToDate } from '#domain/shared/calendar.ts'
import {
  actOfUnit,
  type Floor,
  fromBirth,
  fromPregnancy,
  ofAnyRecord,
  pastDate,
  pastInstant,
  saidOf,
  tooEarly,
} from '#domain/shared/plausible.ts'
import { tableUnder } from '../../support/markdown-table.ts'

const referred = '2026-11-20T21:30:00.000Z'

const born = (kind: string, bornOn: string, how: string | undefined) => ({
  kind,
  bornOn: how === 'not known' ? null : bornOn,
  bornOnEstimate: how === 'estimated' ? 'by a doctor' : null,
})

function floorOf({ what, born: how }: Record<string, string>): Floor {
  const mother = born('mother', '1996-02-03', how)
  const baby = born('baby', '2026-09-14', how)
  switch (what) {
    case 'of mother':
      return saidOf(mother)
    case 'order':
      return fromBirth(baby)
    case 'of baby':
      return fromPregnancy(baby)
    case 'act on referral':
      return actOfUnit(referred, 'referral')
    case 'act for family':
      return actOfUnit(referred, 'family')
    case 'paper':
      return ofAnyRecord
    default:
      throw new Error(`No floor for ${what}`)
  }
}

const lines = tableUnder(readFileSync('docs/states/people.md', 'utf8'), 'Whether a day is taken')

describe('the earliest day that something can have been', () => {
  it.each(lines.map((row) => [row.line, row] as const))(
    'line %s of docs/states/people.md',
    (_, row) => {
      const day = row.day ?? ''
      const is = row.is === 'taken' ? 'undefined' : 'string'
      expect(typeof tooEarly(day, floorOf(row))).toBe(is)
      expect(typeof tooEarly(`${day}T12:00:00.000Z`, floorOf(row))).toBe(is)
    },
  )

  it('is said with what it is held against, and what to do', () => {
    expect(
      tooEarly('1850-01-01T00:00:00.000Z', fromBirth(born('baby', '2026-09-14', 'known'))),
    ).toBe('This is before the birth of the baby, 14 Sep 2026. Check the year and the month')
    expect(tooEarly('1805-01-01', actOfUnit(referred, 'referral'))).toBe(
      'This is more than 30 days before the referral. Check the year and the month',
    )
    expect(tooEarly('1801-01-01', ofAnyRecord)).toBe(
      'This is before 1900. Check the year and the month',
    )
  })

  it('is a day in England: the hour before midnight UTC in summer is the next day', () => {
    const floor = fromBirth(born('mother', '1996-07-02', 'known'))
    expect(tooEarly('1996-07-01T23:30:00.000Z', floor)).toBeUndefined()
    expect(tooEarly('1996-07-01T22:30:00.000Z', floor)).toBeDefined()
  })

  it('takes everything from the floor on, and nothing before it', () => {
    const days = fc.integer({ min: -2000, max: 2000 })
    fc.assert(
      fc.property(days, days, (from, by) => {
        const on = addDaysToDate('2026-01-01', from)
        const isEarly = tooEarly(addDaysToDate(on, by), { on, because: 'Early' }) !== undefined
        expect(isEarly).toBe(by < 0)
      }),
    )
  })

  it('holds for what is typed, beside what lies ahead', () => {
    const said = (parsed: { error?: { issues: { message: string }[] } }) =>
      parsed.error?.issues.map(({ message }) => message)
    expect(said(pastDate(referred).safeParse('1805-03-01'))).toEqual([
      'This is before 1900. Check the year and the month',
    ])
    expect(said(pastDate(referred).safeParse('2026-11-21'))).toEqual([
      'Enter a date that is not in the future',
    ])
    expect(said(pastInstant().safeParse('1805-03-01T00:00:00.000Z'))).toEqual([
      'This is before 1900. Check the year and the month',
    ])
    expect(said(pastInstant().safeParse('2199-03-01T00:00:00.000Z'))).toBeUndefined()
  })
})
