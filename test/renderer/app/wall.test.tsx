import { screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { leaving } from '../../electron/features/leave/leaving.ts'
import { startTestUnit, type TestUnit } from '../../support/app.ts'
import { expectAccessible } from '../screen.ts'
import { signedIn } from './open-window.tsx'

let unit: TestUnit
beforeEach(async () => {
  unit = await startTestUnit()
})
afterEach(() => unit.close())

async function hangUp() {
  const opened = await signedIn(unit, 'nurse')
  await screen.findByRole('heading', { name: 'Ward board' })
  await opened.user.click(screen.getByRole('button', { name: 'Show the unit on the wall' }))
  await screen.findByRole('heading', { name: 'The unit on the wall' })
  return opened
}

const bed = (name: string) =>
  within(screen.getByRole('heading', { name }).closest('li') as HTMLElement)

it('shows each bed without a name: a concern with its clock, what is overdue, what is free', async () => {
  const family = await unit.arrive({ bed: 1, motherName: 'Canary', babyName: 'Canary' })
  await unit.arrive({ bed: 0, motherName: 'Canary Two', babyName: 'Canary' })
  await unit.as('nurse').ok('unwellBaby.raise', {
    pairId: family.pairId,
    recognisedAt: unit.clock.now(),
    whose: 'carer',
    basis: { kind: 'told', by: 'Canary' },
  })
  await hangUp()
  expect(bed('Bed 2').getByText(/^Baby concern/)).toBeTruthy()
  expect(bed('Bed 1').getByText(/1 overdue/)).toBeTruthy()
  expect(bed('Bed 4').getByText('Free')).toBeTruthy()
  expect(document.body.textContent).not.toContain('Canary')
  expect(document.body.textContent).not.toMatch(/supervision|nurse\.|N\. /i)
  await expectAccessible()
})

it('is taken off by a lock: nobody goes from the wall to the records without signing in', async () => {
  const { user } = await hangUp()
  expect(screen.queryByRole('link')).toBeNull()
  await user.click(screen.getByRole('button', { name: 'Take off the wall' }))
  await screen.findByRole('heading', { name: 'Sign in' })
})

it('says at a bed that the baby is not back, and since when, with nobody’s name', async () => {
  const family = await unit.arrive({ bed: 1, motherName: 'Canary', babyName: 'Canary' })
  await leaving(unit, family).missing()
  await hangUp()
  expect(bed('Bed 2').getByText(/^Baby missing/)).toBeTruthy()
  expect(document.body.textContent).not.toContain('Canary')
  await expectAccessible()
})
