import { describe, expect, test } from 'vitest'
import { type PersonFacts, personFaults, usedNumberMessage } from '#domain/people/rules.ts'

const now = '2026-11-23T12:00:00.000Z'
const baby: PersonFacts = {
  kind: 'baby',
  bornOn: '2026-11-01',
  bornAt: '2026-11-01T10:00:00.000Z',
  gestationDays: 245,
  expectedOn: null,
  nhsNumber: '9990000018',
  nhsNumberAbsent: null,
}
const mother: PersonFacts = {
  ...baby,
  kind: 'mother',
  bornOn: '1996-02-29',
  bornAt: null,
  gestationDays: null,
}
const fields = (person: PersonFacts) => personFaults(person, now).map(({ field }) => field)

describe('a person', () => {
  test('good ones have no fault', () => {
    expect(fields(baby)).toEqual([])
    expect(fields(mother)).toEqual([])
    expect(fields({ ...mother, kind: 'other', bornOn: null, nhsNumber: null })).toEqual([])
  })

  test.each<[string, PersonFacts, string]>([
    ['a baby without a date of birth', { ...baby, bornOn: null, bornAt: null }, 'bornOn'],
    ['a baby born tomorrow', { ...baby, bornOn: '2026-11-24', bornAt: null }, 'bornOn'],
    [
      'a baby born later today',
      { ...baby, bornOn: '2026-11-23', bornAt: '2026-11-23T12:01:00.000Z' },
      'bornAt',
    ],
    ['a time of birth on another day', { ...baby, bornAt: '2026-11-02T00:30:00.000Z' }, 'bornAt'],
    ['a baby of three', { ...baby, bornOn: '2023-11-23', bornAt: null }, 'bornOn'],
    ['a mother of nine', { ...mother, bornOn: '2017-01-01' }, 'bornOn'],
    ['a mother born in 1899', { ...mother, bornOn: '1899-01-01' }, 'bornOn'],
    ['a gestation of 19 weeks', { ...baby, gestationDays: 139 }, 'gestationDays'],
    ['a gestation for a mother', { ...mother, gestationDays: 245 }, 'gestationDays'],
    ['a due date for a baby', { ...baby, expectedOn: '2026-12-01' }, 'expectedOn'],
    ['a due date in two years', { ...mother, expectedOn: '2028-11-01' }, 'expectedOn'],
    ['no number and no reason', { ...baby, nhsNumber: null }, 'nhsNumber'],
    ['a number and a reason', { ...baby, nhsNumberAbsent: 'not-known' }, 'nhsNumberAbsent'],
  ])('%s is refused at its field', (_, person, field) => expect(fields(person)).toEqual([field]))

  test('born just before midnight in summer is on that civil day', () => {
    expect(fields({ ...baby, bornOn: '2026-07-02', bornAt: '2026-07-01T23:30:00.000Z' })).toEqual(
      [],
    )
  })

  test("a mother's number in the baby's field says so", () => {
    expect(usedNumberMessage('baby', 'mother')).toContain("mother's NHS number")
    expect(usedNumberMessage('mother', 'baby')).toContain("baby's NHS number")
    expect(usedNumberMessage('baby', 'baby')).toContain('somebody else')
  })
})
