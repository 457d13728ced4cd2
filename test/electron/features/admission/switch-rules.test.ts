import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestUnit, type TestUnit } from '../../../support/app.ts'
import { approveCriteria } from './newer-criteria.ts'
import { answer, complete, offer, overrideInput, pageOf, pass, refer } from './referring.ts'

let unit: TestUnit
let half: string
let offered: string
let overridden: string
beforeAll(async () => {
  unit = await startTestUnit()
  half = await refer(unit)
  await answer(unit, half, 'ADM-I-05', 'yes')
  await answer(unit, half, 'ADM-I-08', 'yes')
  offered = await refer(unit)
  await complete(unit, offered)
  await pass(unit, 1)
  await offer(unit, offered)
  overridden = await refer(unit)
  await answer(unit, overridden, 'ADM-I-05', 'no')
  await unit
    .as('ward-manager')
    .ok('admission.override', overrideInput(unit, overridden, 'ADM-I-05'), {
      second: unit.second('consultant'),
    })
  await pass(unit, 1)
  await approveCriteria(unit, 'ward-2', (clause) => {
    if (clause.id === 'ADM-I-10') return undefined
    return clause.id === 'ADM-I-05'
      ? { ...clause, question: 'Will she be the main carer?' }
      : clause
  })
})
afterAll(() => unit.close())

const switchOf = async (id: string) => {
  const { referral } = await pageOf(unit, id)
  return { id, version: referral.version }
}
const clauseOf = async (id: string, clauseId: string) =>
  (await pageOf(unit, id)).clauses.find((one) => one.id === clauseId)

describe('criteria that are approved while a check is half done', () => {
  test('leave the check on its own set, and are offered with what would change', async () => {
    const page = await pageOf(unit, half)
    expect(page.rules[0]?.revision).not.toBe('ward-2')
    expect(page.newerRules).toMatchObject({
      sets: [{ revision: 'ward-2' }],
      changes: { askedAgain: ['ADM-I-05'], added: [], removed: ['ADM-I-10'] },
      overridden: [],
    })
    expect(await clauseOf(half, 'ADM-I-05')).toMatchObject({ answer: 'yes' })
  })

  test('hold for a referral that comes after them', async () => {
    const fresh = await refer(unit)
    const page = await pageOf(unit, fresh)
    expect(page.rules[0]?.revision).toBe('ward-2')
    expect(page.newerRules).toBeNull()
  })

  test('ask again what is worded anew, and keep every other answer', async () => {
    await unit.as('nurse').ok('admission.switchRules', await switchOf(half))
    const page = await pageOf(unit, half)
    expect(page.rules[0]?.revision).toBe('ward-2')
    expect(page.newerRules).toBeNull()
    expect(await clauseOf(half, 'ADM-I-05')).toMatchObject({ answer: 'not-yet-asked' })
    expect(await clauseOf(half, 'ADM-I-08')).toMatchObject({ answer: 'yes' })
    expect(await clauseOf(half, 'ADM-I-10')).toBeUndefined()
    const before = unit.db.rows(
      "select answer from clause_answer where referral_id = @half and clause_id = 'ADM-I-05' order by version",
      { half },
    )
    expect(before).toEqual([{ answer: 'yes' }, { answer: 'not-yet-asked' }])
  })

  test('do not touch an offer that stands', async () => {
    const failure = await unit.as('nurse').fails('admission.switchRules', await switchOf(offered))
    expect(failure.message).toMatch(/^An offer stands/)
    expect((await pageOf(unit, offered)).stage).toBe('offered')
  })

  test('do not carry an override over to a clause that says something else', async () => {
    const failure = await unit
      .as('nurse')
      .fails('admission.switchRules', await switchOf(overridden))
    expect(failure.message).toMatch(/^ADM-I-05 was overridden/)
  })

  test('are gone over to once: the second window is told', async () => {
    const again = await switchOf(half)
    expect(await unit.as('nurse').fails('admission.switchRules', again)).toMatchObject({
      code: 'held',
    })
  })
})
