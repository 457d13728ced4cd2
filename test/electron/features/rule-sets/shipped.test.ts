import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { shippedRuleSets } from '../../../../electron/features/rule-sets/shipped.ts'
import { ruleSetKinds } from '../../../../electron/rule-set-kinds.ts'
import { startTestUnit, type TestUnit } from '../../../support/app.ts'

const folder = join(import.meta.dirname, '../../../../drizzle/seed/rule-sets')
let unit: TestUnit
beforeAll(async () => {
  unit = await startTestUnit()
})
afterAll(() => unit.close())

test('every shipped file is in a new unit, unapproved, with its source', async () => {
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'))
  const sets = await unit
    .as('nurse')
    .ok<{ kind: string; state: string; source: string }[]>('ruleSets.list')
  expect(sets).toHaveLength(files.length)
  expect(new Set(shippedRuleSets(folder).map((set) => set.kind)).size).toBe(files.length)
  for (const set of sets)
    expect(set).toMatchObject({ state: 'unapproved', source: expect.stringMatching(/.{5}/) })
})

test('the one in force is told with its content, now and for the past', async () => {
  const nurse = unit.as('nurse')
  type Set = { id: string; content: string; state: string }
  const now = await nurse.ok<Set>('ruleSets.current', { kind: 'supervision' })
  expect(JSON.parse(now.content)).toBeTypeOf('object')
  const then = await nurse.ok<Set>('ruleSets.current', {
    kind: 'supervision',
    at: '2025-01-01T00:00:00.000Z',
  })
  expect(then.id).toBe(now.id)
  expect(await nurse.ok<Set>('ruleSets.get', { id: now.id })).toMatchObject({
    content: now.content,
  })
  expect(await nurse.fails('ruleSets.current', { kind: 'none' })).toMatchObject({
    code: 'not-found',
  })
})

test('every shipped kind is known to the procedure of approval, and fits its schema', () => {
  const shipped = shippedRuleSets(folder)
  expect(ruleSetKinds.map(({ kind }) => kind).sort()).toEqual(
    shipped.map(({ kind }) => kind).sort(),
  )
  for (const { kind, content } of shipped)
    expect(
      ruleSetKinds.find((one) => one.kind === kind)?.content.safeParse(content).error,
    ).toBeUndefined()
})
