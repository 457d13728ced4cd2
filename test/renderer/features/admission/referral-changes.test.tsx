import { screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { approveCriteria } from '../../../electron/features/admission/newer-criteria.ts'
import { answer, pass, refer, someone } from '../../../electron/features/admission/referring.ts'
import { startTestUnit, type TestUnit } from '../../../support/app.ts'
import { choose, enterWhen, part } from '../../app/form-steps.ts'
import { signedIn } from '../../app/open-window.tsx'
import { expectAccessible } from '../../screen.ts'

let unit: TestUnit
beforeEach(async () => {
  unit = await startTestUnit()
})
afterEach(() => unit.close())

async function openReferral() {
  const opened = await signedIn(unit, 'nurse')
  await opened.user.click(await screen.findByRole('link', { name: 'Referrals' }))
  await opened.user.click(await screen.findByRole('link', { name: /^Invented Example/ }))
  await screen.findByRole('heading', { name: /^Referral:/ })
  return opened
}

it('finds a past referral by name without accents, and says where nobody is found', async () => {
  const mother = { ...someone('mother', '1995-04-12', 'Siân'), familyName: 'Llewellyn' }
  await refer(unit, { mother: { person: mother } })
  await refer(unit)
  const { user } = await signedIn(unit, 'nurse')
  await user.click(await screen.findByRole('link', { name: 'Referrals' }))
  const search = await screen.findByRole('searchbox', { name: /^Find a past or present/ })
  await user.type(search, 'sian llew')
  const found = await screen.findByRole('table', { name: 'Referrals found' })
  expect(
    within(found)
      .getAllByRole('link')
      .map((one) => one.textContent),
  ).toEqual(['Siân Llewellyn'])
  await expectAccessible()
  await user.clear(search)
  await user.type(search, 'nobody at all')
  expect(await screen.findByText(/^Nobody of that name/)).toBeTruthy()
  await user.clear(search)
  expect(await screen.findByRole('table', { name: 'Received' })).toBeTruthy()
})

it('takes a twin in, and out again with what was wrong', async () => {
  await refer(unit)
  const { user } = await openReferral()
  await user.click(screen.getByRole('link', { name: 'Add a baby' }))
  await screen.findByRole('heading', { name: /^Add a baby:/ })
  await choose(user, 'Is the baby born?', 'Not yet born')
  await enterWhen(user, /^Expected date/, '2026-12-20', undefined, part('Baby'))
  await user.click(screen.getByRole('button', { name: 'Add the baby' }))
  const told = () => within(screen.getByRole('region', { name: 'What was told' }))
  await screen.findByRole('heading', { name: /^Referral:/ })
  expect(await told().findByText(/^Not yet born, due/)).toBeTruthy()
  await user.click(told().getByRole('button', { name: 'Mark this pregnancy as entered in error' }))
  await user.type(await told().findByLabelText('What was wrong'), 'One baby, not two')
  await user.click(told().getByRole('button', { name: 'Mark this pregnancy as entered in error' }))
  await expect.poll(() => told().queryByText(/^Not yet born, due/)).toBeNull()
})

it('takes a service out that was entered in error', async () => {
  await refer(unit)
  const { user } = await openReferral()
  const knows = () => within(screen.getByRole('region', { name: 'Who knows her' }))
  const mark = /^Mark Dr Invented, The Surgery as entered/
  await user.click(knows().getByRole('button', { name: mark }))
  await user.type(await knows().findByLabelText('What was wrong'), 'Another woman’s surgery')
  await user.click(knows().getByRole('button', { name: mark }))
  await expect.poll(() => knows().queryByText('Dr Invented, The Surgery')).toBeNull()
})

it('stays on its own criteria, says what a newer set would change, and goes over when told', async () => {
  const id = await refer(unit)
  await answer(unit, id, 'ADM-I-05', 'yes')
  await pass(unit, 1)
  await approveCriteria(unit, 'ward-2', (clause) =>
    clause.id === 'ADM-I-05' ? { ...clause, question: 'Will she be the main carer?' } : clause,
  )
  const { user } = await openReferral()
  expect(
    await screen.findByText(/^There is a newer set: Admission criteria, revision ward-2/),
  ).toBeTruthy()
  expect(screen.getByText(/Asked again, because they say something else: ADM-I-05/)).toBeTruthy()
  await expectAccessible()
  await user.click(screen.getByRole('button', { name: 'Go over to the newer set' }))
  expect(await screen.findByText(/^Admission criteria, ward-2/)).toBeTruthy()
  expect(screen.queryByText(/^There is a newer set/)).toBeNull()
})
