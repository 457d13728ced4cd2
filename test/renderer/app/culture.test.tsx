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
