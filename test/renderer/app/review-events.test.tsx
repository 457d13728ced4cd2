import { screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type Arrived, startTestUnit, type TestUnit } from '../../support/app.ts'
import { wholeDecision } from '../../support/supervision.ts'
import { expectAccessible } from '../screen.ts'
import { choose, enterWhen } from './form-steps.ts'
import { signedIn } from './open-window.tsx'

let unit: TestUnit
let family: Arrived
beforeEach(async () => {
  unit = await startTestUnit()
  family = await unit.arrive({
    motherName: 'Jo',
    babyName: 'Amber',
    at: '2026-11-20T09:00:00.000Z',
  })
  await unit
    .as('nurse')
    .ok('supervision.decide', wholeDecision(family.pairId, 'SUP-2', '2026-11-23T08:00:00.000Z'))
})
afterEach(() => unit.close())

async function supervisionPage(role: string) {
  const opened = await signedIn(unit, role)
  const card = within(await screen.findByRole('article', { name: 'Bed 1' }))
  await opened.user.click(card.getByRole('link', { name: 'Bed 1' }))
  await opened.user.click(await screen.findByRole('link', { name: /^Supervision in full/ }))
  await screen.findByRole('region', { name: 'Events that open a review' })
  return opened
}

it('notes an incident with its basis and candour, and says what is missing at the field', async () => {
  const { user } = await supervisionPage('nursery-nurse')
  expect(await screen.findByText('Nothing has opened a review before its date.')).toBeTruthy()
  await user.click(screen.getByRole('link', { name: 'Note an incident or a concern' }))
  await user.click(await screen.findByRole('radio', { name: 'Incident' }))
  expect(screen.getByText(/reviewed within 4 hours of when it happened/)).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Note it' }))
  const alert = await screen.findByRole('alert')
  expect(alert.textContent).toContain('Say whether the duty of candour was considered')
  expect(alert.textContent).toContain('Enter what happened')
  await expectAccessible()
  await choose(user, 'Was the duty of candour considered?', 'Not decided yet')
  await enterWhen(user, 'When it happened', '2026-11-23', '0830')
  await user.type(screen.getByLabelText(/^What happened:/), 'The cot side was left down.')
  await user.click(screen.getByRole('radio', { name: 'Observed by staff' }))
  await user.type(screen.getByLabelText('Observed by'), 'Nursery nurse')
  await enterWhen(user, 'Date it was observed', '2026-11-23')
  await user.click(screen.getByRole('button', { name: 'Note it' }))
  expect(await screen.findByText('The cot side was left down.')).toBeTruthy()
  expect(screen.getByText('No incident number yet')).toBeTruthy()
  expect(screen.queryByRole('link', { name: 'Answer it' })).toBeNull()
  await expectAccessible()
})

it('says above a review what has to be answered, and takes the answer', async () => {
  await unit.as('nursery-nurse').ok('reviews.note', {
    pairId: family.pairId,
    kind: 'staff-concern',
    happenedAt: '2026-11-23T08:30:00.000Z',
    what: 'She did not hear the baby cry',
    basis: { kind: 'observed', by: 'Nursery nurse', on: '2026-11-23' },
  })
  const { user } = await supervisionPage('nurse')
  await user.click(await screen.findByRole('link', { name: 'Review: renew or change' }))
  expect(await screen.findByText('An event has not been answered')).toBeTruthy()
  await user.click(screen.getByRole('link', { name: 'Answer them on the page of supervision' }))
  await user.click(await screen.findByRole('link', { name: 'Answer it' }))
  await user.click(await screen.findByRole('button', { name: 'Record the answer' }))
  expect((await screen.findByRole('alert')).textContent).toContain(
    'Say what it means for the supervision',
  )
  await user.click(screen.getByRole('radio', { name: 'Supervision stays as it is' }))
  await user.type(
    screen.getByLabelText(/^In what it is changed/),
    'Staff are near at night already',
  )
  await user.click(screen.getByRole('button', { name: 'Record the answer' }))
  expect(await screen.findByText('Answered. The review itself is still to be signed.')).toBeTruthy()
})
