import { screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { startTestUnit, type TestUnit } from '../../support/app.ts'
import { expectAccessible } from '../screen.ts'
import { signedIn } from './open-window.tsx'

let unit: TestUnit
beforeEach(async () => {
  unit = await startTestUnit()
  await unit.arrive({ motherName: 'Jo', babyName: 'Amber', at: '2026-11-22T09:00:00.000Z' })
})
afterEach(() => unit.close())

it('seals a report, verifies the pack, and names what was changed in another', async () => {
  const { choosing, saved, user } = await signedIn(unit, 'commissioner')
  const nav = within(screen.getByRole('navigation', { name: 'Main' }))
  await user.click(nav.getByRole('link', { name: 'Assurance' }))
  await user.click(await screen.findByRole('link', { name: 'Reports' }))
  await user.click(await screen.findByRole('button', { name: 'Make a report' }))
  await user.click(await screen.findByRole('radio', { name: 'Restricted' }))
  await user.type(screen.getByLabelText('Who the report goes to'), 'NHS England')
  await user.click(screen.getByRole('button', { name: 'Make the report' }))
  const seal = { name: 'Seal the pack and save it' }
  await user.click(await screen.findByRole('button', seal, { timeout: 40_000 }))
  await screen.findByText(/-sealed\.zip is saved$/, {}, { timeout: 40_000 })
  const [pack] = saved
  if (!pack) throw new Error('Nothing was saved')

  await user.click(screen.getByRole('link', { name: 'Verify a pack' }))
  choosing.push({ name: pack.name, bytes: Uint8Array.from(pack.bytes) })
  await user.click(await screen.findByRole('button', { name: 'Choose a pack' }))
  await screen.findByText(/Every byte is as it was sealed/, {}, { timeout: 40_000 })
  expect(screen.getByText('This unit’s own.')).toBeTruthy()
  await expectAccessible()

  const bytes = Uint8Array.from(pack.bytes)
  const middle = Math.floor(bytes.length / 2)
  bytes[middle] = (bytes[middle] ?? 0) ^ 1
  choosing.push({ name: 'changed.zip', bytes })
  await user.click(screen.getByRole('button', { name: 'Choose a pack' }))
  const alert = await screen.findByRole('alert', {}, { timeout: 40_000 })
  expect(alert.textContent).toMatch(/not as it was sealed.*changed\.zip.*was changed/)
  expect(screen.queryByText('This unit’s own.')).toBeNull()
  await expectAccessible()
}, 150_000)
