import { screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { startTestUnit, type TestUnit, testPassword } from '../../support/app.ts'
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

const begun = (by = unit.as('safeguarding-lead')) =>
  by.ok('writing.begin', {
    first: '2026-11-01',
    last: '2026-11-30',
    disclosure: 'restricted',
    requirements: ['5d'],
    distribution: ['NHS England'],
  })

it('begins a report, writes of a requirement, and clears nobody’s own words', async () => {
  const { user } = await assurance('ward-manager')
  await user.click(await screen.findByRole('link', { name: 'Reports' }))
  expect(await screen.findByText('No report is being written.')).toBeTruthy()
  await user.click(screen.getByRole('link', { name: 'Begin a report' }))
  await user.click(await screen.findByRole('button', { name: 'Begin it' }))
  expect(screen.getByRole('alert', { name: 'There is a problem' })).toBeTruthy()
  await user.click(screen.getByLabelText('Restricted'))
  await user.type(screen.getByLabelText('Who the report goes to'), 'NHS England')
  await user.click(screen.getByLabelText(/^5a/))
  await user.click(screen.getByRole('button', { name: 'Begin it' }))
  await screen.findByRole('heading', { level: 1, name: /^Report, / })
  expect(screen.getByText('5b, 5c, 5d, 5e, 5f, 5g, 2d, 2e, 3, 6, 7')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Write of The period as a whole' }))
  await user.type(screen.getByLabelText(/^What the unit says: /), 'A quiet quarter.')
  await user.click(screen.getByRole('button', { name: 'Save the words' }))
  expect(await screen.findByText('1 of 1 would be withheld now.', { exact: false })).toBeTruthy()
  expect(screen.getByText('Your own words: ask somebody else.')).toBeTruthy()
  await expectAccessible()
})

it('clears another’s words, and shows a commissioner what is cleared alone', async () => {
  const { id: writtenId } = await begun()
  await unit.as('safeguarding-lead').ok('writing.narrative', {
    writtenId,
    requirement: '5d',
    words: 'Renewals were late.',
    version: null,
  })
  const { user } = await assurance('ward-manager')
  await user.click(await screen.findByRole('link', { name: 'Reports' }))
  await user.click(await screen.findByRole('link', { name: 'November 2026' }))
  await user.click(await screen.findByRole('button', { name: 'Clear for restricted' }))
  expect(await screen.findByText('Cleared')).toBeTruthy()
  expect(screen.getByText(/Every text below is cleared/)).toBeTruthy()
})

it('takes a comment in a factual check, and says what keeps the report from being final', async () => {
  const { id } = await begun()
  const lead = unit.as('safeguarding-lead')
  await lead.ok('writing.sendToCheck', { id, version: 1, commentsBy: '2026-11-30' })
  const { user } = await assurance('commissioner')
  await user.click(await screen.findByRole('link', { name: 'Reports' }))
  await user.click(await screen.findByRole('link', { name: 'November 2026' }))
  await user.click(await screen.findByRole('button', { name: 'Add a comment' }))
  await user.type(await screen.findByLabelText('Their office'), 'NHS England')
  await user.type(screen.getByLabelText(/^What is not right/), 'A visit is missing.')
  await user.click(screen.getByRole('button', { name: 'Add the comment' }))
  expect(await screen.findByText('Not yet answered')).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Answer it' })).toBeNull()
  expect(screen.getByText('withheld: free text that nobody has cleared')).toBeTruthy()
  await expectAccessible()
}, 60_000)

it('asks for a second person where a level is raised, and for none where it is lowered', async () => {
  const { user } = await assurance('ward-manager')
  await user.click(await screen.findByRole('link', { name: /^5d/ }))
  await user.click(await screen.findByRole('button', { name: 'Set the level' }))
  await user.click(await screen.findByLabelText('Reasonable'))
  expect(screen.getByLabelText(/^Sign-in name of the second person/)).toBeTruthy()
  await user.click(screen.getByLabelText('Not tested'))
  expect(screen.queryByLabelText(/^Sign-in name of the second person/)).toBeNull()
  await user.type(screen.getByLabelText('Why'), 'Too few records were entered at night.')
  await user.type(screen.getByLabelText(/^Your password/), testPassword)
  await user.click(screen.getByRole('button', { name: 'Set the level' }))
  expect(await screen.findByText('Set by ward manager:')).toBeTruthy()
  await expectAccessible()
})
