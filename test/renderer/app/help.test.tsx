import { screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { startTestUnit, type TestUnit } from '../../support/app.ts'
import { expectAccessible } from '../screen.ts'
import { signedIn } from './open-window.tsx'

let unit: TestUnit
beforeEach(async () => {
  unit = await startTestUnit()
})
afterEach(() => unit.close())

it('help opens with F1 for the screen that is shown, with the source of each rule, and leads back', async () => {
  const { user } = await signedIn(unit, 'nurse')
  const nav = within(screen.getByRole('navigation', { name: 'Main' }))
  await user.click(nav.getByRole('link', { name: /^Round/ }))
  await screen.findByRole('heading', { level: 1, name: /Round/ })
  await user.keyboard('{F1}')
  const here = within(await screen.findByRole('region', { name: 'Round' }))
  const row = within(await here.findByRole('row', { name: /Supervision of mother with baby/ }))
  expect(row.getByText('Not approved: default of the app')).toBeTruthy()
  await expectAccessible()
  await user.type(screen.getByLabelText('Find a word'), 'zebra')
  expect(await screen.findByText('This word is not in the list.')).toBeTruthy()
  await user.clear(screen.getByLabelText('Find a word'))
  await user.type(screen.getByLabelText('Find a word'), 'BASIS')
  expect(screen.getByText('basis')).toBeTruthy()
  await user.click(here.getByRole('link', { name: 'Back to where you were' }))
  expect(await screen.findByRole('heading', { level: 1, name: /Round/ })).toBeTruthy()
})
