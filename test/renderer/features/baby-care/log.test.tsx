import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { CareLog } from '../../../../electron/features/baby-care/log.ts'
import { pass } from '../../../electron/features/unwell-baby/acting.ts'
import { type Arrived, startTestUnit, type TestUnit } from '../../../support/app.ts'
import { signedIn } from '../../app/open-window.tsx'
import { expectAccessible } from '../../screen.ts'

let unit: TestUnit
let family: Arrived
beforeEach(async () => {
  unit = await startTestUnit()
  family = await unit.arrive({
    bed: 0,
    babyName: 'Amber',
    bornOn: '2026-07-20',
    gestationDays: 245,
  })
  await pass(unit, 5, 'nursery-nurse')
})
afterEach(() => unit.close())

const log = () => unit.as('nurse').ok<CareLog>('babyCare.log', { pairId: family.pairId })

async function open() {
  const opened = await signedIn(unit, 'nursery-nurse')
  const card = within(await screen.findByRole('article', { name: 'Bed 1' }))
  await opened.user.click(card.getByRole('link', { name: 'Bed 1' }))
  await opened.user.click(await screen.findByRole('link', { name: /^Care log/ }))
  await screen.findByRole('heading', { level: 1, name: /Baby-care log/ })
  return opened
}

it('two taps write a feed down as of now, apart for what the mother reports', async () => {
  const { user } = await open()
  await user.click(screen.getByRole('button', { name: 'Feed' }))
  await user.click(screen.getByRole('button', { name: 'Formula 90 ml' }))
  expect(await screen.findByText('Feed written down: Formula 90 ml')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Reported by the mother' }))
  await user.click(screen.getByRole('button', { name: 'Nappy' }))
  await user.click(screen.getByRole('button', { name: 'Wet' }))
  expect(await screen.findByText(/1: wet 1.*1 of 1 reported by the mother/)).toBeTruthy()
  expect((await log()).entries.map(({ kind, source }) => [kind, source])).toEqual([
    ['nappy', 'mother'],
    ['feed', 'staff'],
  ])
  await expectAccessible()
})

it('a fever is asked for nothing else and leads to Baby concern in one click', async () => {
  const { user } = await open()
  await user.click(screen.getByRole('button', { name: 'Temperature' }))
  await user.click(await screen.findByRole('button', { name: 'Write down: temperature' }))
  expect(await screen.findByRole('link', { name: 'Enter it in °C' })).toBeTruthy()
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('alert')))
  await user.type(screen.getByRole('textbox', { name: /^Temperature/ }), '38,4')
  await expectAccessible()
  await user.click(screen.getByRole('button', { name: 'Write down: temperature' }))
  const worry = (await screen.findByText(/38 °C or more is a fever/)).closest('p')
  await user.click(within(worry as HTMLElement).getByRole('link', { name: 'Baby concern' }))
  expect(await screen.findByRole('button', { name: 'I am worried: raise it now' })).toBeTruthy()
})

it('an absurd weight is asked again and kept once it is confirmed', async () => {
  await unit.as('nurse').ok('babyCare.add', {
    pairId: family.pairId,
    kind: 'weight',
    way: 'weighed',
    amount: 5200,
    source: 'staff',
    happenedAt: '2026-11-20T09:00:00.000Z',
  })
  const { user } = await open()
  expect(screen.getByRole('img', { name: 'Weight over time: 20 Nov 2026 5,200 g' })).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Weight' }))
  await user.type(await screen.findByRole('textbox', { name: /^Weight/ }), '2500')
  expect(await screen.findByText(/The last weight was 5200 g/)).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Write down: weight' }))
  expect(screen.getByRole('link', { name: 'Check it again, or confirm it' })).toBeTruthy()
  await user.click(screen.getByRole('checkbox', { name: 'It is right: 2500 g' }))
  await user.click(screen.getByRole('button', { name: 'Write down: weight' }))
  expect(await screen.findByText(/52 % less than 5,200 g/)).toBeTruthy()
})

it('an entry is put right with a reason, and what it said stays on the page', async () => {
  const { user } = await open()
  await user.click(screen.getByRole('button', { name: 'Feed' }))
  await user.click(screen.getByRole('button', { name: 'Formula 90 ml' }))
  await user.click(await screen.findByRole('button', { name: /^Put right: Feed at/ }))
  const amount = await screen.findByLabelText('Amount taken')
  await user.clear(amount)
  await user.type(amount, '60')
  await user.type(screen.getByLabelText('Why is it put right?'), 'Left over')
  await expectAccessible()
  await user.click(screen.getByRole('button', { name: 'Save the correction' }))
  expect(await screen.findByText('Bottle, formula, 60 ml')).toBeTruthy()
  expect(screen.getByText(/Bottle, formula, 90 ml/)).toBeTruthy()
})

it('twelve hours without a wet nappy offer Baby concern; a wet one that is written down ends it', async () => {
  await unit.as('nurse').ok('babyCare.add', {
    pairId: family.pairId,
    kind: 'feed',
    way: 'bottle-formula',
    amount: 90,
    source: 'staff',
    happenedAt: unit.clock.now(),
  })
  unit.clock.pass(13 * 60)
  const { user } = await open()
  const words = await screen.findByText(/No wet nappy written down for 12 hours/)
  const banner = words.closest('p')?.parentElement as HTMLElement
  expect(within(banner).getByRole('link', { name: 'Baby concern' })).toBeTruthy()
  await expectAccessible()
  await user.click(screen.getByRole('button', { name: 'Nappy' }))
  await user.click(screen.getByRole('button', { name: 'Wet' }))
  await screen.findByText(/1: wet 1/)
  expect(screen.queryByText(/No wet nappy written down for/)).toBeNull()
})
