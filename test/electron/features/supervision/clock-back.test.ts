import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { addHours } from '#domain/shared/calendar.ts'
import { type Arrived, startTestUnit, type TestUnit } from '../../../support/app.ts'
import { wholeDecision } from '../../../support/supervision.ts'

interface Current {
  standing: { inside: { level: string; reason: string }; toConfirm: { state: string }[] }
}

let unit: TestUnit
let family: Arrived
/** SUP-4, then an hour later SUP-2; after another hour the clock goes back by three. */
beforeEach(async () => {
  unit = await startTestUnit()
  family = await unit.arrive({ bed: 0 })
  const nurse = unit.as('nurse')
  await nurse.ok('supervision.decide', wholeDecision(family.pairId, 'SUP-4', unit.clock.now(), 24))
  unit.clock.pass(60)
  await nurse.signIn()
  await nurse.ok('supervision.decide', wholeDecision(family.pairId, 'SUP-2', unit.clock.now(), 24))
  unit.clock.pass(60)
  for (const role of ['nurse', 'nursery-nurse', 'consultant'] as const) await unit.as(role).signIn()
  unit.clock.set(addHours(unit.clock.now(), -3))
})
afterEach(() => unit.close())

const current = () => unit.as('nurse').ok<Current>('supervision.current', { pairId: family.pairId })
const now = (level: 'SUP-1' | 'SUP-3') => wholeDecision(family.pairId, level, unit.clock.now(), 12)

describe('when the clock of the computer has been set back', () => {
  test('a lowering is still judged against the last decision, and not against the one before it', async () => {
    const failure = await unit.as('nurse').fails('supervision.decide', now('SUP-3'))
    expect(failure.code).toBe('held')
    expect((await current()).standing.inside).toMatchObject({ level: 'SUP-2', reason: 'decided' })
  })

  test('a raise holds at once, and waits its whole hour for a nurse', async () => {
    const nursery = unit.as('nursery-nurse')
    const { decisionId } = await nursery.ok<{ decisionId: string }>(
      'supervision.raise',
      now('SUP-1'),
    )
    expect((await current()).standing).toMatchObject({
      inside: { level: 'SUP-1', reason: 'decided' },
      toConfirm: [{ state: 'awaiting' }],
    })
    await unit.as('nurse').ok('supervision.confirmRaise', { decisionId, confirmed: true })
    expect((await current()).standing).toMatchObject({
      inside: { level: 'SUP-1', reason: 'decided' },
      toConfirm: [],
    })
  })
})
