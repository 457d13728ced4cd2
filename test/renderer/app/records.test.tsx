import { screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startTestUnit, type TestUnit } from '../../support/app.ts'
import { expectAccessible } from '../screen.ts'
import { enterWhen, part } from './form-steps.ts'
import { signedIn } from './open-window.tsx'

let unit: TestUnit
beforeEach(async () => {
  unit = await startTestUnit()
})
afterEach(() => unit.close())

async function records() {
  const opened = await signedIn(unit, 'ward-manager')
  await opened.user.click(await screen.findByRole('link', { name: 'Administration' }))
  await opened.user.click(await screen.findByRole('link', { name: 'Keeping records' }))
  await screen.findByRole('heading', { name: 'How long records are kept' })
  return opened
}

describe('keeping records', () => {
  it('says so where nobody has been on the unit', async () => {
    await records()
    expect(
      await screen.findByText('Nobody has been on the unit or was referred to it yet.'),
    ).toBeTruthy()
  })

  it('holds a record with a reason, and lifts the hold with another', async () => {
    await unit.arrive({ babyName: 'Amber', motherName: 'Jo' })
    const { user } = await records()
    await user.click(await screen.findByRole('button', { name: /^Hold the record: Jo/ }))
    await user.click(screen.getByRole('button', { name: 'Hold the record' }))
    expect((await screen.findByRole('alert')).textContent).toContain('Enter why it is held')
    await expectAccessible()
    await user.type(screen.getByLabelText('Why it is held'), 'The inquiry')
    await user.click(screen.getByRole('button', { name: 'Hold the record' }))
    await user.click(await screen.findByRole('button', { name: /^Lift the hold: Jo/ }))
    await user.type(screen.getByLabelText('Why it is lifted'), 'It ended')
    await user.click(screen.getByRole('button', { name: 'Lift the hold' }))
    expect(await screen.findByRole('button', { name: /^Hold the record: Jo/ })).toBeTruthy()
  })

  it('makes a copy for its subject, in which what is ticked goes out and the rest of what is marked does not', async () => {
    const { babyId } = await unit.arrive({ babyName: 'Amber', motherName: 'Jo' })
    await unit.as('nurse').ok('people.addContact', {
      personId: babyId,
      agency: 'social-worker',
      role: 'Social worker',
      name: 'Ngozi Eze',
      telephone: '020 7946 0001',
      email: null,
      safeToContact: 'yes',
      contactThrough: null,
      basis: { kind: 'told', by: 'Her sister', on: '2026-11-20' },
    })
    const { user, saved } = await records()
    await user.click(await screen.findByRole('link', { name: /^Amber/ }))
    const marked = await screen.findByRole('checkbox', { name: /^Goes out: Contact/ })
    await user.click(marked)
    const make = part('Make the copy')
    await user.click(make.getByRole('button', { name: 'Make the copy' }))
    expect((await screen.findByRole('alert')).textContent).toContain('Enter who asks')
    await expectAccessible()
    await user.type(screen.getByLabelText(/^Who asks/), 'Her mother')
    await user.type(screen.getByLabelText(/^How you made sure/), 'Known to the ward')
    await enterWhen(user, 'When the request was received', '2026-11-20', '10:00')
    await user.click(within(document.body).getByRole('button', { name: 'Make the copy' }))
    expect(await screen.findByText(/is saved. That it was made is kept/)).toBeTruthy()
    expect(saved.map(({ name }) => name)).toEqual(['record-copy-2026-11-23.pdf'])
  })
})
