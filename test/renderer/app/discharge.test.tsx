import { screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type Arrived, startTestUnit, type TestUnit } from '../../support/app.ts'
import { knownBy } from '../../support/known-by.ts'
import { expectAccessible } from '../screen.ts'
import { signedIn } from './open-window.tsx'

let unit: TestUnit
let family: Arrived
beforeEach(async () => {
  unit = await startTestUnit()
  family = await unit.arrive({ motherName: 'Jo', babyName: 'Amber' })
  await unit.as('nurse').ok('discharge.plan', {
    stayId: family.stayId,
    version: null,
    plannedFor: '2026-12-30T09:00:00.000Z',
    whereTo: 'home',
    destination: 'Her mother’s house',
    agreement: 'agreed',
    agreedWith: 'Jo Reed, social worker',
    agreedAt: unit.clock.now(),
    agreedWhat: 'Daily visits',
    followUp: 'Thursday',
    medication: 'Sertraline',
    feeding: 'Formula',
    weight: '5.2 kg',
    parenting: 'Alone by day',
    documents: 'None',
  })
})
afterEach(() => unit.close())

it('shows the plan and who is told, and changes it from what it was', async () => {
  const { user } = await signedIn(unit, 'nurse')
  const card = within(await screen.findByRole('article', { name: 'Bed 1' }))
  await user.click(card.getByRole('link', { name: 'Bed 1' }))
  await user.click(await screen.findByRole('link', { name: 'Discharge plan' }))
  await screen.findByRole('table', { name: 'Who is told of the discharge' })
  await expectAccessible()
  await user.click(screen.getByRole('link', { name: 'Change the plan' }))
  const weight = await screen.findByLabelText('Weight, and how it has gone')
  await user.clear(weight)
  await user.type(weight, '5.4 kg')
  await user.click(screen.getByRole('button', { name: 'Save the plan' }))
  expect(await screen.findByText('5.4 kg')).toBeTruthy()
  expect(screen.getByText(/30 Dec 2026, 09:00/)).toBeTruthy()
})

it('offers nobody who must not be told, and says at the field how to mend it', async () => {
  const nurse = unit.as('nurse')
  const { id: personId } = await nurse.ok('people.add', {
    basis: knownBy,
    kind: 'other',
    givenName: 'Karl',
    familyName: 'Kowalski',
    nhsNumber: null,
    nhsNumberAbsent: null,
    bornOn: null,
    bornAt: null,
    gestationDays: null,
    expectedOn: null,
  })
  await nurse.ok('people.addTie', {
    personId,
    toPersonId: family.babyId,
    relation: 'father',
    parentalResponsibility: 'not-known',
    safeToContact: 'do-not-contact',
    livesWith: 'not-known',
    basis: knownBy,
  })
  const { user } = await signedIn(unit, 'nurse')
  const card = within(await screen.findByRole('article', { name: 'Bed 1' }))
  await user.click(card.getByRole('link', { name: 'Bed 1' }))
  await user.click(await screen.findByRole('link', { name: 'Discharge plan' }))
  await user.click(await screen.findByRole('link', { name: 'Send the summary' }))
  const list = await screen.findByLabelText('To whom it is sent')
  expect(within(list).queryByText(/Kowalski/)).toBeNull()
  expect(screen.getByText(/must not be contacted\. Ask the social worker/)).toBeTruthy()
  await expectAccessible()
  await user.selectOptions(list, 'A professional who is not on this list')
  await user.type(await screen.findByLabelText('Who: name and role'), 'Mr Kowalski')
  await user.click(screen.getByRole('button', { name: 'Keep the summary that is sent' }))
  expect(await screen.findAllByText(/Karl Kowalski: They must not be contacted/)).not.toHaveLength(
    0,
  )
})
