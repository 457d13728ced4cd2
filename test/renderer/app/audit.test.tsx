import { screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startTestUnit, type TestUnit } from '../../support/app.ts'
import { expectAccessible } from '../screen.ts'
import { choose, enterWhen } from './form-steps.ts'
import { signedIn } from './open-window.tsx'

let unit: TestUnit
beforeEach(async () => {
  unit = await startTestUnit()
})
afterEach(() => unit.close())

async function audit(role = 'ward-manager') {
  const opened = await signedIn(unit, role)
  const nav = within(screen.getByRole('navigation', { name: 'Main' }))
  await opened.user.click(nav.getByRole('link', { name: 'Administration' }))
  await opened.user.click(await screen.findByRole('link', { name: 'Audit' }))
  await screen.findByRole('heading', { name: 'Who looked, and who changed' })
  return opened
}

describe('the audit', () => {
  it('opens from a line to the record field by field, with who looked beside', async () => {
    await unit.arrive({ babyName: 'Amber', motherName: 'Jo' })
    const { user } = await audit()
    const row = within(await screen.findByRole('row', { name: /Arrive stay/ }))
    expect(row.getByText(/^Amber/)).toBeTruthy()
    await expectAccessible()
    await user.click(row.getByRole('link', { name: 'Arrive stay, version 1' }))
    expect(await screen.findByRole('heading', { name: 'History of one stay' })).toBeTruthy()
    const first = within(screen.getByRole('region', { name: 'Version 1: as first recorded' }))
    expect(first.getByRole('row', { name: /Bed Bed 1/ })).toBeTruthy()
    expect(screen.getByRole('region', { name: 'Who looked at the records of these people' }))
    await expectAccessible()
  })

  it('is filtered by days, and a last day before the first is refused at its field', async () => {
    await unit.arrive()
    const { user } = await audit()
    await user.click(await screen.findByRole('button', { name: 'Change the filter' }))
    await user.selectOptions(screen.getByLabelText('What was done'), 'Looked')
    await enterWhen(user, 'From', '2026-11-23')
    await enterWhen(user, 'Until', '2026-11-22')
    await user.click(screen.getByRole('button', { name: 'Show' }))
    expect((await screen.findByRole('alert')).textContent).toContain('before the first')
    await expectAccessible()
    await user.clear(within(screen.getByRole('group', { name: 'Until' })).getByLabelText('Day'))
    await user.type(
      within(screen.getByRole('group', { name: 'Until' })).getByLabelText('Day'),
      '23',
    )
    await user.click(screen.getByRole('button', { name: 'Show' }))
    expect(await screen.findByText(/^Shown: looked, from 23 Nov 2026/)).toBeTruthy()
    expect(screen.queryByRole('row', { name: /Arrive stay/ })).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Show everything' }))
    expect(await screen.findByRole('row', { name: /Arrive stay/ })).toBeTruthy()
  })

  it('is saved as a file only with a reason', async () => {
    await unit.arrive()
    const { user, saved } = await audit()
    await user.click(await screen.findByRole('button', { name: 'Save as a file' }))
    await user.click(screen.getByRole('button', { name: 'Save the file' }))
    expect((await screen.findByRole('alert')).textContent).toContain('Enter why')
    await choose(user, 'As what', 'Text (CSV)')
    await user.type(screen.getByLabelText('Why it is taken'), 'Asked by the Caldicott Guardian')
    await user.click(screen.getByRole('button', { name: 'Save the file' }))
    await screen.findByRole('button', { name: 'Save as a file' })
    expect(saved.map(({ name }) => name)).toEqual(['audit-2026-11-23.csv'])
  })

  it('is not there for a nurse', async () => {
    await signedIn(unit, 'nurse')
    expect(screen.queryByRole('link', { name: 'Administration' })).toBeNull()
  })
})
