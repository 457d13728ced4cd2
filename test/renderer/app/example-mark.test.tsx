import { screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { startTestUnit, type TestUnit } from '../../support/app.ts'
import '../screen.ts'
import { signedIn } from './open-window.tsx'

let unit: TestUnit
afterEach(() => unit.close())

const renamed = (name: string) =>
  unit.as('ward-manager').ok('stays.changeUnit', {
    name,
    provider: 'Invented NHS Trust',
    version: 1,
    idleMinutes: 5,
    alarmWhenLate: true,
    reason: 'Named anew',
  })

it('every page of the example unit says that its people are invented', async () => {
  unit = await startTestUnit()
  await renamed('Rowan Unit (example)')
  const { user } = await signedIn(unit, 'nurse')
  expect(await screen.findByText('Example: invented people')).toBeTruthy()
  await user.click(screen.getByRole('link', { name: 'People' }))
  expect(screen.getByText('Example: invented people')).toBeTruthy()
})

it('a real unit says nothing of the kind', async () => {
  unit = await startTestUnit()
  await signedIn(unit, 'nurse')
  expect(screen.queryByText('Example: invented people')).toBeNull()
})
