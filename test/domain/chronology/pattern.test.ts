import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type HealthContact, seenAnswers } from '#domain/chronology/contact.ts'
import { factText, patternOf } from '#domain/chronology/pattern.ts'
import { addDaysToDate } from '#domain/shared/calendar.ts'
import { newId } from './builders.ts'

const contact = (changes: Partial<HealthContact> = {}): HealthContact => ({
  recordId: newId(),
  version: 1,
  personId: 'baby',
  happened: { on: '2026-05-04', precision: 'day' },
  service: 'emergency-department',
  provider: 'Westmarch Infirmary',
  place: 'Westmarch',
  reported: 'Stopped breathing',
  reportedBy: 'Mother',
  seen: 'no',
  observed: '',
  outcome: '',
  ...changes,
})

describe('the pattern of health-service use', () => {
  const pattern = patternOf(
    [
      contact(),
      contact({ provider: 'The Surgery', service: 'gp', seen: 'yes' }),
      contact({ happened: { on: '2026-06-01', precision: 'day' }, seen: 'not-known' }),
      contact({ happened: { on: '2025-01-01', precision: 'year' }, personId: 'mother' }),
      contact({ happened: { on: null, precision: 'not-known' }, place: 'Northshire' }),
    ],
    'mother',
    90,
  )

  it('counts what is on record, each thing by itself', () => {
    expect(pattern).toMatchObject({
      contacts: 5,
      providers: 3,
      places: 2,
      unseen: 3,
      seenNotKnown: 1,
      own: 1,
      undated: 1,
      severalOnOneDay: ['2026-05-04'],
      busiest: { from: '2026-05-04', contacts: 3, providers: 2, places: 1 },
    })
  })

  it('puts it in words that count and judge nothing', () => {
    expect(factText('spread', pattern, 90)).toBe(
      'On record: at most 3 contacts with 2 providers in 1 place within 90 days; 1 day with more than one provider',
    )
    for (const fact of ['unseen', 'spread', 'own-use'] as const)
      expect(factText(fact, pattern, 90)).not.toMatch(/score|risk|high|suspect|likely/i)
  })

  it('loses no contact, whatever they are', () => {
    const any = fc.record({
      day: fc.option(fc.integer({ min: 0, max: 900 })),
      provider: fc.constantFrom('A', 'B', 'C'),
      seen: fc.constantFrom(...seenAnswers),
    })
    fc.assert(
      fc.property(fc.array(any, { maxLength: 40 }), (list) => {
        const contacts = list.map(({ day, ...rest }) =>
          contact({
            ...rest,
            happened:
              day === null
                ? { on: null, precision: 'not-known' }
                : { on: addDaysToDate('2024-01-01', day), precision: 'day' },
          }),
        )
        const found = patternOf(contacts, 'mother', 90)
        expect(found.rows.flatMap((row) => row.contacts)).toHaveLength(contacts.length)
        expect(found.busiest?.contacts ?? 0).toBeLessThanOrEqual(contacts.length - found.undated)
      }),
    )
  })
})
