import { screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { startTestUnit, type TestUnit } from '../../support/app.ts'
import { expectAccessible } from '../screen.ts'
import { signedIn } from './open-window.tsx'

let unit: TestUnit
beforeEach(async () => {
  unit = await startTestUnit()
  await unit.arrive({ motherName: 'Siân', babyName: 'Amber' })
})
afterEach(() => unit.close())

it('leads from Assurance to what is to be mended, and from there to the stay', async () => {
  const { user } = await signedIn(unit, 'safeguarding-lead')
  const nav = await screen.findByRole('navigation', { name: 'Main' })
  await user.click(within(nav).getByRole('link', { name: 'Assurance' }))
  await user.click(await screen.findByRole('link', { name: 'Self-check' }))
  await screen.findByRole('heading', { level: 1, name: 'Self-check' })
  expect(screen.getByText(/things to mend/)).toBeTruthy()
  const late = screen.getByRole('region', { name: 'Overdue on the ward now' })
  expect(within(late).getByText('Amber: supervision never assessed')).toBeTruthy()
  expect(
    within(screen.getByRole('region', { name: 'Looked at, and nothing found' })).getByText(
      'An account that is open though its owner has left',
    ),
  ).toBeTruthy()
  await expectAccessible()
  await user.click(within(late).getByRole('link', { name: 'Bed 1' }))
  expect(await screen.findByRole('heading', { level: 1, name: /Siân Example/ })).toBeTruthy()
})
