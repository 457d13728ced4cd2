import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestUnit, type TestUnit } from '../../../support/app.ts'

let unit: TestUnit
beforeAll(async () => {
  unit = await startTestUnit()
})
afterAll(() => unit.close())

const duty = (changes: object = {}) => ({
  staffId: unit.as('nurse').staffId,
  startsAt: '2026-11-23T07:30:00.000Z',
  endsAt: '2026-11-23T20:00:00.000Z',
  nurseInCharge: true,
  ...changes,
})

describe('who is on shift', () => {
  test('is who was put on shift, with the nurse in charge, until it is ended', async () => {
    const manager = unit.as('ward-manager')
    const { id } = await manager.ok('users.addDuty', duty())
    expect(await manager.ok('users.onShift')).toMatchObject([
      { name: 'nurse person', nurseInCharge: true },
    ])
    expect(await unit.as('nurse').ok('session.me')).toMatchObject({ nurseInCharge: true })
    const change = { id, version: 1, reason: 'Came later' }
    await manager.ok('users.changeDuty', {
      ...change,
      duty: duty({ startsAt: '2026-11-23T08:00:00.000Z' }),
    })
    await manager.ok('users.endDuty', { ...change, version: 2, reason: 'Went home ill' })
    expect(await manager.ok('users.onShift')).toEqual([])
    await manager.ok('users.withdrawDuty', {
      ...change,
      version: 3,
      reason: 'Entered for the wrong day',
    })
    const span = { from: '2026-11-23T00:00:00.000Z', to: '2026-11-24T00:00:00.000Z' }
    expect(await manager.ok('users.duties', span)).toEqual([])
  })

  test.each([
    ['an end before its start', { endsAt: '2026-11-23T07:00:00.000Z' }, 'endsAt'],
    ['17 hours', { endsAt: '2026-11-24T00:30:00.000Z' }, 'endsAt'],
    ['nobody of the register', { staffId: '00000000-0000-7000-8000-000000000000' }, 'staffId'],
    ['a missing answer', { nurseInCharge: undefined }, 'nurseInCharge'],
    ['a time that is none', { startsAt: '2026-11-23 07:30' }, 'startsAt'],
  ])('is refused with %s', async (_what, wrong, field) => {
    const failure = await unit.as('ward-manager').fails('users.addDuty', duty(wrong))
    expect(failure.fields).toMatchObject([{ field }])
  })

  test('is nobody twice, and in charge is a registered nurse', async () => {
    const manager = unit.as('ward-manager')
    await manager.ok('users.addDuty', duty())
    const again = await manager.fails(
      'users.addDuty',
      duty({ startsAt: '2026-11-23T12:00:00.000Z' }),
    )
    expect(again.fields).toMatchObject([{ field: 'startsAt' }])
    await manager.ok(
      'users.addDuty',
      duty({ startsAt: '2026-11-23T20:00:00.000Z', endsAt: '2026-11-24T08:00:00.000Z' }),
    )
    const other = await manager.fails(
      'users.addDuty',
      duty({ staffId: unit.as('nursery-nurse').staffId }),
    )
    expect(other.fields).toMatchObject([{ field: 'nurseInCharge' }])
  })
})

describe('nurse in charge', () => {
  const [startsAt, endsAt] = ['2026-12-01T07:30:00.000Z', '2026-12-01T20:00:00.000Z']
  const own = (changes: object = {}) => duty({ startsAt, endsAt, ...changes })

  test('is nobody by their own word', async () => {
    const failure = await unit.as('nurse').fails('users.addDuty', own())
    expect(failure.fields).toMatchObject([{ field: 'nurseInCharge' }])
    const nurse = unit.as('nurse')
    const { id } = await nurse.ok('users.addDuty', own({ nurseInCharge: false }))
    const change = { id, version: 1, reason: 'I take over' }
    const changed = await nurse.fails('users.changeDuty', { ...change, duty: own() })
    expect(changed.fields).toMatchObject([{ field: 'nurseInCharge' }])
    await unit.as('consultant').ok('users.changeDuty', { ...change, duty: own() })
  })

  test('may end her own charge sooner, and not stretch it', async () => {
    const nurse = unit.as('nurse')
    const span = { from: startsAt, to: endsAt }
    const [mine] = await nurse.ok<{ id: string; version: number }[]>('users.duties', span)
    const change = { id: mine?.id, version: mine?.version, reason: 'Handover' }
    const longer = own({ endsAt: '2026-12-01T22:00:00.000Z' })
    expect(
      (await nurse.fails('users.changeDuty', { ...change, duty: longer })).fields,
    ).toMatchObject([{ field: 'nurseInCharge' }])
    await nurse.ok('users.changeDuty', {
      ...change,
      duty: own({ endsAt: '2026-12-01T19:00:00.000Z' }),
    })
  })

  test('is the ward manager by her own word', async () => {
    const manager = unit.as('ward-manager')
    await manager.ok('users.addDuty', own({ staffId: manager.staffId }))
  })

  test('is not lengthened by ending a shift that is over', async () => {
    const manager = unit.as('ward-manager')
    const over = { startsAt: '2026-11-20T07:30:00.000Z', endsAt: '2026-11-20T20:00:00.000Z' }
    const { id } = await manager.ok('users.addDuty', duty(over))
    const end = { id, version: 1, reason: 'Went home' }
    expect(await unit.as('nurse').fails('users.endDuty', end)).toMatchObject({ code: 'held' })
  })
})

describe('the staff register', () => {
  const person = {
    name: 'N. Ew',
    profession: 'registered-nurse',
    employment: 'agency',
    startedOn: '2026-11-23',
  }

  test('is kept by version', async () => {
    const manager = unit.as('ward-manager')
    const { id } = await manager.ok('users.addStaff', { ...person, registration: '98i7654e' })
    const change = {
      id,
      version: 1,
      reason: 'Left today',
      staff: { ...person, leftOn: '2026-11-23' },
    }
    await manager.ok('users.changeStaff', change)
    expect(await manager.fails('users.changeStaff', change)).toMatchObject({ code: 'clash' })
    const staff = await manager.ok<{ name: string; leftOn: string }[]>('users.staff')
    expect(staff.find((one) => one.name === 'N. Ew')).toMatchObject({
      leftOn: '2026-11-23',
      version: 2,
    })
  })

  test.each([
    ['a start tomorrow', { startedOn: '2026-11-24' }, 'startedOn'],
    ['an end before the start', { leftOn: '2026-11-22' }, 'leftOn'],
    ['a PIN that is none', { registration: 'ABC' }, 'registration'],
    ['a profession that is none', { profession: 'wizard' }, 'profession'],
    ['no name', { name: '\u00a0' }, 'name'],
  ])('is refused with %s', async (_what, wrong, field) => {
    const failure = await unit.as('ward-manager').fails('users.addStaff', { ...person, ...wrong })
    expect(failure.fields).toMatchObject([{ field }])
  })
})
