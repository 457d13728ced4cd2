import { screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { startTestUnit, type TestUnit, testPassword } from '../../../support/app.ts'
import { wholeDecision } from '../../../support/supervision.ts'
import { declare, trainAll } from '../../../support/training.ts'
import { signedIn } from '../../app/open-window.tsx'
import { expectAccessible } from '../../screen.ts'

let unit: TestUnit
beforeEach(async () => {
  unit = await startTestUnit()
})
afterEach(() => unit.close())

async function openRegister(role: string) {
  const opened = await signedIn(unit, role)
  const { user } = opened
  await user.click(await screen.findByRole('link', { name: 'People' }))
  await user.click(await screen.findByRole('link', { name: 'Staff training' }))
  await user.click(await screen.findByRole('link', { name: 'Register' }))
  await screen.findByText(/^The register is /)
  return opened
}

it('is declared complete by the ward manager, with a reason and the password', async () => {
  await trainAll(unit, [unit.as('ward-manager')])
  const { user } = await openRegister('ward-manager')
  expect(screen.getByText('The register is not declared complete')).toBeTruthy()
  const missing = within(screen.getByRole('region', { name: 'What is plainly missing' }))
  expect(missing.getByRole('link', { name: 'nurse person' })).toBeTruthy()
  await expectAccessible()
  await user.type(screen.getByLabelText('How you made sure'), 'Every file was read')
  await user.type(screen.getByLabelText(/^Your password/), testPassword)
  await user.click(screen.getByRole('button', { name: 'Sign: it is complete' }))
  expect(await screen.findByText('The register is declared complete')).toBeTruthy()
  expect(screen.getByText('Every file was read').closest('p')?.textContent).toMatch(
    /^Declared by W\. Manager/,
  )
  expect(screen.getByRole('button', { name: 'Sign: it is not complete' })).toBeTruthy()
  await expectAccessible()
})

it('is only read by the others', async () => {
  await openRegister('nurse')
  expect(screen.queryByLabelText(/^Your password/)).toBeNull()
  expect(screen.queryByText(/^Signatures without training/)).toBeNull()
})

it('lists the signatures of those who were not in date', async () => {
  const { pairId } = await unit.arrive()
  const decision = wholeDecision(pairId, 'SUP-1', unit.clock.now(), 12)
  await unit.as('consultant').ok('supervision.decide', decision)
  await openRegister('safeguarding-lead')
  const list = within(
    await screen.findByRole('table', { name: 'Signatures without training in date' }),
  )
  const row = list.getByText(/consultant person/).closest('tr')
  expect(row?.textContent).toContain('Supervision: decide')
  expect(row?.textContent).toContain('Register not complete')
  await expectAccessible()
})

it('warns before a signature, and asks for the reason of an emergency once it is complete', async () => {
  const { pairId } = await unit.arrive({ babyName: 'Amber' })
  await trainAll(unit, [unit.as('ward-manager'), unit.as('nurse')])
  const decision = wholeDecision(pairId, 'SUP-2', unit.clock.now(), 12)
  await unit.as('nurse').ok('supervision.decide', decision)
  const { user } = await signedIn(unit, 'consultant')
  const toTheForm = async () => {
    await user.click(await screen.findByRole('link', { name: 'Bed 1' }))
    await user.click(await screen.findByRole('link', { name: /^Supervision in full/ }))
    await user.click(await screen.findByRole('link', { name: 'Review: renew or change' }))
  }
  await toTheForm()
  expect(await screen.findByText(/listed until the register is complete/)).toBeTruthy()
  expect(screen.queryByLabelText('Reason of the emergency')).toBeNull()
  await declare(unit, true)
  const reason = await screen.findByLabelText('Reason of the emergency')
  await expectAccessible()
  await user.click(screen.getByRole('button', { name: 'Sign the assessment' }))
  const summary = await screen.findByRole('alert')
  expect(summary.textContent).toContain(
    'Enter the reason of the emergency, or ask a colleague to sign',
  )
  await user.selectOptions(screen.getByLabelText('Level: On the unit by day'), 'SUP-2')
  const decided = within(screen.getByRole('group', { name: 'When was it decided?' }))
  await user.click(decided.getByRole('button', { name: 'Now' }))
  await user.click(screen.getByRole('button', { name: 'The latest that is allowed' }))
  for (const no of screen.getAllByRole('radio', { name: 'No' })) await user.click(no)
  await user.type(screen.getByLabelText('Reason for these levels'), 'As before.')
  await user.type(screen.getByLabelText(/^What was seen/), 'Seen by the consultant.')
  await user.type(reason, 'Night, nobody else in the house')
  await user.type(screen.getByLabelText(/^Your password/), testPassword)
  await user.click(screen.getByRole('button', { name: 'Sign the assessment' }))
  await screen.findByRole('heading', { level: 1, name: /^Supervision: Amber/ })
  const counted = await unit
    .as('ward-manager')
    .ok<{ emergency: boolean; reason: string }[]>('training.countedSignatures', {
      first: '2026-11-23',
      last: '2026-11-23',
    })
  expect(counted).toMatchObject([{ emergency: true, reason: 'Night, nobody else in the house' }])
})

it('says nothing of training where the password only opens an account', async () => {
  const { user } = await signedIn(unit, 'ward-manager')
  await user.click(await screen.findByRole('link', { name: 'Administration' }))
  await user.click(await screen.findByRole('link', { name: /Open an account/ }))
  expect(await screen.findByLabelText(/^Your password/)).toBeTruthy()
  expect(screen.queryByText(/safeguarding training/)).toBeNull()
})
