import { afterEach, beforeEach, expect, test } from 'vitest'
import type { DecisionRow } from '../../../../electron/features/supervision/queries.ts'
import { type Arrived, startTestUnit, type TestUnit } from '../../../support/app.ts'
import { wholeDecision } from '../../../support/supervision.ts'

let unit: TestUnit
let family: Arrived
beforeEach(async () => {
  unit = await startTestUnit()
  family = await unit.arrive({ bed: 0 })
})
afterEach(() => unit.close())

const decisions = async () =>
  (
    await unit
      .as('nurse')
      .ok<{ decisions: DecisionRow[] }>('supervision.current', { pairId: family.pairId })
  ).decisions
const whole = (level: 'SUP-1' | 'SUP-2') =>
  wholeDecision(family.pairId, level, unit.clock.now(), 12)

test('of two windows on one assessment the second clashes, and both are kept once it is signed again', async () => {
  await unit.as('nurse').ok('supervision.decide', { ...whole('SUP-2'), seenDecisionId: null })
  unit.clock.pass(1)
  const mine = { ...whole('SUP-1'), seenDecisionId: null }
  expect(await unit.as('consultant').fails('supervision.decide', mine)).toMatchObject({
    code: 'clash',
  })
  const [theirs] = await decisions()
  await unit
    .as('consultant')
    .ok('supervision.decide', { ...mine, seenDecisionId: theirs?.recordId })
  expect((await decisions()).map(({ cells }) => cells[0]?.level)).toEqual(['SUP-2', 'SUP-1'])
})

test('a raise never waits for what another window saw', async () => {
  await unit.as('nurse').ok('supervision.decide', whole('SUP-2'))
  unit.clock.pass(1)
  await unit
    .as('nursery-nurse')
    .ok('supervision.raise', { ...whole('SUP-1'), seenDecisionId: null })
  expect(await decisions()).toHaveLength(2)
})

test('every answer asked of an assessment is kept with it', async () => {
  const { factors } = whole('SUP-2')
  expect(
    (await unit.as('nurse').fails('supervision.decide', { ...whole('SUP-2'), factors: {} })).fields,
  ).toHaveLength(7)
  await unit.as('nurse').ok('supervision.decide', {
    ...whole('SUP-2'),
    factors: { ...factors, medicines: { answer: 'yes', note: 'Drowsy after the evening dose' } },
  })
  const [decision] = await decisions()
  expect(decision?.factors).toHaveLength(7)
  expect(decision?.factors[1]).toEqual({
    factor: 'medicines',
    answer: 'yes',
    note: 'Drowsy after the evening dose',
  })
})
