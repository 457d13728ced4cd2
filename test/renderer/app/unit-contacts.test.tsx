import { screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { actsOn, pass } from '../../electron/features/unwell-baby/acting.ts'
import { startTestUnit, type TestUnit } from '../../support/app.ts'
import { expectAccessible } from '../screen.ts'
import { choose, enterWhen } from './form-steps.ts'
import { signedIn } from './open-window.tsx'

let unit: TestUnit
beforeEach(async () => {
  unit = await startTestUnit()
})
afterEach(() => unit.close())

it('the number of on-call paediatrics is recorded on the way from the episode, and stands in it', async () => {
  const family = await unit.arrive({ babyName: 'Amber', bornOn: '2026-07-20' })
  await pass(unit, 5)
  const act = actsOn(unit, family)
  const episodeId = await act.raise({ findings: ['nasal-flaring'] })
  await act.observe(episodeId, { 'respiratory-rate': 45 })
  const { user } = await signedIn(unit, 'nurse')
  const running = within(await screen.findByRole('region', { name: 'Running episodes' }))
  await user.click(running.getByRole('link'))
  await user.click(
    await screen.findByRole('link', { name: 'Record the number of On-call paediatrics' }),
  )
  await user.type(await screen.findByLabelText('Name, or name of the team'), 'Switchboard')
  await expectAccessible()
  await user.type(screen.getByLabelText('Telephone'), '01632 960108')
  await choose(user, 'Is it safe to contact them?', 'Safe to contact')
  await choose(user, 'How is this contact known?', 'Told by someone')
  await user.type(screen.getByLabelText('Who said it, and how they know'), 'Ward manager')
  await enterWhen(user, 'Date it was said', '2026-11-20')
  await user.click(screen.getByRole('button', { name: 'Add the contact' }))
  const table = within(await screen.findByRole('table', { name: 'Contacts of the unit' }))
  await table.findByText('01632 960108')
  expect((await act.page(episodeId)).next?.ring[0]).toMatchObject({
    name: 'Switchboard',
    telephone: '01632 960108',
  })
})
