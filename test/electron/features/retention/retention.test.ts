import { writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestUnit, type TestUnit } from '../../../support/app.ts'
import { readPdf } from '../../../support/read-pdf.ts'
import { wholeDecision } from '../../../support/supervision.ts'
import { answer, pageOf, refer } from '../admission/referring.ts'

let unit: TestUnit
let amber: Awaited<ReturnType<TestUnit['arrive']>>
beforeAll(async () => {
  unit = await startTestUnit()
  await unit.onShift('nurse', true)
  amber = await unit.arrive({ bed: 0, babyName: 'Amber', motherName: 'Zuzanna' })
  await unit.arrive({ bed: 1, babyName: 'Noah', motherName: 'Danuta' })
})
afterAll(() => unit.close())

interface Line {
  id: string
  label: string
  reasons: string[]
  fields: { label: string; text: string }[]
}
const manager = () => unit.as('ward-manager')
const lines = (personId: string) => manager().ok<Line[]>('retention.copyLines', { personId })
const asked = (include: string[] = []) => ({
  personId: amber.babyId,
  askedBy: 'Her mother, who holds parental responsibility',
  identified: 'Known to the ward; passport seen',
  receivedAt: '2026-11-20T10:00:00.000Z',
  include,
})

describe('a copy for a subject access request', () => {
  test('holds what hangs on the person, and nothing of another family', async () => {
    await unit
      .as('nurse')
      .ok('supervision.decide', wholeDecision(amber.pairId, 'SUP-2', unit.clock.now(), 10))
    const labels = (await lines(amber.babyId)).map(({ label }) => label)
    expect(labels).toContain('Person')
    expect(labels).toContain('Pair')
    expect(labels).toContain('Supervision decision')
    const text = JSON.stringify(await lines(amber.babyId))
    expect(text).not.toMatch(/Noah|Danuta/)
    const ofMother = (await lines(amber.motherId)).map(({ label }) => label)
    expect(ofMother).toContain('Stay')
  })

  test('is words for whoever asked: no stored form of a rule, no bare link to another entry', async () => {
    const fields = (await lines(amber.babyId)).flatMap((line) => line.fields)
    expect(fields.filter(({ text }) => /^[{[]|"kind"/.test(text))).toEqual([])
    expect(fields.map(({ text }) => text)).not.toContain('duty event')
    const ofMother = (await lines(amber.motherId)).flatMap((line) => line.fields)
    expect(ofMother).toContainEqual({ label: 'Mother', text: 'Zuzanna Example' })
  })

  test('marks what is about somebody else or was said by them, and holds it back until somebody has looked', async () => {
    const told = await unit.as('nurse').ok('people.addContact', {
      personId: amber.babyId,
      agency: 'social-worker',
      role: 'Social worker',
      name: 'Ngozi Eze',
      telephone: '020 7946 0001',
      email: null,
      safeToContact: 'yes',
      contactThrough: null,
      basis: { kind: 'told', by: 'Her sister', on: '2026-11-20' },
    })
    const marked = (await lines(amber.babyId)).find(({ id }) => id === told.id)
    expect(marked?.reasons).toEqual(expect.arrayContaining(['about-others', 'told']))
    const make = async (include: string[]) => {
      const file = await manager().ok<{ bytes: Uint8Array; heldBack: number }>(
        'retention.copy',
        asked(include),
      )
      if (process.env.KEEP_PDF) writeFileSync(process.env.KEEP_PDF, file.bytes)
      return { ...file, text: (await readPdf(file.bytes)).text }
    }
    const careful = await make([])
    expect(careful.text).not.toContain('Ngozi')
    expect(careful.heldBack).toBeGreaterThan(0)
    expect((await make([told.id])).text).toContain('Ngozi Eze')
  })

  test('of a baby marks what was said of the mother on the referral, and what others reported', async () => {
    const referralId = await refer(unit)
    const { mother, children } = await pageOf(unit, referralId)
    await answer(unit, referralId, 'ADM-I-03', 'yes', {
      note: 'Hears voices',
      basis: { kind: 'observed', by: 'N. Nurse', on: '2026-11-23' },
    })
    const babyId = children[0]?.baby?.id ?? ''
    const voices = (all: Line[]) =>
      all.find(({ fields }) => fields.some(({ text }) => text === 'Hears voices'))
    expect(voices(await lines(babyId))?.reasons).toContain('about-others')
    expect(voices(await lines(mother.id))?.reasons).toEqual([])
    await unit.as('nurse').ok('babyCare.add', {
      pairId: amber.pairId,
      kind: 'feed',
      way: 'breast',
      happenedAt: unit.clock.now(),
      source: 'mother',
      amount: null,
    })
    const fed = (await lines(amber.babyId)).find(({ label }) => label.includes('baby-care log'))
    expect(fed?.reasons).toContain('told')
  })

  test('holds no restricted entry, does not count it, and cannot be made to', async () => {
    const before = await lines(amber.babyId)
    const { id } = await unit.as('nurse').ok('restricted.add', {
      personId: amber.babyId,
      keptFrom: ['mother'],
      because: 'She could be harmed',
      happenedAt: unit.clock.now(),
      what: 'Heronsgate',
      basis: { kind: 'observed', by: 'N. Nurse', on: '2026-11-23' },
    })
    expect(await lines(amber.babyId)).toHaveLength(before.length)
    const file = await manager().ok<{ bytes: Uint8Array }>('retention.copy', asked([id]))
    expect((await readPdf(file.bytes)).text).not.toMatch(/Heronsgate|estricted/)
  })

  test('is kept as a record with who asked and what was held back, and stands in the audit', () => {
    const made = unit.db.rows<{ asked_by: string; entries: string; file_hash: string }>(
      'select asked_by, entries, file_hash from subject_access',
    )
    expect(made.length).toBeGreaterThan(0)
    expect(made[0]?.entries).toMatch(/^\d+ given, \d+ held back$/)
    expect(made[0]?.file_hash).toMatch(/^[0-9a-f]{64}$/)
    const entry = unit.db.row('select * from audit where action = ?', ['subject-access.copied'])
    expect(entry).toBeDefined()
  })

  test.each([
    [{ askedBy: '' }, 'askedBy'],
    [{ identified: ' ' }, 'identified'],
    [{ receivedAt: '2027-01-01T00:00:00.000Z' }, 'receivedAt'],
    [{ personId: '01900000-0000-7000-8000-000000000000' }, 'personId'],
    [{ include: ['everything'] }, 'include.0'],
  ])('with %j is refused at its field', async (wrong, field) => {
    const failure = await manager().fails('retention.copy', { ...asked(), ...wrong })
    expect(failure.fields?.map((one) => one.field)).toContain(field)
  })
})

describe('how long records are kept', () => {
  interface Family {
    motherId: string
    state: string
    until: string | null
    hold: { id: string; version: number } | null
  }
  const family = async () =>
    (await manager().ok<{ rows: Family[] }>('retention.kept', {})).rows.find(
      ({ motherId }) => motherId === amber.motherId,
    )

  test('has no end while they are here, and 25 years from the day they left', async () => {
    expect(await family()).toMatchObject({ state: 'here', until: null })
  })

  test('a hold keeps a record whatever its age; one at a time, lifted with a reason, once', async () => {
    const hold = { personId: amber.babyId, because: 'Inquiry', reference: '' }
    const { id } = await manager().ok('retention.placeHold', hold)
    expect((await family())?.hold).toMatchObject({ id })
    expect((await manager().fails('retention.placeHold', hold)).code).toBe('held')
    const lift = { id, version: 1, reason: 'The inquiry ended' }
    await manager().ok('retention.liftHold', lift)
    expect((await family())?.hold).toBeNull()
    expect((await manager().fails('retention.liftHold', { ...lift, version: 2 })).code).toBe('held')
    expect((await manager().fails('retention.placeHold', { ...hold, because: '' })).code).toBe(
      'invalid',
    )
  })

  test('lists who was referred and never came by the end of the referral, and no page has a family twice', async () => {
    const referralId = await refer(unit)
    const { mother } = await pageOf(unit, referralId)
    interface Page {
      rows: { motherId: string; state: string; until: string | null; wasHere: boolean }[]
      of: number
      next: object | null
    }
    const page = (after?: object) => manager().ok<Page>('retention.kept', after ? { after } : {})
    const hers = async () => (await page()).rows.find(({ motherId }) => motherId === mother.id)
    expect(await hers()).toMatchObject({ state: 'open', until: null, wasHere: false })
    await manager().ok('admission.decide', {
      outcome: 'withdrawn',
      referralId,
      seenDecision: null,
      decidedAt: unit.clock.now(),
      withdrawnBy: 'The mother',
      note: 'She went to another unit',
    })
    // The 25th birthday of the baby, who was born on 14 September 2026.
    expect(await hers()).toMatchObject({ state: 'kept', until: '2051-09-14' })
    const all = await page()
    expect(all.rows).toHaveLength(all.of)
    expect(all.next).toBeNull()
    const [first, ...others] = all.rows
    const after = { until: first?.until ?? null, id: first?.motherId }
    expect((await page(after)).rows).toEqual(others)
    const last = all.rows.at(-1)
    expect((await page({ until: last?.until ?? null, id: last?.motherId })).rows).toEqual([])
  })

  test('lists who left by the longer of leaving and the last training, and nobody who is here', async () => {
    const { id } = await manager().ok<{ id: string }>('users.addStaff', {
      name: 'Petra Gone',
      profession: 'administration',
      employment: 'substantive',
      startedOn: '2020-01-06',
      leftOn: '2026-10-31',
    })
    const rows =
      await manager().ok<{ id: string; until: string; isDue: boolean }[]>('retention.keptStaff')
    expect(rows).toMatchObject([{ id, until: '2032-10-31', isDue: false }])
  })
})
