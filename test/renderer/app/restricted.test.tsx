import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startTestUnit, type TestUnit, testPassword } from '../../support/app.ts'
import { expectAccessible } from '../screen.ts'
import { choose, enterWhen, part } from './form-steps.ts'
import { signedIn } from './open-window.tsx'

let unit: TestUnit
beforeEach(async () => {
  unit = await startTestUnit()
})
afterEach(() => unit.close())

async function stay(role: string) {
  const opened = await signedIn(unit, role)
  const [bed] = await screen.findAllByRole('link', { name: 'Bed 1' })
  await opened.user.click(bed as HTMLElement)
  await screen.findByRole('region', { name: 'Restricted entries' })
  return opened
}

describe('restricted entries', () => {
  it('are written with from whom they are kept, and stand on the page of the stay', async () => {
    await unit.arrive({ babyName: 'Amber', motherName: 'Jo' })
    const { user } = await stay('nurse')
    const section = part('Restricted entries')
    expect(section.getByText('There are none.')).toBeTruthy()
    await user.click(section.getByRole('button', { name: 'Write a restricted entry' }))
    await user.click(screen.getByRole('button', { name: 'Save the restricted entry' }))
    expect((await screen.findByRole('alert')).textContent).toContain('Say from whom it is kept')
    await expectAccessible()
    await choose(user, 'About whom', /^Amber/)
    await user.click(screen.getByLabelText('A partner, or somebody who may do harm'))
    await user.type(screen.getByLabelText('Why they must not see it'), 'He could harm her')
    await enterWhen(user, 'When it happened', '2026-11-23', '07:10')
    await user.type(screen.getByLabelText('What was seen, heard or feared'), 'She flinches')
    await choose(user, 'How is it known?', 'Observed by staff')
    await user.type(screen.getByLabelText('Observed by'), 'N. Nurse')
    await enterWhen(user, 'Date it was observed', '2026-11-23')
    await screen.findByText('What you typed is kept until you save it')
    await user.click(screen.getByRole('button', { name: 'Save the restricted entry' }))
    const row = within(await screen.findByRole('row', { name: /She flinches/ }))
    expect(row.getByText(/^Late entry: 1 h 50 min/)).toBeTruthy()
    await expectAccessible()
  })

  it('are opened in an emergency with a reason and the own password, and reviewed afterwards', async () => {
    const { babyId } = await unit.arrive({ babyName: 'Amber', motherName: 'Jo' })
    await unit.as('consultant').ok('restricted.add', {
      personId: babyId,
      keptFrom: ['partner'],
      because: 'He could harm her',
      happenedAt: unit.clock.now(),
      what: 'She flinches',
      basis: { kind: 'observed', by: 'C. Consultant', on: '2026-11-23' },
    })
    const { user } = await stay('nurse')
    expect(screen.queryByText('She flinches')).toBeNull()
    await user.click(screen.getByRole('button', { name: /^Open in an emergency: Amber/ }))
    await user.type(screen.getByLabelText('Why this cannot wait'), 'now')
    await user.type(screen.getByLabelText(/^Your password/), testPassword)
    await user.click(screen.getByRole('button', { name: 'Open them in an emergency' }))
    expect((await screen.findByRole('alert')).textContent).toContain('Say in a sentence')
    await expectAccessible()
    await user.type(
      screen.getByLabelText('Why this cannot wait'),
      ': he stands at the door and asks for the baby',
    )
    await user.click(screen.getByRole('button', { name: 'Open them in an emergency' }))
    expect(await screen.findByText('She flinches')).toBeTruthy()
    expect(screen.getByText(/^Open for you in an emergency until 09:30/)).toBeTruthy()
  })

  it('that were opened wait for a review under Audit', async () => {
    const { babyId } = await unit.arrive({ babyName: 'Amber' })
    const because = 'He stands at the door and asks for the baby'
    await unit.as('nurse').ok('restricted.open', { personId: babyId, because })
    const { user } = await signedIn(unit, 'ward-manager')
    await user.click(await screen.findByRole('link', { name: 'Administration' }))
    await user.click(await screen.findByRole('link', { name: 'Audit' }))
    await user.click(await screen.findByRole('button', { name: 'Review it' }))
    await choose(user, 'Was it needed?', 'It was needed')
    await user.type(screen.getByLabelText(/^What you looked at/), 'Spoke to both, it was')
    await user.type(screen.getByLabelText(/^Your password/), testPassword)
    await expectAccessible()
    await user.click(screen.getByRole('button', { name: 'Sign the review' }))
    expect(await screen.findByText('Reviewed')).toBeTruthy()
  })

  it('are made of an event of the page of history; its writer is told above every page, and somebody else reviews it', async () => {
    const { stayId, motherId } = await unit.arrive({ babyName: 'Amber', motherName: 'Jo' })
    await unit.as('other-clinician').ok('chronology.add', {
      stayId,
      personId: motherId,
      kind: 'home',
      happened: '3/2025',
      ended: '',
      what: 'He waits at the bus stop',
      basis: { kind: 'told', by: 'Her sister', on: '2026-11-20' },
      receivedId: null,
      place: 'Page 4',
    })
    const nurse = await stay('nurse')
    await nurse.user.click(screen.getByRole('link', { name: 'History in full: the register' }))
    await nurse.user.click(await screen.findByRole('link', { name: 'One page of history' }))
    await nurse.user.click(await screen.findByRole('link', { name: 'Correct' }))
    await nurse.user.click(
      await screen.findByRole('button', { name: 'Make this event a restricted entry' }),
    )
    await nurse.user.click(screen.getByRole('button', { name: 'Make it a restricted entry' }))
    expect((await screen.findByRole('alert')).textContent).toContain('Say from whom it is kept')
    await expectAccessible()
    await nurse.user.click(screen.getByLabelText('A partner, or somebody who may do harm'))
    await nurse.user.type(screen.getByLabelText('Why they must not see it'), 'He reads the screen')
    await nurse.user.click(screen.getByRole('button', { name: 'Make it a restricted entry' }))
    await screen.findByRole('link', { name: 'Add an event' })
    expect(screen.queryByText('He waits at the bus stop')).toBeNull()
    cleanup()

    const writer = await signedIn(unit, 'other-clinician')
    await writer.user.click(await screen.findByRole('link', { name: 'See what, and why' }))
    const row = within(await screen.findByRole('row', { name: /He waits at the bus stop/ }))
    await expectAccessible()
    await writer.user.click(row.getByRole('button', { name: 'I have seen it' }))
    await waitFor(() =>
      expect(screen.queryByRole('link', { name: 'See what, and why' })).toBeNull(),
    )
    cleanup()

    const manager = await signedIn(unit, 'ward-manager')
    await manager.user.click(await screen.findByRole('link', { name: 'Administration' }))
    await manager.user.click(await screen.findByRole('link', { name: 'Audit' }))
    await manager.user.click(await screen.findByRole('button', { name: 'Review it' }))
    await choose(manager.user, 'Was it needed?', 'It was needed')
    await manager.user.type(screen.getByLabelText(/^What you looked at/), 'Asked her, it was')
    await manager.user.type(screen.getByLabelText(/^Your password/), testPassword)
    await expectAccessible()
    await manager.user.click(screen.getByRole('button', { name: 'Sign the review' }))
    expect(await screen.findByText('Reviewed')).toBeTruthy()
  })
})
