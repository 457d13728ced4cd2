import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { startBareApp, startTestUnit, type TestUnit, testPassword } from '../../support/app.ts'
import { expectAccessible } from '../screen.ts'
import { openWindow, signedIn, signIn } from './open-window.tsx'

let close: (() => void) | undefined
afterEach(() => {
  close?.()
  close = undefined
})

async function unitWithFamily(): Promise<TestUnit> {
  const unit = await startTestUnit()
  close = unit.close
  await unit.arrive({ motherName: 'Jo', babyName: 'Amber', at: '2026-11-22T14:30:00.000Z' })
  return unit
}

describe('the first run', () => {
  it('sets up the unit, shows the recovery code once, and leads to the sign-in', async () => {
    const bare = startBareApp()
    close = bare.close
    const { user } = openWindow(bare)
    await screen.findByRole('heading', { name: 'Set up the unit' })
    await expectAccessible()

    await user.type(screen.getByLabelText('Name of the unit'), 'Rowan House')
    await user.type(screen.getByLabelText('Provider'), 'Invented NHS Trust')
    await user.type(screen.getByLabelText('Number of beds'), '2')
    const [admin, manager] = ['Administrator', 'Ward manager'].map((title) =>
      within(screen.getByRole('heading', { name: title }).closest('section') as HTMLElement),
    )
    for (const [part, name, signInName] of [
      [admin, 'Ada Min', 'ada.min'],
      [manager, 'Wanda Manners', 'wanda'],
    ] as const) {
      if (!part) throw new Error('A part of the form is missing')
      await user.type(part.getByLabelText('Name'), name)
      await user.type(part.getByLabelText('Sign-in name'), signInName)
      await user.type(part.getByLabelText('New password'), testPassword)
      await user.type(part.getByLabelText('The same password again'), testPassword)
    }
    await user.click(screen.getByRole('button', { name: 'Set up the unit' }))

    await screen.findByRole('heading', { name: 'Write down the recovery code' })
    await expectAccessible()
    const goOn = screen.getByRole('button', { name: 'Go on to the sign-in' })
    expect(goOn).toHaveProperty('disabled', true)
    await user.click(screen.getByLabelText(/I have written it down/))
    await user.click(goOn)
    await signIn({ user }, 'wanda')
    expect(await screen.findByRole('link', { name: 'Admit to Bed 1' })).toBeTruthy()
  })

  it('says at each field what is missing, before anything is made', async () => {
    const bare = startBareApp()
    close = bare.close
    const { user } = openWindow(bare)
    await user.click(await screen.findByRole('button', { name: 'Set up the unit' }))
    const summary = await screen.findByRole('alert')
    expect(within(summary).getAllByRole('link').length).toBe(11)
    expect(bare.app.house.state()).toEqual({ state: 'none' })
  })
})

describe('the recovery code', () => {
  it('is shown anew before the sign-in, and is the only one once it is written down', async () => {
    const unit = await unitWithFamily()
    unit.app.suspend()
    const { user } = openWindow(unit)
    await user.click(await screen.findByRole('button', { name: 'Open with the recovery code' }))
    await user.type(screen.getByLabelText('Recovery code'), unit.recoveryCode)
    await user.type(screen.getByLabelText('Sign-in name of the administrator'), 'administrator')
    await user.type(screen.getByLabelText('New password'), 'violet anchor teapot')
    await user.type(screen.getByLabelText('The same password again'), 'violet anchor teapot')
    await user.type(screen.getByLabelText(/^Why/), 'Everybody who could sign in has left the unit')
    await user.click(screen.getByRole('button', { name: 'Set the new password' }))

    await screen.findByRole('heading', { name: 'Write down the recovery code' })
    await expectAccessible()
    const code = screen.getByText(/^([0-9A-Z]{4}-){8}[0-9A-Z]{4}$/).textContent
    expect(code).not.toBe(unit.recoveryCode)
    await user.click(screen.getByLabelText(/I have written it down/))
    await user.click(screen.getByRole('button', { name: 'Go on to the sign-in' }))
    await signIn({ user }, 'administrator', 'violet anchor teapot')

    const settle = (recoveryCode: string | null) =>
      unit.nobody().call('setup.settleRecovery', { recoveryCode })
    expect((await settle(code)).ok).toBe(true)
    expect((await settle(unit.recoveryCode)).ok).toBe(false)
  })
})

describe('the sign-in', () => {
  it('says that name or password is wrong, at the field, and does not say which', async () => {
    const unit = await unitWithFamily()
    const { user } = openWindow(unit)
    await user.type(await screen.findByLabelText('Sign-in name'), 'nurse')
    await user.type(screen.getByLabelText('Password'), 'not the password at all')
    await user.click(screen.getByRole('button', { name: 'Sign in' }))
    const summary = await screen.findByRole('alert')
    expect(within(summary).getByRole('link').textContent).toContain('is not right')
    await expectAccessible()
  })

  it('shows each role the pages that are its own', async () => {
    const unit = await unitWithFamily()
    await signedIn(unit, 'commissioner')
    const nav = screen.getByRole('navigation', { name: 'Main' })
    expect(
      within(nav)
        .getAllByRole('link')
        .map((link) => link.textContent),
    ).toEqual(['Assurance'])
    expect(await screen.findByRole('heading', { name: 'Assurance' })).toBeTruthy()
  })

  it('shows the administrator no clinical page', async () => {
    const unit = await unitWithFamily()
    await signedIn(unit, 'administrator')
    const nav = screen.getByRole('navigation', { name: 'Main' })
    expect(
      within(nav)
        .getAllByRole('link')
        .map((link) => link.textContent),
    ).toEqual(['Administration'])
  })
})

describe('the lock', () => {
  it('wipes every name from the page and from what was read', async () => {
    const unit = await unitWithFamily()
    const { user } = await signedIn(unit, 'nurse')
    await screen.findByText('Amber Example')
    await user.click(screen.getByRole('button', { name: 'Lock' }))
    await screen.findByRole('heading', { name: 'Sign in' })
    expect(document.body.textContent).not.toContain('Amber')
    expect(document.body.textContent).not.toContain('Jo ')
    const { readings } = await import('../../../renderer/api.ts')
    const kept = JSON.stringify(
      readings
        .getQueryCache()
        .getAll()
        .map(({ state }) => state.data),
    )
    expect(kept).not.toContain('Amber')
    expect(await screen.findByText(/^supervision never assessed .* LATE$/)).toBeTruthy()
  })

  it('keeps what was typed, and gives it back to the same person', async () => {
    const unit = await unitWithFamily()
    const { user } = await signedIn(unit, 'nurse')
    await user.click(await screen.findByRole('link', { name: 'Admit to Bed 2' }))
    await user.click(await screen.findByLabelText('Unplanned'))
    const question = screen.getByRole('group', { name: /record of the mother/ })
    await user.click(within(question).getByLabelText('No, or not known'))
    await user.type(await screen.findByLabelText('Given name'), 'Hana')
    await user.click(screen.getByRole('button', { name: 'Lock' }))
    await screen.findByRole('heading', { name: 'Sign in' })

    await signIn({ user }, 'nurse')
    await user.click(await screen.findByRole('link', { name: 'Admit to Bed 2' }))
    expect(await screen.findByDisplayValue('Hana')).toBeTruthy()
    expect(screen.getByText('What you typed before is still here')).toBeTruthy()
    expect(screen.getByLabelText('Unplanned')).toHaveProperty('checked', true)
  })

  it('comes by itself when nobody used the window', async () => {
    const unit = await unitWithFamily()
    await signedIn(unit, 'nurse')
    await screen.findByText('Amber Example')
    unit.clock.set('2026-11-23T09:30:00.000Z')
    await unit.app.tick()
    await screen.findByText(/Locked because nobody used it/)
    expect(document.body.textContent).not.toContain('Amber')
  })
})

it('changes a password at the old one, and signs in with the new', async () => {
  const unit = await unitWithFamily()
  const { user } = await signedIn(unit, 'nurse')
  await user.click(screen.getByText('nurse person'))
  await user.click(screen.getByRole('link', { name: 'Change your password' }))
  await user.type(await screen.findByLabelText('Password now'), testPassword)
  await user.type(screen.getByLabelText('New password'), 'seven green lanterns')
  await user.type(screen.getByLabelText('The same password again'), 'seven green lanterns')
  await user.click(screen.getByRole('button', { name: 'Change the password' }))
  await screen.findByText('Your password is changed')
  await user.click(screen.getByRole('button', { name: 'Lock' }))
  await signIn({ user }, 'nurse', 'seven green lanterns')
})

it('shows in dark and in large letters at once, and again after the next sign-in', async () => {
  const unit = await unitWithFamily()
  const { user } = await signedIn(unit, 'nurse')
  await user.click(screen.getByText('nurse person'))
  await user.selectOptions(screen.getByLabelText('Colours'), 'Dark')
  await user.selectOptions(screen.getByLabelText('Text size'), 'Largest')
  const { dataset } = document.documentElement
  expect([dataset.theme, dataset.textSize]).toEqual(['dark', 'largest'])
  await user.click(screen.getByRole('button', { name: 'Lock' }))
  await screen.findByRole('heading', { name: 'Sign in' })
  expect(dataset.textSize).toBe('normal')
  await signIn({ user }, 'nurse')
  await waitFor(() => expect(dataset.textSize).toBe('largest'))
})
