import { screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { testNhsNumber } from '#domain/shared/nhs-number.ts'
import { leaving } from '../../electron/features/leave/leaving.ts'
import { startTestUnit, type TestUnit } from '../../support/app.ts'
import { knownBy } from '../../support/known-by.ts'
import { expectAccessible } from '../screen.ts'
import { signedIn } from './open-window.tsx'

let unit: TestUnit
beforeEach(async () => {
  unit = await startTestUnit()
})
afterEach(() => unit.close())

async function hangUp() {
  const opened = await signedIn(unit, 'nurse')
  await screen.findByRole('heading', { name: 'Ward board' })
  await opened.user.click(screen.getByRole('button', { name: 'Show the unit on the wall' }))
  await screen.findByRole('heading', { name: 'The unit on the wall' })
  return opened
}

const bed = (name: string) =>
  within(screen.getByRole('heading', { name }).closest('li') as HTMLElement)

it('shows each bed without a name: a concern with its clock, what is overdue, what is free', async () => {
  const family = await unit.arrive({ bed: 1, motherName: 'Canary', babyName: 'Canary' })
  await unit.arrive({ bed: 0, motherName: 'Canary Two', babyName: 'Canary' })
  await unit.as('nurse').ok('unwellBaby.raise', {
    pairId: family.pairId,
    recognisedAt: unit.clock.now(),
    whose: 'carer',
    basis: { kind: 'told', by: 'Canary' },
  })
  await hangUp()
  expect(bed('Bed 2').getByText(/^Baby concern/)).toBeTruthy()
  expect(bed('Bed 1').getByText(/1 overdue/)).toBeTruthy()
  expect(bed('Bed 4').getByText('Free')).toBeTruthy()
  expect(document.body.textContent).not.toContain('Canary')
  expect(document.body.textContent).not.toMatch(/supervision|nurse\.|N\. /i)
  await expectAccessible()
})

it('is taken off by a lock: nobody goes from the wall to the records without signing in', async () => {
  const { user } = await hangUp()
  expect(screen.queryByRole('link')).toBeNull()
  await user.click(screen.getByRole('button', { name: 'Take off the wall' }))
  await screen.findByRole('heading', { name: 'Sign in' })
})

it('says at a bed that the baby is not back, and since when, with nobody’s name', async () => {
  const family = await unit.arrive({ bed: 1, motherName: 'Canary', babyName: 'Canary' })
  await leaving(unit, family).missing()
  await hangUp()
  expect(bed('Bed 2').getByText(/^Baby missing/)).toBeTruthy()
  expect(document.body.textContent).not.toContain('Canary')
  await expectAccessible()
})

/** Somebody who came although no bed was free. */
async function arriveWithoutBed(number: number) {
  const person = { bornAt: null, gestationDays: null, expectedOn: null, nhsNumberAbsent: null }
  const named = (kind: string, digits: number, bornOn: string) => ({
    ...person,
    kind,
    bornOn,
    givenName: `Canary ${digits}`,
    familyName: 'Example',
    nhsNumber: testNhsNumber(digits),
  })
  const made = await unit.as('nurse').ok<{
    stayId: string
    motherId: string
    pairs: [{ pairId: string; babyId: string }]
  }>('stays.arrive', {
    bedId: '',
    bedBecause: 'Every bed is taken',
    planned: true,
    basis: knownBy,
    withoutOfferBecause: 'She came with the crisis team before anybody could decide',
    arrivedAt: unit.clock.now(),
    mother: { person: named('mother', number, '1994-05-03') },
    babies: [{ baby: { person: named('baby', number + 1, '2026-09-14') }, startedAt: null }],
  })
  return { ...made, ...made.pairs[0], bedId: '' }
}

it('tells two of no bed apart who are missing since one minute, and twins who are unwell since one', async () => {
  const faults = vi.spyOn(console, 'error')
  for (const number of [70, 80]) {
    const family = await arriveWithoutBed(number)
    await leaving(unit, family).missing({ mother: true, babies: [] })
    await unit.as('nurse').ok('unwellBaby.raise', {
      pairId: family.pairId,
      recognisedAt: unit.clock.now(),
      whose: 'carer',
      basis: { kind: 'told', by: 'Canary' },
    })
  }
  await hangUp()
  expect(bed('No bed').getAllByText(/^Mother missing/)).toHaveLength(2)
  expect(bed('No bed').getAllByText(/^Baby concern/)).toHaveLength(2)
  expect(faults.mock.calls.filter(([said]) => /same key/.test(String(said)))).toEqual([])
  faults.mockRestore()
})
