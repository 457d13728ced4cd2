import { describe, expect, it } from 'vitest'
import type { Basis } from '#domain/shared/provenance.ts'
import { certificateFaults, courseFaults, isFromEarlierEmployer } from '#domain/training/faults.ts'
import { shipped } from './builders.ts'

const staff = { startedOn: '2024-01-08', leftOn: null }
const seen: Basis = { kind: 'document', document: 'Certificate 41', on: '2026-06-01' }
const typed = {
  completedOn: '2026-06-01',
  expiresOn: null,
  topics: ['TRN-01'],
  agenciesPresent: ['police'],
  basis: seen,
}
const facts = { staff, courseTopics: ['TRN-01', 'TRN-02'], today: '2026-06-15' }

describe('a certificate that cannot be', () => {
  it.each([
    ['a day still to come', { completedOn: '2026-06-16' }, 'completedOn'],
    ['an absurd year', { completedOn: '0206-06-01' }, 'completedOn'],
    ['an expiry before it', { expiresOn: '2026-05-31' }, 'expiresOn'],
    ['an expiry in another century', { expiresOn: '2126-06-01' }, 'expiresOn'],
    ['a topic of another course', { topics: ['TRN-01', 'TRN-07'] }, 'topics'],
    ['a topic twice', { topics: ['TRN-01', 'TRN-01'] }, 'topics'],
    ['an agency twice', { agenciesPresent: ['police', 'police'] }, 'agenciesPresent'],
    ['an opinion as its basis', { basis: { ...seen, kind: 'opinion' as const } }, 'basis.kind'],
    ['a document seen tomorrow', { basis: { ...seen, on: '2026-06-16' } }, 'basis.on'],
  ])('%s is refused at its field', (_, changes, field) => {
    const faults = certificateFaults({ ...typed, ...changes }, facts)
    expect(faults.map((fault) => fault.field)).toEqual([field])
  })

  it('after the person left is refused', () => {
    const [fault] = certificateFaults(typed, {
      ...facts,
      staff: { ...staff, leftOn: '2026-05-31' },
    })
    expect(fault?.message).toMatch(/^This person left the unit on 31 May 2026/)
  })
})

describe('a certificate that can be', () => {
  it.each([
    [{}],
    [{ completedOn: '2026-06-15' }],
    [{ expiresOn: '2026-06-01' }],
    [{ expiresOn: '2036-06-01' }],
    [{ agenciesPresent: null }],
    [{ topics: [] }],
    [{ completedOn: '2019-03-01' }],
  ])('is taken: %j', (changes) => {
    expect(certificateFaults({ ...typed, ...changes }, facts)).toEqual([])
  })

  it('may be brought from an earlier employer', () => {
    expect(isFromEarlierEmployer('2024-01-07', staff)).toBe(true)
    expect(isFromEarlierEmployer('2024-01-08', staff)).toBe(false)
    expect(isFromEarlierEmployer(null, staff)).toBe(false)
  })
})

describe('a course', () => {
  const course = { subject: 'safeguarding' as const, level: '3', topics: ['TRN-01'] }
  it.each([
    [{}, []],
    [{ level: null, subject: 'other' as const }, []],
    [{ level: '9' }, ['level']],
    [{ subject: 'life-support' as const }, ['level']],
    [{ topics: ['TRN-99'] }, ['topics']],
    [{ topics: ['TRN-01', 'TRN-01'] }, ['topics']],
  ])('fits the set in force, or is refused at its field: %j', (changes, fields) => {
    expect(courseFaults(shipped, { ...course, ...changes }).map(({ field }) => field)).toEqual(
      fields,
    )
  })
})
