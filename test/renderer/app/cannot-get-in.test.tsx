import { screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startTestUnit, type TestUnit, testPassword } from '../../support/app.ts'
import { expectAccessible } from '../screen.ts'
import { choose } from './form-steps.ts'
import { signedIn, signIn } from './open-window.tsx'

let unit: TestUnit
beforeEach(async () => {
  unit = await startTestUnit()
  await unit.onShift('nurse', true)
})
afterEach(() => unit.close())

const newPassword = 'violet anchor teapot'

describe('the nurse in charge', () => {
  it('sets a new password for somebody who is there, and the administrator sees it waiting', async () => {
    const { user } = await signedIn(unit, 'nurse')
    await user.click(screen.getByRole('link', { name: 'People' }))
    await user.click(await screen.findByRole('button', { name: 'Somebody cannot get in' }))
    expect(await screen.findByRole('row', { name: /consultant person/ })).toBeTruthy()
    expect(screen.queryByRole('row', { name: /A. Administrator/ })).toBeNull()
    await user.click(
      screen.getByRole('button', { name: 'Set a new password for consultant person' }),
    )
    await user.click(await screen.findByRole('button', { name: 'Set the new password' }))
    expect((await screen.findByRole('alert')).textContent).toContain('how you know')
    await choose(user, /^How do you know/, /photo card/)
    await user.type(screen.getByLabelText('New password'), newPassword)
    await user.type(screen.getByLabelText('The same password again'), newPassword)
    await user.type(screen.getByLabelText('Why'), 'Forgotten')
    await user.type(screen.getByLabelText(/^Your password/), testPassword)
    await expectAccessible()
    await user.click(screen.getByRole('button', { name: 'Set the new password' }))
    await screen.findByRole('region', { name: 'Somebody cannot get in' })

    await user.click(screen.getByRole('button', { name: 'Lock' }))
    await signIn({ user }, 'administrator')
    await user.click(screen.getByRole('link', { name: 'Administration' }))
    const waiting = within(
      await screen.findByRole('region', { name: 'Password resets to confirm' }),
    )
    expect(waiting.getByText(/showed their photo card/)).toBeTruthy()
    await expectAccessible()
  })

  it('unlocks somebody who mistyped a password', async () => {
    for (let tries = 0; tries < 4; tries += 1)
      await unit.nobody().call('session.signIn', { signInName: 'consultant' }, { password: 'x' })
    const { user } = await signedIn(unit, 'nurse')
    await user.click(screen.getByRole('link', { name: 'People' }))
    await user.click(await screen.findByRole('button', { name: 'Somebody cannot get in' }))
    await user.click(await screen.findByRole('button', { name: 'Unlock consultant person' }))
    await user.type(await screen.findByLabelText('Why'), 'Caps lock was on')
    await user.type(screen.getByLabelText(/^Your password/), testPassword)
    await user.click(screen.getByRole('button', { name: 'Unlock the account' }))
    await screen.findByRole('region', { name: 'Somebody cannot get in' })
    expect(screen.queryByRole('button', { name: 'Unlock consultant person' })).toBeNull()
  })
})
