import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestUnit, type TestUnit } from '../../support/app.ts'

let unit: TestUnit
beforeAll(async () => {
  unit = await startTestUnit()
})
afterAll(() => unit.close())

test('a draft is kept for its owner alone, over a lock, until it is cleared', async () => {
  const nurse = unit.as('nurse')
  await nurse.ok('drafts.save', { form: 'people.add', content: '{"givenName":"Am' })
  await nurse.ok('drafts.save', { form: 'people.add', content: '{"givenName":"Amber"}' })
  expect(await unit.as('consultant').ok('drafts.load', { form: 'people.add' })).toBeNull()
  unit.app.suspend()
  await nurse.signIn()
  expect(await nurse.ok('drafts.load', { form: 'people.add' })).toEqual({
    content: '{"givenName":"Amber"}',
    savedAt: '2026-11-23T09:00:00.000Z',
  })
  expect(await nurse.ok('drafts.list')).toMatchObject([{ form: 'people.add' }])
  await nurse.ok('drafts.clear', { form: 'people.add' })
  expect(await nurse.ok('drafts.load', { form: 'people.add' })).toBeNull()
})

test('a draft is kept whatever its form is called: of two long ids, too', async () => {
  const nurse = unit.as('nurse')
  const id = '0198a7c2-1111-7222-8333-444455556666'
  for (const form of [
    `hold ${id}`,
    `settle:bornOn:${id}:${id}:12:3:${id}`,
    'rules/LEG-02: limit',
  ]) {
    await nurse.ok('drafts.save', { form, content: '{}' })
    expect(await nurse.ok('drafts.load', { form })).toMatchObject({ content: '{}' })
    await nurse.ok('drafts.clear', { form })
  }
})

test('a draft of more than 1 MB is refused with a message', async () => {
  const nurse = unit.as('nurse')
  const whole = { form: 'people.add', content: 'x'.repeat(1_000_000) }
  await nurse.ok('drafts.save', whole)
  const more = await nurse.fails('drafts.save', { ...whole, content: `${whole.content}x` })
  expect(more.fields).toMatchObject([{ field: 'content' }])
})

test('drafts leave the audit and the other windows alone', async () => {
  await unit.as('consultant').signIn()
  const { seq } = unit.app.house.store().chain
  unit.events.length = 0
  await unit.as('consultant').ok('drafts.save', { form: 'x', content: 'y' })
  expect(unit.app.house.store().chain.seq).toBe(seq)
  expect(unit.events).toEqual([])
})
