import { screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import {
  answer,
  complete,
  offer,
  overrideInput,
  pass,
  refer,
} from '../../../electron/features/admission/referring.ts'
import { startTestUnit, type TestUnit } from '../../../support/app.ts'
import { choose, enterWhen } from '../../app/form-steps.ts'
import { signedIn } from '../../app/open-window.tsx'
import { expectAccessible } from '../../screen.ts'

let unit: TestUnit
beforeEach(async () => {
  unit = await startTestUnit()
})
afterEach(() => unit.close())

it('shows with a decision what it rests on: every override with its reason', async () => {
  const id = await refer(unit)
  await complete(unit, id, { clauses: ['ADM-X-04'] })
  await answer(unit, id, 'ADM-X-04', 'yes')
  await unit.as('ward-manager').ok('admission.override', overrideInput(unit, id, 'ADM-X-04'), {
    second: unit.second('consultant'),
  })
  const { user } = await signedIn(unit, 'ward-manager')
  await user.click(await screen.findByRole('link', { name: 'Referrals' }))
  await user.click(await screen.findByRole('link', { name: /^Invented Example/ }))
  await user.click(await screen.findByRole('link', { name: 'Decide' }))
  await user.click(await screen.findByRole('radio', { name: 'Offered' }))
  const said = screen.getByText('You sign an offer that rests on 1 overridden').closest('div')
  expect(said?.textContent).toContain('Serious violence or aggression: present')
  expect(said?.textContent).toContain('alone with the baby tonight')
  await expectAccessible()
})

it('asks at the arrival which offer, and without one why', async () => {
  const id = await refer(unit)
  await complete(unit, id)
  await offer(unit, id)
  const { user } = await signedIn(unit, 'nurse')
  await user.click(await screen.findByRole('link', { name: 'Admit to Bed 1' }))
  const offers = within(await screen.findByRole('region', { name: 'Was she referred?' }))
  expect(await offers.findByRole('link', { name: /record her arrival on the offer$/ })).toBeTruthy()
  await user.click(await screen.findByRole('button', { name: 'Record the arrival' }))
  const summary = await screen.findByRole('alert')
  expect(summary.textContent).toContain('Enter why she comes in without an offer')
  await expectAccessible()
  await user.click(offers.getByRole('link', { name: /record her arrival on the offer$/ }))
  expect(await screen.findByRole('heading', { name: /^Arrival: Invented Example/ })).toBeTruthy()
})

it('takes in at the door who was referred, without typing her again, into a full unit', async () => {
  await refer(unit)
  const { user } = await signedIn(unit, 'nurse')
  await user.click(await screen.findByRole('link', { name: 'Admit to Bed 1' }))
  await user.click(
    await screen.findByRole('link', { name: /record that she came in without an offer$/ }),
  )
  await screen.findByRole('region', { name: 'Mother and babies of the referral' })
  await user.type(
    screen.getByLabelText('Why does she come in without an offer?'),
    'At the door with the police',
  )
  await enterWhen(user, 'When did the mother arrive on the unit?', '2026-11-23', '0900')
  await user.selectOptions(
    screen.getByRole('combobox', { name: 'Bed' }),
    'No bed yet: one is given later',
  )
  await user.type(
    screen.getByLabelText('Why does she come in without a bed?'),
    'All beds are taken',
  )
  await choose(user, 'Was the admission planned?', 'Unplanned')
  await user.click(screen.getByRole('checkbox', { name: /^Invented Example/ }))
  await expectAccessible()
  await user.click(screen.getByRole('button', { name: 'Record the arrival' }))
  expect(await screen.findByText('Came in without an offer')).toBeTruthy()
  await user.click(screen.getByRole('link', { name: 'Give them a bed' }))
  await user.selectOptions(await screen.findByRole('combobox', { name: 'Bed' }), 'Bed 2')
  await user.click(screen.getByRole('button', { name: 'Give the bed' }))
  expect(await screen.findByRole('heading', { name: /^Bed 2: Invented Example/ })).toBeTruthy()
})

it('shows at the arrival on an old offer how old each is, and asks why she comes in on it', async () => {
  const id = await refer(unit)
  await complete(unit, id)
  await offer(unit, id)
  await pass(unit, 60 * 24 * 20)
  const { user } = await signedIn(unit, 'nurse')
  await user.click(await screen.findByRole('link', { name: 'Admit to Bed 1' }))
  await user.click(await screen.findByRole('link', { name: /record her arrival on the offer$/ }))
  expect(await screen.findByText('Why now, and the risk: 20 days old, the limit is 3')).toBeTruthy()
  expect(screen.getByLabelText('Why does she come in on it?')).toBeTruthy()
  await expectAccessible()
})

it('names mother and baby on the pages of the history', async () => {
  const { stayId } = await unit.arrive({ motherName: 'Hana', babyName: 'Ida' })
  const { user } = await signedIn(unit, 'nurse')
  await user.click(
    (await screen.findAllByRole('link', { name: /Ida Example|Bed 1/ }))[0] as Element,
  )
  expect(stayId).toBeTruthy()
  await user.click(await screen.findByRole('link', { name: /history/i }))
  await user.click(await screen.findByRole('link', { name: 'Name a reader' }))
  await screen.findByRole('heading', { name: 'Name a reader' })
  expect(screen.getByText('Hana Example, with Ida Example')).toBeTruthy()
})
