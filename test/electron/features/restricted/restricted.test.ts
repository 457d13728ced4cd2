import { beforeEach, describe, expect, test } from 'vitest'
import { addHours, addMinutes } from '#domain/shared/calendar.ts'
import { startTestUnit, type TestUnit } from '../../../support/app.ts'
import { readPdf } from '../../../support/read-pdf.ts'

let unit: TestUnit
let stayId: string
let babyId: string
let motherId: string
beforeEach(async () => {
  unit = await startTestUnit()
  ;({ stayId, babyId, motherId } = await unit.arrive({ babyName: 'Amber' }))
  return () => unit.close()
})

const canary = 'Heronsgate says that he hits her'
const why = 'The baby is going home with him this evening'
const entry = () => ({
  personId: babyId,
  keptFrom: ['mother', 'partner'],
  because: 'She could be harmed if he knew that she spoke',
  happenedAt: unit.clock.now(),
  what: canary,
  basis: { kind: 'told', by: 'Her sister, by telephone', on: '2026-11-23' },
})

interface View {
  people: { id: string; hidden: number; openUntil: string | null }[]
  entries: { id: string; what: string; version: number }[]
  inEmergency: boolean
}
type Role = Parameters<TestUnit['as']>[0]
const view = (role: Role) => unit.as(role).ok<View>('restricted.view', { stayId })
const written = (role: Role = 'nursery-nurse') => unit.as(role).ok('restricted.add', entry())
const readsOf = (action: string) =>
  unit.db.rows<{ break_glass: number; entity: string }>(
    `select break_glass, entity from audit where action = '${action}' and entity in ('restricted.view', 'emergency_access')`,
  )

describe('a restricted entry', () => {
  test('is read by who wrote it, ward manager, consultant and safeguarding lead; others see that there is one', async () => {
    await written()
    for (const role of [
      'nursery-nurse',
      'ward-manager',
      'consultant',
      'safeguarding-lead',
    ] as const)
      expect((await view(role)).entries.map(({ what }) => what)).toEqual([canary])
    for (const role of ['nurse', 'other-clinician'] as const) {
      const { entries, people } = await view(role)
      expect(entries).toEqual([])
      expect(people.find(({ id }) => id === babyId)).toMatchObject({ hidden: 1, openUntil: null })
      expect(people.find(({ id }) => id === motherId)?.hidden).toBe(0)
    }
  })

  test('is in no page, search, print, list or audit line of anybody else', async () => {
    await written()
    const nurse = unit.as('nurse')
    const reads: [string, unknown][] = [
      ['stays.get', { stayId }],
      ['board.cards', undefined],
      ['people.family', { stayId }],
      ['people.get', { personId: babyId }],
      ['chronology.view', { stayId }],
      ['documents.register', { stayId, referralId: null }],
      ['search.find', { text: 'Heronsgate' }],
      ['session.lockScreen', undefined],
      ['board.wall', undefined],
    ]
    for (const [path, input] of reads) {
      const reply = await nurse.call(path, input)
      expect(JSON.stringify(reply)).not.toContain('Heronsgate')
    }
    const manager = unit.as('ward-manager')
    const audit = await manager.ok('audit.entries', { filter: {} })
    expect(JSON.stringify(audit)).not.toContain('Heronsgate')
    for (const path of ['board.emergency', 'board.handover']) {
      const file = await manager.ok<{ bytes: Uint8Array }>(path, { format: 'pdf' })
      expect((await readPdf(file.bytes)).text).not.toContain('Heronsgate')
    }
  })

  test('is put right and withdrawn by those alone who may read it', async () => {
    const { id } = await written()
    const { personId: _, ...rest } = entry()
    const change = { ...rest, id, version: 1, reason: 'Her words', what: 'Heronsgate: he hit her' }
    expect((await unit.as('nurse').fails('restricted.change', change)).code).toBe('not-found')
    await unit.as('consultant').ok('restricted.change', change)
    // Who wrote it still reads it after somebody else put it right.
    expect((await view('nursery-nurse')).entries[0]).toMatchObject({ version: 2 })
    const wrong = { id, version: 2, reason: 'Wrong family' }
    expect((await unit.as('nurse').fails('restricted.withdraw', wrong)).code).toBe('not-found')
    await unit.as('nursery-nurse').ok('restricted.withdraw', wrong)
    expect((await view('ward-manager')).entries).toEqual([])
  })

  test.each([
    [{ keptFrom: [] }, 'keptFrom'],
    [{ keptFrom: ['neighbour'] }, 'keptFrom.0'],
    [{ because: ' ' }, 'because'],
    [{ what: '' }, 'what'],
    [{ happenedAt: '2027-01-01T00:00:00.000Z' }, 'happenedAt'],
    [{ basis: { kind: 'told' } }, 'basis.by'],
    [{ personId: '01900000-0000-7000-8000-000000000000' }, 'personId'],
  ])('with %j is refused at its field', async (wrong, field) => {
    const failure = await unit.as('nurse').fails('restricted.add', { ...entry(), ...wrong })
    expect(failure.fields?.map((one) => one.field)).toContain(field)
  })
})

describe('emergency access', () => {
  const open = (role: Role = 'nurse', because = why, personId = babyId) =>
    unit
      .as(role)
      .call('restricted.open', { personId, because }, { password: 'correct horse battery' })

  test('opens the entries of one person for half an hour, marked in the audit, and shuts by itself', async () => {
    await written()
    await unit.as('ward-manager').ok('restricted.add', { ...entry(), personId: motherId })
    expect((await open()).ok).toBe(true)
    const { entries, people, inEmergency } = await view('nurse')
    expect(entries).toHaveLength(1)
    expect(inEmergency).toBe(true)
    // The mother's entry needs a reason of its own.
    expect(people.find(({ id }) => id === motherId)).toMatchObject({ hidden: 1, openUntil: null })
    expect(readsOf('restricted.opened-in-emergency')).toMatchObject([{ break_glass: 1 }])
    expect(readsOf('read').some((one) => one.break_glass === 1)).toBe(true)
    const shown = await unit
      .as('ward-manager')
      .ok<{ breakGlass: boolean }[]>('audit.entries', { filter: { breakGlass: true } })
    expect(shown.length).toBeGreaterThanOrEqual(2)
    unit.clock.set(addMinutes(unit.clock.now(), 30))
    await unit.as('nurse').signIn()
    expect((await view('nurse')).entries).toEqual([])
  })

  test.each([['urgent'], ['a b c d e'], ['........ .... .. ...'], ['  ']])(
    'is refused for the reason %j',
    async (because) => {
      const reply = await open('nurse', because)
      expect(reply).toMatchObject({ ok: false, failure: { code: 'invalid' } })
    },
  )

  test('is not opened twice, nor with a wrong password', async () => {
    await open()
    expect(await open()).toMatchObject({ ok: false, failure: { code: 'held' } })
    const wrong = await unit
      .as('other-clinician')
      .call('restricted.open', { personId: babyId, because: why }, { password: 'not it at all' })
    expect(wrong.ok).toBe(false)
  })

  test('is reviewed by somebody else, once, and stands red over every page when nobody does in time', async () => {
    await open('safeguarding-lead')
    const lead = unit.as('safeguarding-lead')
    const manager = unit.as('ward-manager')
    const list = () =>
      manager.ok<{ id: string; version: number; state: string; reviewer: string | null }[]>(
        'restricted.openings',
      )
    const [opening] = await list()
    expect(opening).toMatchObject({ state: 'waiting', reviewer: null })
    const word = { id: opening?.id, version: 1, outcome: 'needed', review: 'Rang the sister: true' }
    expect((await lead.fails('restricted.review', word)).message).toContain('Somebody else')
    unit.clock.set(addHours(unit.clock.now(), 72))
    await manager.signIn()
    expect((await list())[0]).toMatchObject({ state: 'overdue' })
    const attention =
      await manager.ok<{ id: string; tone: string; message: string }[]>('store.attention')
    expect(attention).toContainEqual(
      expect.objectContaining({ id: 'emergency-access', tone: 'danger' }),
    )
    await manager.ok('restricted.review', word)
    expect((await list())[0]).toMatchObject({ state: 'reviewed', reviewer: 'W. Manager' })
    expect((await manager.fails('restricted.review', { ...word, version: 2 })).code).toBe('held')
  })
})
