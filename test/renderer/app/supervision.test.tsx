import { screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { addHours } from '#domain/shared/calendar.ts'
import { type Arrived, startTestUnit, type TestUnit, testPassword } from '../../support/app.ts'
import { expectAccessible } from '../screen.ts'
import { signedIn, signIn } from './open-window.tsx'

let unit: TestUnit
let family: Arrived
beforeEach(async () => {
  unit = await startTestUnit()
  family = await unit.arrive({ motherName: 'Jo', babyName: 'Amber' })
})
afterEach(() => unit.close())

const placeNames = [
  'On the unit by day',
  'On the unit by night',
  'In the grounds',
  'Community, with staff',
  'Community, without staff',
  'Visit home',
  'Overnight leave',
  'Hospital with the baby',
]

type Opened = Awaited<ReturnType<typeof signedIn>>

async function openStay({ user }: Opened) {
  const card = within(await screen.findByRole('article', { name: 'Bed 1' }))
  await user.click(card.getByRole('link', { name: 'Bed 1' }))
}

async function firstAssessment(opened: Opened, level: string) {
  const { user } = opened
  await openStay(opened)
  await user.click(
    await screen.findByRole('link', { name: 'Make the first supervision assessment' }),
  )
  for (const place of placeNames) {
    await user.selectOptions(await screen.findByLabelText(`Level: ${place}`), level)
  }
  const decided = within(screen.getByRole('group', { name: 'When was it decided?' }))
  await user.click(decided.getByRole('button', { name: 'Now' }))
  await user.click(screen.getByRole('button', { name: 'The latest that is allowed' }))
  for (const no of screen.getAllByRole('radio', { name: 'No' })) await user.click(no)
  await user.type(screen.getByLabelText('Reason for these levels'), 'Settled.')
  await user.type(screen.getByLabelText(/^What was seen/), 'Seen by the nurse.')
  await user.type(screen.getByLabelText(/^Your password/), testPassword)
  await user.click(screen.getByRole('button', { name: 'Sign the assessment' }))
  await screen.findByRole('heading', { name: /^Supervision: Amber/ })
}

it('takes a first assessment for every place, and shows what it means in each', async () => {
  const opened = await signedIn(unit, 'nurse')
  await firstAssessment(opened, 'SUP-3')
  const grid = within(await screen.findByRole('table', { name: 'Supervision by place' }))
  expect((await grid.findAllByText('General')).length).toBe(placeNames.length)
  expect(screen.getByText(/First assessment by/)).toBeTruthy()
  await expectAccessible()
})

it('does not sign a first assessment that leaves a place out', async () => {
  const opened = await signedIn(unit, 'nurse')
  await openStay(opened)
  await opened.user.click(
    await screen.findByRole('link', { name: 'Make the first supervision assessment' }),
  )
  await opened.user.click(await screen.findByRole('button', { name: 'Sign the assessment' }))
  const summary = await screen.findByRole('alert')
  expect(summary.textContent).toContain('Choose a level, or not allowed, for: visit home')
  await expectAccessible()
})

it('raises at once without a password, and asks a nurse for her word', async () => {
  const opened = await signedIn(unit, 'nurse')
  await firstAssessment(opened, 'SUP-4')
  await opened.user.click(screen.getByRole('button', { name: 'Lock' }))
  await screen.findByRole('heading', { name: 'Sign in' })

  const { user } = opened
  await user.type(screen.getByLabelText('Sign-in name'), 'nursery-nurse')
  await user.type(screen.getByLabelText('Password'), testPassword)
  await user.click(screen.getByRole('button', { name: 'Sign in' }))
  await openStay(opened)
  await user.click(await screen.findByRole('link', { name: /^Supervision in full/ }))
  expect(screen.queryByRole('link', { name: 'Review: renew or change' })).toBeNull()
  await user.click(await screen.findByRole('link', { name: 'Raise supervision now' }))
  await user.click(await screen.findByRole('radio', { name: 'Constant' }))
  await user.click(screen.getByRole('checkbox', { name: 'On the unit by day' }))
  await user.type(screen.getByLabelText('What happened?'), 'Shouted at the baby.')
  await user.type(screen.getByLabelText(/^Who saw it/), 'The nursery nurse.')
  await expectAccessible()
  await user.click(screen.getByRole('button', { name: 'Raise now' }))
  expect(await screen.findByText(/Raised by/)).toBeTruthy()
  expect(
    await screen.findByRole('region', { name: 'A raise waits for a registered nurse' }),
  ).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Give your word on the raise' })).toBeNull()
})

it('asks a lowering for the team and a second person, and says what still holds it', async () => {
  const opened = await signedIn(unit, 'nurse')
  await firstAssessment(opened, 'SUP-2')
  const { user } = opened
  await user.click(await screen.findByRole('link', { name: 'Review: renew or change' }))
  expect(screen.queryByText('This lowers supervision')).toBeNull()
  await user.selectOptions(await screen.findByLabelText('Level: On the unit by day'), 'SUP-3')
  expect(await screen.findByText('This lowers supervision')).toBeTruthy()
  const decided = within(screen.getByRole('group', { name: 'When was it decided?' }))
  await user.click(decided.getByRole('button', { name: 'Now' }))
  await user.click(screen.getByRole('button', { name: 'The latest that is allowed' }))
  for (const no of screen.getAllByRole('radio', { name: 'No' })) await user.click(no)
  await user.type(screen.getByLabelText('Reason for these levels'), 'Better.')
  await user.type(screen.getByLabelText(/^What was seen/), 'Seen by two.')
  await user.type(screen.getByLabelText(/^Sign-in name of the second/), 'consultant')
  await user.type(screen.getByLabelText('Password of the second person'), testPassword)
  await user.type(screen.getByLabelText(/^Your password/), testPassword)
  await user.click(screen.getByRole('button', { name: 'Sign the assessment' }))
  const summary = await screen.findByRole('alert')
  expect(summary.textContent).toContain('Lowering is the decision of the team')
  expect(screen.getByRole('heading', { name: 'What holds this back' })).toBeTruthy()
  await expectAccessible()
})

it('shows the fallback, late, once the review has passed', async () => {
  const opened = await signedIn(unit, 'nurse')
  await firstAssessment(opened, 'SUP-3')
  unit.clock.set('2026-12-02T09:00:00.000Z')
  await unit.as('nurse').signIn()
  const view = await unit
    .as('nurse')
    .ok<{ standing: { inside: { reason: string } } }>('supervision.current', {
      pairId: family.pairId,
    })
  expect(view.standing.inside.reason).toBe('fallback-expired')
})

it('asks for the basis of a separation that an exception alone makes', async () => {
  const opened = await signedIn(unit, 'nurse')
  await firstAssessment(opened, 'SUP-2')
  const { user } = opened
  await user.click(await screen.findByRole('link', { name: 'Review: renew or change' }))
  await user.click(await screen.findByRole('button', { name: 'Add a level for one activity' }))
  await user.selectOptions(screen.getByLabelText('Where'), 'On the unit by day')
  await user.selectOptions(screen.getByLabelText('Activity'), 'Bathing')
  expect(screen.queryByText('This lowers supervision')).toBeNull()
  await user.selectOptions(screen.getByLabelText('Level'), 'SUP-3')
  expect(await screen.findByText('This lowers supervision')).toBeTruthy()
  await user.selectOptions(screen.getByLabelText('Level'), 'SUP-0')
  expect(await screen.findByText('Legal basis of the separation')).toBeTruthy()
  expect(screen.queryByText('This lowers supervision')).toBeNull()
})

it('keeps what was typed for a raise, and gives it back after a lock', async () => {
  const opened = await signedIn(unit, 'nurse')
  await firstAssessment(opened, 'SUP-4')
  const { user } = opened
  await user.click(await screen.findByRole('link', { name: 'Raise supervision now' }))
  await user.type(await screen.findByLabelText('What happened?'), 'Shouted at the baby.')
  await user.click(screen.getByRole('button', { name: 'Lock' }))
  await signIn(opened, 'nurse')
  await openStay(opened)
  await user.click(await screen.findByRole('link', { name: /^Supervision in full/ }))
  await user.click(await screen.findByRole('link', { name: 'Raise supervision now' }))
  const what = await screen.findByLabelText<HTMLTextAreaElement>('What happened?')
  expect(what.value).toBe('Shouted at the baby.')
})

it('keeps the reason of a nurse who gives her word, and never her password', async () => {
  const opened = await signedIn(unit, 'nurse')
  await firstAssessment(opened, 'SUP-4')
  unit.clock.pass(1)
  await unit.as('nursery-nurse').ok('supervision.raise', {
    pairId: family.pairId,
    startsAt: unit.clock.now(),
    reviewDueAt: addHours(unit.clock.now(), 1),
    cells: [{ place: 'unit-day', activity: 'all', level: 'SUP-1' }],
    rationale: 'Shouted.',
    evidence: 'Seen.',
  })
  const { user } = opened
  await user.click(await screen.findByRole('button', { name: 'Give your word on the raise' }))
  await user.type(await screen.findByLabelText(/^Why/), 'Seen by me too.')
  await user.type(screen.getByLabelText(/^Your password/), 'not to be kept')
  expect(await screen.findByText('What you typed is kept until you save it')).toBeTruthy()
  const kept = unit.db.rows<{ content: string }>('select content from draft')
  expect(kept.map(({ content }) => content).join()).toContain('Seen by me too.')
  expect(kept.map(({ content }) => content).join()).not.toContain('not to be kept')
})
