import { describe, expect, it } from 'vitest'
import { addDaysToDate, addMonthsToDate } from '#domain/shared/calendar.ts'
import { classOfStanding } from '#domain/training/measures.ts'
import type { Certificate } from '#domain/training/record.ts'
import {
  levelStanding,
  minutesTowards,
  multiAgencyStanding,
  type Standing,
  standingIn,
} from '#domain/training/rules.ts'
import { groupLabel } from '#domain/users/staff-groups.ts'
import { tableUnder } from '../../support/markdown-table.ts'
import { meaningOf } from '../../support/truth-words.ts'
import { aCertificate, aPerson, page, shipped } from './builders.ts'

const today = '2026-06-15'
const monthsAgo = (months: number) => addMonthsToDate(today, -months)

const certificates: Record<string, Partial<Certificate>[]> = {
  none: [],
  'in date': [{ completedOn: monthsAgo(3) }],
  'on its last day': [{ completedOn: monthsAgo(36) }],
  'one day over': [{ completedOn: addDaysToDate(monthsAgo(36), -1) }],
  'printed expiry passed': [{ completedOn: monthsAgo(13), expiresOn: monthsAgo(1) }],
  'long printed expiry, 36 months passed': [
    { completedOn: monthsAgo(40), expiresOn: addMonthsToDate(today, 20) },
  ],
  'no day of completion': [{ completedOn: null, expiresOn: addMonthsToDate(today, 5) }],
  'no day of completion, printed expiry passed': [{ completedOn: null, expiresOn: monthsAgo(1) }],
  'lower level': [{ level: '2', completedOn: monthsAgo(3) }],
  'higher level': [{ level: '4', completedOn: monthsAgo(3) }],
  'completed later': [{ completedOn: addDaysToDate(today, 1) }],
  'life support only': [{ subject: 'life-support', level: '3', completedOn: monthsAgo(3) }],
  'one over, one without a day of completion': [
    { completedOn: monthsAgo(40) },
    { completedOn: null },
  ],
  'one over, one in date': [{ completedOn: monthsAgo(40) }, { completedOn: monthsAgo(2) }],
}

const starts: Record<string, string> = {
  over: '2020-01-01',
  running: monthsAgo(2),
  'on its last day': monthsAgo(12),
}

const posts: Record<string, { startedOn?: string; leftOn: string | null }> = {
  yes: { leftOn: null },
  no: { leftOn: monthsAgo(2) },
  'last day': { leftOn: today },
  'left yesterday': { leftOn: addDaysToDate(today, -1) },
}

describe('the level required, on a date', () => {
  it.each(tableUnder(page, '1. The level required').map((row) => [row.line, row] as const))(
    'line %s of docs/states/training.md',
    (_, row) => {
      const required = row.required === 'yes'
      const set = required
        ? shipped
        : { ...shipped, exemptProfessions: ['registered-nurse' as const] }
      const person = {
        staff: aPerson({
          startedOn: meaningOf(starts, row["starter's limit"]),
          leftOn: meaningOf(posts, row['in post']).leftOn,
        }),
        roles: [],
        certificates: meaningOf(certificates, row.certificate).map(aCertificate),
      }
      const standing = levelStanding(set, person, today)
      expect(standing).toBe(row.standing)
      expect(classOfStanding[standing]).toBe(row['class in 5b-1'])
    },
  )

  it('is asked as of any date: what lapsed since was in date then', () => {
    const person = {
      staff: aPerson(),
      roles: [],
      certificates: [aCertificate({ completedOn: '2021-03-01' })],
    }
    expect(levelStanding(shipped, person, '2021-02-28')).toBe('missing')
    expect(levelStanding(shipped, person, '2021-03-01')).toBe('in-date')
    expect(levelStanding(shipped, person, '2024-03-01')).toBe('in-date')
    expect(levelStanding(shipped, person, '2024-03-02')).toBe('lapsed')
  })
})

describe('multi-agency training', () => {
  const yesNo = { yes: true, no: false, 'not recorded': null }
  const present = { none: [], police: ['police'], 'not recorded': null }
  const completed = {
    '3 months ago': monthsAgo(3),
    '12 months ago': monthsAgo(12),
    '12 months and 1 day ago': addDaysToDate(monthsAgo(12), -1),
    'not recorded': null,
  }
  it.each(tableUnder(page, '2. Multi-agency').map((row) => [row.line, row] as const))(
    'line %s of docs/states/training.md',
    (_, row) => {
      const one = aCertificate({
        deliveredByAnother: meaningOf<boolean | null>(yesNo, row['delivered by another agency']),
        agenciesPresent: meaningOf<string[] | null>(present, row['other agencies present']),
        completedOn: meaningOf<string | null>(completed, row.completed),
        expiresOn: null,
      })
      const person = { staff: aPerson(), roles: [], certificates: [one] }
      expect(multiAgencyStanding(shipped, person, today)).toBe(row.standing)
    },
  )

  it('is not asked of staff without patient contact', () => {
    const person = {
      staff: aPerson({ profession: 'support-services' }),
      roles: [],
      certificates: [],
    }
    expect(multiAgencyStanding(shipped, person, today)).toBe('not-required')
  })
})

describe('several topics as one', () => {
  it.each(tableUnder(page, '3. Several topics').map((row) => [row.line, row] as const))(
    'line %s of docs/states/training.md',
    (_, row) => {
      expect(standingIn((row.topics ?? '').split(', ') as Standing[])).toBe(row.standing)
    },
  )
})

describe('a person’s training', () => {
  it('counts minutes of the last three years alone', () => {
    const done = [monthsAgo(36), addDaysToDate(monthsAgo(36), 1), today, null]
    const all = done.map((completedOn) => aCertificate({ completedOn, minutes: 60 }))
    expect(minutesTowards(all, 36, today)).toBe(120)
  })

  it('shows doctors, bank, agency and students apart', () => {
    const of = (profession: string, employment: string) =>
      groupLabel(aPerson({ profession, employment }))
    expect(of('registered-nurse', 'substantive')).toBe('Registered nurse')
    expect(of('registered-nurse', 'bank')).toBe('Registered nurse, bank')
    expect(of('doctor', 'agency')).toBe('Doctor, other grade, agency')
    expect(of('juggler', 'substantive')).toBe('Profession not in the list')
  })
})
