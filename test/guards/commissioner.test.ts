import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { declared, startTestUnit, type TestUnit } from '../support/app.ts'

let unit: TestUnit
beforeAll(async () => {
  unit = await startTestUnit()
  await unit.arrive({ motherName: 'Jo', babyName: 'Amber' })
  await unit.as('commissioner').signIn()
})
afterAll(() => unit.close())

/** Every procedure that answers with people by name, or that belongs to the care of a family. */
const identifiable = declared.filter(
  ({ meta }) =>
    Boolean(meta.identifies) ||
    /^(people|stays|board|supervision|admission|history|episode|duty|leave|relationship|restricted):/.test(
      meta.permission ?? '',
    ) ||
    meta.permission === 'assurance:identify',
)

const refusals = () =>
  unit.db.row<{ n: number }>(
    "select count(*) as n from audit where action = 'refused' and user_id = @id",
    { id: unit.as('commissioner').userId },
  )?.n ?? 0

describe('a commissioner who tries every procedure that names somebody', () => {
  test('has many to try', () => {
    expect(identifiable.length).toBeGreaterThan(120)
  })

  test.each(identifiable)(
    'is refused $path, told nothing, and it is in the audit',
    async ({ path }) => {
      const before = refusals()
      const reply = await unit.as('commissioner').call(
        path,
        { anything: true },
        {
          password: 'correct horse battery',
          second: { signInName: 'ward-manager', password: 'correct horse battery' },
        },
      )
      expect(reply).toMatchObject({ ok: false, failure: { code: 'not-permitted' } })
      expect(JSON.stringify(reply)).not.toMatch(/Amber|Jo |Example/)
      expect(refusals()).toBe(before + 1)
    },
  )
})
