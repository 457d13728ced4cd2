import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { addMinutes } from '#domain/shared/calendar.ts'
import {
  type Arrived,
  caller,
  startTestUnit,
  type TestUnit,
  testPassword,
} from '../../../support/app.ts'
import { actsOn, pass, setOf } from './acting.ts'

let unit: TestUnit
let family: Arrived
let act: ReturnType<typeof actsOn>
beforeEach(async () => {
  unit = await startTestUnit()
  family = await unit.arrive({ bornOn: '2026-07-20' })
  await pass(unit, 5)
  act = actsOn(unit, family)
})
afterEach(() => unit.close())

const outcome = (episodeId: string) => ({
  episodeId,
  kind: 'reviewed-and-well',
  plan: 'Well, fed',
  reviewAt: null,
  at: unit.clock.now(),
})

describe('a call that was written down while the clock ran ahead', () => {
  const ahead = async () => {
    const episodeId = await act.raise()
    const true_ = unit.clock.now()
    unit.clock.set(addMinutes(true_, 90))
    await unit.as('nurse').signIn()
    const call = await act.reached(episodeId, 'ward-doctor')
    unit.clock.set(addMinutes(true_, 10))
    await unit.as('nurse').signIn()
    return { episodeId, ...call }
  }

  test('holds no outcome', async () => {
    const { episodeId } = await ahead()
    await unit.as('nurse').ok('unwellBaby.outcome', outcome(episodeId), { password: testPassword })
    expect((await act.page(episodeId)).clock.running).toBe(false)
  })

  test('is put right with a reason, and what it said stays readable', async () => {
    const { episodeId, contactId, version } = await ahead()
    const right = {
      episodeId,
      contactId,
      version,
      whom: 'ward-doctor',
      calledAt: addMinutes(unit.clock.now(), -8),
      calledBy: 'nurse person',
      reached: 'yes',
      reachedAt: addMinutes(unit.clock.now(), -7),
      reachedName: 'Dr A. Test',
      advice: '',
      reference: '',
      transferAdvised: false,
      seenAt: null,
      seenBy: '',
    }
    const nurse = unit.as('nurse')
    expect(await nurse.fails('unwellBaby.correctCall', { ...right, reason: ' ' })).toMatchObject({
      fields: [{ field: 'reason' }],
    })
    expect(
      await nurse.fails('unwellBaby.correctCall', {
        ...right,
        reason: 'Typed wrongly',
        reachedAt: addMinutes(unit.clock.now(), 5),
      }),
    ).toMatchObject({ fields: [{ field: 'reachedAt' }] })
    await nurse.ok('unwellBaby.correctCall', { ...right, reason: 'The clock ran ahead' })
    const { help } = await act.page(episodeId)
    expect(help.contacts).toMatchObject([
      {
        reachedAt: right.reachedAt,
        before: [
          {
            version: 1,
            reachedAt: addMinutes(unit.clock.now(), 80),
            reason: 'The clock ran ahead',
            changedBy: 'nurse person',
          },
        ],
      },
    ])
    expect(
      await nurse.fails('unwellBaby.correctCall', { ...right, reason: 'Again' }),
    ).toMatchObject({ code: 'clash' })
  })
})

describe('who is registered', () => {
  const enter = async (profession: string, registration?: string) => {
    const administrator = unit.as('administrator')
    const { id: staffId } = await administrator.ok<{ id: string }>('users.addStaff', {
      name: `${profession} of the ward`,
      profession,
      employment: 'substantive',
      ...(registration ? { registration } : {}),
      startedOn: '2020-01-06',
    })
    const account = {
      staffId,
      signInName: profession,
      role: 'other-clinician',
      newPassword: testPassword,
      identifiedBy: 'known',
    }
    await administrator.ok('users.open', account, { second: unit.second('ward-manager') })
    const window = caller(unit.app, crypto.randomUUID())
    await window.ok('session.signIn', { signInName: profession }, { password: testPassword })
    return window
  }

  test('a ward doctor rules infection out and signs an outcome; a psychologist of the same role does neither', async () => {
    const episodeId = await act.raise()
    await pass(unit, 2, 'administrator')
    const doctor = await enter('doctor', '7654321')
    const psychologist = await enter('psychologist')
    const noInfection = { episodeId, answer: 'no', why: 'Crying', answeredAt: unit.clock.now() }
    expect(await psychologist.fails('unwellBaby.answerInfection', noInfection)).toMatchObject({
      fields: [{ field: 'answer' }],
    })
    await doctor.ok('unwellBaby.answerInfection', noInfection)
    expect(await psychologist.fails('unwellBaby.outcome', outcome(episodeId))).toMatchObject({
      code: 'not-permitted',
      message: expect.stringContaining('registered nurse, consultant, doctor'),
    })
    const may = async (window: typeof doctor) =>
      (await window.ok<{ permissions: string[] }>('session.me')).permissions
    expect(await may(psychologist)).not.toContain('episode:outcome')
    expect(await may(doctor)).toContain('episode:outcome')
    await doctor.ok('unwellBaby.outcome', outcome(episodeId))
    expect((await act.page(episodeId)).outcomes).toMatchObject([{ signedByDoctor: true }])
  })
})

describe('a journey that was written down while the clock ran ahead', () => {
  const ahead = async () => {
    const episodeId = await act.raise()
    const true_ = unit.clock.now()
    unit.clock.set(addMinutes(true_, 90))
    await unit.as('nurse').signIn()
    const journey = await unit
      .as('nurse')
      .ok<{ departureId: string; version: number }>('unwellBaby.left', {
        episodeId,
        leftAt: unit.clock.now(),
        destination: 'Emergency department',
      })
    unit.clock.set(addMinutes(true_, 10))
    await unit.as('nurse').signIn()
    return { episodeId, ...journey }
  }
  const right = (at: string, more: object = {}) => ({
    leftAt: at,
    destination: 'Emergency department',
    arrivedAt: null,
    handedOverTo: '',
    handedOverAt: null,
    motherCannotGo: false,
    returnedAt: null,
    reason: 'The computer’s clock ran ahead',
    ...more,
  })

  test('says at its return what is wrong and where to mend it', async () => {
    const journey = await ahead()
    const refused = await unit
      .as('nurse')
      .fails('unwellBaby.returned', { ...journey, returnedAt: unit.clock.now() })
    expect(refused.message).toMatch(/clock ran ahead.*Put the journey right first/)
  })

  test('is put right with a reason, and goes on', async () => {
    const { episodeId, departureId, version } = await ahead()
    const at = addMinutes(unit.clock.now(), -5)
    const ids = { episodeId, departureId, version }
    const nurse = unit.as('nurse')
    const made = await nurse.ok<{ version: number }>('unwellBaby.correctJourney', {
      ...ids,
      ...right(at),
    })
    await nurse.ok('unwellBaby.returned', {
      ...ids,
      version: made.version,
      returnedAt: unit.clock.now(),
    })
    const { departures } = await act.page(episodeId)
    expect(departures[0]).toMatchObject({ leftAt: at, returnedAt: unit.clock.now() })
    const rows = unit.db.rows("select 1 from audit where action = 'episode.journey-corrected'")
    expect(rows).toHaveLength(1)
  })

  test.each([
    ['in the future', (now: string) => right(addMinutes(now, 5)), 'leftAt'],
    ['before the concern', (now: string) => right(addMinutes(now, -60)), 'leftAt'],
    [
      'back before it left',
      (now: string) => right(addMinutes(now, -5), { returnedAt: addMinutes(now, -9) }),
      'returnedAt',
    ],
    ['without a reason', (now: string) => right(addMinutes(now, -5), { reason: '' }), 'reason'],
  ])('%s is refused at its field', async (_, wrong, field) => {
    const { episodeId, departureId, version } = await ahead()
    const failure = await unit.as('nurse').fails('unwellBaby.correctJourney', {
      ...{ episodeId, departureId, version },
      ...wrong(unit.clock.now()),
    })
    expect(failure.fields?.map((one) => one.field)).toContain(field)
  })
})

describe('a button that is pressed twice', () => {
  test('is one set of observations: the same set again is asked for its own time', async () => {
    const episodeId = await act.raise()
    const set = {
      episodeId,
      babyId: family.babyId,
      ...setOf({ 'heart-rate': 135 }, unit.clock.now(), { findings: ['pale'] }),
    }
    const nurse = unit.as('nurse')
    await nurse.ok('unwellBaby.observe', set)
    const again = await nurse.fails('unwellBaby.observe', set)
    expect(again).toMatchObject({ code: 'invalid', fields: [{ field: 'observedAt' }] })
    expect(again.message).toContain('written down by nurse person')
    expect((await act.page(episodeId)).observations).toHaveLength(1)
    await nurse.ok('unwellBaby.observe', { ...set, findings: [] })
    await pass(unit, 1)
    await nurse.ok('unwellBaby.observe', { ...set, observedAt: unit.clock.now() })
    expect((await act.page(episodeId)).observations).toHaveLength(3)
  })

  test('is one call for help', async () => {
    const episodeId = await act.raise()
    const call = { episodeId, whom: '999', reachedAt: unit.clock.now() }
    await unit.as('nurse').ok('unwellBaby.reached', call)
    expect(await unit.as('nurse').fails('unwellBaby.reached', call)).toMatchObject({ code: 'held' })
    expect((await act.page(episodeId)).help.contacts).toHaveLength(1)
  })
})
