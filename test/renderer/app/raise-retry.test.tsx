import { screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { type Arrived, startTestUnit, type TestUnit } from '../../support/app.ts'
import { wholeDecision } from '../../support/supervision.ts'
import { expectAccessible } from '../screen.ts'
import { signedIn } from './open-window.tsx'

let unit: TestUnit
let family: Arrived
beforeEach(async () => {
  unit = await startTestUnit()
  family = await unit.arrive({ babyName: 'Amber' })
  await unit
    .as('nurse')
    .ok('supervision.decide', wholeDecision(family.pairId, 'SUP-4', unit.clock.now(), 5))
  unit.clock.pass(2)
})
afterEach(async () => {
  vi.restoreAllMocks()
  await unit.close()
})

/** The next call of this procedure is carried out, and its answer never arrives. */
function loseNextAnswer(path: string) {
  const { call } = window.bridge
  let lost = false
  window.bridge.call = async (made) => {
    const answer = await call(made)
    if (lost || made.path !== path) return answer
    lost = true
    throw new Error('The answer was lost')
  }
}

/** The screen's clock and the service's, both later. */
function pass(minutes: number) {
  const now = Date.now.bind(Date)
  vi.spyOn(Date, 'now').mockImplementation(() => now() + minutes * 60_000)
  unit.clock.pass(minutes)
}

const raises = () =>
  unit.db.rows('select record_id from supervision_decision where pair_id = @pairId', {
    pairId: family.pairId,
  }).length - 1

it('a raise whose answer was lost is the same raise when it is pressed again minutes later', async () => {
  const { user } = await signedIn(unit, 'nurse')
  const card = within(await screen.findByRole('article', { name: 'Bed 1' }))
  await user.click(card.getByRole('link', { name: 'Bed 1' }))
  await user.click(await screen.findByRole('link', { name: /^Supervision in full/ }))
  await user.click(await screen.findByRole('link', { name: 'Raise supervision now' }))
  await user.click(await screen.findByRole('radio', { name: 'Constant' }))
  await user.click(screen.getByRole('checkbox', { name: 'On the unit by day' }))
  await user.type(screen.getByLabelText('What happened?'), 'Shouted at the baby.')
  await user.type(screen.getByLabelText(/^Who saw it/), 'The nurse.')
  loseNextAnswer('supervision.raise')
  await user.click(screen.getByRole('button', { name: 'Raise now' }))
  expect((await screen.findByRole('alert')).textContent).toContain('nothing will be recorded twice')
  await expectAccessible()
  expect(raises()).toBe(1)
  pass(3)
  await user.click(screen.getByRole('button', { name: 'Raise now' }))
  expect(await screen.findByText(/Raised by/)).toBeTruthy()
  expect(raises()).toBe(1)
})
