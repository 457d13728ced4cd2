import { describe, expect, test } from 'vitest'
import { keepFamilyUntil, keepUntil, yearsOn } from '#domain/retention/rules.ts'
import { thirdPartyReasonsOf } from '#domain/retention/third-party.ts'

const mother = { kind: 'mother', bornOn: '1994-05-03', lastContactOn: '2026-02-01' } as const
const baby = { kind: 'baby', bornOn: '2026-01-05', lastContactOn: '2026-02-01' } as const

describe('how long a record is kept', () => {
  test.each([
    [mother, '2046-02-01', '20 years after the last contact (mental health)'],
    [baby, '2051-02-01', '25 years after maternity care'],
    [
      { ...baby, bornOn: '2026-01-31', lastContactOn: '2026-01-20' },
      '2051-01-31',
      'Until the 25th birthday',
    ],
    [{ ...baby, bornOn: null }, '2051-02-01', '25 years after maternity care'],
    [
      { ...mother, kind: 'other' as const },
      '2034-02-01',
      '8 years after the last contact of the family',
    ],
  ])('%j until %s', (person, until, because) => {
    expect(keepUntil(person)).toEqual({ until, because })
  })

  test('of mother and baby the longer counts for both', () => {
    expect(keepFamilyUntil([mother, baby])?.until).toBe('2051-02-01')
  })

  test('has no end while somebody of the family is on the unit', () => {
    expect(keepFamilyUntil([mother, { ...baby, lastContactOn: null }])).toBeNull()
  })

  test.each([
    ['2024-02-29', 25, '2049-03-01'],
    ['2024-02-29', 20, '2044-02-29'],
    ['2024-02-28', 25, '2049-02-28'],
    ['2099-12-31', 25, '2124-12-31'],
  ])('%s and %i years is %s', (date, years, until) => {
    expect(yearsOn(date, years)).toBe(until)
  })
})

describe('what may belong to somebody else', () => {
  const entry = { type: 'care_entry', basisKind: 'observed', text: 'Slept well' }
  const reasons = (changes: object, names = ['Siân', 'Jo']) =>
    thirdPartyReasonsOf({ ...entry, ...changes }, names)

  test.each([
    [{}, []],
    [{ basisKind: 'told' }, ['told']],
    [{ type: 'tie' }, ['about-others']],
    [{ text: 'Visited by SIAN in the morning' }, ['named']],
    [{ text: 'Siân’s mother rang' }, ['named']],
    [{ text: 'Asian food' }, []],
    [{ text: 'Jo was here' }, []],
  ])('of %j is %j', (changes, found) => {
    expect(reasons(changes)).toEqual(found)
  })
})
