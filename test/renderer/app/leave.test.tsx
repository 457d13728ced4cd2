import { screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { leaving } from '../../electron/features/leave/leaving.ts'
import { type Arrived, startTestUnit, type TestUnit, testPassword } from '../../support/app.ts'
import { wholeDecision } from '../../support/supervision.ts'
import { expectAccessible } from '../screen.ts'
import { choose } from './form-steps.ts'
import { signedIn } from './open-window.tsx'

let unit: TestUnit
let family: Arrived
let on: ReturnType<typeof leaving>
beforeEach(async () => {
  unit = await startTestUnit()
  family = await unit.arrive({
    motherName: 'Jo',
    babyName: 'Amber',
    at: '2026-11-20T09:00:00.000Z',
  })
  on = leaving(unit, family)
  await on.legal('LEG-00')
})
afterEach(() => unit.close())

const supervise = (level: 'SUP-2' | 'SUP-4', more: object = {}) =>
  unit.as('nurse').ok('supervision.decide', {
    ...wholeDecision(family.pairId, level, '2026-11-23T08:00:00.000Z'),
    ...more,
  })

async function leavePage(role: string) {
  const opened = await signedIn(unit, role)
  const card = within(await screen.findByRole('article', { name: 'Bed 1' }))
  await opened.user.click(card.getByRole('link', { name: 'Bed 1' }))
  await opened.user.click(await screen.findByRole('link', { name: 'Leave' }))
  await screen.findByRole('region', { name: 'Leave of this stay' })
  return opened
}

it('a limit of a court holds the leave in words; that it is not agreed can be signed', async () => {
  await on.act('01')
  await supervise('SUP-4', { authorityRequirement: 'Never alone outside' })
  await on.ask()
  const { user } = await leavePage('nurse')
  await expectAccessible()
  await user.click(screen.getByRole('link', { name: 'Decide it' }))
  expect(await screen.findByText('By these rules they may not go')).toBeTruthy()
  expect(screen.getByText(/Never alone outside/)).toBeTruthy()
  await expectAccessible()
  await choose(user, 'Is the leave agreed?', 'Not agreed')
  await user.type(screen.getByLabelText('Why it is not agreed'), 'Not without the council')
  await user.type(screen.getByLabelText(/^Your password/), testPassword)
  await user.click(screen.getByRole('button', { name: 'Sign the decision' }))
  expect(await screen.findByText('Not without the council')).toBeTruthy()
})

it('less staff than the rules say asks for a reason and a second signature', async () => {
  await on.act('01')
  await supervise('SUP-2')
  await on.ask()
  const { user } = await leavePage('nurse')
  await user.click(screen.getByRole('link', { name: 'Decide it' }))
  expect(await screen.findByText('With the baby: one member of staff')).toBeTruthy()
  await choose(user, 'Is the leave agreed?', 'Agreed, as the rules say or with more staff')
  await user.click(screen.getByRole('button', { name: /^Decide on other staff/ }))
  await user.type(screen.getByLabelText('Staff for the mother'), '0')
  await user.type(screen.getByLabelText('Staff for the baby'), '1')
  expect(screen.queryByLabelText(/^Sign-in name of the second person/)).toBeNull()
  await user.clear(screen.getByLabelText('Staff for the baby'))
  await user.type(screen.getByLabelText('Staff for the baby'), '0')
  await user.type(screen.getByLabelText(/^Why with less/), 'Grandmother goes along')
  await user.type(screen.getByLabelText(/^Sign-in name of the second person/), 'consultant')
  await user.type(screen.getByLabelText('Password of the second person'), testPassword)
  await user.type(screen.getByLabelText(/^Your password/), testPassword)
  await user.click(screen.getByRole('button', { name: 'Sign the decision' }))
  expect(await screen.findByText('Less than the rules say')).toBeTruthy()
  expect(screen.getByText(/nurse person and consultant person/)).toBeTruthy()
})

it('a detained mother: the Act in full, and what a grant must say at its fields', async () => {
  await on.act('03')
  const { user } = await leavePage('consultant')
  expect(screen.getByText(/^Section 3, Mental Health Act/)).toBeTruthy()
  await user.click(
    screen.getByRole('link', { name: 'Record leave under section 17, Mental Health Act' }),
  )
  await user.click(
    await screen.findByRole('button', {
      name: 'Record the leave under section 17, Mental Health Act',
    }),
  )
  const alert = await screen.findByRole('alert')
  for (const said of [
    'Enter the clinician who granted the leave',
    'Say who they are to her',
    'Choose at least one place that it covers',
    'Say whether she must be escorted',
  ])
    expect(alert.textContent).toContain(said)
  await expectAccessible()
})

it('a mother missing alone: the baby is not with her, and whom to ring is another list', async () => {
  await on.act('01')
  await on.missing({ babies: [] })
  const { user } = await leavePage('nursery-nurse')
  expect(await screen.findByText('Mother missing; the baby is not with her')).toBeTruthy()
  expect(screen.getAllByText(/the baby is safe on the unit/)).toHaveLength(2)
  expect(screen.queryByRole('link', { name: 'The search has ended' })).toBeNull()
  await expectAccessible()
  await user.click(screen.getByRole('link', { name: /^Whom to tell/ }))
  expect((await screen.findAllByText(/Mother missing, the baby safe/)).length).toBeGreaterThan(0)
})

it('the mother is back and the baby is not: the form asks where the baby is, and the page says whom to ring', async () => {
  await on.act('01')
  await supervise('SUP-4')
  const { leaveId } = await on.ask()
  await on.agree(leaveId)
  await on.pass(10)
  await on.leave(leaveId)
  await on.pass(5)
  const { user } = await leavePage('nurse')
  await user.click(await screen.findByRole('link', { name: 'They are back' }))
  await choose(user, 'Is the mother back?', 'Yes')
  await user.type(screen.getByLabelText('How the mother was on return'), 'Tearful')
  await user.click(screen.getByRole('button', { name: 'Record the return' }))
  expect((await screen.findByRole('alert')).textContent).toContain(
    'Say whether you know where the baby is',
  )
  await expectAccessible()
  await choose(user, 'Do you know where the baby is, and with whom?', 'No')
  await user.click(screen.getByRole('button', { name: 'Record the return' }))
  expect(await screen.findByText('nobody knows where the baby is.')).toBeTruthy()
  // Nobody knows who has the baby: there is nobody to ring but those who search, and nobody to call back.
  expect(screen.getByText(/^Police/)).toBeTruthy()
  expect(screen.queryByText(/^Call them back now/)).toBeNull()
  expect(screen.getByText('The baby was not with her, and nobody knew where')).toBeTruthy()
  await user.click(screen.getByRole('link', { name: 'Begin the steps for who is missing' }))
  expect(await screen.findByRole('checkbox', { name: /Amber/, checked: true })).toBeTruthy()
})

it('the search has ended: for nobody before it is said, and the baby who was out with her is asked about', async () => {
  await on.act('01')
  await supervise('SUP-4')
  const { leaveId } = await on.ask()
  await on.agree(leaveId)
  await on.pass(10)
  await on.leave(leaveId)
  await on.pass(5)
  await on.missing({ leaveId, babies: [] })
  const { user } = await leavePage('nurse')
  expect(
    await screen.findByText(/^A baby is out with the mother who is missing: begin the steps/),
  ).toBeTruthy()
  await user.click(await screen.findByRole('link', { name: 'The search has ended' }))
  await choose(user, 'How did it end?', 'Found, and safe elsewhere')
  await user.type(screen.getByLabelText(/^Who found them/), 'Police, at the station')
  await user.click(screen.getByRole('button', { name: 'Record how the search ended' }))
  expect((await screen.findByRole('alert')).textContent).toContain(
    'Say whether the baby is with her',
  )
  await expectAccessible()
  await choose(user, 'Is Amber Example with her?', 'No')
  await user.click(screen.getByRole('button', { name: 'Record how the search ended' }))
  expect(await screen.findByText('Baby missing')).toBeTruthy()
  await user.click(screen.getByRole('link', { name: 'The search has ended' }))
  expect(screen.queryAllByRole('checkbox', { checked: true })).toEqual([])
})

it('a baby goes without the mother: with whom by name, and it is held until somebody agrees', async () => {
  const { user } = await leavePage('nurse')
  await user.click(screen.getByRole('link', { name: 'Ask for leave' }))
  await choose(user, 'Does the mother go?', 'No')
  await user.click(screen.getByRole('button', { name: 'Ask for this leave' }))
  const alert = await screen.findByRole('alert')
  for (const said of ['Choose the baby who goes', 'Say who has the baby', 'Enter the name of who'])
    expect(alert.textContent).toContain(said)
  await expectAccessible()
  await on.ask({ mother: false, carer: 'responsibility', withWhom: 'Sam Invented' })
  await user.click(screen.getByRole('button', { name: 'Go back' }))
  await user.click(await screen.findByRole('link', { name: 'Decide it' }))
  expect(await screen.findByText(/Nobody with parental responsibility has agreed/)).toBeTruthy()
  const agrees = within(screen.getByRole('group', { name: /Does somebody with parental/ }))
  await user.click(agrees.getByRole('button', { name: 'Yes' }))
  expect(await screen.findByText('No staff is needed for the baby')).toBeTruthy()
  expect(screen.queryByText('By these rules they may not go')).toBeNull()
  expect(screen.queryByText(/further staff is needed for the mother/)).toBeNull()
})
