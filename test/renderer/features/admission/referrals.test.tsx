import { screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { testNhsNumber } from '#domain/shared/nhs-number.ts'
import {
  complete,
  offer,
  pass,
  refer,
  wholeReferral,
} from '../../../electron/features/admission/referring.ts'
import { startTestUnit, type TestUnit, testPassword } from '../../../support/app.ts'
import { choose, enterWhen, part } from '../../app/form-steps.ts'
import { signedIn } from '../../app/open-window.tsx'
import { expectAccessible } from '../../screen.ts'

let unit: TestUnit
beforeEach(async () => {
  unit = await startTestUnit()
})
afterEach(() => unit.close())

async function openReferrals(role: string) {
  const opened = await signedIn(unit, role)
  await opened.user.click(await screen.findByRole('link', { name: 'Referrals' }))
  await screen.findByRole('heading', { name: 'Referrals' })
  return opened
}

async function openReferral(role: string) {
  const opened = await openReferrals(role)
  await opened.user.click(await screen.findByRole('link', { name: /^Invented Example/ }))
  await screen.findByRole('heading', { name: /^Referral:/ })
  return opened
}

it('says where nothing is open, and lists what is by stage with what is late', async () => {
  const { user } = await openReferrals('nurse')
  expect(await screen.findByText(/^No referral is open/)).toBeTruthy()
  await refer(unit)
  await pass(unit, 1)
  await user.click(screen.getByRole('button', { name: 'Show those that have ended' }))
  await user.click(await screen.findByRole('button', { name: 'Show those that are open' }))
  const received = await screen.findByRole('table', { name: 'Received' })
  expect(within(received).getByText(/^Decide/)).toBeTruthy()
  await expectAccessible()
})

it('is taken on the telephone by keyboard alone, in under 25 inputs', async () => {
  const { user } = await openReferrals('nurse')
  await user.click(screen.getByRole('link', { name: 'Take a referral' }))
  const ringing = within(await screen.findByRole('region', { name: 'Who is ringing' }))
  let inputs = 0
  const type = async (element: HTMLElement, text: string) => {
    inputs += 1
    await user.type(element, text)
  }
  const pick = async (legend: string | RegExp, answer: string) => {
    inputs += 1
    await choose(user, legend, answer)
  }
  await type(ringing.getByLabelText('Name'), 'A. Referrer')
  await type(ringing.getByLabelText('Number to call back'), '01632 960 001')
  await type(ringing.getByLabelText('Role'), 'Crisis nurse')
  await type(ringing.getByLabelText('Team and organisation'), 'Invented Trust')
  inputs += 1
  await screen.findByRole('option', { name: 'Crisis or home treatment team' })
  await user.selectOptions(ringing.getByLabelText('Type of referrer'), 'crisis-team')
  inputs += 1
  await user.click(ringing.getByRole('button', { name: 'Now' }))
  await pick(/been on record here before/, 'No, or not known')
  const mother = part('Mother')
  await type(mother.getByLabelText('Given name'), 'Siân')
  await type(mother.getByLabelText('Family name'), 'Ŵyn')
  inputs += 3
  await enterWhen(user, 'Date of birth', '1996-04-03', undefined, mother)
  await type(mother.getByLabelText('NHS number'), testNhsNumber(3))
  await pick('Is the baby born?', 'Not yet born')
  inputs += 3
  await enterWhen(user, /^Expected date/, '2026-12-20', undefined, part('Baby'))
  await pick('Is the admission planned?', 'Unplanned')
  await type(screen.getByLabelText(/^Why now/), 'Postpartum psychosis before')
  inputs += 1
  await user.selectOptions(screen.getByLabelText(/^Her status/), '01')
  await pick(/social care involved/, 'Not known')
  await expectAccessible()
  expect(inputs).toBeLessThan(25)
  await user.click(screen.getByRole('button', { name: 'Take the referral' }))
  expect(await screen.findByRole('heading', { name: 'Referral: Siân Ŵyn' })).toBeTruthy()
  expect(screen.getByRole('heading', { name: /^The offer is held by/ })).toBeTruthy()
  await expectAccessible()
})

it('shows who on record may be her while she is typed, and puts a refusal at its field', async () => {
  const first = wholeReferral(unit)
  await unit.as('nurse').ok('admission.take', first)
  const { person } = first.mother
  const { user } = await openReferrals('nurse')
  await user.click(screen.getByRole('link', { name: 'Take a referral' }))
  await screen.findByRole('region', { name: 'Mother' })
  await choose(user, /been on record here before/, 'No, or not known')
  const mother = part('Mother')
  await user.type(mother.getByLabelText('Given name'), person.givenName)
  await user.type(mother.getByLabelText('Family name'), person.familyName)
  expect(await mother.findByText('She may be on record already')).toBeTruthy()
  expect(mother.getByText(/the same name/)).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Take the referral' }))
  const summary = await screen.findByRole('alert')
  expect(summary.textContent).toContain('Enter the number to call back')
  await expectAccessible()
})

it('answers a clause where it stands, and what holds the offer follows', async () => {
  await refer(unit)
  const { user } = await openReferral('nurse')
  const held = () => screen.getByRole('heading', { name: /^The offer is held by/ }).textContent
  const before = held()
  await user.click(
    screen.getByRole('button', { name: 'Answer: Sought only for a parenting assessment' }),
  )
  const criteria = part('Criteria')
  await user.click(await criteria.findByRole('radio', { name: 'No' }))
  await user.click(await criteria.findByRole('radio', { name: 'Told by someone' }))
  await user.type(criteria.getByLabelText(/^Who said it/), 'A. Referrer')
  await enterWhen(user, 'Date it was said', '2026-11-23', undefined, criteria)
  await expectAccessible()
  await user.click(criteria.getByRole('button', { name: 'Record the answer' }))
  expect(await criteria.findByText(/Told by someone: A. Referrer/)).toBeTruthy()
  expect(held()).not.toBe(before)
})

it('asks for an item and shows its clock; a check of CP-IS is logged for the child', async () => {
  await refer(unit)
  const { user } = await openReferral('nurse')
  await user.click(screen.getByRole('button', { name: 'Ask: Supervision demanded' }))
  const information = part('Information')
  await user.type(await information.findByLabelText(/^Who was asked/), 'Duty social worker')
  await user.click(information.getByRole('button', { name: 'Now' }))
  await user.click(information.getByRole('button', { name: 'Record that they were asked' }))
  expect(await information.findByText('Duty social worker')).toBeTruthy()
  expect(information.getByRole('button', { name: 'Chase: Supervision demanded' })).toBeTruthy()

  await user.click(screen.getByRole('button', { name: 'Record a check' }))
  const checks = part('CP-IS checks')
  await user.click(await checks.findByRole('radio', { name: /^Invented/ }))
  await user.click(checks.getByRole('radio', { name: 'No flag' }))
  await user.click(checks.getByRole('button', { name: 'Now' }))
  await expectAccessible()
  await user.click(checks.getByRole('button', { name: 'Record the check' }))
  expect(await checks.findByText('No flag')).toBeTruthy()
})

it('overrides one clause by two people, and says so beside what holds', async () => {
  const id = await refer(unit)
  await complete(unit, id, { clauses: ['ADM-X-02'] })
  const { user } = await openReferral('consultant')
  await user.click(await screen.findByRole('link', { name: 'Override ADM-X-02' }))
  await user.type(await screen.findByLabelText('Why it is let through'), 'She cannot wait')
  await enterWhen(user, /^By when/, '2026-11-25', '1200')
  await user.click(screen.getByRole('radio', { name: 'Here, with their own password' }))
  await user.type(screen.getByLabelText(/^Sign-in name of the second/), 'ward-manager')
  await user.type(screen.getByLabelText('Password of the second person'), testPassword)
  await user.type(screen.getByLabelText(/^Your password/), testPassword)
  await expectAccessible()
  await user.click(screen.getByRole('button', { name: 'Override this' }))
  expect(await screen.findByRole('heading', { name: 'Nothing holds the offer' })).toBeTruthy()
  expect(screen.getByText(/^1 let through by an override/)).toBeTruthy()
  expect(screen.getByText('Holds good')).toBeTruthy()
  await expectAccessible()
})

it('does not sign an offer that is held, and says by what', async () => {
  await refer(unit)
  const { user } = await openReferral('ward-manager')
  await user.click(await screen.findByRole('link', { name: 'Decide' }))
  await user.click(await screen.findByRole('radio', { name: 'Offered' }))
  expect(screen.getByText(/^The offer is held by/)).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Now' }))
  await user.type(screen.getByLabelText(/^Your password/), testPassword)
  await user.click(screen.getByRole('button', { name: 'Sign the decision' }))
  const summary = await screen.findByRole('alert')
  expect(summary.textContent).toContain('To release it:')
  await expectAccessible()
})

it('declines with a reason and where to turn, and asks for the referrer to be told', async () => {
  await refer(unit)
  const { user } = await openReferral('ward-manager')
  await user.click(await screen.findByRole('link', { name: 'Decide' }))
  await user.click(await screen.findByRole('radio', { name: 'Declined' }))
  await user.selectOptions(screen.getByLabelText('Reason'), 'parenting-assessment-only')
  await user.click(
    screen.getByRole('checkbox', { name: 'Residential family centre (may fit this reason)' }),
  )
  await user.click(screen.getByRole('button', { name: 'Now' }))
  await user.type(screen.getByLabelText(/^Your password/), testPassword)
  await expectAccessible()
  await user.click(screen.getByRole('button', { name: 'Sign the decision' }))
  await user.click(await screen.findByRole('link', { name: 'Record that the referrer was told' }))
  await user.type(await screen.findByLabelText(/^Who was told/), 'A. Referrer')
  await user.type(screen.getByLabelText(/^How/), 'By telephone')
  await user.click(screen.getByRole('button', { name: 'Now' }))
  await user.click(screen.getByRole('button', { name: 'Record that the referrer was told' }))
  expect(await screen.findByText(/^Referrer told/)).toBeTruthy()
})

it('records the arrival on an offer, and leads to the stay', async () => {
  const id = await refer(unit)
  await complete(unit, id)
  await pass(unit, 1)
  await offer(unit, id, { bedId: unit.beds[1]?.id })
  const { user } = await openReferral('nurse')
  await user.click(await screen.findByRole('link', { name: 'Record the arrival' }))
  const arrival = within(await screen.findByRole('region', { name: 'Arrival' }))
  await user.click(arrival.getByRole('button', { name: 'Now' }))
  await user.selectOptions(arrival.getByLabelText('Where did she come from?'), 'home')
  await user.click(arrival.getByRole('checkbox', { name: /^Invented/ }))
  await expectAccessible()
  await user.click(screen.getByRole('button', { name: 'Record the arrival' }))
  expect(
    await screen.findByRole('link', { name: 'Make the first supervision assessment' }),
  ).toBeTruthy()
})
