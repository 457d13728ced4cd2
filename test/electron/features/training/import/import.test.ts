import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestUnit, type TestUnit } from '../../../../support/app.ts'
import {
  csv,
  type Preview,
  reading,
  send,
  threeHundredRows,
  workbook,
} from '../../../../support/sheets.ts'
import { aCertificateOf, level3Course, lifeSupportCourse } from '../../../../support/training.ts'

let unit: TestUnit
let courseId: string
beforeAll(async () => {
  unit = await startTestUnit()
  courseId = (await lead().ok('training.addCourse', level3Course)).id
  await lead().ok('training.addCourse', lifeSupportCourse)
})
afterAll(() => unit.close())

const lead = () => unit.as('safeguarding-lead')
const manager = () => unit.as('ward-manager')
const certificates = () =>
  unit.db.rows<{ n: number }>(
    `select count(*) as n from certificate c where c.withdrawn = 0 and not exists
     (select 1 from certificate l where l.record_id = c.record_id and l.version > c.version)`,
    [],
  )[0]?.n
const preview = (input: object) => lead().ok<Preview>('training.previewImport', input)
const seenIn = ({ counts }: Preview) => ({ seen: { add: counts.add, fault: counts.fault } })

describe('a sheet of 300 rows, 12 of them faulty', () => {
  const names = ['nurse person', 'consultant person', 'nursery-nurse person']
  const { heads, rows, faulty } = threeHundredRows(names, level3Course.title)
  const file = () => workbook({ rows: [heads, ...rows] })
  let importId: string

  test('is told row by row before anything is written', async () => {
    const seen = await preview(await reading(lead(), await file()))
    expect(seen.counts).toEqual({
      add: 288,
      already: 0,
      differs: 0,
      asked: 0,
      'left-out': 0,
      fault: 12,
    })
    expect(seen.questions).toEqual([])
    const told = seen.lines.filter(({ outcome }) => outcome === 'fault')
    expect(told.map(({ row }) => row)).toEqual(faulty)
    expect(told.map(({ messages }) => messages.join(' '))).toMatchInlineSnapshot(`
      [
        "The name is empty",
        "Nobody in the register of staff is called Nobody At All. Correct the name, or add the person first",
        "The course is empty",
        "Completed: Enter a date that is not in the future",
        "Completed: “31/02/2025” is not a day of the calendar. Check day and month",
        "Completed: “13/11/26”: write the year with four figures, so that it cannot be mistaken",
        "Completed: “last spring” is not a date. Write it as 23/11/2026 or 23 Nov 2026",
        "Completed: The number 12 is not a date. Write it as 23/11/2026 or 23 Nov 2026",
        "Expires: Enter an expiry on or after the day of completion",
        "Expires: Check the year: this is more than ten years after completion",
        "Hours: “a day” is not a number of hours",
        "Hours: “-2” is not a number of hours",
      ]
    `)
    expect(certificates()).toBe(0)
  })

  test('is not imported at all until somebody says that the faulty rows are left out', async () => {
    const input = await reading(lead(), await file())
    const seen = seenIn(await preview(input))
    const failure = await lead().fails('training.importSheet', { ...input, ...seen })
    expect(failure.fields?.[0]?.field).toBe('withoutFaulty')
    expect(certificates()).toBe(0)
  })

  test('is imported whole, in one transaction with its entry in the audit', async () => {
    const input = { ...(await reading(lead(), await file())), withoutFaulty: true }
    const seen = seenIn(await preview(readingOf(input)))
    const done = await lead().ok<{ id: string; added: number; leftOut: number }>(
      'training.importSheet',
      { ...input, ...seen },
    )
    importId = done.id
    expect(done).toMatchObject({ added: 288, leftOut: 12 })
    expect(certificates()).toBe(288)
    const audit = unit.db.rows('select * from audit where entity_id = ?', [done.id])
    expect(audit).toHaveLength(1)
    const one = unit.db.rows<{ evidence: string; evidence_hash: string }>(
      'select evidence, evidence_hash from certificate limit 1',
      [],
    )[0]
    expect(one?.evidence).toBe('Document seen: training.xlsx, row 2, 23 Nov 2026')
    expect(one?.evidence_hash).toMatch(/^[0-9a-f]{64}$/)
  })

  test('changes nothing when it is imported again', async () => {
    const input = { ...(await reading(lead(), await file())), withoutFaulty: true }
    const seen = await preview(readingOf(input))
    expect(seen.counts).toMatchObject({ add: 0, already: 288, fault: 12 })
    await lead().fails('training.importSheet', { ...input, ...seenIn(seen) })
    expect(certificates()).toBe(288)
  })

  test('is taken back whole, and can be imported once more', async () => {
    const undo = { id: importId, version: 1, reason: 'The wrong year' }
    expect(await lead().ok('training.undoImport', undo)).toMatchObject({ withdrawn: 288 })
    expect(certificates()).toBe(0)
    const list = await lead().ok<{ takenBack: boolean; reason: string; report: unknown[] }[]>(
      'training.imports',
      { kinds: ['certificates', 'staff'] },
    )
    expect(list[0]).toMatchObject({
      takenBack: true,
      reason: 'The wrong year',
      by: 'safeguarding-lead person',
    })
    expect(list[0]?.report).toHaveLength(12)
    expect((await lead().fails('training.undoImport', { ...undo, version: 2 })).code).toBe('held')
    expect((await preview(await reading(lead(), await file()))).counts.add).toBe(288)
  })
})

const readingOf = ({ withoutFaulty: _, ...rest }: Record<string, unknown>) => rest

describe('an import', () => {
  const head = 'Name,Course,Completed,Expires'
  const line = (rest: string) => `nurse person,"${level3Course.title}",${rest}`

  test('remembers the columns and the words of the last file of the unit', async () => {
    const bytes = csv('Wer,Was,Wann', `nurse person,Kinderschutz,2026-02-01`)
    const input = {
      ...(await reading(lead(), bytes, 'certificates', 'a.csv')),
      columns: { name: 0, course: 1, completedOn: 2 },
    }
    const asked = await preview(input)
    expect(asked.questions).toEqual([
      { ask: 'word', column: 'course', word: 'Kinderschutz', rows: [2] },
    ])
    const failure = await lead().fails('training.importSheet', { ...input, ...seenIn(asked) })
    expect(failure.message).toContain('Answer the questions')
    const words = { 'course kinderschutz': courseId }
    const seen = seenIn(await preview({ ...input, words }))
    await lead().ok('training.importSheet', { ...input, words, ...seen })
    const again = await send(lead(), csv('Was,Wer,Wann', 'Kinderschutz,nurse person,2026-02-02'))
    expect(again).toMatchObject({
      value: {
        words: { certificates: words },
        sheets: [{ guesses: { certificates: { course: 0, name: 1, completedOn: 2 } } }],
      },
    })
  })

  test('asks once in which order the dates are, where they do not tell', async () => {
    const input = await reading(lead(), csv(head, line('03/04/2026,'), line('05/06/2026,')))
    const open = await preview(input)
    expect(open.questions).toEqual([{ ask: 'date-order', examples: ['03/04/2026', '05/06/2026'] }])
    expect(open.counts.asked).toBe(2)
    const answered = { ...input, dateOrder: 'month-first' }
    const seen = await preview(answered)
    expect(seen.counts.add).toBe(2)
    await lead().ok('training.importSheet', { ...answered, ...seenIn(seen) })
    const days = unit.db.rows<{ day: string }>(
      "select completed_on as day from certificate where version = 1 and completed_on in ('2026-03-04', '2026-05-06')",
      [],
    )
    expect(days).toHaveLength(2)
  })

  test('takes days as Excel counts them, what a merged name stands for, and the value of a formula', async () => {
    const bytes = await workbook({
      rows: [
        ['Name', 'Course', 'Completed', 'Hours'],
        ['nurse person', level3Course.title, 45_231, null],
        [null, lifeSupportCourse.title, 45_232, 4],
      ],
      merges: [{ startRow: 1, endRow: 2, startCol: 0, endCol: 0 }],
      cells: new Map([['1,3', { value: null, formula: '2*4', formulaResult: 8 }]]),
    })
    const reply = await send(lead(), bytes)
    expect(reply).toMatchObject({
      value: {
        sheets: [
          { notes: [expect.stringContaining('merged'), expect.stringContaining('not run')] },
        ],
      },
    })
    const input = await reading(lead(), bytes)
    const seen = await preview(input)
    expect(seen.counts.add).toBe(2)
    await lead().ok('training.importSheet', { ...input, ...seenIn(seen) })
    expect(
      unit.db.rows(
        "select completed_on as day, minutes from certificate where completed_on like '2023-11-0%' order by 1",
        [],
      ),
    ).toEqual([
      { day: '2023-11-01', minutes: 480 },
      { day: '2023-11-02', minutes: 240 },
    ])
  })

  test('says of a course before the person started that it was brought along', async () => {
    const input = await reading(lead(), csv(head, line('2019-05-05,')))
    expect((await preview(input)).lines[0]).toMatchObject({
      outcome: 'add',
      messages: [expect.stringContaining('brought from elsewhere')],
    })
  })

  test('refuses to import anything else than what was seen', async () => {
    const input = await reading(lead(), csv(head, line('2026-05-09,')))
    const seen = seenIn(await preview(input))
    const certificate = aCertificateOf(unit.as('nurse').staffId, courseId, {
      completedOn: '2026-05-09',
    })
    await lead().ok('training.recordCertificate', certificate)
    expect(await lead().fails('training.importSheet', { ...input, ...seen })).toMatchObject({
      code: 'clash',
    })
  })

  test('is not taken back where something of it was corrected since', async () => {
    const input = await reading(lead(), csv(head, line('2026-05-10,')))
    const { id } = await lead().ok('training.importSheet', {
      ...input,
      ...seenIn(await preview(input)),
    })
    const made = unit.db.rows<{ id: string }>(
      "select record_id as id from certificate where completed_on = '2026-05-10'",
      [],
    )[0]
    await lead().ok('training.correctCertificate', {
      id: made?.id,
      version: 1,
      reason: 'Other agencies came',
      certificate: aCertificateOf(unit.as('nurse').staffId, courseId, {
        completedOn: '2026-05-10',
      }),
    })
    const failure = await lead().fails('training.undoImport', {
      id,
      version: 1,
      reason: 'Wrong file',
    })
    expect(failure.message).toContain('1 of what it made was corrected since')
  })

  test('does not bring back a day that somebody has corrected since', async () => {
    const file = csv(head, line('2026-05-12,'))
    const input = await reading(lead(), file)
    await lead().ok('training.importSheet', { ...input, ...seenIn(await preview(input)) })
    const made = unit.db.row<{ id: string }>(
      "select record_id as id from certificate where completed_on = '2026-05-12'",
    )
    await lead().ok('training.correctCertificate', {
      id: made?.id,
      version: 1,
      reason: 'The sheet had the wrong day',
      certificate: aCertificateOf(unit.as('nurse').staffId, courseId, {
        completedOn: '2026-05-13',
      }),
    })
    const { counts, lines } = await preview(await reading(lead(), file))
    expect(counts).toMatchObject({ add: 0, differs: 1 })
    expect(lines[0]?.messages).toEqual(['Recorded before, and corrected since: nothing is changed'])
  })

  test('is not held over a lock of the screen', async () => {
    const input = await reading(lead(), csv(head, line('2026-05-11,')))
    await lead().signIn()
    expect((await lead().fails('training.previewImport', input)).message).toContain(
      'Choose it again',
    )
  })
})

describe('an import of staff', () => {
  const head = 'Name,Profession,Employed as,Registration number,Started,Left'
  const asManager = (input: object) => manager().ok<Preview>('training.previewImport', input)

  test('is not for who does not keep the register of staff', async () => {
    const input = await reading(
      lead(),
      csv(head, 'Ann Bell,Nursery nurse,Bank,,2026-01-05,'),
      'staff',
    )
    expect((await lead().fails('training.previewImport', input)).code).toBe('not-permitted')
  })

  test('asks of two people of the same name, and adds each once', async () => {
    const bytes = csv(
      head,
      'Ann Bell,Nursery nurse,Bank,,2026-01-05,',
      '"Bell, Ann",Psychologist,Permanent,,2026-02-05,',
      'Cy Dow,Staff nurse,Agency,12A9999Z,2026-01-05,2025-01-05',
    )
    const input = await reading(manager(), bytes, 'staff')
    const open = await asManager(input)
    expect(open.questions).toMatchObject([{ ask: 'person', name: 'Ann Bell', rows: [3] }])
    expect(open.lines[2]).toMatchObject({
      outcome: 'fault',
      messages: ['Left: The leaving date is before the start date. Check both dates'],
    })
    const key = open.questions[0]?.ask === 'person' ? open.questions[0].key : ''
    const answered = { ...input, people: { [key]: 'new' } }
    const seen = await asManager(answered)
    expect(seen.counts).toMatchObject({ add: 2, fault: 1 })
    const { id } = await manager().ok('training.importSheet', {
      ...answered,
      ...seenIn(seen),
      withoutFaulty: true,
    })
    const again = await asManager(await reading(manager(), bytes, 'staff'))
    expect(again.counts).toMatchObject({ add: 0, already: 2, asked: 0 })

    const twins = await reading(
      lead(),
      csv('Name,Course,Completed', `Ann Bell,"${level3Course.title}",2026-03-01`),
    )
    const which = await preview(twins)
    expect(which.questions).toMatchObject([
      {
        ask: 'person',
        choices: [
          { label: expect.stringContaining('nursery nurse') },
          { label: expect.stringContaining('psychologist') },
        ],
      },
    ])
    expect(which.counts.asked).toBe(1)
    await manager().ok('training.undoImport', { id, version: 1, reason: 'Too early' })
    expect((await asManager(await reading(manager(), bytes, 'staff'))).counts.already).toBe(0)
  })

  test('is not taken back once somebody of it has training', async () => {
    const input = await reading(
      manager(),
      csv(head, 'Flo Gray,Midwife,Substantive,,2026-01-05,'),
      'staff',
    )
    const { id } = await manager().ok('training.importSheet', {
      ...input,
      ...seenIn(await asManager(input)),
    })
    const flo = unit.db.rows<{ id: string }>(
      "select record_id as id from staff where name = 'Flo Gray'",
      [],
    )[0]
    await lead().ok('training.recordCertificate', aCertificateOf(flo?.id ?? '', courseId))
    const failure = await manager().fails('training.undoImport', {
      id,
      version: 1,
      reason: 'Wrong file',
    })
    expect(failure.message).toContain('1 of these people has')
  })

  test('is not taken back once somebody of it came to a session', async () => {
    const input = await reading(
      manager(),
      csv(head, 'Ivy Green,Midwife,Substantive,,2026-01-05,'),
      'staff',
    )
    const { id } = await manager().ok('training.importSheet', {
      ...input,
      ...seenIn(await asManager(input)),
    })
    const ivy = unit.db.row<{ id: string }>(
      "select record_id as id from staff where name = 'Ivy Green'",
    )
    await lead().ok('culture.recordSession', {
      kind: 'reflective',
      heldOn: '2026-11-23',
      minutes: 60,
      theme: 'baby-first',
      prompt: 'ordinary',
      facilitatorId: lead().staffId,
      attended: [ivy?.id],
      outsideCount: 0,
    })
    const undo = { id, version: 1, reason: 'Wrong file' }
    expect((await manager().fails('training.undoImport', undo)).message).toContain(
      '1 of these people has',
    )
  })
})

describe('an import of the roster', () => {
  const head = 'Name,Day,Starts,Ends,Nurse in charge'
  const asManager = (input: object) => manager().ok<Preview>('training.previewImport', input)
  const file = csv(
    head,
    'nurse person,24/11/2026,19:00,07:30,yes',
    'nursery-nurse person,24/11/2026,19:00,07:30,no',
    'nurse person,25/11/2026,7,19:30,no',
  )
  const onRoster = () =>
    unit.db.rows<{ startsAt: string; endsAt: string; nurseInCharge: number }>(
      `select starts_at as startsAt, ends_at as endsAt, nurse_in_charge as nurseInCharge
       from shift_duty d where d.withdrawn = 0 and not exists (select 1 from shift_duty l
         where l.record_id = d.record_id and l.version > d.version) order by 1, 3 desc`,
      [],
    )
  let importId: string

  test('is not for who does not keep the roster', async () => {
    const input = await reading(lead(), file, 'roster')
    expect((await lead().fails('training.previewImport', input)).code).toBe('not-permitted')
    const out = { kind: 'roster', format: 'csv' }
    expect((await lead().fails('training.exportSheet', out)).code).toBe('not-permitted')
  })

  test('takes all good rows or none, by the clocks in England, with its entry in the audit', async () => {
    const input = await reading(manager(), file, 'roster')
    const seen = await asManager(input)
    expect(seen.counts).toMatchObject({ add: 2, fault: 1, asked: 0 })
    const taken = { ...input, ...seenIn(seen) }
    expect(await manager().fails('training.importSheet', taken)).toMatchObject({ code: 'held' })
    expect(onRoster()).toEqual([])
    const answer = { ...taken, withoutFaulty: true }
    importId = (await manager().ok('training.importSheet', answer)).id
    const night = { startsAt: '2026-11-24T19:00:00.000Z', endsAt: '2026-11-25T07:30:00.000Z' }
    expect(onRoster()).toEqual([
      { ...night, nurseInCharge: 1 },
      { ...night, nurseInCharge: 0 },
    ])
    const note = unit.db.row<{ payload: string }>(
      'select payload from audit where entity_id = @importId',
      { importId },
    )
    expect(JSON.parse(note?.payload ?? '')).toMatchObject({ kind: 'roster', added: 2, leftOut: 1 })
  })

  test('changes nothing when it is imported again, also from the export of the app', async () => {
    const again = await asManager(await reading(manager(), file, 'roster'))
    expect(again.counts).toMatchObject({ add: 0, already: 2, fault: 1 })
    for (const format of ['csv', 'xlsx']) {
      const asked = { kind: 'roster', format, from: '2026-11-23' }
      const out = await manager().ok<{ name: string; bytes: Uint8Array }>(
        'training.exportSheet',
        asked,
      )
      expect(out.name).toBe(`2026-11-23-roster.${format}`)
      const back = await asManager(await reading(manager(), out.bytes, 'roster'))
      expect(back.counts).toMatchObject({ add: 0, already: 2, fault: 0, asked: 0 })
    }
  })

  test('reads the times of a workbook as it shows them', async () => {
    const bytes = await workbook({
      rows: [
        ['Staff member', 'Shift start', 'Shift end'],
        ['nurse person', new Date('2026-12-01T07:30:00Z'), new Date('2026-12-01T19:45:00Z')],
      ],
      columns: [{}, { numFmt: 'dd/mm/yyyy hh:mm' }, { numFmt: 'dd/mm/yyyy hh:mm' }],
    })
    const input = await reading(manager(), bytes, 'roster')
    const seen = await asManager(input)
    expect(seen.lines[0]).toMatchObject({ outcome: 'add', messages: [] })
    await manager().ok('training.importSheet', { ...input, ...seenIn(seen) })
    expect(onRoster().at(-1)).toMatchObject({
      startsAt: '2026-12-01T07:30:00.000Z',
      endsAt: '2026-12-01T19:45:00.000Z',
    })
  })

  test('is taken back whole, unless a shift of it was corrected since', async () => {
    const [first] = unit.db.rows<{ id: string }>(
      'select record_id as id from shift_duty where nurse_in_charge = 1 and version = 1',
      [],
    )
    const undo = { id: importId, version: 1, reason: 'The roster of another ward' }
    const ended = { id: first?.id, version: 1, reason: 'Off sick' }
    await manager().ok('users.withdrawDuty', ended)
    await manager().ok('training.undoImport', undo)
    expect(onRoster()).toHaveLength(1)
    const kinds = { kinds: ['roster'] }
    const list = await manager().ok<{ kind: string; takenBack: boolean }[]>(
      'training.imports',
      kinds,
    )
    expect(list.map(({ kind, takenBack }) => [kind, takenBack])).toEqual([
      ['roster', false],
      ['roster', true],
    ])
  })

  test('brings a shift that was taken off by hand back only when somebody says so; what was taken back comes as new', async () => {
    const input = await reading(manager(), file, 'roster')
    const open = await asManager(input)
    expect(open.counts).toMatchObject({ add: 1, asked: 1 })
    expect(open.questions).toMatchObject([{ ask: 'taken-out' }])
    const out = await asManager({ ...input, takenOut: 'leave-out' })
    expect(out.counts).toMatchObject({ add: 1, asked: 0, 'left-out': 1 })
    const answered = { ...input, takenOut: 'take-again' }
    const again = await asManager(answered)
    expect(again.counts).toMatchObject({ add: 2, asked: 0 })
    const taken = { ...answered, ...seenIn(again), withoutFaulty: true }
    await manager().ok('training.importSheet', taken)
    expect(onRoster()).toHaveLength(3)
  })
})

describe('an export', () => {
  test.each(['xlsx', 'csv'] as const)(
    'as %s is imported again and changes nothing',
    async (format) => {
      const out = await lead().ok<{ name: string; bytes: Uint8Array }>('training.exportSheet', {
        kind: 'certificates',
        format,
      })
      expect(out.name).toBe(`2026-11-23-certificates.${format}`)
      const seen = await preview(await reading(lead(), out.bytes))
      expect(seen.counts).toMatchObject({ add: 0, fault: 0, asked: 0 })
      expect(seen.counts.already).toBeGreaterThan(3)
    },
  )

  test('runs no formula that somebody wrote as a name', async () => {
    await manager().ok('users.addStaff', {
      name: '=HYPERLINK("http://x","y")',
      profession: 'other',
      employment: 'bank',
      startedOn: '2026-01-05',
    })
    const asked = { kind: 'staff', format: 'csv' }
    const { bytes } = await manager().ok<{ bytes: Uint8Array }>('training.exportSheet', asked)
    expect(new TextDecoder().decode(bytes)).toContain(`"'=HYPERLINK(""http://x"",""y"")"`)
  })

  test('without rows is the template', async () => {
    const asked = { kind: 'certificates', format: 'csv', empty: true }
    const { bytes } = await lead().ok<{ bytes: Uint8Array }>('training.exportSheet', asked)
    expect(new TextDecoder().decode(bytes).trim()).toBe(
      'Name,Registration number,Course,Completed,Expires,Hours,Topics,Other agencies present',
    )
  })
})
