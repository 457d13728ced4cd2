import { screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { startTestUnit, type TestUnit } from '../../support/app.ts'
import { expectAccessible } from '../screen.ts'
import { choose, enterWhen } from './form-steps.ts'
import { signedIn } from './open-window.tsx'

let unit: TestUnit
beforeEach(async () => {
  unit = await startTestUnit()
  await unit.arrive({ motherName: 'Jolanta', babyName: 'Amber' })
})
afterEach(() => unit.close())

async function culturePage(role: string, tab?: string) {
  const opened = await signedIn(unit, role)
  await opened.user.click(await screen.findByRole('link', { name: 'People' }))
  await opened.user.click(await screen.findByRole('link', { name: 'Reflection and partnership' }))
  if (tab) await opened.user.click(await screen.findByRole('link', { name: tab }))
  return opened
}

it('records a session; the name of a patient is said at its field before anything is saved', async () => {
  const { user } = await culturePage('nurse')
  expect(await screen.findByText(/No session is on record/)).toBeTruthy()
  await expectAccessible()
  await user.click(screen.getByRole('link', { name: 'Record a session' }))
  await user.click(await screen.findByRole('button', { name: 'Record the session' }))
  const missing = await screen.findByRole('alert')
  for (const message of ['Choose what it was', 'Choose a theme', 'Choose who came'])
    expect(missing.textContent).toContain(message)
  await expectAccessible()
  await choose(user, 'What was it?', 'Reflective session')
  await enterWhen(user, 'When it was held', '2026-11-23')
  await user.type(screen.getByLabelText('How long, in minutes'), '60')
  await user.selectOptions(screen.getByLabelText('Theme'), 'Keeping the baby in mind')
  await choose(user, 'What led to it?', 'Nothing special: it was its turn')
  const ledBy = screen.getByLabelText<HTMLSelectElement>('Who led it')
  await user.selectOptions(ledBy, unit.as('nurse').staffId)
  const came = screen.getByRole('group', { name: /Who came from the unit/ })
  await user.click(within(came).getAllByRole('checkbox')[0] as HTMLElement)
  await user.type(screen.getByLabelText('How many came from other agencies'), '0')
  await user.type(screen.getByLabelText(/^What was learnt/), 'amber was on our minds')
  await user.click(screen.getByRole('button', { name: 'Record the session' }))
  expect((await screen.findByRole('alert')).textContent).toContain(
    '“amber” is the name of somebody who is on the unit',
  )
  await user.clear(screen.getByLabelText(/^What was learnt/))
  await user.type(screen.getByLabelText(/^What was learnt/), 'The baby was on our minds')
  await user.click(screen.getByRole('button', { name: 'Record the session' }))
  expect(await screen.findByText('By name')).toBeTruthy()
  await expectAccessible()
})

it('shows the ward manager counts by profession and no name', async () => {
  const { staffId } = unit.as('nurse')
  await unit.as('nurse').ok('culture.recordSession', {
    kind: 'reflective',
    heldOn: '2026-11-23',
    minutes: 60,
    theme: 'baby-first',
    prompt: 'ordinary',
    facilitatorId: staffId,
    attended: [staffId],
    outsideCount: 0,
  })
  await culturePage('ward-manager')
  expect(await screen.findByText('1 × registered nurse')).toBeTruthy()
  expect(screen.queryByText('By name')).toBeNull()
  expect(screen.queryByRole('heading', { name: 'When each last came' })).toBeNull()
})

it('notes what was learnt, and asks for the change before the check', async () => {
  const { user } = await culturePage('nurse', 'What was learnt')
  await user.click(await screen.findByRole('link', { name: 'Note what was learnt' }))
  await choose(user, 'Where does it come from?', 'A drill')
  await user.type(screen.getByLabelText('What was learnt'), 'The bag was behind the door')
  await user.type(screen.getByLabelText('What will be done in another way'), 'By the window')
  await user.selectOptions(screen.getByLabelText('Who sees to it'), unit.as('nurse').staffId)
  await enterWhen(user, 'By when', '2026-12-01')
  await user.click(screen.getByRole('button', { name: 'Note what was learnt' }))
  await user.click(await screen.findByRole('link', { name: /^Record the change/ }))
  await enterWhen(user, 'When the change was made', '2026-11-23')
  await user.type(screen.getByLabelText('What was done'), 'It hangs there')
  await user.click(screen.getByRole('button', { name: 'Record the change' }))
  await user.click(await screen.findByRole('link', { name: /^Check whether it held/ }))
  expect(await screen.findByText(/can be told from/)).toBeTruthy()
  await expectAccessible()
})

it('puts a disagreement on the log and takes it to the next rung', async () => {
  const { user } = await culturePage('nurse', 'Partnership')
  expect(await screen.findByText(/No meeting is on record/)).toBeTruthy()
  await expectAccessible()
  await user.click(screen.getByRole('link', { name: 'Put a disagreement on the log' }))
  await user.click(await screen.findByRole('button', { name: 'Put it on the log' }))
  expect((await screen.findByRole('alert')).textContent).toContain('Choose with which agency')
  await user.selectOptions(screen.getByLabelText('With which agency?'), 'social-worker')
  await choose(user, 'What is it about?', 'Whether the threshold is reached')
  await enterWhen(user, 'When it came up', '2026-11-23', '0830')
  await user.type(screen.getByLabelText('What the unit holds, and why'), 'It reaches it')
  await user.type(screen.getByLabelText('What they hold, and why'), 'Not yet')
  await user.type(screen.getByLabelText('With whom it is taken up first'), 'Social worker')
  await user.click(screen.getByRole('button', { name: 'Put it on the log' }))
  await user.click(await screen.findByRole('link', { name: /^Resolved, or taken further/ }))
  await user.click(await screen.findByRole('radio', { name: /^It is taken further: Ward manager/ }))
  await user.type(screen.getByLabelText('With whom it is taken up next'), 'Team manager')
  await enterWhen(user, 'When', '2026-11-23', '0900')
  await user.type(screen.getByLabelText('What was said and agreed'), 'No agreement')
  await user.click(screen.getByRole('button', { name: 'Record what came of it' }))
  expect(await screen.findByText(/Team manager/)).toBeTruthy()
  await expectAccessible()
})

it('enters a form of a partner, and shows no mean of too few', async () => {
  const nurse = unit.as('nurse')
  await nurse.ok('culture.askFeedback', {
    agency: 'social-worker',
    occasion: 'A discharge',
    askedOn: '2026-11-20',
  })
  const { user } = await culturePage('nurse', 'Partnership')
  await user.click(await screen.findByRole('link', { name: /^Enter the form/ }))
  await enterWhen(user, 'When it came back', '2026-11-23')
  await choose(user, 'What we said was listened to (leave it open if they did)', '4')
  await user.click(screen.getByRole('button', { name: 'Enter the form' }))
  expect((await screen.findAllByText('not shown under 5 answers')).length).toBe(5)
})

it('draws five questions about a baby with a plan, and takes the answers', async () => {
  const found = await unit
    .as('nurse')
    .ok<{ stay: { id: string }; pairs: { baby: { id: string } }[] }[]>('stays.current')
  await unit.as('nurse').ok('people.addLegalStatus', {
    personId: found[0]?.pairs[0]?.baby.id,
    code: 'LEG-04',
    startsAt: '2026-11-20T09:00:00.000Z',
    authority: 'Westmarch',
    basis: { kind: 'document', document: 'Minutes of the conference', on: '2026-11-20' },
  })
  const { user } = await culturePage('safeguarding-lead', 'Spot checks')
  await user.click(await screen.findByRole('link', { name: /^Ask about Amber/ }))
  await user.click(await screen.findByRole('button', { name: 'Draw five questions' }))
  expect((await screen.findByRole('alert')).textContent).toContain('Choose who is asked')
  await user.selectOptions(screen.getByLabelText('Member of staff'), unit.as('nurse').staffId)
  await user.click(screen.getByRole('button', { name: 'Draw five questions' }))
  await user.click(await screen.findByRole('link', { name: /^Enter the answers/ }))
  expect(await screen.findAllByRole('group', { name: /^\d\. / })).toHaveLength(5)
  await expectAccessible()
  await user.click(screen.getByRole('button', { name: 'Record the answers' }))
  expect(await screen.findByText('0 of 5')).toBeTruthy()
  await user.click(screen.getByRole('link', { name: /^Open: asked/ }))
  expect(await screen.findAllByText('Not answered')).toHaveLength(5)
  await expectAccessible()
})

it('writes a question whole, in a draft that somebody else approves', async () => {
  const { user } = await culturePage('safeguarding-lead', 'Spot checks')
  await user.click(await screen.findByRole('link', { name: 'The questions' }))
  expect(await screen.findByText('In force: unapproved default')).toBeTruthy()
  await expectAccessible()
  await user.click(await screen.findByRole('button', { name: 'Write a draft' }))
  await user.type(screen.getByLabelText('What is to change, and why'), 'Our own procedure')
  await user.click(screen.getByRole('button', { name: 'Begin the draft' }))
  await user.click(await screen.findByRole('button', { name: 'Add a question' }))
  await user.selectOptions(screen.getByLabelText('What it is about'), 'Child protection plan')
  await user.type(screen.getByLabelText('What is asked'), 'Who chairs the core group?')
  await user.type(screen.getByLabelText('Answer A'), 'The social worker who leads the plan')
  await user.selectOptions(screen.getByLabelText('The right answer'), 'A')
  await user.type(screen.getByLabelText('Where it stands'), 'Working Together (2023)')
  await user.type(screen.getByLabelText('Why'), 'Asked for by the nurses')
  await user.click(screen.getByRole('button', { name: 'Add it to the draft' }))
  expect((await screen.findByRole('alert')).textContent).toContain('at least two answers')
  await user.type(screen.getByLabelText('Answer B'), 'The ward manager')
  await user.click(screen.getByRole('button', { name: 'Add it to the draft' }))
  expect(await screen.findByText('Who chairs the core group?')).toBeTruthy()
  expect(screen.getByText('The social worker who leads the plan').textContent).toBeTruthy()
  await expectAccessible()
})
