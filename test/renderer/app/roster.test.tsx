import { screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { startTestUnit, type TestUnit } from '../../support/app.ts'
import { expectAccessible } from '../screen.ts'
import { enterWhen } from './form-steps.ts'
import { signedIn } from './open-window.tsx'

let unit: TestUnit
// The clock stands on Monday 23 November 2026.
beforeEach(async () => {
  unit = await startTestUnit()
  for (const day of ['24', '25', '30'])
    await unit.as('ward-manager').ok('users.addDuty', {
      staffId: unit.as('nurse').staffId,
      startsAt: `2026-11-${day}T07:30:00.000Z`,
      endsAt: `2026-11-${day}T20:00:00.000Z`,
      nurseInCharge: true,
    })
})
afterEach(() => unit.close())

it('shows the week as a grid of people and days, with what nobody covers, and goes to the next week as one', async () => {
  const { user } = await signedIn(unit, 'ward-manager')
  await user.click(await screen.findByRole('link', { name: 'People' }))
  await user.click(await screen.findByRole('link', { name: 'Roster' }))
  await user.click(await screen.findByRole('button', { name: 'Grid' }))
  const grid = await screen.findByRole('table', { name: /^Roster grid of the week/ })
  const headings = within(grid).getAllByRole('columnheader')
  expect(headings.map(({ textContent }) => textContent)).toEqual([
    'Name',
    'Mon 23 Nov',
    'Tue 24 Nov',
    'Wed 25 Nov',
    'Thu 26 Nov',
    'Fri 27 Nov',
    'Sat 28 Nov',
    'Sun 29 Nov',
  ])
  const cells = within(within(grid).getByRole('row', { name: /^nurse person/ })).getAllByRole(
    'cell',
  )
  const shift = '07:30–20:00in charge'
  expect(cells.map(({ textContent }) => textContent)).toEqual([
    'nurse person',
    '',
    shift,
    shift,
    '',
    '',
    '',
    '',
  ])
  const open = screen.getByRole('list', { name: 'Not covered' })
  expect(open.textContent).toContain('Tue 24 Nov, 07:30 to 20:00: no ')
  expect(open.textContent).toContain('Thu 26 Nov: nobody is on the roster')
  await expectAccessible()
  await user.click(screen.getByRole('button', { name: 'Week after' }))
  expect(await screen.findByRole('columnheader', { name: 'Mon 30 Nov' })).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'By shift' }))
  expect(await screen.findByRole('columnheader', { name: 'Cover' })).toBeTruthy()
})

it('says which shifts remain as the day of leaving is entered, before it is saved', async () => {
  const { user } = await signedIn(unit, 'administrator')
  await user.click(await screen.findByRole('link', { name: 'Administration' }))
  await user.click(await screen.findByRole('link', { name: 'Staff' }))
  const register = await screen.findByRole('table', { name: 'Staff register' })
  await user.click(within(register).getByRole('link', { name: 'nurse person' }))
  await screen.findByRole('button', { name: 'Save the change' })
  await enterWhen(user, 'Left the unit (optional)', '2026-11-24')
  const remaining = await screen.findByText('2 shifts of theirs are later than this day')
  const banner = remaining.parentElement as HTMLElement
  expect(within(banner).getAllByRole('listitem')).toHaveLength(2)
  expect(banner.textContent).toContain('25 Nov 2026')
  expect(banner.textContent).not.toContain('24 Nov 2026, 07:30')
  await expectAccessible()
})
