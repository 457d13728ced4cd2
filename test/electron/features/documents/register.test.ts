import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addMinutes } from '#domain/shared/calendar.ts'
import { readerStandIns } from '../../../../electron/features/history-review/stand-in-lines.ts'
import { type Arrived, startTestUnit, type TestUnit } from '../../../support/app.ts'
import {
  allSign,
  type DocumentView,
  expectDocument,
  nameNurses,
  type RegisterView,
  receiveDocument,
  signDocument,
} from '../../../support/documents.ts'
import { knownBy } from '../../../support/known-by.ts'
import { someone } from '../admission/referring.ts'

let unit: TestUnit
let family: Arrived
beforeAll(async () => {
  unit = await startTestUnit()
  await unit.onShift('nurse', true)
  family = await unit.arrive({ bed: 0, babyName: 'Amber' })
})
afterAll(() => unit.close())

const register = (role: 'nurse' | 'ward-manager' | 'nursery-nurse' = 'nurse') =>
  unit.as(role).ok<RegisterView>('documents.register', { stayId: family.stayId })
const line = async (id: string) => (await register()).documents.find((one) => one.id === id)
const view = (documentId: string) =>
  unit.as('nurse').ok<DocumentView>('documents.get', { documentId })

describe('the register of expected documents', () => {
  test('holds what is expected from the arrival on, for a mother who came without a referral too', async () => {
    const { missing, documents } = await register()
    expect(missing).toEqual([])
    expect(documents.map(({ classId }) => classId)).toEqual(
      expect.arrayContaining(['DOC-01', 'DOC-02', 'DOC-05', 'DOC-08']),
    )
    expect(documents.find(({ classId }) => classId === 'DOC-08')?.babyId).toBe(family.babyId)
    expect(documents.every(({ state }) => state === 'expected')).toBe(true)
    expect(
      await unit.as('nurse').fails('documents.expectMissing', { stayId: family.stayId }),
    ).toMatchObject({ code: 'held' })
  })

  test('says what is expected and not on it yet, and takes it in at one press', async () => {
    const { babyId } = await unit.as('nurse').ok<{ babyId: string }>('stays.babyArrives', {
      basis: knownBy,
      stayId: family.stayId,
      baby: { person: someone('baby', '2026-11-23', 'Twin') },
      startedAt: unit.clock.now(),
    })
    const { missing } = await register()
    expect(missing.map(({ babyId: of }) => of)).toContain(babyId)
    const { added } = await unit
      .as('nurse')
      .ok<{ added: number }>('documents.expectMissing', { stayId: family.stayId })
    expect(added).toBe(missing.length)
    expect((await register()).missing).toEqual([])
  })

  test('expects more as soon as more is known: a child protection plan', async () => {
    await unit.as('nurse').ok('people.addLegalStatus', {
      personId: family.babyId,
      code: 'LEG-04',
      startsAt: '2026-11-20T09:00:00.000Z',
      endsAt: null,
      authority: 'Westmarch Council',
      basis: { kind: 'told', by: 'Duty desk', on: '2026-11-20' },
    })
    const { documents, missing } = await register()
    expect(missing).toEqual([])
    expect(documents.map(({ classId }) => classId)).toEqual(
      expect.arrayContaining(['DOC-10', 'DOC-13']),
    )
    const id = documents.find(({ classId }) => classId === 'DOC-10')?.id ?? ''
    expect(await line(id)).toMatchObject({ state: 'expected', riskCritical: true })
  })

  test('is asked, chased and answered, each step with its limit', async () => {
    const nurse = unit.as('nurse')
    const documentId = await expectDocument(nurse, family.stayId, {
      classId: 'DOC-01',
      title: 'Discharge summary 2025',
    })
    const at = unit.clock.now()
    // 09:00 on Monday 23 November 2026: one working day to ask, two to chase, at 17:00 each.
    expect(await line(documentId)).toMatchObject({ dueAt: '2026-11-24T17:00:00.000Z' })
    expect(
      await nurse.fails('documents.chase', { documentId, chasedOf: 'Records', chasedAt: at }),
    ).toMatchObject({ code: 'held' })
    const ask = { documentId, askedOf: 'Records office', askedAt: at }
    await nurse.ok('documents.ask', ask)
    expect(await line(documentId)).toMatchObject({
      state: 'asked',
      dueAt: '2026-11-25T17:00:00.000Z',
    })
    expect(await nurse.fails('documents.ask', ask)).toMatchObject({ code: 'clash' })
    unit.clock.set('2026-11-25T10:00:00.000Z')
    await nurse.signIn()
    await nurse.ok('documents.chase', {
      documentId,
      chasedOf: 'Records office',
      chasedAt: unit.clock.now(),
    })
    expect(await line(documentId)).toMatchObject({ dueAt: '2026-11-27T17:00:00.000Z' })
    await nurse.ok('documents.close', {
      outcome: 'not-held',
      documentId,
      closedAt: unit.clock.now(),
      basis: { kind: 'told', by: 'Records office', on: '2026-11-25' },
    })
    expect(await line(documentId)).toMatchObject({ state: 'not-held', dueAt: null })
    await receiveDocument(nurse, documentId, unit.clock.now())
    expect(await line(documentId)).toMatchObject({ state: 'received' })
    expect(
      await nurse.fails('documents.close', {
        outcome: 'not-needed',
        documentId,
        because: 'Nobody wants to read it',
      }),
    ).toMatchObject({ code: 'held' })
  })

  test('keeps a struck document with its reason, and takes it back', async () => {
    const nurse = unit.as('nurse')
    const documentId = await expectDocument(nurse, family.stayId, { classId: 'DOC-20' })
    await nurse.ok('documents.close', {
      outcome: 'not-needed',
      documentId,
      because: 'Probation ended in 2019',
    })
    expect(await line(documentId)).toMatchObject({ state: 'not-needed', readers: [] })
    await nurse.ok('documents.reopen', { documentId, reason: 'It concerns the father' })
    expect(await line(documentId)).toMatchObject({ state: 'expected' })
  })
})

describe('reading', () => {
  let documentId: string
  beforeAll(async () => {
    for (const role of ['nurse', 'ward-manager', 'consultant', 'nursery-nurse'] as const)
      await unit.as(role).signIn()
    documentId = await expectDocument(unit.as('nurse'), family.stayId, { title: 'Core assessment' })
    await unit.onShift('nursery-nurse')
    await receiveDocument(unit.as('nurse'), documentId, unit.clock.now())
  })

  test('shows the admitting nurse in charge by the duty, and which parts nobody fills', async () => {
    const { readers, unnamed } = await register()
    expect(readers).toEqual([
      expect.objectContaining({
        role: 'admitting-nurse-in-charge',
        staffId: unit.as('nurse').staffId,
        by: 'duty',
      }),
    ])
    // The safeguarding lead reads too: the baby has a child protection plan.
    expect(unnamed).toEqual(['ward-manager', 'consultant', 'primary-nurse', 'safeguarding-lead'])
  })

  test('names a reader once, and nobody who could not sign', async () => {
    const manager = unit.as('ward-manager')
    const name = (role: string, staffId: string) => ({ stayId: family.stayId, role, staffId })
    expect(
      await manager.fails(
        'documents.nameReader',
        name('primary-nurse', unit.as('nursery-nurse').staffId),
      ),
    ).toMatchObject({ fields: [{ field: 'staffId' }] })
    await nameNurses(unit, family.stayId)
    expect(
      await manager.fails('documents.nameReader', name('primary-nurse', unit.as('nurse').staffId)),
    ).toMatchObject({ fields: [{ field: 'staffId' }] })
  })

  test('is due within 24 hours of receipt for a social-work report, and is mine first', async () => {
    const { mine } = await register()
    expect(mine[0]).toMatchObject({
      documentId,
      parts: ['primary-nurse', 'admitting-nurse-in-charge'],
      reOpened: false,
    })
    expect(await line(documentId)).toMatchObject({
      state: 'received',
      dueAt: '2026-11-26T10:00:00.000Z',
    })
    expect((await register('nursery-nurse')).mine).toEqual([])
  })

  test('lists who on this shift has not read, whatever their part', async () => {
    const { onShift } = await register()
    const nursery = onShift.find(({ staffId }) => staffId === unit.as('nursery-nurse').staffId)
    expect(nursery?.notRead).toContain(documentId)
    await signDocument(unit.as('nursery-nurse'), documentId, null)
    const after = (await register()).onShift.find(
      ({ staffId }) => staffId === unit.as('nursery-nurse').staffId,
    )
    expect(after?.notRead).not.toContain(documentId)
    expect((await line(documentId))?.state).toBe('received')
  })

  test('is signed with a line, the own password and in an own part alone', async () => {
    const { current } = await view(documentId)
    const sign = {
      documentId,
      receivedId: current?.receivedId,
      receivedVersion: current?.version,
      contentHash: current?.contentHash,
      readerRole: 'consultant',
      significance: 'Baby was left alone twice',
    }
    const nurse = unit.as('nurse')
    expect(await nurse.fails('documents.sign', sign)).toMatchObject({
      fields: [{ field: 'readerRole' }],
    })
    const own = { ...sign, readerRole: 'primary-nurse' }
    expect(await nurse.fails('documents.sign', { ...own, significance: ' ' })).toMatchObject({
      fields: [{ field: 'significance' }],
    })
    expect(await nurse.fails('documents.sign', own, { password: 'not my password' })).toMatchObject(
      { code: 'wrong-password' },
    )
    // A wrong password is waited out.
    unit.clock.pass(1)
    await nurse.ok('documents.open', { receivedId: current?.receivedId, version: 1 })
    await nurse.ok('documents.sign', own)
    expect(await nurse.fails('documents.sign', own)).toMatchObject({ code: 'held' })
    const { signatures, opened } = await view(documentId)
    expect(signatures.at(-1)).toMatchObject({
      reader: 'nurse person',
      stands: true,
      openedAt: unit.clock.now(),
      significance: 'Baby was left alone twice',
    })
    expect(opened.at(-1)).toMatchObject({ name: 'nurse person', version: 1 })
  })

  test('is re-opened for every part by a new report, with why, and renewed', async () => {
    await signDocument(unit.as('nurse'), documentId, 'admitting-nurse-in-charge')
    await signDocument(unit.as('ward-manager'), documentId, 'ward-manager')
    await signDocument(unit.as('consultant'), documentId, 'consultant')
    await unit.as('safeguarding-lead').signIn()
    await signDocument(unit.as('safeguarding-lead'), documentId, 'safeguarding-lead')
    expect((await line(documentId))?.state).toBe('read')
    const seen = await view(documentId)
    unit.clock.pass(60)
    for (const role of ['nurse', 'ward-manager', 'consultant'] as const)
      await unit.as(role).signIn()
    await receiveDocument(unit.as('nurse'), documentId, unit.clock.now(), {
      title: 'Chronology with addendum',
      summary: 'A third child was removed in 2022',
    })
    const after = await line(documentId)
    expect(after).toMatchObject({ state: 're-opened', dueAt: '2026-11-26T11:01:00.000Z' })
    expect(after?.readers.map(({ reading }) => reading)).toEqual(Array(5).fill('re-opened'))
    expect(after?.readers[0]?.reOpenedBy?.why).toBe(
      'Another was received: Chronology with addendum',
    )
    expect(
      await unit.as('nurse').fails('documents.sign', {
        documentId,
        receivedId: seen.current?.receivedId,
        receivedVersion: seen.current?.version,
        contentHash: seen.current?.contentHash,
        readerRole: 'primary-nurse',
        significance: 'As before',
      }),
    ).toMatchObject({ code: 'held' })
    await allSign(unit, documentId)
    expect((await line(documentId))?.state).toBe('read')
  })

  test('is re-opened by a correction of the words, and not by one of the time of receipt', async () => {
    const { current } = await view(documentId)
    const nurse = unit.as('nurse')
    const correct = (changes: object, version: number) =>
      nurse.ok<{ version: number }>('documents.correct', {
        documentId,
        id: current?.receivedId,
        version,
        reason: 'Typed wrongly',
        receivedAt: unit.clock.now(),
        title: 'Chronology with addendum',
        author: 'J. Reed, social worker',
        writtenOn: '2026-11-02',
        summary: 'A third child was removed in 2022',
        attachmentHash: null,
        ...changes,
      })
    await correct({}, 1)
    expect((await line(documentId))?.state).toBe('read')
    await correct({ summary: 'A third child was removed in 2021' }, 2)
    const changed = await line(documentId)
    expect(changed?.state).toBe('re-opened')
    expect(changed?.readers[0]?.reOpenedBy?.why).toBe('The entry was corrected: Typed wrongly')
    await correct({}, 3)
    expect((await line(documentId))?.state).toBe('read')
    expect((await view(documentId)).contents.map(({ version }) => version)).toContain(4)
  })

  test('falls back to what was there before where a report is marked as entered in error', async () => {
    const nurse = unit.as('nurse')
    unit.clock.pass(1)
    const { id } = await receiveDocument(nurse, documentId, unit.clock.now(), {
      title: 'Report about another family',
    })
    expect((await line(documentId))?.state).toBe('re-opened')
    const out = { id, version: 1, reason: 'It is about another family' }
    await nurse.ok('documents.withdrawByTwo', out, { second: unit.second('consultant') })
    expect((await line(documentId))?.state).toBe('read')
  })

  test('shows its opening and its signature in the audit', () => {
    const actions = unit.db
      .rows<{ action: string }>(
        "select distinct action from audit where action like 'document.%' order by action",
      )
      .map(({ action }) => action)
    expect(actions).toEqual(
      expect.arrayContaining(['document.opened', 'document.received', 'document.signed']),
    )
  })
})

describe('several reports on one line', () => {
  const sign = (role: 'nurse' | 'consultant', of: DocumentView['reports'][number], id: string) =>
    unit.as(role).call('documents.sign', {
      documentId: id,
      receivedId: of.receivedId,
      receivedVersion: 1,
      contentHash: of.contentHash,
      readerRole: role === 'nurse' ? 'primary-nurse' : role,
      significance: 'Nobody is told the address',
    })

  test('are read one by one: signing the later one leaves the earlier unread', async () => {
    const id = await expectDocument(unit.as('nurse'), family.stayId, { title: 'Two reports' })
    await receiveDocument(unit.as('nurse'), id, unit.clock.now(), { title: 'A: the risk' })
    unit.clock.pass(3)
    await receiveDocument(unit.as('nurse'), id, unit.clock.now(), { title: 'B: covering letter' })
    const { reports, current } = await view(id)
    expect(reports.map(({ title }) => title)).toEqual(['A: the risk', 'B: covering letter'])
    expect(current?.receivedId).toBe(reports[0]?.receivedId)
    const later = reports[1]
    if (!later) throw new Error('There is one report')
    await unit.as('consultant').signIn()
    await unit.as('consultant').ok('documents.open', { receivedId: later.receivedId, version: 1 })
    expect(await sign('consultant', later, id)).toMatchObject({ ok: true })
    const reading = (await line(id))?.readers.find(({ role }) => role === 'consultant')?.reading
    expect(reading).toBe('unread')
    await signDocument(unit.as('consultant'), id, 'consultant')
    expect((await line(id))?.readers.find(({ role }) => role === 'consultant')?.reading).toBe(
      'read',
    )
  })

  test('are not read by being filed late: one that is dated before counts from its entry', async () => {
    const id = await expectDocument(unit.as('nurse'), family.stayId, { title: 'Late filed' })
    const at = unit.clock.now()
    await receiveDocument(unit.as('nurse'), id, at)
    await unit.as('ward-manager').signIn()
    await signDocument(unit.as('ward-manager'), id, 'ward-manager')
    unit.clock.pass(2)
    await receiveDocument(unit.as('nurse'), id, addMinutes(at, -60), { title: 'Addendum' })
    expect((await line(id))?.readers.find(({ role }) => role === 'ward-manager')).toMatchObject({
      reading: 're-opened',
      reOpenedBy: { at: unit.clock.now(), why: 'Another was received: Addendum' },
    })
  })

  test('are signed by those who opened them here, or say where they read them on paper', async () => {
    const id = await expectDocument(unit.as('nurse'), family.stayId, { title: 'On paper' })
    await receiveDocument(unit.as('nurse'), id, unit.clock.now())
    const [report] = (await view(id)).reports
    if (!report) throw new Error('There is no report')
    expect(await sign('nurse', report, id)).toMatchObject({
      failure: { fields: [{ field: 'readOnPaper' }] },
    })
    await unit.as('nurse').ok('documents.sign', {
      documentId: id,
      receivedId: report.receivedId,
      receivedVersion: 1,
      contentHash: report.contentHash,
      readerRole: 'primary-nurse',
      significance: 'Nobody is told the address',
      readOnPaper: 'The red folder in the office',
    })
    expect((await view(id)).signatures).toMatchObject([
      { openedAt: null, readOnPaper: 'The red folder in the office' },
    ])
  })

  test('are not signed in a part by who wrote them, but by who only filed them', async () => {
    const id = await expectDocument(unit.as('nurse'), family.stayId, { title: 'Own summary' })
    const consultant = unit.as('consultant')
    await consultant.signIn()
    await receiveDocument(consultant, id, unit.clock.now(), {
      author: 'Consultant  person, consultant',
    })
    await expect(signDocument(consultant, id, 'consultant')).rejects.toThrow('You wrote this')
    await signDocument(consultant, id, null)
    const filed = await expectDocument(unit.as('nurse'), family.stayId, { title: 'Filed' })
    await receiveDocument(consultant, filed, unit.clock.now())
    await signDocument(consultant, filed, 'consultant')
    await unit.as('ward-manager').signIn()
  })
})

describe('a document that the only consultant wrote', () => {
  let id: string
  let secondDoctor: string
  const manager = () => unit.as('ward-manager')
  const named = (changes: object = {}) => ({
    documentId: id,
    role: 'consultant',
    staffId: secondDoctor,
    because: 'The only consultant wrote it',
    ...changes,
  })
  beforeAll(async () => {
    for (const role of ['nurse', 'ward-manager', 'consultant', 'safeguarding-lead'] as const)
      await unit.as(role).signIn()
    id = await expectDocument(unit.as('nurse'), family.stayId, { title: 'Our own assessment' })
    await receiveDocument(unit.as('nurse'), id, unit.clock.now(), { author: 'Dr Person' })
    secondDoctor = unit.as('safeguarding-lead').staffId
  })

  test('asks the reader whose name may be the author’s, and keeps what they said', async () => {
    const consultant = unit.as('consultant')
    await expect(signDocument(consultant, id, 'consultant')).rejects.toThrow(
      'Say whether that is you',
    )
    const other = await expectDocument(unit.as('nurse'), family.stayId, { title: 'Another' })
    await receiveDocument(unit.as('nurse'), other, unit.clock.now(), { author: 'C. Person, GP' })
    await signDocument(consultant, other, 'consultant', 'Nothing new', { notTheAuthor: true })
    expect((await view(other)).signatures.at(-1)).toMatchObject({ notTheAuthor: true })
  })

  test('is read by whom the ward manager names to stand in, with the reason', async () => {
    expect((await view(id)).needStandIn).toContain('consultant')
    expect(await unit.as('nurse').fails('documents.nameStandIn', named())).toMatchObject({
      code: 'not-permitted',
    })
    expect(
      (await manager().fails('documents.nameStandIn', named({ staffId: unit.as('nurse').staffId })))
        .fields,
    ).toMatchObject([{ field: 'staffId' }])
    expect(
      (await manager().fails('documents.nameStandIn', named({ role: 'ward-manager' }))).fields,
    ).toMatchObject([{ field: 'role' }])
  })

  test('counts as read in the part, shows who stood in, and is listed for the report', async () => {
    const written = await expectDocument(unit.as('nurse'), family.stayId, { title: 'By J. Reed' })
    await receiveDocument(unit.as('nurse'), written, unit.clock.now(), {
      author: 'Consultant person',
    })
    const lead = unit.as('safeguarding-lead')
    await manager().ok('documents.nameStandIn', { ...named(), documentId: written })
    const after = await view(written)
    expect(after.standIns).toMatchObject([
      { role: 'consultant', because: 'The only consultant wrote it' },
    ])
    expect(after.needStandIn).not.toContain('consultant')
    const mine = await lead.ok<RegisterView>('documents.register', { stayId: family.stayId })
    expect(mine.mine).toContainEqual(
      expect.objectContaining({
        documentId: written,
        parts: expect.arrayContaining(['consultant']),
      }),
    )
    await signDocument(lead, written, 'consultant')
    expect((await line(written))?.readers.find(({ role }) => role === 'consultant')).toMatchObject({
      reading: 'read',
      signedBy: lead.staffId,
    })
    const period = { from: '2026-11-01T00:00:00.000Z', to: '2026-12-31T00:00:00.000Z' }
    const cut = { at: unit.clock.now(), auditSeq: Number.MAX_SAFE_INTEGER }
    expect(readerStandIns(unit.db, period, cut)).toMatchObject([
      { requirement: '5c', byRole: 'ward-manager', secondRole: 'safeguarding-lead' },
    ])
  })
})

describe('bad input to the register', () => {
  const nowhere = '01a0a0a0-0000-7000-8000-000000000000'
  const typed = () => ({
    referralId: null,
    stayId: family.stayId,
    classId: 'DOC-10',
    title: 'Report',
    babyId: null,
    sourceName: 'Council',
  })

  test.each<[string, () => object, string]>([
    ['a class that is not in the list', () => ({ classId: 'DOC-77' }), 'classId'],
    ['a baby of another mother', () => ({ babyId: nowhere }), 'babyId'],
    ['no title', () => ({ title: ' ' }), 'title'],
    ['neither stay nor referral', () => ({ stayId: null }), 'stayId'],
    ['a stay that is not on record', () => ({ stayId: nowhere }), 'stayId'],
  ])('%s is refused at its field', async (_what, changes, field) => {
    const failure = await unit.as('nurse').fails('documents.expect', { ...typed(), ...changes() })
    expect(failure.fields?.map((one) => one.field)).toContain(field)
  })

  test.each<[string, (now: string) => object, string]>([
    ['received tomorrow', () => ({ receivedAt: '2026-12-24T00:00:00.000Z' }), 'receivedAt'],
    ['written tomorrow', () => ({ writtenOn: '2026-12-24' }), 'writtenOn'],
    ['neither filed nor described', () => ({ summary: '' }), 'summary'],
    ['a file that was never sent', () => ({ attachmentHash: 'a'.repeat(64) }), 'attachmentHash'],
  ])('%s is refused at its field', async (_what, changes, field) => {
    const documentId = await expectDocument(unit.as('nurse'), family.stayId)
    const failure = await unit.as('nurse').fails('documents.receive', {
      documentId,
      receivedAt: unit.clock.now(),
      title: 'Report',
      author: 'J. Reed',
      writtenOn: null,
      summary: 'Short',
      attachmentHash: null,
      ...changes(unit.clock.now()),
    })
    expect(failure.fields?.map((one) => one.field)).toContain(field)
  })

  test('a statement to a court is on the register alone: no file and no quoting', async () => {
    const documentId = await expectDocument(unit.as('nurse'), family.stayId, {
      classId: 'DOC-18',
      title: 'Statement of the mother',
    })
    const received = {
      documentId,
      receivedAt: unit.clock.now(),
      title: 'Statement of the mother',
      author: 'The mother’s solicitor',
      writtenOn: null,
      summary: 'She says ...',
      attachmentHash: null,
    }
    expect(await unit.as('nurse').fails('documents.receive', received)).toMatchObject({
      fields: [{ field: 'summary' }],
    })
    await unit.as('nurse').ok('documents.receive', { ...received, summary: '' })
    await signDocument(unit.as('ward-manager'), documentId, 'ward-manager')
  })
})
