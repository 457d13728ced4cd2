import { screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { startTestUnit, type TestUnit, testPassword } from '../../support/app.ts'
import { shownBy } from '../../support/shown-by.ts'
import { expectAccessible } from '../screen.ts'
import { signedIn } from './open-window.tsx'

let unit: TestUnit
beforeEach(async () => {
  unit = await startTestUnit()
})
afterEach(() => unit.close())

async function assurance(role: string) {
  const opened = await signedIn(unit, role)
  const nav = await screen.findByRole('navigation', { name: 'Main' })
  await opened.user.click(within(nav).getByRole('link', { name: 'Assurance' }))
  await screen.findByRole('heading', { level: 1, name: 'Assurance' })
  return opened
}
type User = Awaited<ReturnType<typeof assurance>>['user']

async function typeDay(user: User, legend: string, [day, month, year]: [string, string, string]) {
  const group = within(screen.getByRole('group', { name: legend }))
  await user.type(group.getByLabelText('Day'), day)
  await user.type(group.getByLabelText('Month'), month)
  await user.type(group.getByLabelText('Year'), year)
}

it('plans a visit, records that it was held, and sets an action for what it found', async () => {
  const { user } = await assurance('ward-manager')
  await user.click(await screen.findByRole('link', { name: 'Visits and audits' }))
  expect(await screen.findByText('No visit or audit has been planned yet.')).toBeTruthy()
  await user.click(screen.getByRole('link', { name: 'Plan a visit or an audit' }))
  await user.click(await screen.findByRole('button', { name: 'Plan it' }))
  expect(screen.getByRole('alert', { name: 'There is a problem' })).toBeTruthy()
  await user.click(screen.getByLabelText('Walk-round of leaders'))
  await user.type(screen.getByLabelText('Title'), 'Walk-round at night')
  await typeDay(user, 'Planned for', ['23', '11', '2026'])
  await user.click(screen.getByRole('button', { name: 'Plan it' }))
  await user.click(await screen.findByRole('link', { name: 'Walk-round at night' }))
  await screen.findByRole('heading', { level: 1, name: 'Walk-round at night' })
  await typeDay(user, 'Held on', ['23', '11', '2026'])
  await user.type(screen.getByLabelText('Who came, with their office'), 'The chief nurse')
  await user.type(screen.getByLabelText('With whom they spoke'), 'Three staff')
  await user.type(screen.getByLabelText('What was seen'), 'Rounds were on time')
  await user.click(screen.getByRole('button', { name: 'It was held' }))
  const add = 'Add a strength, finding or recommendation'
  await user.click(await screen.findByRole('button', { name: add }))
  await user.click(await screen.findByLabelText('Finding'))
  await user.selectOptions(screen.getByLabelText('Of which requirement'), '5e')
  await user.type(screen.getByLabelText('In their words'), 'No drill was held at night')
  await user.click(screen.getByRole('button', { name: 'Add it' }))
  await user.click(await screen.findByRole('link', { name: 'Set an action' }))
  expect(await screen.findByText(/No drill was held at night/)).toBeTruthy()
  const requirement = screen.getByLabelText('For which requirement') as HTMLSelectElement
  expect(requirement.value).toBe('5e')
  await expectAccessible()
})

it('asks for one step of an action after the other, and lets nobody verify their own', async () => {
  const manager = unit.as('ward-manager')
  await manager.ok('oversight.addAction', {
    requirement: '5e',
    what: 'A drill on nights',
    ownerId: unit.as('nurse').staffId,
    dueOn: '2026-12-18',
    high: true,
  })
  const pin = await shownBy(manager)
  const { user } = await assurance('ward-manager')
  await user.click(await screen.findByRole('link', { name: 'Actions' }))
  expect(await screen.findByRole('heading', { name: 'Open (1)' })).toBeTruthy()
  await expectAccessible()
  await user.click(screen.getByRole('link', { name: 'A drill on nights' }))
  await user.click(await screen.findByRole('button', { name: 'It has begun' }))
  expect(await screen.findByText('In progress')).toBeTruthy()
  await typeDay(user, 'Done on', ['23', '11', '2026'])
  await user.type(screen.getByLabelText('Evidence that it was done'), 'Drill record')
  await user.click(screen.getByRole('button', { name: 'It is done' }))
  expect((await screen.findAllByText('Choose the record that shows it')).length).toBeGreaterThan(0)
  await user.selectOptions(screen.getByLabelText('The record that shows it'), `evidence ${pin.id}`)
  await user.click(screen.getByRole('button', { name: 'It is done' }))
  await screen.findByRole('heading', { name: /^Verify it/ })
  expect(screen.getByText(/Minutes of the drill/)).toBeTruthy()
  await user.type(screen.getByLabelText('What it has changed, and how that is known'), 'Sooner')
  await user.type(screen.getByLabelText(/^Your password, to sign as/), testPassword)
  await user.click(screen.getByRole('button', { name: 'I have seen the evidence' }))
  expect((await screen.findAllByText(/Ask somebody else/)).length).toBeGreaterThan(0)
})

it('is not offered to the commissioner', async () => {
  await assurance('commissioner')
  expect(screen.queryByRole('link', { name: 'Actions' })).toBeNull()
  expect(screen.queryByRole('link', { name: 'Self-check' })).toBeNull()
})
