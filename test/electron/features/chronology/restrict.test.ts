import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Arrived, startTestUnit, type TestUnit } from '../../../support/app.ts'
import { knownBy } from '../../../support/known-by.ts'
import { readPdf } from '../../../support/read-pdf.ts'

let unit: TestUnit
let family: Arrived
beforeAll(async () => {
  unit = await startTestUnit()
  family = await unit.arrive({ motherName: 'Zuzanna', babyName: 'Amber' })
})
afterAll(() => unit.close())

const canary = 'Her sister says that Heronsgate hits her'
const written = () =>
  unit.as('nurse').ok('chronology.add', {
    stayId: family.stayId,
    personId: family.motherId,
    kind: 'home',
    happened: '3/2025',
    ended: '',
    what: canary,
    basis: { kind: 'told', by: 'Her sister', on: '2026-11-20' },
    receivedId: null,
    place: '',
  })
const restrict = (id: string, changes: object = {}) => ({
  id,
  version: 1,
  keptFrom: ['partner'],
  because: 'He comes to the ward and reads the screen',
  ...changes,
})
const restricted = (role: Parameters<TestUnit['as']>[0]) =>
  unit.as(role).ok<{
    entries: {
      what: string
      basis: object
      happenedAt: string
      by: string
      moved: { writer: string; fields: { label: string; text: string }[] } | null
    }[]
  }>('restricted.view', { stayId: family.stayId })

describe('an event that everybody could read', () => {
  test('goes off the page of history with its words, and stands as a restricted entry with who wrote it', async () => {
    const { id } = await written()
    await unit.as('consultant').ok('restricted.move', restrict(id))
    const [entry] = (await restricted('consultant')).entries
    expect(entry?.what).toBe(canary)
    expect(entry?.by).toContain('consultant')
    expect(entry?.moved?.writer).toBe('nurse person')
    expect(entry?.basis).toEqual({ kind: 'told', by: 'Her sister', on: '2026-11-20' })
    expect(entry?.happenedAt).toBe('2025-03-01T00:00:00.000Z')
    // Nobody loses their own words.
    expect((await restricted('nurse')).entries).toHaveLength(1)
    expect((await restricted('nursery-nurse')).entries).toEqual([])
  })

  test('is on no page, print or copy of anybody else any more, its old version neither', async () => {
    const { nurse, manager } = { nurse: unit.as('nurse'), manager: unit.as('ward-manager') }
    for (const [path, input] of [
      ['chronology.view', { stayId: family.stayId }],
      ['stays.get', { stayId: family.stayId }],
      ['search.find', { text: 'Heronsgate' }],
    ] as const)
      expect(JSON.stringify(await nurse.ok(path, input))).not.toContain('Heronsgate')
    const print = await nurse.ok<{ bytes: Uint8Array }>('chronology.print', {
      stayId: family.stayId,
    })
    expect((await readPdf(print.bytes)).text).not.toContain('Heronsgate')
    const copy = await manager.ok('retention.copyLines', { personId: family.motherId })
    expect(JSON.stringify(copy)).not.toContain('Heronsgate')
    const audit = await manager.ok('audit.entries', { filter: {} })
    expect(JSON.stringify(audit)).not.toContain('Heronsgate')
    // Its history is the audit's, which a nurse may not open.
    const [{ id } = { id: '' }] = unit.db.rows<{ id: string }>(
      'select record_id as id from chronology_entry',
    )
    expect((await nurse.fails('audit.history', { recordId: id })).code).toBe('not-permitted')
  })

  test('is one act in the audit, of both records', () => {
    const notes = unit.db.rows<{ action: string; entity: string }>(
      `select action, entity from audit where action in ('restricted.moved', 'withdraw') order by seq`,
    )
    expect(notes).toEqual([
      { action: 'restricted.moved', entity: 'restricted_entry' },
      { action: 'withdraw', entity: 'chronology_entry' },
    ])
  })

  test('takes along what somebody wrote of how it differs from another account', async () => {
    const [{ id: firstId }, { id: secondId }] = [await written(), await written()]
    const differs = 'The aunt knows nothing of Larkspur Lane, the sister does'
    const clash = { stayId: family.stayId, firstId, secondId, what: differs }
    await unit.as('nurse').ok('chronology.clash', { ...clash, state: 'open' })
    await unit.as('nurse').ok('chronology.clash', {
      ...clash,
      state: 'settled',
      settlement: 'The midwife has seen Larkspur Lane herself',
      basis: { kind: 'told', by: 'The midwife', on: '2026-11-20' },
    })
    await unit.as('nurse').ok('restricted.move', restrict(secondId))
    const manager = unit.as('ward-manager')
    for (const [path, input] of [
      ['chronology.view', { stayId: family.stayId }],
      ['retention.copyLines', { personId: family.motherId }],
    ] as const)
      expect(JSON.stringify(await manager.ok(path, input))).not.toContain('Larkspur')
    const words = (await restricted('consultant')).entries.map(({ what }) => what).join()
    expect(words).toContain(differs)
    expect(words).toContain('Settled: The midwife has seen Larkspur Lane herself')
    await unit.as('nurse').ok('chronology.withdraw', { id: firstId, version: 1, reason: 'Test' })
  })

  test('is refused where somebody changed it meanwhile, and nothing is moved', async () => {
    const { id } = await written()
    const before = (await restricted('ward-manager')).entries.length
    const failure = await unit.as('nurse').fails('restricted.move', restrict(id, { version: 2 }))
    expect(failure.code).toBe('clash')
    expect((await restricted('ward-manager')).entries).toHaveLength(before)
  })

  test.each([
    [{ keptFrom: [] }, 'keptFrom'],
    [{ keptFrom: ['neighbour'] }, 'keptFrom.0'],
    [{ because: '' }, 'because'],
  ])('with %j is refused at its field', async (wrong, field) => {
    const { id } = await written()
    const failure = await unit.as('nurse').fails('restricted.move', restrict(id, wrong))
    expect(failure.fields?.map((one) => one.field)).toContain(field)
  })

  test('that is none is not found, and what rules decide by is not moved', async () => {
    const nurse = unit.as('nurse')
    const wrong = restrict('01900000-0000-7000-8000-000000000000')
    expect((await nurse.fails('restricted.move', wrong)).code).toBe('not-found')
    const held = await nurse.fails('restricted.move', restrict(family.stayId))
    expect(held.message).toContain('What rules decide by stays where it is')
  })
})

test('about a baby whom she was here with before, it stands with her stay of now', async () => {
  const before = await unit.arrive({
    motherName: 'Teresa',
    babyName: 'Olive',
    at: '2026-11-02T09:00:00.000Z',
  })
  const { motherId, babyId, bedId } = before
  const nurse = unit.as('nurse')
  await nurse.ok('stays.end', {
    id: before.stayId,
    version: 1,
    reason: 'Discharged',
    endedAt: unit.clock.now(),
    endReason: 'home',
    missingBecause: 'Arranged by telephone',
  })
  const { stayId } = await nurse.ok<{ stayId: string }>('stays.arrive', {
    bedId,
    planned: true,
    basis: knownBy,
    withoutOfferBecause: 'She came at night',
    arrivedAt: unit.clock.now(),
    mother: { id: motherId },
    babies: [],
  })
  const { id } = await nurse.ok('chronology.add', {
    stayId,
    personId: babyId,
    kind: 'harm',
    happened: '3/2026',
    ended: '',
    what: canary,
    basis: { kind: 'told', by: 'Her sister', on: '2026-11-20' },
    receivedId: null,
    place: '',
  })
  await nurse.ok('restricted.move', restrict(id))
  const seen = (role: 'consultant' | 'nursery-nurse') =>
    unit
      .as(role)
      .ok<{ people: { id: string; hidden: number }[]; entries: { what: string }[] }>(
        'restricted.view',
        { stayId },
      )
  expect((await seen('consultant')).entries.map(({ what }) => what).join()).toContain(canary)
  expect((await seen('nursery-nurse')).people).toContainEqual(
    expect.objectContaining({ id: babyId, hidden: 1 }),
  )
})
