import { screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type Arrived, startTestUnit, type TestUnit, testPassword } from '../../support/app.ts'
import { expectAccessible } from '../screen.ts'
import { choose, enterWhen } from './form-steps.ts'
import { signedIn } from './open-window.tsx'

interface StayOf {
  stay: { id: string; version: number; planned: boolean }
}

let unit: TestUnit
let family: Arrived
beforeEach(async () => {
  unit = await startTestUnit()
  family = await unit.arrive({
    motherName: 'Jo',
    babyName: 'Amber',
    at: '2026-11-20T09:00:00.000Z',
  })
})
afterEach(() => unit.close())

async function stayPage(role = 'nurse') {
  const opened = await signedIn(unit, role)
  const card = within(await screen.findByRole('article', { name: 'Bed 1' }))
  await opened.user.click(card.getByRole('link', { name: 'Bed 1' }))
  await screen.findByRole('heading', { level: 1, name: /Amber Example/ })
  return opened
}

type User = Awaited<ReturnType<typeof stayPage>>['user']

async function documentSeen(user: User, title: string, on: string) {
  await user.click(screen.getByRole('radio', { name: 'Document seen' }))
  await user.type(screen.getByLabelText('Title or reference of the document'), title)
  await enterWhen(user, 'Date the document was seen', on)
}

it('records a legal status with its document, and warns before it runs out', async () => {
  const { user } = await stayPage()
  await user.click(await screen.findByRole('link', { name: 'Record a legal status' }))
  await user.selectOptions(await screen.findByLabelText('Status'), 'Interim care order')
  await enterWhen(user, 'In force since', '2026-11-20', '1200')
  await documentSeen(user, 'Order of 20 November', '2026-11-20')
  await user.click(screen.getByRole('button', { name: 'Record the legal status' }))
  expect((await screen.findByRole('alert')).textContent).toContain('runs out')
  await enterWhen(user, 'Runs out', '2026-11-28', '1200')
  await expectAccessible()
  await user.click(screen.getByRole('button', { name: 'Record the legal status' }))
  expect(await screen.findByText('Interim care order runs out in 5 days')).toBeTruthy()
  expect(screen.getByText(/Order of 20 November/)).toBeTruthy()
})

it('marks a plan as entered in error by two people, with what was wrong', async () => {
  await unit.as('nurse').ok('people.addLegalStatus', {
    personId: family.babyId,
    code: 'LEG-04',
    startsAt: '2026-11-20T12:00:00.000Z',
    endsAt: null,
    basis: { kind: 'document', document: 'Minutes', on: '2026-11-20' },
  })
  const { user } = await stayPage()
  await user.click(await screen.findByRole('link', { name: 'Change or end child protection plan' }))
  await user.click(
    await screen.findByRole('button', { name: 'Mark this status as entered in error' }),
  )
  await user.type(await screen.findByLabelText('What was wrong'), 'minutes of another child')
  await user.type(screen.getByLabelText(/^Your password/), testPassword)
  await user.type(screen.getByLabelText(/^Sign-in name of the second/), 'ward-manager')
  await user.type(screen.getByLabelText('Password of the second person'), testPassword)
  await user.click(screen.getByRole('button', { name: 'Mark this status as entered in error' }))
  expect(await screen.findByText('Legal status is not recorded yet.')).toBeTruthy()
})

it("records the mother's status under the Mental Health Act with what it means for leave", async () => {
  const { user } = await stayPage()
  await user.click(await screen.findByRole('link', { name: /^Record a Mental Health Act/ }))
  await user.selectOptions(
    await screen.findByLabelText('Status'),
    'Section 5(2), Mental Health Act',
  )
  expect(screen.getByText(/Leave under section 17, Mental Health Act is not possible/)).toBeTruthy()
  await enterWhen(user, 'Since', '2026-11-22', '1400')
  await documentSeen(user, 'Form H1', '2026-11-22')
  await user.click(screen.getByRole('button', { name: 'Record the status' }))
  expect((await screen.findByRole('alert')).textContent).toContain('Enter when it runs out')
})

it('adds a father only with his basis, asks whether contact is safe, and takes a correction', async () => {
  const { user } = await stayPage()
  await user.click(await screen.findByRole('link', { name: 'Add a person' }))
  await screen.findByRole('button', { name: 'Add the person' })
  await choose(user, /record of this person/, 'No, or not known')
  await user.type(screen.getByLabelText('Given name'), 'Sam')
  await user.type(screen.getByLabelText('Family name'), 'Rowe')
  await choose(user, 'To whom?', 'Amber Example')
  await user.selectOptions(screen.getByLabelText('Relation'), 'Father')
  await user.click(screen.getByRole('button', { name: 'Add the person' }))
  const summary = await screen.findByRole('alert')
  expect(summary.textContent).toContain('Say how this is known')
  expect(summary.textContent).toContain('Say whether contact is safe')
  await choose(user, 'Parental responsibility', 'Parental responsibility not known')
  await choose(user, 'Household', 'Lives elsewhere')
  await user.click(screen.getByRole('radio', { name: 'Told by someone' }))
  await user.type(screen.getByLabelText('Who said it, and how they know'), 'Jo, the mother')
  await enterWhen(user, 'Date it was said', '2026-11-21')
  await choose(user, 'Is it safe to contact them?', 'Only through somebody else')
  await user.type(screen.getByLabelText('Through whom'), 'the social worker')
  await expectAccessible()
  await user.click(screen.getByRole('button', { name: 'Add the person' }))
  expect(await screen.findByText('Only through somebody else')).toBeTruthy()
  expect(screen.getByText(/Told by someone: Jo, the mother/)).toBeTruthy()

  await user.click(screen.getByRole('link', { name: 'Change the tie of Sam Rowe' }))
  await forbidContact(user)
  expect(await screen.findByText('Do not contact')).toBeTruthy()
})

async function forbidContact(user: User) {
  await screen.findByRole('button', { name: 'Save the change' })
  await choose(user, 'Is it safe to contact them?', 'Do not contact')
  await user.type(screen.getByLabelText('Why it is changed'), 'an injunction')
  await user.click(screen.getByRole('button', { name: 'Save the change' }))
}

it('corrects a name with a reason', async () => {
  const { user } = await stayPage()
  await user.click(await screen.findByRole('link', { name: 'Correct the details of the baby' }))
  const name = await screen.findByLabelText('Given name')
  await user.clear(name)
  await user.type(name, 'Ambre')
  await user.type(screen.getByLabelText('Why it is corrected'), 'spelling on the birth certificate')
  await user.click(screen.getByRole('button', { name: 'Save the correction' }))
  expect(await screen.findByRole('heading', { level: 1, name: /Ambre Example/ })).toBeTruthy()
})

it('shows who looked and who changed to those who may see it, and to nobody else', async () => {
  const { user } = await stayPage('ward-manager')
  await user.click(await screen.findByRole('button', { name: 'Show for Amber Example' }))
  const table = within(await screen.findByRole('table', { name: 'Who looked, and who changed' }))
  expect(table.getAllByText(/nurse person/).length).toBeGreaterThan(0)
  await expectAccessible()
})

it('does not offer the audit to a nurse', async () => {
  await stayPage('nurse')
  expect(screen.queryByRole('button', { name: /^Show for/ })).toBeNull()
})

it('ends the stay, and the bed is empty', async () => {
  const { user } = await stayPage()
  await user.click(await screen.findByRole('link', { name: 'End the stay' }))
  await enterWhen(user, 'When did she leave the unit?', '2026-11-23', '0800')
  await user.selectOptions(screen.getByLabelText('Where to'), 'Home with the baby')
  await user.type(screen.getByLabelText('What was arranged'), 'health visitor tomorrow')
  await screen.findByText('No discharge plan is on record')
  await user.click(screen.getByRole('button', { name: 'End the stay' }))
  expect((await screen.findAllByText(/Put it right, or enter why they leave/)).length).toBe(2)
  await user.type(
    screen.getByLabelText('If something is missing: why they leave all the same'),
    'Her mother is dying',
  )
  await user.click(screen.getByRole('button', { name: 'End the stay' }))
  const card = within(await screen.findByRole('article', { name: 'Bed 1' }))
  expect(card.getByText('Empty')).toBeTruthy()
})

it('opens an account for one shift, by the nurse in charge', async () => {
  await unit.onShift('nurse', true)
  const { user } = await signedIn(unit, 'nurse')
  await user.click(await screen.findByRole('link', { name: 'People' }))
  await user.click(await screen.findByRole('button', { name: 'Account for one shift' }))
  await user.type(await screen.findByLabelText('Name'), 'Ottoline Agency')
  await choose(user, 'Profession', 'Registered nurse')
  await choose(user, 'Employed as', 'Agency')
  await user.type(screen.getByLabelText(/^Registration number/), '34B5678C')
  await enterWhen(user, 'The shift ends', '2026-11-23', '2000')
  await user.type(screen.getByLabelText('Sign-in name'), 'ottoline')
  await user.type(screen.getByLabelText('New password'), 'seven green lanterns')
  await user.type(screen.getByLabelText('The same password again'), 'seven green lanterns')
  await user.type(screen.getByLabelText(/^Your password/), testPassword)
  await expectAccessible()
  await user.click(screen.getByRole('button', { name: 'Open the account for this shift' }))
  expect(await screen.findByText('Ottoline Agency')).toBeTruthy()
})

it('keeps a correction that is being typed when somebody else corrects the same stay, and lets a person decide', async () => {
  const { user } = await stayPage()
  await user.click(await screen.findByRole('link', { name: 'Correct the arrival' }))
  await user.type(await screen.findByLabelText('Why it is corrected'), 'The ward diary says so')
  const { stay } = await unit.as('ward-manager').ok<StayOf>('stays.get', { stayId: family.stayId })
  await unit.as('ward-manager').ok('stays.correct', {
    id: stay.id,
    version: stay.version,
    arrivedAt: '2026-11-20T08:30:00.000Z',
    planned: !stay.planned,
    reason: 'By the ambulance sheet',
  })
  await screen.findByText('Somebody else has changed this record since you began')
  expect(screen.getByLabelText('Why it is corrected')).toHaveProperty(
    'value',
    'The ward diary says so',
  )
  await screen.findByText(`Was the admission planned?: now ${stay.planned ? 'No' : 'Yes'}`)
  await user.click(screen.getByRole('button', { name: 'Save the correction' }))
  expect(
    (await screen.findAllByText(/Somebody else has changed this record since you opened it/))
      .length,
  ).toBe(1)
  await user.click(screen.getByRole('button', { name: 'Go on with what I typed' }))
  await user.click(screen.getByRole('button', { name: 'Save the correction' }))
  await screen.findByRole('heading', { level: 1, name: /Amber Example/ })
  const after = await unit.as('ward-manager').ok<StayOf>('stays.get', { stayId: family.stayId })
  expect(after.stay.version).toBe(stay.version + 2)
})
