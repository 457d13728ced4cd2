import { screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { startTestUnit, type TestUnit } from '../../support/app.ts'
import { expectAccessible } from '../screen.ts'
import { openWindow, signIn } from './open-window.tsx'

let unit: TestUnit
beforeEach(async () => {
  unit = await startTestUnit()
  await unit.arrive({ babyName: 'Amber' })
})
afterEach(() => unit.close())

it('a bed pressed on the lock screen becomes an episode that runs from the press', async () => {
  const opened = openWindow(unit)
  const { user } = opened
  const beds = within(await screen.findByRole('region', { name: 'Baby concern' }))
  await user.click(await beds.findByRole('button', { name: 'Bed 1' }))
  await screen.findByText(/Bed 1: baby concern kept at/)
  await expectAccessible()
  await signIn(opened, 'nurse')
  const strip = within(await screen.findByRole('region', { name: 'Pressed on the lock screen' }))
  await expectAccessible()
  await user.click(strip.getByRole('link', { name: /Raise it for Amber/ }))
  await screen.findByText(/runs from when it was pressed on the lock screen/)
  await user.click(screen.getByRole('button', { name: 'I am worried: raise it now' }))
  await screen.findByRole('heading', { level: 1 })
  expect(unit.db.rows("select answer from pressed_concern where answer = 'raised'")).toHaveLength(1)
  expect(unit.db.rows('select record_id from episode')).toHaveLength(1)
})

it('the lock screen shows a running clock and what to do within what limit, and one line when it is late', async () => {
  await unit.nobody().ok('unwellBaby.press', { bed: 'Bed 1' })
  unit.clock.pass(4)
  openWindow(unit)
  const shown = within(await screen.findByRole('region', { name: 'On the unit now' }))
  const line = async () => (await shown.findByText(/^baby concern pressed/, {}, {})).textContent
  expect(await line()).toMatch(
    /baby concern pressed: running 00:04:0\dGo to the baby, .*, within 1[01] min \(by 09:15\)/,
  )
  expect(shown.getAllByText(/baby concern/)).toHaveLength(1)
})

it('says that it was none, with a reason, and the strip is gone', async () => {
  await unit.nobody().ok('unwellBaby.press', { bed: 'Bed 1' })
  const opened = openWindow(unit)
  await signIn(opened, 'nurse')
  const { user } = opened
  const strip = within(await screen.findByRole('region', { name: 'Pressed on the lock screen' }))
  await user.click(strip.getByRole('button', { name: 'Not a concern' }))
  await user.type(await screen.findByLabelText('Why was it pressed?'), 'A child played with it')
  await expectAccessible()
  await user.click(screen.getByRole('button', { name: 'It was no concern' }))
  await expect
    .poll(() => screen.queryByRole('region', { name: 'Pressed on the lock screen' }))
    .toBeNull()
})
