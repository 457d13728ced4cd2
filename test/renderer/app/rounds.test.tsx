import { screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { RoundsView } from '../../../electron/features/supervision/round-service.ts'
import { startTestUnit, type TestUnit } from '../../support/app.ts'
import { expectAccessible } from '../screen.ts'
import { signedIn } from './open-window.tsx'

let unit: TestUnit
beforeEach(async () => {
  unit = await startTestUnit()
  await unit.arrive({ bed: 0, babyName: 'Amber' })
  await unit.arrive({ bed: 1, babyName: 'Idris' })
})
afterEach(() => unit.close())

const card = (name: RegExp) =>
  within(screen.getByRole('heading', { name }).closest('li') as HTMLElement)

async function openRound() {
  const opened = await signedIn(unit, 'nursery-nurse')
  await opened.user.click(await screen.findByRole('link', { name: 'Round' }))
  await screen.findByRole('heading', { name: /Bed 1: Amber/ })
  return opened
}
const view = () => unit.as('nurse').ok<RoundsView>('supervision.rounds')

it('takes one tap a baby and one to sign', async () => {
  const { user } = await openRound()
  await expectAccessible()
  await user.click(card(/Amber/).getByRole('button', { name: /^Nursery, with staff/ }))
  await user.click(card(/Idris/).getByRole('button', { name: /^Own room, with mother/ }))
  await expectAccessible()
  await user.click(screen.getByRole('button', { name: /^Sign the round as .*: 2 of 2 babies$/ }))
  expect(await screen.findByText('Signed: 2 of 2 babies')).toBeTruthy()
  expect((await view()).babies.map(({ last }) => last?.place)).toEqual(['nursery', 'own-room'])
})

it('counts a baby who is out apart from those who are due, until somebody taps it', async () => {
  const [amber] = (await view()).babies
  await unit.as('nurse').ok('leave.missing', {
    stayId: unit.db.row<{ id: string }>('select stay_id as id from pair where record_id = @id', {
      id: amber?.pairId ?? '',
    })?.id,
    mother: true,
    babies: [amber?.pairId],
    missingSince: unit.clock.now(),
    circumstances: 'Her telephone is off',
  })
  const { user } = await openRound()
  const sign = () => screen.getByRole('button', { name: /^Sign the round/ })
  expect(sign().textContent).toMatch(/: 0 of 1 babies; 1 out$/)
  await user.click(card(/Idris/).getByRole('button', { name: /^Nursery, with staff/ }))
  expect(sign().textContent).toMatch(/: 1 of 1 babies; 1 out$/)
  await user.click(sign())
  expect(await screen.findByText('Signed: 1 of 1 babies')).toBeTruthy()
})

it('signs only whom somebody tapped, and a tap can be undone', async () => {
  const { user } = await openRound()
  const sign = () => screen.getByRole('button', { name: /^Sign the round/ }) as HTMLButtonElement
  expect(sign().disabled).toBe(true)
  await user.click(card(/Amber/).getByRole('button', { name: /^Nursery, with staff/ }))
  await user.click(card(/Idris/).getByRole('button', { name: /^Nursery, with staff/ }))
  await user.click(card(/Idris/).getByRole('button', { name: /^Undo/ }))
  await user.click(sign())
  expect(await screen.findByText('Signed: 1 of 2 babies')).toBeTruthy()
  expect((await view()).babies.map(({ last }) => last !== null)).toEqual([true, false])
})

it('asks what is being done about a baby who was looked for and not found', async () => {
  const { user } = await openRound()
  await user.click(card(/Amber/).getByRole('button', { name: /^Another time, away, not found/ }))
  const form = card(/Amber/)
  await user.click(await form.findByRole('button', { name: 'Now' }))
  await user.click(form.getByRole('radio', { name: 'Looked for and not found' }))
  await user.click(form.getByRole('button', { name: 'Put it in the round' }))
  expect((await screen.findByRole('alert')).textContent).toContain('what is being done')
  await user.type(form.getByLabelText('What is being done?'), 'Searching the ward')
  await user.click(form.getByRole('button', { name: 'Put it in the round' }))
  await user.click(await screen.findByRole('button', { name: /^Sign the round/ }))
  await screen.findByText('Signed: 1 of 2 babies')
  expect((await view()).babies[0]?.last?.outcome).toBe('not-found')
})
