import { afterEach, beforeEach, expect, test } from 'vitest'
import { addHours, periodOfDays } from '#domain/shared/calendar.ts'
import { currentSupervision } from '#domain/supervision/measures.ts'
import { supervisionFacts } from '../../../../electron/features/supervision/facts.ts'
import { type Arrived, startTestUnit, type TestUnit } from '../../../support/app.ts'
import { wholeDecision } from '../../../support/supervision.ts'

let unit: TestUnit
let family: Arrived
let lapsedFrom: string
/** Assessed for one hour; two hours later nobody has looked at it, and the clock is set back by two. */
beforeEach(async () => {
  unit = await startTestUnit()
  family = await unit.arrive({ bed: 0 })
  const nurse = unit.as('nurse')
  lapsedFrom = addHours(unit.clock.now(), 1)
  await nurse.ok('supervision.decide', wholeDecision(family.pairId, 'SUP-3', unit.clock.now(), 1))
  unit.clock.pass(180)
  await nurse.signIn()
  unit.clock.set(addHours(unit.clock.now(), -2))
})
afterEach(() => unit.close())

/** The minutes inside that no current assessment covers, by the time at which the clock was set back. */
const uncovered = (until: string) => {
  const period = { from: periodOfDays('2026-11-23', '2026-11-23').from, to: until }
  const cut = { at: until, auditSeq: 1e12 }
  return currentSupervision
    .members(supervisionFacts(unit.db, period, cut), period, cut)
    .filter(({ group, class: of, at }) => group === 'inside' && of === 'fail' && at >= lapsedFrom)
    .reduce((sum, { quantity }) => sum + quantity, 0)
}

test('a review that says it was made before the clock was set back hides at most the hour for entering it', async () => {
  const until = addHours(unit.clock.now(), 2)
  const before = uncovered(until)
  expect(before).toBeGreaterThan(115)
  const now = unit.clock.now()
  await unit.as('nurse').ok('supervision.decide', wholeDecision(family.pairId, 'SUP-3', now, 20))
  expect(before - uncovered(until)).toBeLessThanOrEqual(60)
})

test('what is written while the clock is behind is recorded at the time before it was set back, and the audit keeps both', async () => {
  const wall = unit.clock.now()
  await unit.as('nurse').ok('supervision.decide', wholeDecision(family.pairId, 'SUP-3', wall, 20))
  const [last] = unit.db.rows<{ recordedAt: string; at: string }>(
    `select d.recorded_at as recordedAt, a.at from supervision_decision d
       join audit a on a.seq = d.audit_seq order by d.audit_seq desc`,
  )
  expect(last?.at).toBe(wall)
  expect(last?.recordedAt).toBe(addHours(wall, 2))
})

test('a note of an event is taken by the same time: what happened before the step is no time to come', async () => {
  const { pairId } = family
  const happenedAt = addHours(unit.clock.now(), 1)
  await unit.as('nurse').ok('reviews.note', {
    ...{ pairId, kind: 'staff-concern', happenedAt, what: 'Rough handling' },
    basis: { kind: 'document', document: 'Nursing notes', on: '2026-11-23' },
  })
})
