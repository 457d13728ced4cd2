import { describe, expect, it } from 'vitest'
import { certificateOf } from '#domain/training/facts.ts'
import { certificateInput, courseInput } from '#domain/training/record.ts'
import { aCertificate } from './builders.ts'

const typed = {
  staffId: '018f0000-0000-7000-8000-000000000001',
  courseId: '018f0000-0000-7000-8000-000000000002',
  completedOn: '2026-06-01',
  expiresOn: null,
  topics: ['TRN-01'],
  agenciesPresent: ['police'],
  minutes: 120,
}
const faults = (changes: object) =>
  certificateInput
    .safeParse({ ...typed, ...changes })
    .error?.issues.map((issue) => [issue.path.join('.'), issue.message])

describe('a certificate that is typed in', () => {
  it('is taken as it is', () => {
    expect(faults({})).toBeUndefined()
    expect(faults({ expiresOn: undefined, minutes: undefined })).toBeUndefined()
  })

  it.each([
    [{ completedOn: '16/06/2026' }, 'completedOn', undefined],
    [{ topics: ['TRN-1'] }, 'topics.0', 'Choose topics from the list'],
    [{ agenciesPresent: ['own trust'] }, 'agenciesPresent.0', 'Choose agencies from the list'],
    [{ minutes: 1.5 }, 'minutes', 'Enter whole minutes'],
    [{ minutes: 0 }, 'minutes', 'Enter how long it took'],
    [{ staffId: 'x' }, 'staffId', 'Choose the person'],
    [{ nothing: 1 }, '', undefined],
    [{ reflection: 'a\u0000b' }, 'reflection', undefined],
  ])('is refused at its field: %j', (changes, field, message) => {
    const [first] = faults(changes) ?? []
    expect(first?.[0]).toBe(field)
    if (message) expect(first?.[1]).toBe(message)
  })
})

describe('a course that is typed in', () => {
  it('may leave open whether another agency delivers it', () => {
    const course = {
      title: 'Level 3',
      subject: 'safeguarding',
      level: '3',
      topics: ['TRN-01'],
      provider: 'Partnership',
      deliveredByAnother: null,
      mode: 'in-person',
      minutes: null,
      validMonths: 36,
    }
    expect(courseInput.parse(course)).toEqual(course)
    expect(courseInput.parse({ ...course, deliveredByAnother: undefined })).toEqual(course)
    expect(courseInput.safeParse({ ...course, mode: 'by post' }).success).toBe(false)
  })
})

describe('a certificate as it is stored', () => {
  it('keeps codes in one text, and not recorded apart from none', () => {
    const row = { ...aCertificate(), topics: 'TRN-01 TRN-02', agenciesPresent: '' }
    expect(certificateOf(row)).toMatchObject({ topics: ['TRN-01', 'TRN-02'], agenciesPresent: [] })
    expect(certificateOf({ ...row, agenciesPresent: null }).agenciesPresent).toBeNull()
  })
})
