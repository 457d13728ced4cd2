import { fireEvent, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { actsOn, pass } from '../../../electron/features/unwell-baby/acting.ts'
import { startTestUnit, type TestUnit } from '../../../support/app.ts'
import { signedIn } from '../../app/open-window.tsx'
import { expectAccessible } from '../../screen.ts'

let unit: TestUnit
let episodeId: string
let act: ReturnType<typeof actsOn>
beforeEach(async () => {
  unit = await startTestUnit()
  const family = await unit.arrive({ babyName: 'Amber', bornOn: '2026-07-20' })
  await pass(unit, 5)
  act = actsOn(unit, family)
  episodeId = await act.raise({ findings: ['bruise-or-injury'], mobility: 'not-mobile' })
})
afterEach(() => unit.close())

it('a bruise is placed by keyboard or by pointer, and stands on the map with its words', async () => {
  const { user } = await signedIn(unit, 'nurse')
  const running = within(await screen.findByRole('region', { name: 'Running episodes' }))
  await user.click(running.getByRole('link'))
  const injury = within(await screen.findByRole('region', { name: 'Bruise or injury' }))
  expect(injury.getAllByText(/Strategy discussion/).length).toBeGreaterThan(0)
  await user.click(injury.getByRole('button', { name: 'Mark it on the body map' }))

  await user.click(await screen.findByRole('button', { name: 'Put it on the body map' }))
  expect(
    screen.getByRole('link', {
      name: 'Point at the place on the outline, or choose it in the list',
    }),
  ).toBeTruthy()

  fireEvent.click(screen.getByRole('img', { name: /^Back/ }), { clientX: 0, clientY: 0 })
  expect(screen.getByText(/^Marked: Left/)).toBeTruthy()
  await user.selectOptions(screen.getByLabelText('Where is it?'), 'Left cheek')
  expect(screen.getByText('Marked: Left cheek')).toBeTruthy()
  await user.selectOptions(screen.getByLabelText('What is it?'), 'Bruise')
  await user.type(screen.getByLabelText(/^Size at the widest/), '12')
  await user.type(screen.getByLabelText('Colours, in words'), 'blue')
  await user.type(screen.getByLabelText(/^What it looks like/), 'Round')
  await user.type(screen.getByLabelText(/^Who held the baby/), 'Mother')
  await expectAccessible()
  await user.click(screen.getByRole('button', { name: 'Put it on the body map' }))

  expect(await screen.findByText('Bruise, left cheek, 12 mm, blue')).toBeTruthy()
  expect(
    screen.getByRole('img', { name: 'Front. 1: Bruise, left cheek, 12 mm, blue' }),
  ).toBeTruthy()
  expect((await act.page(episodeId)).marks).toMatchObject([{ region: 'left-cheek', view: 'front' }])
  await expectAccessible()
})

it('a call is put right on its own screen, and what it said is still there', async () => {
  await act.observe(episodeId)
  await act.reached(episodeId, 'on-call-paediatrics')
  const { user } = await signedIn(unit, 'nurse')
  const running = within(await screen.findByRole('region', { name: 'Running episodes' }))
  await user.click(running.getByRole('link'))
  await user.click(await screen.findByRole('button', { name: /^Put this call right/ }))
  const name = await screen.findByLabelText(/^Who was spoken to/)
  await user.clear(name)
  await user.type(name, 'Dr B. Right')
  await user.type(screen.getByLabelText('Why is it put right?'), 'Wrong name')
  await expectAccessible()
  await user.click(screen.getByRole('button', { name: 'Put this call right' }))
  expect(await screen.findByText('Dr B. Right')).toBeTruthy()
  expect(screen.getByText(/What the calls said before they were changed: 1/)).toBeTruthy()
  expect(screen.getByText(/Dr A. Test/)).toBeTruthy()
})
