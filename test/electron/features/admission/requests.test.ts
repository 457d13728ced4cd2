import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addMinutes } from '#domain/shared/calendar.ts'
import { startTestUnit, type TestUnit } from '../../../support/app.ts'
import { pageOf, pass, receive, refer } from './referring.ts'

let unit: TestUnit
let id: string
beforeAll(async () => {
  unit = await startTestUnit()
  id = await refer(unit, {
    sources: [
      { kind: 'gp', name: 'Dr Invented, The Surgery' },
      { kind: 'mental-health-trust', name: 'First Invented Trust' },
      { kind: 'mental-health-trust', name: 'Second Invented Trust' },
      { kind: 'family', name: 'Grandmother Example' },
    ],
  })
})
afterAll(() => unit.close())

const sourceOf = async (name: string) => {
  const found = (await pageOf(unit, id)).sources.find((one) => one.name === name)
  if (!found) throw new Error(`No source ${name}`)
  return found
}
const itemOf = async (itemId: string) =>
  (await pageOf(unit, id)).items.find((one) => one.id === itemId)
const askTrust = async (name: string, itemIds: string[], changes: object = {}) =>
  unit.as('nurse').call('admission.askSource', {
    referralId: id,
    sourceId: (await sourceOf(name)).recordId,
    itemIds,
    askedOf: `Records of ${name}`,
    askedAt: unit.clock.now(),
    ...changes,
  })
const lineOf = async (name: string, itemId: string) =>
  (await sourceOf(name)).items.find((one) => one.itemId === itemId)

describe('what follows from who knows her', () => {
  test('each source has a list of its own, and nobody asked is said so', async () => {
    for (const name of ['First Invented Trust', 'Second Invented Trust'])
      expect(await lineOf(name, 'ADM-R-04')).toMatchObject({ outcome: null, askedAt: null })
    expect(
      (await sourceOf('Dr Invented, The Surgery')).items.map(({ itemId }) => itemId),
    ).toContain('ADM-R-02')
  })

  test('one call asks for several items, each with its own chase', async () => {
    const gp = 'Dr Invented, The Surgery'
    expect(await askTrust(gp, ['ADM-R-01', 'ADM-R-02', 'ADM-R-05'])).toMatchObject({
      ok: true,
      value: { asked: 3 },
    })
    const chase = addMinutes(unit.clock.now(), 120)
    expect(await lineOf(gp, 'ADM-R-02')).toMatchObject({ outcome: 'open', chaseDueAt: chase })
    expect(await itemOf('ADM-R-02')).toMatchObject({ standing: 'not-received', chaseDueAt: null })
    const { toDo } = await pageOf(unit, id)
    expect(toDo.filter(({ kind }) => kind === 'chase')).toHaveLength(3)
  })

  test('each trust is chased until it has answered, whatever the other said', async () => {
    await askTrust('First Invented Trust', ['ADM-R-04'])
    await askTrust('Second Invented Trust', ['ADM-R-04'])
    const first = (await sourceOf('First Invented Trust')).recordId
    await receive(unit, id, 'ADM-R-04', {
      outcome: 'not-known',
      sourceId: first,
      basis: { kind: 'not-established', by: 'Records, First Invented Trust', on: '2026-11-23' },
    })
    expect(await lineOf('First Invented Trust', 'ADM-R-04')).toMatchObject({ outcome: 'not-known' })
    expect(await itemOf('ADM-R-04')).toMatchObject({ standing: 'not-received' })
    const second = (await sourceOf('Second Invented Trust')).recordId
    await receive(unit, id, 'ADM-R-04', { sourceId: second })
    expect(await itemOf('ADM-R-04')).toMatchObject({ standing: 'in-date' })
    const { toDo } = await pageOf(unit, id)
    expect(toDo.filter(({ what }) => what.includes('Psychiatric history'))).toEqual([])
  })

  test('a chase moves the clock of that request alone', async () => {
    await pass(unit, 60)
    const gp = 'Dr Invented, The Surgery'
    const request = await lineOf(gp, 'ADM-R-02')
    await unit.as('nurse').ok('admission.chase', {
      informationItemId: request?.requestId,
      chasedAt: unit.clock.now(),
      chasedOf: 'The practice manager',
    })
    expect(await lineOf(gp, 'ADM-R-02')).toMatchObject({
      chased: 1,
      chaseDueAt: addMinutes(unit.clock.now(), 120),
    })
    expect(await lineOf(gp, 'ADM-R-05')).toMatchObject({
      chased: 0,
      chaseDueAt: addMinutes(unit.clock.now(), 60),
    })
  })

  test('asked again, the first asking stands with its time, and the second counts as a chase', async () => {
    const gp = 'Dr Invented, The Surgery'
    const before = await lineOf(gp, 'ADM-R-05')
    await pass(unit, 90)
    await askTrust(gp, ['ADM-R-05'])
    expect(await lineOf(gp, 'ADM-R-05')).toMatchObject({
      askedAt: before?.askedAt,
      askedOf: before?.askedOf,
      chased: 1,
      chaseDueAt: addMinutes(unit.clock.now(), 120),
    })
    const early = { askedAt: addMinutes(before?.askedAt ?? '', -1) }
    expect(await askTrust(gp, ['ADM-R-05'], early)).toMatchObject({
      failure: { fields: [{ field: 'askedAt' }] },
    })
    const ask = (askedOf: string) =>
      unit.as('nurse').ok('admission.ask', {
        referralId: id,
        itemId: 'ADM-R-13',
        askedOf,
        askedAt: unit.clock.now(),
      })
    await ask('The ward clerk')
    const first = (await itemOf('ADM-R-13'))?.row
    await pass(unit, 10)
    await ask('The health visitor')
    const item = await itemOf('ADM-R-13')
    expect(item?.row).toMatchObject({ askedAt: first?.askedAt, askedOf: 'The ward clerk' })
    expect(item?.chases).toMatchObject([{ chasedOf: 'The health visitor' }])
    await receive(unit, id, 'ADM-R-13')
  })

  test('a service taken out as entered in error is chased no more', async () => {
    const gp = await sourceOf('Dr Invented, The Surgery')
    await unit.as('nurse').ok('admission.withdrawSource', {
      id: gp.recordId,
      version: gp.version,
      reason: 'Another woman’s surgery',
    })
    const { toDo } = await pageOf(unit, id)
    expect(toDo.filter(({ kind }) => kind === 'chase')).toEqual([])
  })

  test('somebody of the family is not asked while nobody knows whether contact is safe', async () => {
    expect((await sourceOf('Grandmother Example')).route).toMatchObject({ kind: 'social-worker' })
    const reply = await askTrust('Grandmother Example', ['ADM-R-12'])
    expect(reply).toMatchObject({ ok: false, failure: { code: 'held' } })
  })

  test('nothing chosen, and an item that is not on the list, are refused at the field', async () => {
    expect(await askTrust('First Invented Trust', [])).toMatchObject({
      failure: { fields: [{ field: 'itemIds' }] },
    })
    expect(await askTrust('First Invented Trust', ['ADM-R-99'])).toMatchObject({
      failure: { fields: [{ field: 'itemId' }] },
    })
    expect(
      await askTrust('First Invented Trust', ['ADM-R-04'], { askedAt: '2099-01-01T00:00:00.000Z' }),
    ).toMatchObject({ failure: { fields: [{ field: 'askedAt' }] } })
  })
})
