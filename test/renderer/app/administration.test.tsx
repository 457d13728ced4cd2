import { screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startTestUnit, type TestUnit, testPassword } from '../../support/app.ts'
import { expectAccessible } from '../screen.ts'
import { choose, enterWhen } from './form-steps.ts'
import { signedIn } from './open-window.tsx'

let unit: TestUnit
beforeEach(async () => {
  unit = await startTestUnit()
})
afterEach(() => unit.close())

async function administration(role: string) {
  const opened = await signedIn(unit, role)
  const nav = within(screen.getByRole('navigation', { name: 'Main' }))
  await opened.user.click(nav.getByRole('link', { name: 'Administration' }))
  await screen.findByRole('heading', { level: 1, name: 'Administration' })
  return opened
}

const rowOf = async (name: string | RegExp) => within(await screen.findByRole('row', { name }))

describe('accounts', () => {
  it('are listed with role and state, and one is opened for somebody in the register', async () => {
    const { user } = await administration('administrator')
    await user.click(await screen.findByRole('link', { name: 'Staff' }))
    await user.click(await screen.findByRole('link', { name: 'Add a member of staff' }))
    await user.type(await screen.findByLabelText('Name'), "Niamh O'Neill")
    await user.selectOptions(screen.getByLabelText('Profession'), 'Nursery nurse')
    await user.selectOptions(screen.getByLabelText('Employed as'), 'Bank')
    await enterWhen(user, 'Started on the unit', '2026-1-5')
    await expectAccessible()
    await user.click(screen.getByRole('button', { name: 'Add to the register' }))
    expect(await screen.findByRole('link', { name: "Niamh O'Neill" })).toBeTruthy()

    await user.click(screen.getByRole('link', { name: 'Accounts' }))
    await user.click(await screen.findByRole('link', { name: 'Open an account' }))
    await user.selectOptions(await screen.findByLabelText('Member of staff'), "Niamh O'Neill")
    await user.selectOptions(screen.getByLabelText('Role'), 'Nursery nurse')
    await user.type(screen.getByLabelText('Sign-in name'), 'niamh')
    await user.type(screen.getByLabelText('New password'), 'seven green lanterns')
    await user.type(screen.getByLabelText('The same password again'), 'seven green lanterns')
    await user.click(screen.getByLabelText(/I know them/))
    await user.type(screen.getByLabelText(/^Your password/), testPassword)
    await user.type(screen.getByLabelText(/^Sign-in name of the second person/), 'consultant')
    await user.type(screen.getByLabelText('Password of the second person'), testPassword)
    await user.click(screen.getByRole('button', { name: 'Open the account' }))
    const row = await rowOf(/Niamh O'Neill/)
    expect(row.getByText('Open')).toBeTruthy()
    await expectAccessible()
  })

  it('refuse a password that is guessed first, at its field', async () => {
    const { user } = await administration('ward-manager')
    await user.click(await screen.findByRole('link', { name: 'Open an account' }))
    await user.type(await screen.findByLabelText('New password'), 'password1234')
    await user.click(screen.getByRole('button', { name: 'Open the account' }))
    const summary = await screen.findByRole('alert')
    expect(summary.textContent).toContain('guessed first')
  })

  it('are disabled with a reason and the own password, and said so', async () => {
    const { user } = await administration('administrator')
    await user.click(await screen.findByRole('link', { name: 'nurse person' }))
    await user.click(await screen.findByRole('button', { name: 'Disable the account' }))
    await user.type(await screen.findByLabelText('Why'), 'left')
    await user.type(screen.getByLabelText(/^Your password/), 'not my password')
    await user.click(screen.getByRole('button', { name: 'Disable the account' }))
    expect((await screen.findByRole('alert')).textContent).toContain('password')
    await user.clear(screen.getByLabelText(/^Your password/))
    unit.clock.pass(1)
    await user.type(screen.getByLabelText(/^Your password/), testPassword)
    await user.click(screen.getByRole('button', { name: 'Disable the account' }))
    expect(await screen.findByText('Disabled')).toBeTruthy()
  })
})

describe('the unit', () => {
  it('takes another idle time, and says what it may be', async () => {
    const { user } = await administration('ward-manager')
    await user.click(await screen.findByRole('link', { name: 'Unit and beds' }))
    await user.click((await screen.findAllByRole('button', { name: 'Change' }))[0] as HTMLElement)
    const minutes = await screen.findByLabelText(/^Minutes without use/)
    await user.clear(minutes)
    await user.type(minutes, '30')
    await user.type(screen.getByLabelText('Why it is changed'), 'shared computer')
    await user.click(screen.getByRole('button', { name: 'Save the settings' }))
    expect((await screen.findByRole('alert')).textContent).toContain('between 2 and 15')
    await user.clear(minutes)
    await user.type(minutes, '2')
    await user.click(screen.getByRole('button', { name: 'Save the settings' }))
    expect(await screen.findByText('2 minutes without use')).toBeTruthy()
  })

  it('takes the address and telephone that a 999 call says, and shows that they are missing', async () => {
    const { user } = await administration('ward-manager')
    await user.click(await screen.findByRole('link', { name: 'Unit and beds' }))
    expect(await screen.findAllByText(/the words for a 999 call have no/)).toHaveLength(2)
    await user.click((await screen.findAllByRole('button', { name: 'Change' }))[0] as HTMLElement)
    await user.type(await screen.findByLabelText(/^Address/), 'Rowan House, Mill Lane, ZZ1 1ZZ')
    await user.type(screen.getByLabelText(/^Telephone/), 'ring us')
    await user.type(screen.getByLabelText('Why it is changed'), 'for 999')
    await user.click(screen.getByRole('button', { name: 'Save the settings' }))
    expect((await screen.findByRole('alert')).textContent).toContain('Enter a telephone number')
    await user.clear(screen.getByLabelText(/^Telephone/))
    await user.type(screen.getByLabelText(/^Telephone/), '020 7946 0123')
    await user.click(screen.getByRole('button', { name: 'Save the settings' }))
    expect(await screen.findByText('Rowan House, Mill Lane, ZZ1 1ZZ')).toBeTruthy()
    expect(screen.queryByText(/the words for a 999 call have no/)).toBeNull()
    await expectAccessible()
  })

  it('shows the fingerprint by which it signs, and makes a new pair with a reason', async () => {
    const { user } = await administration('administrator')
    await user.click(await screen.findByRole('link', { name: 'Unit and beds' }))
    const section = await screen.findByRole('region', { name: 'Signature of the unit' })
    const before = (await within(section).findByText(/^([0-9A-F]{4} ?){8}$/)).textContent
    await user.click(within(section).getByRole('button', { name: 'Make a new pair' }))
    await user.type(await screen.findByLabelText('Why'), 'The computer was away')
    await user.type(screen.getByLabelText(/^Your password/), testPassword)
    await expectAccessible()
    await user.click(screen.getByRole('button', { name: 'Make a new pair' }))
    expect(await within(section).findByText('Before')).toBeTruthy()
    expect(section.textContent).toContain(before)
  })

  it('closes a bed', async () => {
    const { user } = await administration('ward-manager')
    await user.click(await screen.findByRole('link', { name: 'Unit and beds' }))
    await user.click(await screen.findByRole('button', { name: 'Change Bed 4' }))
    await choose(user, 'Is the bed closed?', 'Yes')
    await user.type(screen.getByLabelText('Why it is changed'), 'broken call bell')
    await user.click(screen.getByRole('button', { name: 'Save the bed' }))
    expect(await screen.findByText('Closed')).toBeTruthy()
    await expectAccessible()
  })
})

describe('backups', () => {
  it('are proved by a drill, copied to a second place, and missed above every page', async () => {
    unit.clock.pass(61)
    const { user, folders } = await administration('administrator')
    const strip = await screen.findByRole('region', { name: 'To see to' })
    expect(strip.textContent).toContain('Nothing has been backed up')
    await user.click(within(strip).getByRole('link', { name: 'See the backups' }))
    await user.click(await screen.findByRole('button', { name: 'Back up now' }))
    await user.click(await screen.findByRole('button', { name: 'Prove my backup' }))
    await screen.findByText(/came back whole/)
    expect(screen.queryByRole('region', { name: 'To see to' })).toBeNull()

    const place = within(screen.getByRole('region', { name: 'Second place' }))
    expect(place.getByText(/on this computer alone/)).toBeTruthy()
    await user.click(place.getByRole('button', { name: 'Change' }))
    folders.push('somewhere')
    await user.click(await screen.findByRole('button', { name: 'Choose a folder' }))
    expect(await screen.findByDisplayValue('somewhere')).toBeTruthy()
    await user.type(screen.getByLabelText('Why'), 'Share of the trust')
    await user.type(screen.getByLabelText(/^Your password/), testPassword)
    await user.click(screen.getByRole('button', { name: 'Save the second place' }))
    expect((await screen.findByRole('alert')).textContent).toContain('whole path')
    await expectAccessible()
  })

  it('are made and checked when asked, and the record is checked', async () => {
    const { user } = await administration('administrator')
    await user.click(await screen.findByRole('link', { name: 'Backups and safety' }))
    await screen.findByText('There is no backup yet. Make one now')
    expect(await screen.findByText(/Now: it is made within a minute/)).toBeTruthy()
    expect(await screen.findByText(/whole audit are being read since/)).toBeTruthy()
    await user.click(await screen.findByRole('button', { name: 'Back up now' }))
    expect(await screen.findByText(/The newest backup was opened again and checked/)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Check now' }))
    expect(await screen.findByText(/^Every page of the records file/)).toBeTruthy()
    expect((await screen.findAllByText('Good')).length).toBeGreaterThan(5)
    await expectAccessible()
  })

  it('are restored by two people, after they read what would be lost', async () => {
    const { user } = await administration('administrator')
    await user.click(await screen.findByRole('link', { name: 'Backups and safety' }))
    await user.click(await screen.findByRole('button', { name: 'Back up now' }))
    await screen.findByText(/The newest backup was opened again and checked/)
    await unit.arrive({ babyName: 'Amber' })
    await user.click(await screen.findByRole('button', { name: /^Restore the backup/ }))
    expect(
      await screen.findByText('What was recorded since would not be in the record any more'),
    ).toBeTruthy()
    await user.type(screen.getByLabelText('Why'), 'test of the way back')
    await user.type(screen.getByLabelText(/^Your password/), testPassword)
    await user.type(screen.getByLabelText(/^Sign-in name of the second/), 'ward-manager')
    await user.type(screen.getByLabelText('Password of the second person'), testPassword)
    await user.click(screen.getByRole('button', { name: 'Restore this backup' }))
    await screen.findByRole('heading', { name: 'Sign in' })
    await unit.as('nurse').signIn()
    expect(await unit.as('nurse').ok('stays.current')).toEqual([])
  })
})
