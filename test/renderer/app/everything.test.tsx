import { rmSync } from 'node:fs'
import { cleanup, screen, within } from '@testing-library/react'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import {
  newFolder,
  startBareApp,
  startTestUnit,
  type TestUnit,
  testPassword,
} from '../../support/app.ts'
import { expectAccessible } from '../screen.ts'
import { openWindow, signedIn, signIn } from './open-window.tsx'

const out = newFolder()
let unit: TestUnit
let close: (() => void) | undefined
beforeAll(async () => {
  unit = await startTestUnit()
  await unit.arrive({ motherName: 'Jo', babyName: 'Amber' })
})
afterEach(() => {
  close?.()
  close = undefined
})
afterAll(() => {
  unit.close()
  rmSync(out, { recursive: true, force: true })
})

it('everything is exported by two people, and taken in on an empty computer by two of the unit', async () => {
  const { user } = await signedIn(unit, 'ward-manager')
  await user.click(await screen.findByRole('link', { name: 'Administration' }))
  await user.click(await screen.findByRole('link', { name: 'Backups and safety' }))
  await user.click(await screen.findByRole('button', { name: 'Export everything' }))
  await user.click(screen.getByRole('button', { name: 'Write the file' }))
  const summary = await screen.findByRole('alert')
  expect(within(summary).getAllByRole('link')).toHaveLength(5)
  await expectAccessible()
  await user.type(screen.getByLabelText('Folder'), out)
  await user.type(screen.getByLabelText('Why'), 'The unit moves')
  await user.type(screen.getByLabelText(/^Your password/), testPassword)
  await user.type(screen.getByLabelText(/^Sign-in name of the second/), 'safeguarding-lead')
  await user.type(screen.getByLabelText('Password of the second person'), testPassword)
  await user.click(screen.getByRole('button', { name: 'Write the file' }))
  await screen.findByText('The file is written')
  const hash = screen.getByText(/^[0-9a-f]{64}$/).textContent ?? ''
  cleanup()

  const bare = startBareApp(unit.clock.now())
  close = bare.close
  const other = openWindow(bare)
  await other.user.click(
    await screen.findByRole('button', {
      name: 'Take in the records of a unit from another computer',
    }),
  )
  await other.user.type(screen.getByLabelText('Where the file lies'), out)
  await other.user.click(screen.getByRole('button', { name: 'Look at the file' }))
  await screen.findByText(hash)
  await expectAccessible()
  const password = 'nine purple otters'
  for (const [title, signInName] of [
    ['Administrator', 'administrator'],
    ['Ward manager', 'ward-manager'],
  ] as const) {
    const part = within(
      screen.getByRole('heading', { name: title }).closest('section') as HTMLElement,
    )
    await other.user.type(part.getByLabelText('Sign-in name'), signInName)
    await other.user.type(part.getByLabelText('New password'), password)
    await other.user.type(part.getByLabelText('The same password again'), password)
  }
  await other.user.click(screen.getByRole('button', { name: 'Take the records in' }))
  await screen.findByRole('heading', { name: 'Write down the recovery code' })
  await other.user.click(screen.getByLabelText(/I have written it down/))
  await other.user.click(screen.getByRole('button', { name: 'Go on to the sign-in' }))
  await signIn(other, 'ward-manager', password)
  expect(await screen.findByText('Amber Example')).toBeTruthy()
}, 120_000)
