import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readWords } from '#domain/audit/words.ts'
import { declared, startTestUnit, type TestUnit } from '../../../support/app.ts'

let unit: TestUnit
beforeAll(async () => {
  unit = await startTestUnit()
})
afterAll(() => unit.close())

interface Entry {
  seq: number
  action: string
  entity: string
  kind: string
  what: string
  who: string
  people: { name: string }[]
  entityId: string
}
interface History {
  label: string
  people: { name: string }[]
  versions: {
    version: number
    reason: string
    withdrawn: boolean
    changes: { field: string; before: { text: string } | null; after: { text: string } | null }[]
  }[]
  reads: { who: string; what: string; times: number; sinceNewest: boolean }[]
}

const entries = (filter: object, before?: number) =>
  unit.as('ward-manager').ok<Entry[]>('audit.entries', { filter, ...(before ? { before } : {}) })

describe('the audit', () => {
  test('who did what to a record, and to a patient, is told newest first and by pages', async () => {
    const { stayId, motherId, babyId } = await unit.arrive()
    const manager = unit.as('ward-manager')
    expect(await entries({ recordId: stayId })).toMatchObject([
      { action: 'arrive', entity: 'stay', who: 'nurse person', role: 'nurse' },
    ])
    const ofBaby = await manager.ok<Entry[]>('audit.ofPatient', { personId: babyId })
    expect(ofBaby.map((entry) => entry.action).slice(-3)).toEqual(['duty.derive', 'add', 'arrive'])
    const older = { personId: babyId, before: ofBaby.at(-2)?.seq }
    expect(await manager.ok('audit.ofPatient', older)).toMatchObject([{ action: 'arrive' }])
    const ofMother = await manager.ok<Entry[]>('audit.ofPatient', { personId: motherId })
    expect(ofMother.map((entry) => entry.action)).toContain('arrive')
  })

  test('is narrowed by person, by member of staff, by kind, by day and by record', async () => {
    const { stayId, babyId } = await unit.arrive({ bed: 1, babyName: 'Amber' })
    const nurse = unit.as('nurse')
    await nurse.ok('stays.get', { stayId })
    await nurse.fails('users.list')
    const looked = await entries({ personId: babyId, kind: 'looked' })
    expect(looked).toMatchObject([
      { entity: 'stays.get', what: 'Opened the page of the stay', who: 'nurse person' },
    ])
    expect(looked[0]?.people.map(({ name }) => name)).toContainEqual(
      expect.stringMatching(/^Amber/),
    )
    const refused = await entries({ staffId: nurse.staffId, kind: 'refused' })
    expect(refused).toMatchObject([{ what: 'Was refused: users list' }])
    const changed = await entries({ kind: 'changed', staffId: nurse.staffId })
    expect(changed.every(({ action }) => action !== 'read')).toBe(true)
    const today = unit.clock.now().slice(0, 10)
    expect((await entries({ from: today, to: today })).length).toBeGreaterThan(0)
    expect(await entries({ from: '2027-01-01' })).toEqual([])
    expect(await entries({ breakGlass: true })).toEqual([])
  })

  test('pages go on where the last one ended, and none is left out', async () => {
    const all = await entries({})
    const half = all[Math.floor(all.length / 2)]?.seq
    const rest = await entries({}, half)
    expect(rest.map(({ seq }) => seq)).toEqual(
      all.map(({ seq }) => seq).filter((seq) => seq < (half ?? 0)),
    )
  })

  test.each([
    [{ from: '2026-11-24', to: '2026-11-23' }, 'The last day is before the first'],
    [{ from: '31 Feb' }, 'date'],
    [{ kind: 'everything' }, ''],
    [{ personId: "' or 1=1 --" }, ''],
    [{ colour: 'red' }, ''],
  ])('a filter that cannot be, %j, is refused at its field', async (filter, message) => {
    const failure = await unit.as('ward-manager').fails('audit.entries', { filter })
    expect(failure.code).toBe('invalid')
    expect(failure.fields?.[0]?.message ?? '').toContain(message)
  })

  test('opening it is itself a read of those whom it names', async () => {
    const { babyId } = await unit.arrive({ bed: 2 })
    await entries({ personId: babyId })
    const looked = await entries({ personId: babyId, kind: 'looked' })
    expect(looked[0]).toMatchObject({ what: 'Opened the audit' })
  })

  test('is saved as a file with a reason, which is kept with the number of entries', async () => {
    const manager = unit.as('ward-manager')
    const ask = { filter: { staffId: unit.as('nurse').staffId }, format: 'csv' }
    const file = await manager.ok<{ name: string; bytes: Uint8Array; entries: number }>(
      'audit.export',
      { ...ask, reason: 'Asked by the Caldicott Guardian' },
    )
    const text = new TextDecoder().decode(file.bytes)
    expect(file.name).toBe('audit-2026-11-23.csv')
    expect(text.trim().split('\r\n')).toHaveLength(file.entries + 1)
    expect(await entries({ kind: 'took-out' })).toMatchObject([
      { action: 'audit.exported', reason: 'Asked by the Caldicott Guardian' },
    ])
    const none = { ...ask, filter: { from: '2027-01-01' }, reason: 'To see' }
    expect((await manager.fails('audit.export', none)).message).toContain('nothing to save')
    expect((await manager.fails('audit.export', { ...ask, reason: ' ' })).code).toBe('invalid')
  })

  test('the whole chain is checked, by a commissioner too', async () => {
    const report = await unit
      .as('commissioner')
      .ok<{ whole: boolean; checked: number }>('audit.verify')
    expect(report).toMatchObject({ whole: true, fault: null })
    expect(report.checked).toBeGreaterThanOrEqual(unit.app.house.store().chain.seq)
  })

  test('every read of identifiable people has its words', () => {
    const identifying = declared.filter(({ meta }) => meta.identifies).map(({ path }) => path)
    expect(identifying.filter((path) => !(path in readWords))).toEqual([])
  })
})

describe('the history of a record', () => {
  const contact = (name: string, telephone: string | null) => ({
    personId: null,
    agency: 'social-worker',
    role: 'Social worker',
    name,
    telephone,
    email: null,
    safeToContact: 'yes',
    contactThrough: null,
    basis: { kind: 'told', by: 'Team manager', on: '2026-11-20' },
  })
  const history = (recordId: string) =>
    unit.as('ward-manager').ok<History>('audit.history', { recordId })

  test('shows each version field by field, before and after, with why', async () => {
    const nurse = unit.as('nurse')
    const { babyId } = await unit.arrive({ bed: 3, babyName: 'Siân' })
    const made = await nurse.ok('people.addContact', {
      ...contact('Ngozi Eze', '020 7946 0001'),
      personId: babyId,
    })
    await nurse.ok('people.changeContact', {
      id: made.id,
      version: 1,
      reason: 'New number',
      fact: { ...contact('Ngozi Eze', '020 7946 0002'), personId: babyId },
    })
    await nurse.ok('people.withdrawContact', { id: made.id, version: 2, reason: 'Wrong family' })
    const { label, people, versions } = await history(made.id)
    expect(label).toBe('contact')
    expect(people.map(({ name }) => name)).toEqual([expect.stringMatching(/^Siân/)])
    expect(versions.map(({ version, reason, withdrawn }) => [version, reason, withdrawn])).toEqual([
      [3, 'Wrong family', true],
      [2, 'New number', false],
      [1, '', false],
    ])
    expect(versions[1]?.changes).toEqual([
      {
        field: 'telephone',
        label: 'Telephone',
        before: { text: '020 7946 0001' },
        after: { text: '020 7946 0002' },
      },
    ])
    expect(versions[0]?.changes).toEqual([])
    expect(versions[2]?.changes.map(({ field }) => field)).toContain('basisKind')
  })

  test('shows references by name, and who looked since the newest version', async () => {
    const stayId = (await entries({ kind: 'changed' })).findLast(
      ({ action }) => action === 'arrive',
    )?.entityId
    if (!stayId) throw new Error('Nobody arrived')
    await unit.as('consultant').ok('stays.get', { stayId })
    const { versions, reads } = await history(stayId)
    const recorded = versions[0]?.changes ?? []
    expect(recorded.find(({ field }) => field === 'bedId')?.after).toMatchObject({ text: 'Bed 1' })
    expect(recorded.find(({ field }) => field === 'planned')?.after?.text).toMatch(/^(yes|no)$/)
    expect(reads).toContainEqual(
      expect.objectContaining({
        who: 'consultant person',
        what: 'Opened the page of the stay',
        times: 1,
        sinceNewest: true,
      }),
    )
  })

  test('shows no key and no slot', async () => {
    const { db } = unit
    const account = db.row<{ id: string }>('select record_id as id from user_account limit 1')
    const key = db.row<{ id: string }>('select record_id as id from unit_key limit 1')
    const fields = async (id = '') =>
      (await history(id)).versions.flatMap(({ changes }) => changes.map(({ field }) => field))
    expect(await fields(account?.id)).not.toContain('slotId')
    expect(await fields(key?.id)).toEqual(['publicKey'])
  })

  test('of a record that is none is refused in plain words', async () => {
    const failure = await unit
      .as('ward-manager')
      .fails('audit.history', { recordId: '01900000-0000-7000-8000-000000000000' })
    expect(failure).toMatchObject({ code: 'not-found' })
    expect(failure.message).toContain('There is no record')
  })
})
