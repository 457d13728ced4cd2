import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDaysToDate, addMonthsToDate } from '#domain/shared/calendar.ts'
import { endingWithin, partLine, trainingLine } from '#domain/training/line.ts'
import { type PersonFacts, requiredParts } from '#domain/training/parts.ts'
import { standingOf } from '#domain/training/rules.ts'
import { aCertificate, aPerson, shipped } from './builders.ts'

const today = '2026-06-15'
const monthsAgo = (months: number) => addMonthsToDate(today, -months)
const person = (
  certificates: PersonFacts['certificates'],
  staff: Partial<Parameters<typeof aPerson>[0]> = {},
): PersonFacts => ({ staff: aPerson(staff), roles: [], certificates })

describe('one line of the training matrix', () => {
  const doctor = person(
    [
      aCertificate({ topics: ['TRN-01', 'TRN-02'], agenciesPresent: ['social-care'] }),
      aCertificate({ subject: 'life-support', level: null, completedOn: monthsAgo(13) }),
    ],
    { profession: 'doctor' },
  )
  const line = trainingLine(shipped, doctor, today)

  it('shows level, agencies, life support, every topic and the minutes', () => {
    expect(line).toMatchObject({
      requirement: { id: 'REQ-4', level: '3' },
      level: { standing: 'in-date', until: '2029-01-15' },
      multiAgency: { standing: 'in-date', until: '2027-01-15' },
      careProceedings: 'missing',
      minutes: 480,
      minutesAsked: 480,
    })
    expect(line.topics).toHaveLength(17)
    expect(line.topics.filter((topic) => topic.standing === 'in-date').map((t) => t.id)).toEqual([
      'TRN-01',
      'TRN-02',
    ])
  })

  it('says until when what lapsed was held', () => {
    expect(line.lifeSupport).toEqual({
      id: 'life-support',
      standing: 'lapsed',
      until: addMonthsToDate(monthsAgo(13), 12),
    })
  })

  it('asks more hours of a ward manager than of a nurse', () => {
    const of = (roles: PersonFacts['roles']) =>
      trainingLine(shipped, { ...person([]), roles }, today).minutesAsked
    expect([of(['nurse']), of(['ward-manager'])]).toEqual([480, 720])
  })

  it('asks nothing of a visitor who is exempt', () => {
    const visitor = trainingLine(shipped, person([], { profession: 'commissioner' }), today)
    expect(visitor).toMatchObject({ requirement: null, minutesAsked: null, topics: [] })
    expect(visitor.level.standing).toBe('not-required')
  })
})

describe('the last day of a part', () => {
  const day = fc.integer({ min: -2000, max: 2000 }).map((days) => addDaysToDate(today, days))
  const certificate = fc
    .record({
      completedOn: fc.option(day),
      months: fc.option(fc.integer({ min: 0, max: 60 })),
      subject: fc.constantFrom('safeguarding' as const, 'life-support' as const),
      level: fc.constantFrom('2', '3', '4', null),
      topics: fc.subarray(['TRN-01', 'TRN-02', 'TRN-03']),
      deliveredByAnother: fc.constantFrom(true, false, null),
      agenciesPresent: fc.constantFrom<string[] | null>([], ['police'], null),
    })
    .map(({ months, ...rest }) =>
      aCertificate({
        ...rest,
        expiresOn:
          months === null || rest.completedOn === null
            ? null
            : addMonthsToDate(rest.completedOn, months),
      }),
    )

  it('is the last on which it is in date, if nothing more is done', () => {
    fc.assert(
      fc.property(fc.array(certificate, { maxLength: 6 }), day, (certificates, on) => {
        const known = certificates.filter((one) => (one.completedOn ?? '') <= on)
        // Started long ago, so that no starter's limit hides a lapse.
        const facts = person(known, { startedOn: '1990-01-01' })
        for (const part of requiredParts(shipped, facts)) {
          const { standing, until } = partLine(facts, part, on)
          if (standing === 'in-date') {
            expect(until && until >= on).toBe(true)
            expect(standingOf(facts, part, until ?? on)).toBe('in-date')
            expect(standingOf(facts, part, addDaysToDate(until ?? on, 1))).not.toBe('in-date')
          }
          if (standing === 'lapsed' && until !== null) expect(until < on).toBe(true)
        }
      }),
      { numRuns: 200 },
    )
  })
})

describe('what ends soon', () => {
  it('is listed by the day, with all that ends on it, and each part once', () => {
    const facts = person([
      aCertificate({
        completedOn: addDaysToDate(monthsAgo(36), 20),
        topics: ['TRN-01', 'TRN-02'],
      }),
      aCertificate({
        subject: 'life-support',
        level: null,
        completedOn: addDaysToDate(monthsAgo(12), 3),
      }),
    ])
    expect(endingWithin(shipped, facts, today, 30)).toEqual([
      { lastDay: '2026-06-18', what: 'lapses', parts: ['life-support'] },
      { lastDay: '2026-07-05', what: 'lapses', parts: ['level', 'TRN-01', 'TRN-02'] },
    ])
    expect(endingWithin(shipped, facts, today, 19)).toHaveLength(1)
    expect(endingWithin(shipped, facts, today, 20)).toHaveLength(2)
  })

  it('holds the limit of a starter, and not what has lapsed already', () => {
    const starter = person([aCertificate({ completedOn: monthsAgo(40) })], {
      startedOn: addDaysToDate(monthsAgo(12), 10),
    })
    const [due] = endingWithin(shipped, starter, today, 30)
    expect(due).toMatchObject({ lastDay: '2026-06-25', what: 'due' })
    const longHere = person([aCertificate({ completedOn: monthsAgo(40) })])
    expect(endingWithin(shipped, longHere, today, 90)).toEqual([])
  })
})
