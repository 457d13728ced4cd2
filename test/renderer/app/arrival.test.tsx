import { screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { testNhsNumber } from '#domain/shared/nhs-number.ts'
import { complete, offer, refer } from '../../electron/features/admission/referring.ts'
import { startTestUnit, type TestUnit } from '../../support/app.ts'
import { expectAccessible } from '../screen.ts'
import { choose, enterWhen, part } from './form-steps.ts'
import { signedIn } from './open-window.tsx'

let unit: TestUnit
beforeEach(async () => {
  unit = await startTestUnit()
})
afterEach(() => unit.close())

async function fillArrival(babyNumber: string) {
  const opened = await signedIn(unit, 'nurse')
  const { user } = opened
  await user.click(await screen.findByRole('link', { name: 'Admit to Bed 1' }))
  await screen.findByRole('button', { name: 'Record the arrival' })
  await user.type(
    screen.getByLabelText('Why does she come in without an offer?'),
    'At the door with the crisis team',
  )
  await enterWhen(user, 'When did the mother arrive on the unit?', '2026-11-23', '0830')
  await choose(user, 'Was the admission planned?', 'Unplanned')
  await choose(user, /record of the mother/, 'No, or not known')
  const mother = part('Mother')
  await user.type(mother.getByLabelText('Given name'), 'Siân')
  await user.type(mother.getByLabelText('Family name'), 'Ŵyn')
  await enterWhen(user, 'Date of birth', '1996-04-03', undefined, mother)
  await user.type(mother.getByLabelText('NHS number'), testNhsNumber(3))
  await choose(user, /record of the baby/, 'No, or not known')
  const baby = part('Baby 1')
  await user.type(baby.getByLabelText('Given name'), 'Amber')
  await user.type(baby.getByLabelText('Family name'), 'Ŵyn')
  await enterWhen(user, 'Date of birth', '2026-9-20', undefined, baby)
  await user.type(baby.getByLabelText(/^Weeks and days at birth/), '34+2')
  if (babyNumber) await user.type(baby.getByLabelText('NHS number'), babyNumber)
  else await user.selectOptions(baby.getByLabelText(/^If there is no number/), 'Not yet allocated')
  const known = part('How you know who they are')
  await user.click(known.getByLabelText('Told by someone'))
  await user.type(known.getByLabelText(/^Who said it/), 'The crisis team')
  await user.click(known.getByRole('button', { name: 'Today' }))
  await user.click(screen.getByRole('button', { name: 'Record the arrival' }))
  return opened
}

it('records mother, baby and bed, and leads to what is to be done next', async () => {
  await fillArrival('')
  expect(
    await screen.findByRole('link', { name: 'Make the first supervision assessment' }),
  ).toBeTruthy()
  expect(screen.getByText(/34\+2/)).toBeTruthy()
  expect(screen.getByText('Never assessed')).toBeTruthy()
  await expectAccessible()
})

it("refuses the mother's number for the baby, at the baby's field, and keeps the draft", async () => {
  await fillArrival(testNhsNumber(3))
  const summary = await screen.findByRole('alert')
  expect(summary.textContent).toContain("This is a mother's NHS number")
  const link = within(summary).getByRole('link')
  link.click()
  expect(document.activeElement).toBe(part('Baby 1').getByLabelText('NHS number'))
  expect(screen.getByDisplayValue('Siân')).toBeTruthy()
  await expectAccessible()
})

it('finds a mother of an earlier stay by her name', async () => {
  const { stayId } = await unit.arrive({ motherName: 'Hana', at: '2026-10-01T09:00:00.000Z' })
  await unit.as('nurse').ok('stays.end', {
    id: stayId,
    version: 1,
    endedAt: '2026-11-01T09:00:00.000Z',
    endReason: 'home',
    missingBecause: 'Arranged by telephone',
    reason: 'went home',
  })
  const { user } = await signedIn(unit, 'nurse')
  await user.click(await screen.findByRole('link', { name: 'Admit to Bed 1' }))
  await screen.findByRole('button', { name: 'Record the arrival' })
  await choose(user, /record of the mother/, 'Yes, find the record')
  await user.type(await screen.findByLabelText('Name or NHS number'), 'hana ex')
  await user.click(await screen.findByRole('radio', { name: 'Hana Example' }))
  await expectAccessible()
})

it('asks again for a bed that is taken meanwhile', async () => {
  const { user } = await signedIn(unit, 'nurse')
  await user.click(await screen.findByRole('link', { name: 'Admit to Bed 1' }))
  await screen.findByRole('button', { name: 'Record the arrival' })
  await unit.arrive({ bed: 0 })
  expect(await screen.findByRole('option', { name: 'Bed 1 (somebody is in it)' })).toBeTruthy()
})

it('says of a bed to whom it is promised', async () => {
  const referralId = await refer(unit)
  await complete(unit, referralId)
  await offer(unit, referralId, { bedId: unit.beds[2]?.id })
  const { user } = await signedIn(unit, 'nurse')
  await user.click(await screen.findByRole('link', { name: 'Admit to Bed 1' }))
  expect(
    await screen.findByRole('option', { name: /^Bed 3 \(promised to Invented Example/ }),
  ).toBeTruthy()
})
