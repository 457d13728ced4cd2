import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rolePermissions } from '#domain/users/permissions.ts'
import { roles } from '#domain/users/roles.ts'
import type { personTraining } from '../../../../electron/features/training/person.ts'
import type { ending, groups, matrix } from '../../../../electron/features/training/queries.ts'
import { startTestUnit, type TestUnit } from '../../../support/app.ts'
import { aCertificateOf, level3Course, lifeSupportCourse } from '../../../support/training.ts'

type Matrix = ReturnType<typeof matrix>
type Person = ReturnType<typeof personTraining>

let unit: TestUnit
let courseId: string
let lifeSupportId: string
/** Nurse and doctors are trained as it is said in each test; the clock stands at 23 November 2026. */
beforeAll(async () => {
  unit = await startTestUnit()
  const lead = unit.as('safeguarding-lead')
  courseId = (await lead.ok('training.addCourse', level3Course)).id
  lifeSupportId = (await lead.ok('training.addCourse', lifeSupportCourse)).id
})
afterAll(() => unit.close())

const lead = () => unit.as('safeguarding-lead')
const nurseId = () => unit.as('nurse').staffId
const person = (staffId: string, on?: string) =>
  lead().ok<Person>('training.person', { staffId, ...(on ? { on } : {}) })
const row = async (staffId: string, on?: string) =>
  (await lead().ok<Matrix>('training.matrix', on ? { on } : {})).people.find(
    (one) => one.staffId === staffId,
  )
const audited = (action: string, id: string) =>
  unit.db.rows<{ reason: string; version: number }>(
    'select reason, entity_version as version from audit where action = ? and entity_id = ?',
    [action, id],
  )

describe('a course', () => {
  test('is listed with how many have done it, and its adding is in the audit', async () => {
    const courses =
      await lead().ok<{ title: string; certificates: number; topics: string[] }[]>(
        'training.courses',
      )
    expect(courses.map(({ title }) => title)).toEqual([
      'Paediatric life support',
      'Safeguarding children, level 3',
    ])
    expect(courses[1]).toMatchObject({ certificates: 0, topics: level3Course.topics })
    expect(audited('add', courseId)).toHaveLength(1)
  })

  test.each<[string, object, string]>([
    ['the same again', { title: 'SAFEGUARDING children, level 3' }, 'title'],
    ['no title', { title: ' ' }, 'title'],
    ['a control character', { title: 'Level\u00003' }, 'title'],
    ['an unknown subject', { subject: 'juggling' }, 'subject'],
    ['an unknown level', { title: 'Another', level: '9' }, 'level'],
    ['an unknown topic', { title: 'Another', topics: ['TRN-99'] }, 'topics'],
    ['a level of life support', { title: 'Another', subject: 'life-support' }, 'level'],
    ['half a minute', { title: 'Another', minutes: 0.5 }, 'minutes'],
    ['no way of holding it', { title: 'Another', mode: undefined }, 'mode'],
    ['1 MB of text', { title: 'a'.repeat(1_000_000) }, 'title'],
  ])('with %s is refused at its field', async (_, changes, field) => {
    const failure = await lead().fails('training.addCourse', { ...level3Course, ...changes })
    expect(failure.code).toBe('invalid')
    expect(failure.fields?.map((one) => one.field)).toContain(field)
  })

  test('is corrected with a reason, by a version that was read', async () => {
    const course = { ...lifeSupportCourse, provider: 'Invented Acute Trust' }
    const change = { id: lifeSupportId, version: 1, reason: 'Wrong provider', course }
    await lead().ok('training.changeCourse', change)
    expect(await lead().fails('training.changeCourse', change)).toMatchObject({ code: 'clash' })
    expect(audited('change', lifeSupportId)).toEqual([{ reason: 'Wrong provider', version: 2 }])
    const bad = { ...change, version: 2, course: { ...course, level: '3' } }
    const { fields } = await lead().fails('training.changeCourse', bad)
    expect(fields?.map(({ field }) => field)).toEqual(['course.level'])
  })
})

describe('a certificate', () => {
  test('puts the person in date, with what it keeps of its course', async () => {
    expect(await row(nurseId())).toMatchObject({ level: { standing: 'missing', until: null } })
    const made = await lead().ok<{ id: string; fromEarlierEmployer: boolean }>(
      'training.recordCertificate',
      aCertificateOf(nurseId(), courseId),
    )
    expect(made.fromEarlierEmployer).toBe(false)
    expect(await row(nurseId())).toMatchObject({
      level: { standing: 'in-date', until: '2029-06-01' },
      multiAgency: { standing: 'in-date', until: '2027-06-01' },
      lifeSupport: { standing: 'missing' },
      careProceedings: 'in-date',
      minutes: 480,
    })
    const { certificates } = await person(nurseId())
    expect(certificates).toMatchObject([
      {
        course: level3Course.title,
        level: '3',
        evidence: 'Document seen: Certificate, 2 Jun 2026',
      },
    ])
    expect(audited('record', made.id)).toHaveLength(1)
  })

  test('from before the person started counts, and is marked as brought along', async () => {
    const staffId = unit.as('consultant').staffId
    const { fromEarlierEmployer } = await lead().ok<{ fromEarlierEmployer: boolean }>(
      'training.recordCertificate',
      aCertificateOf(staffId, courseId, { completedOn: '2019-12-02' }),
    )
    expect(fromEarlierEmployer).toBe(true)
    expect((await person(staffId)).certificates).toMatchObject([{ fromEarlierEmployer: true }])
    expect(await row(staffId)).toMatchObject({ level: { standing: 'lapsed', until: '2022-12-02' } })
    expect(await row(staffId, '2022-12-02')).toMatchObject({ level: { standing: 'in-date' } })
  })

  test('takes its expiry from the course where nothing is printed on it', async () => {
    const typed = aCertificateOf(nurseId(), lifeSupportId, {
      topics: ['TRN-11'],
      agenciesPresent: [],
    })
    await lead().ok('training.recordCertificate', typed)
    const { certificates } = await person(nurseId())
    expect(certificates.find(({ courseId: id }) => id === lifeSupportId)).toMatchObject({
      expiresOn: '2027-06-01',
      minutes: 240,
    })
  })

  test.each<[string, object, string]>([
    ['a day still to come', { completedOn: '2026-11-24' }, 'completedOn'],
    ['a day that does not exist', { completedOn: '2026-02-31' }, 'completedOn'],
    ['a British date', { completedOn: '01/06/2026' }, 'completedOn'],
    ['no day', { completedOn: undefined }, 'completedOn'],
    ['the same course on the same day', {}, 'completedOn'],
    ['an expiry before it', { completedOn: '2026-05-01', expiresOn: '2026-04-30' }, 'expiresOn'],
    ['a topic of another course', { completedOn: '2026-05-01', topics: ['TRN-11'] }, 'topics'],
    ['an agency not in the list', { agenciesPresent: ['own trust'] }, 'agenciesPresent.0'],
    ['nobody', { staffId: undefined }, 'staffId'],
    ['somebody unknown', { staffId: '01a0a0a0-0000-7000-8000-000000000000' }, 'staffId'],
    ['an unknown course', { courseId: '01a0a0a0-0000-7000-8000-000000000000' }, 'courseId'],
    ['no basis', { basis: undefined }, 'basis'],
    [
      'an opinion for a basis',
      { completedOn: '2026-05-01', basis: { kind: 'opinion', by: 'J. Reed', on: '2026-06-01' } },
      'basis.kind',
    ],
    [
      'a basis without its document',
      { basis: { kind: 'document', on: '2026-06-01' } },
      'basis.document',
    ],
    ['more than a month of minutes', { minutes: 60 * 24 * 31 }, 'minutes'],
    ['a field of nobody’s', { colour: 'red' }, 'colour'],
  ])('with %s is refused at its field, and nothing is written', async (_, changes, field) => {
    const before = (await person(nurseId())).certificates.length
    const typed = { ...aCertificateOf(nurseId(), courseId), ...changes }
    const failure = await lead().fails('training.recordCertificate', typed)
    expect(failure.fields?.map((one) => one.field)).toContain(field)
    for (const { message } of failure.fields ?? []) expect(message).toMatch(/^[A-Z].{5,}/)
    expect((await person(nurseId())).certificates).toHaveLength(before)
  })

  test('keeps what was learnt that day when its course changes later', async () => {
    const { id } = await lead().ok('training.addCourse', { ...level3Course, title: 'Changing' })
    const staffId = unit.as('other-clinician').staffId
    const { id: certificateId } = await lead().ok(
      'training.recordCertificate',
      aCertificateOf(staffId, id),
    )
    const course = { ...level3Course, title: 'Changing', level: '2', topics: ['TRN-01'] }
    await lead().ok('training.changeCourse', { id, version: 1, reason: 'New syllabus', course })
    expect((await row(staffId))?.level.standing).toBe('in-date')
    // Its own topics may stay on it, and its day be mended.
    const certificate = aCertificateOf(staffId, id, { completedOn: '2026-06-03' })
    const change = { id: certificateId, version: 1, reason: 'Wrong day', certificate }
    await lead().ok('training.correctCertificate', change)
    expect(await row(staffId)).toMatchObject({ level: { until: '2029-06-03' } })
    // Unless the entry of the course was wrong from the start.
    const again = {
      ...change,
      version: 2,
      reason: 'It was level 2 all along',
      certificate: { ...certificate, topics: ['TRN-01'] },
      fromCourseNow: true,
    }
    await lead().ok('training.correctCertificate', again)
    expect((await row(staffId))?.level.standing).toBe('missing')
    expect(audited('correct', certificateId).map(({ reason }) => reason)).toEqual([
      'Wrong day',
      'It was level 2 all along',
    ])
    const [view] = (await person(staffId)).certificates
    expect(view?.earlier.map(({ version, completedOn }) => [version, completedOn])).toEqual([
      [2, '2026-06-03'],
      [1, '2026-06-01'],
    ])
  })

  test('stays with its person', async () => {
    const [view] = (await person(nurseId())).certificates
    const failure = await lead().fails('training.correctCertificate', {
      id: view?.id,
      version: view?.version,
      reason: 'Wrong person',
      certificate: aCertificateOf(unit.as('nursery-nurse').staffId, courseId),
    })
    expect(failure.fields?.map(({ field }) => field)).toEqual(['certificate.staffId'])
  })

  test('entered in error is withdrawn with a reason, counts no more, and stays readable', async () => {
    const staffId = unit.as('nursery-nurse').staffId
    const { id } = await lead().ok('training.recordCertificate', aCertificateOf(staffId, courseId))
    expect((await row(staffId))?.level.standing).toBe('in-date')
    const withdrawal = { id, version: 1, reason: 'Another person of the same name' }
    expect(
      await lead().fails('training.withdrawCertificate', { ...withdrawal, reason: '' }),
    ).toMatchObject({ code: 'invalid' })
    await lead().ok('training.withdrawCertificate', withdrawal)
    expect((await row(staffId))?.level.standing).toBe('missing')
    expect((await person(staffId)).certificates).toMatchObject([
      { id, withdrawn: true, reason: 'Another person of the same name' },
    ])
    expect(await lead().fails('training.withdrawCertificate', withdrawal)).toMatchObject({
      code: 'not-found',
    })
    expect(audited('withdraw', id)).toHaveLength(1)
  })

  test('shows what somebody wrote for themselves to them and to the keepers of the register alone', async () => {
    const staffId = unit.as('nursery-nurse').staffId
    const reflection = 'I had not seen a care plan before'
    await lead().ok(
      'training.recordCertificate',
      aCertificateOf(staffId, courseId, { completedOn: '2026-07-01', reflection }),
    )
    const seenBy = async (role: 'nurse' | 'nursery-nurse' | 'ward-manager') =>
      JSON.stringify(await unit.as(role).ok('training.person', { staffId })).includes(reflection)
    expect([
      await seenBy('nurse'),
      await seenBy('nursery-nurse'),
      await seenBy('ward-manager'),
    ]).toEqual([false, true, true])
  })
})

describe('the register', () => {
  test('answers as of any past day, and of no day to come', async () => {
    expect((await row(nurseId(), '2026-05-31'))?.level.standing).toBe('missing')
    expect((await row(nurseId(), '2026-06-01'))?.level.standing).toBe('in-date')
    expect((await lead().ok<Matrix>('training.matrix', { on: '2019-06-01' })).people).toEqual([])
    const failure = await lead().fails('training.matrix', { on: '2026-11-24' })
    expect(failure.fields?.map(({ field }) => field)).toEqual(['on'])
  })

  test('shows compliance by profession with n, doctors and bank apart', async () => {
    await unit.as('administrator').ok('users.addStaff', {
      name: 'B. Bank',
      profession: 'registered-nurse',
      employment: 'bank',
      registration: '12A3456B',
      startedOn: '2024-01-08',
    })
    const found = await lead().ok<ReturnType<typeof groups>>('training.groups', {})
    const line = (group: string) => found.groups.find((one) => one.group === group)
    expect(line('Registered nurse, bank')).toMatchObject({ n: 1, level: { pass: 0, fail: 1 } })
    expect(line('Consultant')).toMatchObject({ n: 1, level: { pass: 0, fail: 1, rate: 0 } })
    expect(line('All doctors')).toMatchObject({ n: 1 })
    expect(line('Commissioner')).toMatchObject({ n: 1, level: { rate: null } })
    const everybody = line('Everybody')
    const { people } = await lead().ok<Matrix>('training.matrix', {})
    expect(everybody?.n).toBe(people.length)
    expect(everybody?.level.pass).toBe(
      people.filter(({ level }) => level.standing === 'in-date').length,
    )
  })

  test('lists what lapses in the next 30, 60 and 90 days', async () => {
    const staffId = unit.as('ward-manager').staffId
    const soon = { completedOn: '2024-01-10', agenciesPresent: [] }
    await lead().ok('training.recordCertificate', aCertificateOf(staffId, courseId, soon))
    const within = async (days: number) =>
      (await lead().ok<ReturnType<typeof ending>>('training.ending', { days })).rows.filter(
        (one) => one.staffId === staffId,
      )
    expect(await within(30)).toEqual([])
    expect(await within(60)).toMatchObject([
      { lastDay: '2027-01-10', what: 'lapses', parts: ['level', ...level3Course.topics] },
    ])
    expect(await within(90)).toHaveLength(1)
  })

  test('asks of an account’s role as it was on the day', async () => {
    const accounts = await unit
      .as('administrator')
      .ok<{ id: string; version: number; staffId: string }[]>('users.list')
    const nurse = accounts.find(({ staffId }) => staffId === nurseId())
    unit.clock.pass(24 * 60)
    await unit.as('administrator').signIn()
    await unit.as('administrator').ok('users.changeRole', {
      id: nurse?.id,
      version: nurse?.version,
      role: 'safeguarding-lead',
      reason: 'New post',
    })
    await lead().signIn()
    expect((await row(nurseId()))?.requirement?.level).toBe('4')
    expect((await row(nurseId(), '2026-11-23'))?.requirement?.level).toBe('3')
  })
})

describe('who sees the register', () => {
  const reads = ['lists', 'courses', 'matrix', 'groups', 'ending', 'person', 'register'] as const
  test.each(['commissioner', 'administrator'] as const)('the %s does not', async (role) => {
    await unit.as(role).signIn()
    for (const name of reads)
      expect(await unit.as(role).fails(`training.${name}`, {})).toMatchObject({
        code: 'not-permitted',
      })
  })

  test('whoever does may see the names of the staff', () => {
    for (const role of roles)
      if (rolePermissions[role].has('training:read'))
        expect(rolePermissions[role].has('staff:read')).toBe(true)
  })

  test.each(['nursery-nurse', 'consultant', 'other-clinician'] as const)(
    'the %s writes nothing in it',
    async (role) => {
      const window = unit.as(role)
      await window.signIn()
      const typed = aCertificateOf(window.staffId, courseId, { completedOn: '2026-01-05' })
      expect(await window.fails('training.recordCertificate', typed)).toMatchObject({
        code: 'not-permitted',
      })
    },
  )
})
