import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { refuseField } from '#domain/shared/failure.ts'
import type { Call } from '#domain/shared/wire.ts'
import { roles } from '#domain/users/roles.ts'
import { createDoor } from '../../../electron/platform/door.ts'
import { command, openQuery, query, router } from '../../../electron/platform/serve.ts'
import { startTestUnit, type TestUnit } from '../../support/app.ts'

let unit: TestUnit
beforeAll(async () => {
  unit = await startTestUnit()
})
afterAll(() => unit.close())

const tried = router({
  throws: openQuery(z.unknown(), () => {
    throw new Error('Jo Example, 943 476 5919')
  }),
  refuses: openQuery(z.unknown(), () => refuseField('a.b', 'Mend it so')),
  waits: query('own:session', z.unknown(), async () => 'done'),
  counts: command('own:session', z.strictObject({ add: z.int() }), (ctx, input) => {
    runs += 1
    return ctx.write(() => ({
      value: { sum: input.add },
      audit: [{ action: 'count', entity: 'test', entityId: 'test' }],
    }))
  }),
})
let runs = 0

const mutation = (input: unknown, operationId?: string): Call => ({
  path: 'counts',
  type: 'mutation',
  input,
  ...(operationId ? { operationId } : {}),
})

describe('the door', () => {
  const door = () => createDoor(unit.app.house, tried)
  const ask = (call: Partial<Call>, connection = 'x') =>
    door().answer(connection, { path: 'throws', type: 'query', input: null, ...call })

  test('answers a bug with a code, and logs its kind and place but not its words', async () => {
    unit.logged.length = 0
    const answer = await ask({})
    expect(answer).toEqual({ fault: expect.stringMatching(/^bug-[0-9a-f]{8}$/) })
    expect(unit.logged).toEqual([
      expect.objectContaining({ event: 'fault', procedure: 'throws', errorName: 'Error' }),
    ])
    expect(JSON.stringify(unit.logged)).not.toMatch(/Example|943/)
    expect(JSON.stringify(unit.logged)).toMatch(/door\.test\.ts/)
  })

  test('answers a refusal as a value with its field', async () => {
    expect(await ask({ path: 'refuses' })).toEqual({
      reply: {
        ok: false,
        failure: {
          code: 'invalid',
          message: 'Mend it so',
          fields: [{ field: 'a.b', message: 'Mend it so' }],
        },
      },
    })
  })

  test.each([
    ['an unknown procedure', { path: 'nothing' }],
    ['a name from the prototype', { path: 'constructor' }],
    ['a query asked as a mutation', { type: 'mutation' }],
    ['a kind that is none', { type: 'subscription' }],
  ])('answers %s with a fault', async (_what, call) => {
    expect(await ask(call as Partial<Call>)).toEqual({ fault: 'no-such-procedure' })
  })

  test('takes an act once, whatever happens to its answer', async () => {
    const { connection } = unit.as('nurse')
    const id = randomUUID()
    const first = await door().answer(connection, mutation({ add: 2 }, id))
    const again = await door().answer(connection, mutation({ add: 2 }, id))
    expect(again).toEqual(first)
    expect(first).toEqual({ reply: { ok: true, value: { sum: 2 } } })
    expect(runs).toBe(1)
    const other = await door().answer(connection, mutation({ add: 3 }, id))
    expect(other).toMatchObject({ reply: { ok: false, failure: { code: 'clash' } } })
    const elsewhere = unit.as('consultant').connection
    expect(await door().answer(elsewhere, mutation({ add: 2 }, id))).toMatchObject({
      reply: { ok: false, failure: { code: 'clash' } },
    })
  })

  test('takes no act without an operation id', async () => {
    const { connection } = unit.as('nurse')
    expect(await door().answer(connection, mutation({ add: 2 }))).toEqual({ fault: 'operation-id' })
    expect(await door().answer(connection, mutation({ add: 2 }, 'x'))).toEqual({
      fault: 'operation-id',
    })
  })

  test('a message that says who it is from is no use: the session is the connection’s', async () => {
    const call = { ...mutation({ add: 2 }, randomUUID()), session: unit.as('nurse').userId } as Call
    expect(await door().answer('somewhere else', call)).toMatchObject({
      reply: { ok: false, failure: { code: 'not-signed-in' } },
    })
  })
})

describe('signatures', () => {
  const open = {
    staffId: '00000000-0000-7000-8000-000000000000',
    signInName: 'new.person',
    role: 'nurse',
    newPassword: 'violet anchor teapot',
    identifiedBy: 'known',
  }

  test('need the own password again', async () => {
    const administrator = unit.as('administrator')
    const none = await administrator.fails('users.open', open, { password: undefined })
    expect(none).toMatchObject({ code: 'wrong-password', fields: [{ field: 'password' }] })
    const wrong = await administrator.fails('users.open', open, { password: 'something else here' })
    expect(wrong).toMatchObject({ code: 'wrong-password', fields: [{ field: 'password' }] })
    const wait = await administrator.fails('users.open', open)
    expect(wait.code).toBe('wait')
    unit.clock.pass(1)
    expect(await administrator.fails('users.open', open)).toMatchObject({ code: 'not-found' })
  })

  test('take no second person where one signs alone', async () => {
    const failure = await unit
      .as('administrator')
      .fails('users.disable', {}, { second: unit.second('ward-manager') })
    expect(failure).toMatchObject({ code: 'not-permitted' })
  })
})

describe('reads of identifiable records', () => {
  beforeEach(async () => {
    for (const role of roles) await unit.as(role).signIn()
    unit.events.length = 0
  })

  const readsBy = (userId: string) =>
    unit.db.rows<{ entity: string; patients: string }>(
      "select entity, patients from audit where action = 'read' and user_id = ? order by seq",
      [userId],
    )

  test('are logged from the declaration, once in 15 minutes for the same people', async () => {
    const { motherId, babyId } = await unit.arrive()
    const lead = unit.as('safeguarding-lead')
    const before = readsBy(lead.userId).length
    await lead.ok('people.get', { personId: babyId })
    await lead.ok('people.get', { personId: babyId })
    await lead.ok('people.get', { personId: motherId })
    await lead.ok('stays.current')
    const logged = readsBy(lead.userId).slice(before)
    expect(logged).toEqual([
      { entity: 'people.get', patients: babyId },
      { entity: 'people.get', patients: motherId },
      { entity: 'stays.current', patients: [motherId, babyId].sort().join(' ') },
    ])
    for (let minute = 0; minute < 16; minute += 3) {
      unit.clock.pass(3)
      await lead.ok('session.active')
    }
    await lead.ok('people.get', { personId: babyId })
    expect(readsBy(lead.userId)).toHaveLength(before + 4)
  })

  test('tell no window, so that a read does not make every window read again', async () => {
    await unit.as('consultant').ok('stays.current')
    expect(unit.events).toEqual([])
  })

  test('are found by patient', async () => {
    const { babyId } = await unit.arrive()
    await unit.as('nursery-nurse').ok('people.get', { personId: babyId })
    const entries = await unit
      .as('safeguarding-lead')
      .ok<{ action: string; who: string }[]>('audit.ofPatient', { personId: babyId })
    expect(entries[0]).toMatchObject({ action: 'read', who: 'nursery-nurse person' })
  })

  test('that answer nobody are not logged', async () => {
    const nurse = unit.as('other-clinician')
    const before = readsBy(nurse.userId).length
    await nurse.ok('people.search', { text: 'nobody has this name' })
    expect(readsBy(nurse.userId)).toHaveLength(before)
  })
})
