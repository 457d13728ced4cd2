import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Role } from '#domain/users/roles.ts'
import type { CountedSignature } from '../../../../electron/features/training/register.ts'
import type { OwnSigning } from '../../../../electron/features/training/signer.ts'
import { type Arrived, startTestUnit, type TestUnit } from '../../../support/app.ts'
import { wholeDecision } from '../../../support/supervision.ts'
import { aCertificateOf, declare, trainAll } from '../../../support/training.ts'

let unit: TestUnit
let family: Arrived
let courseId: string
/** The nurse and the ward manager are trained, the consultant is not. The register is not declared yet. */
beforeAll(async () => {
  unit = await startTestUnit()
  family = await unit.arrive()
  courseId = await trainAll(unit, [unit.as('nurse'), unit.as('ward-manager')])
})
// The clock goes on with each decision, and nobody is to be locked out meanwhile.
beforeEach(async () => {
  unit.clock.pass(1)
  for (const role of ['nurse', 'consultant', 'ward-manager', 'safeguarding-lead'] as const)
    await unit.as(role).signIn()
})
afterAll(() => unit.close())

const today = { first: '2026-11-23', last: '2026-11-23' }
const counted = () =>
  unit.as('ward-manager').ok<CountedSignature[]>('training.countedSignatures', today)
const decision = (level: 'SUP-1' | 'SUP-2' | 'SUP-3' = 'SUP-1') => {
  unit.clock.pass(1)
  return wholeDecision(family.pairId, level, unit.clock.now(), 12)
}
const decisions = () =>
  unit.db.row<{ n: number }>('select count(distinct record_id) as n from supervision_decision')?.n
const own = (role: Role) => unit.as(role).ok<OwnSigning>('training.ownSigning')

describe('before the register is declared complete', () => {
  test('a person in date signs, and nothing is counted', async () => {
    await unit.as('nurse').ok('supervision.decide', decision())
    expect(await counted()).toEqual([])
    expect(await own('nurse')).toMatchObject({ may: 'sign', message: null })
  })

  test('a person whose training is missing is warned, signs, and is counted with the act', async () => {
    expect(await own('consultant')).toMatchObject({
      may: 'sign-counted',
      message:
        'Your required safeguarding training is not on the register. The signature counts, and is listed until the register is complete',
    })
    await unit.as('consultant').ok('supervision.decide', decision())
    expect(await counted()).toMatchObject([
      {
        name: 'consultant person',
        role: 'consultant',
        procedure: 'supervision.decide',
        standing: 'missing',
        emergency: false,
      },
    ])
  })

  test('a refused act counts nothing, and a repeat of an act counts once', async () => {
    const input = { ...decision(), rationale: ' ' }
    await unit.as('consultant').fails('supervision.decide', input)
    const good = decision()
    const operationId = 'c3a7f2d0-1111-4222-8333-123456789abc'
    await unit.as('consultant').ok('supervision.decide', good, { operationId })
    await unit.as('consultant').ok('supervision.decide', good, { operationId })
    expect(await counted()).toHaveLength(2)
  })
})

describe('once the register is declared complete', () => {
  beforeAll(() => declare(unit, true))

  test('it says who declared it and why, and what was missing is kept with it', async () => {
    const state = await unit.as('nurse').ok<{
      complete: boolean
      declared: { by: string; reason: string }
      nothing: { name: string }[]
    }>('training.register')
    expect(state).toMatchObject({ complete: true, declared: { reason: 'Every file was read' } })
    expect(state.nothing.map(({ name }) => name)).toContain('consultant person')
    const note = unit.db.row<{ payload: string }>(
      "select payload from audit where action = 'declare-complete'",
    )
    expect(JSON.parse(note?.payload ?? '')).toMatchObject({ nothing: state.nothing.length })
  })

  test('a person in date signs', async () => {
    await unit.as('nurse').ok('supervision.decide', decision())
    expect(await counted()).toHaveLength(2)
  })

  test('a person whose training is missing is refused, and nothing is written', async () => {
    const before = decisions()
    expect(await own('consultant')).toMatchObject({ may: 'not' })
    const failure = await unit.as('consultant').fails('supervision.decide', decision())
    expect(failure).toMatchObject({ code: 'held', fields: [{ field: 'emergency' }] })
    expect(failure.message).toContain('or give the reason of the emergency')
    expect(decisions()).toBe(before)
    expect(await counted()).toHaveLength(2)
  })

  test('the wrong password is refused first: nobody learns of another’s training', async () => {
    expect(
      await unit
        .as('consultant')
        .fails('supervision.decide', decision(), { password: 'wrong one' }),
    ).toMatchObject({ code: 'wrong-password' })
  })

  test('the emergency path needs its reason, and is an entry of its own', async () => {
    const consultant = unit.as('consultant')
    for (const emergency of ['', '   '])
      expect(await consultant.fails('supervision.decide', decision(), { emergency })).toMatchObject(
        { code: 'held' },
      )
    for (const emergency of ['a\u0000b', 'x'.repeat(501)])
      expect(await consultant.fails('supervision.decide', decision(), { emergency })).toMatchObject(
        {
          code: 'invalid',
          fields: [{ field: 'emergency' }],
        },
      )
    const emergency = 'Night, and the only doctor within an hour'
    await consultant.ok('supervision.decide', decision(), { emergency })
    await unit.as('ward-manager').signIn()
    const [newest] = await counted()
    expect(newest).toMatchObject({ emergency: true, reason: emergency, role: 'consultant' })
    const rows = unit.db.rows<{ action: string }>(
      "select action from audit where action <> 'sign-in' order by seq desc limit 2",
    )
    expect(rows.map(({ action }) => action)).toEqual(['signed-emergency', 'supervision.renewal'])
  })

  test('an emergency that a trained person names changes nothing', async () => {
    const before = (await counted()).length
    await unit.as('nurse').ok('supervision.decide', decision(), { emergency: 'In haste' })
    expect(await counted()).toHaveLength(before)
  })

  test('the second person is held to it too', async () => {
    const nurse = unit.as('nurse')
    const input = { ...decision('SUP-2'), team: 'Consultant, nurse in charge, primary nurse' }
    const failure = await nurse.fails('supervision.decide', input, {
      second: unit.second('consultant'),
    })
    expect(failure).toMatchObject({ code: 'held', fields: [{ field: 'second.signInName' }] })
    expect(failure.message).toMatch(/^The second person’s required safeguarding training/)
  })

  test('accounts, passwords and the state of the store wait for no course', async () => {
    await unit.as('nursery-nurse').signIn()
    await unit
      .as('nursery-nurse')
      .ok('users.changeOwnPassword', { newPassword: 'purple lamp under stairs' })
  })

  test('a lapse during the night holds from the first minute of the day', async () => {
    const staffId = unit.as('nurse').staffId
    const [mine] = (
      await unit
        .as('ward-manager')
        .ok<{ certificates: { id: string; version: number }[] }>('training.person', { staffId })
    ).certificates
    await unit.as('safeguarding-lead').ok('training.correctCertificate', {
      id: mine?.id,
      version: mine?.version,
      reason: 'A date is printed on it',
      certificate: aCertificateOf(staffId, courseId, { expiresOn: '2026-11-23' }),
    })
    await unit.as('nurse').ok('supervision.decide', decision())
    // 24 November 2026, 00:00 in England.
    unit.clock.set('2026-11-24T00:00:00.000Z')
    await unit.as('nurse').signIn()
    expect(await unit.as('nurse').fails('supervision.decide', decision())).toMatchObject({
      code: 'held',
    })
  })

  test('is taken back with a reason, and then warns again', async () => {
    await declare(unit, false)
    await unit.as('nurse').ok('supervision.decide', decision())
  })
})
