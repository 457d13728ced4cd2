import { afterAll, beforeAll, expect, test } from 'vitest'
import type { NamedMember } from '../../../../electron/features/assurance/drill.ts'
import { type Arrived, startTestUnit, type TestUnit } from '../../../support/app.ts'

interface View {
  babies: { pairId: string; topics: string[]; last: string | null }[]
  checks: {
    id: string
    version: number
    answered: boolean
    right: number | null
    questions: { id: string; right: string | null; options: { id: string }[] }[]
  }[]
}

let unit: TestUnit
let family: Arrived
beforeAll(async () => {
  unit = await startTestUnit()
  family = await unit.arrive({ motherName: 'Jolanta', babyName: 'Amber' })
})
afterAll(() => unit.close())

const lead = () => unit.as('safeguarding-lead')
const view = () => lead().ok<View>('culture.spotChecks')
const ask = () => ({ pairId: family.pairId, staffId: unit.as('nurse').staffId })

test('nobody is asked about a baby without a plan or order; with one, five questions on what applies are drawn', async () => {
  expect((await view()).babies).toEqual([])
  const refused = await lead().fails('culture.askSpotCheck', ask())
  expect(refused.fields?.[0]?.field).toBe('pairId')
  await unit.as('nurse').ok('people.addLegalStatus', {
    personId: family.babyId,
    code: 'LEG-04',
    startsAt: '2026-11-20T09:00:00.000Z',
    authority: 'Westmarch',
    basis: { kind: 'document', document: 'Minutes of the conference', on: '2026-11-20' },
  })
  expect((await view()).babies[0]).toMatchObject({ topics: ['Child protection plan'], last: null })
  await lead().ok('culture.askSpotCheck', ask())
  const [check] = (await view()).checks
  expect(check?.questions).toHaveLength(5)
  // What is right is not told before the answers are on record.
  expect(check?.questions.every(({ right }) => right === null)).toBe(true)
})

test('nobody checks themselves, and nurses do not see the answers of others', async () => {
  const own = { pairId: family.pairId, staffId: lead().staffId }
  expect((await lead().fails('culture.askSpotCheck', own)).fields?.[0]?.field).toBe('staffId')
  expect((await unit.as('nurse').fails('culture.spotChecks')).code).toBe('not-permitted')
})

test('takes the first answers once; one left open makes the check a fail', async () => {
  const [check] = (await view()).checks
  const [first, ...rest] = check?.questions ?? []
  const answers = Object.fromEntries(rest.map(({ id, options }) => [id, options[0]?.id]))
  const input = { id: check?.id, version: 1, answers }
  const strange = await lead().fails('culture.answerSpotCheck', {
    ...input,
    answers: { [first?.id ?? '']: 'no-such-option' },
  })
  expect(strange.fields?.[0]?.field).toBe(`answers.${first?.id}`)
  const named = await lead().fails('culture.answerSpotCheck', { ...input, talked: 'About Amber' })
  expect(named.fields?.[0]?.field).toBe('talked')
  await lead().ok('culture.answerSpotCheck', input)
  expect((await lead().fails('culture.answerSpotCheck', input)).code).toBe('held')
  const [member] = await unit.as('ward-manager').ok<NamedMember[]>('assurance.records', {
    first: '2026-11-01',
    last: '2026-11-30',
    measure: '2e-2',
  })
  expect(member).toMatchObject({ class: 'fail', reason: 'A question was not answered' })
})

test('all five right pass; a check that was broken off fails once its hour is over', async () => {
  await lead().ok('culture.askSpotCheck', ask())
  await lead().ok('culture.askSpotCheck', ask())
  const open = (await view()).checks.filter(({ answered }) => !answered)
  expect(open).toHaveLength(2)
  const bank = unit.db.row<{ content: string }>(
    "select content from rule_set where kind = 'spot-check-questions'",
  )
  const right = new Map(
    (
      JSON.parse(bank?.content ?? '{}') as { questions: { id: string; right: string }[] }
    ).questions.map((one) => [one.id, one.right]),
  )
  const answers = Object.fromEntries(
    (open[0]?.questions ?? []).map(({ id }) => [id, right.get(id)]),
  )
  await lead().ok('culture.answerSpotCheck', { id: open[0]?.id, version: 1, answers })
  const classes = async () =>
    (
      await unit.as('ward-manager').ok<NamedMember[]>('assurance.records', {
        first: '2026-11-01',
        last: '2026-11-30',
        measure: '2e-2',
      })
    )
      .map((member) => member.class)
      .sort()
  expect(await classes()).toEqual(['fail', 'not-eligible', 'pass'])
  unit.clock.pass(61)
  await unit.as('ward-manager').signIn()
  expect(await classes()).toEqual(['fail', 'fail', 'pass'])
})
