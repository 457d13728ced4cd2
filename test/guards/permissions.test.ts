import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { permissionLines, permissions, rolePermissions } from '#domain/users/permissions.ts'
import { roles } from '#domain/users/roles.ts'
import { declared, startTestUnit, type TestUnit } from '../support/app.ts'
import { answersOfRules, mayCall } from './permissions-table.ts'

let unit: TestUnit
beforeAll(async () => {
  unit = await startTestUnit()
})
afterAll(() => unit.close())

/** What no procedure takes: whoever gets through is told so, and nothing is done. */
const nonsense = { nothingTakesThis: true }

async function outcome(user: Pick<ReturnType<TestUnit['as']>, 'call'>, path: string) {
  const reply = await user.call(path, nonsense, { password: 'correct horse battery', second })
  if (reply.ok) return 'done'
  const { code, message } = reply.failure
  return code === 'not-permitted' && message.startsWith('Your role') ? 'refused' : code
}
const second = { signInName: 'ward-manager', password: 'correct horse battery' }

describe('every procedure', () => {
  test('is in the table, and the table holds nothing else', () => {
    expect(declared.map(({ path }) => path).sort()).toEqual(Object.keys(mayCall).sort())
  })

  test.each(declared)('$path says what it needs', ({ path, meta }) => {
    if (mayCall[path] === 'open') expect(meta).toEqual({ kind: 'open' })
    else expect(permissions).toContain(meta.permission)
    if (meta.kind === 'two-person') expect(permissions).toContain(meta.second)
  })

  test.each(declared)('$path is refused to nobody, or open', async ({ path }) => {
    const expected = mayCall[path] === 'open' ? 'invalid' : 'not-signed-in'
    expect(await outcome(unit.nobody(), path)).toBe(expected)
  })

  test.each(declared)('$path is open to the roles of the table alone', async ({ path }) => {
    const allowed = mayCall[path] ?? []
    if (allowed === 'open') return
    for (const role of roles) {
      const found = await outcome(unit.as(role), path)
      expect([role, found === 'refused' ? 'refused' : 'admitted']).toEqual([
        role,
        allowed.includes(role) ? 'admitted' : 'refused',
      ])
    }
  })
})

describe('roles', () => {
  test('every permission is somebody’s, and has its line', () => {
    for (const permission of permissions) {
      expect(roles.some((role) => rolePermissions[role].has(permission))).toBe(true)
      expect(permissionLines[permission]).toMatch(/^[A-Z].{10,}/)
    }
  })

  test('an administrator and a commissioner read no clinical record', () => {
    const records =
      /^(people|stays|board|supervision|admission|history|episode|duty|training):|assurance:identify/
    for (const role of ['administrator', 'commissioner'] as const)
      expect([...rolePermissions[role]].filter((one) => records.test(one))).toEqual([])
  })

  test('what tells of people is logged from its declaration', () => {
    const reads = declared.filter(({ meta }) => meta.kind === 'read')
    const ofPeople = reads.filter(({ meta }) =>
      /^(people|stays|board|supervision|history|episode|duty):/.test(meta.permission ?? ''),
    )
    expect(
      ofPeople
        .filter(({ path, meta }) => !meta.identifies && !answersOfRules.includes(path))
        .map(({ path }) => path),
    ).toEqual([])
  })

  test('each refused attempt is in the audit', async () => {
    await unit.as('administrator').fails('people.get', { personId: 'x' })
    const row = unit.db.row<{ entity: string; reason: string }>(
      "select entity, reason from audit where action = 'refused' and user_id = ? order by seq desc limit 1",
      [unit.as('administrator').userId],
    )
    expect(row).toBeDefined()
  })
})
