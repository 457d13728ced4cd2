import { screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type Arrived, startTestUnit, type TestUnit } from '../../support/app.ts'
import { knownBy } from '../../support/known-by.ts'
import { expectAccessible } from '../screen.ts'
import { choose, enterWhen } from './form-steps.ts'
import { signedIn } from './open-window.tsx'

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

async function familyPage(role = 'nurse') {
  const opened = await stayPage(role)
  await opened.user.click(
    await screen.findByRole('link', { name: /questions about the people round them/ }),
  )
  await screen.findByRole('heading', { level: 1, name: 'People round Jo Example' })
  return opened
}

const told = (by: string) => ({ kind: 'told', by, on: '2026-11-22' })

async function named(givenName: string, tie: object) {
  const nurse = unit.as('nurse')
  const { id } = await nurse.ok('people.add', {
    basis: knownBy,
    kind: 'other',
    givenName,
    familyName: 'Rowe',
    nhsNumber: null,
    nhsNumberAbsent: null,
    bornOn: null,
    bornAt: null,
    gestationDays: null,
    expectedOn: null,
  })
  await nurse.ok('people.addTie', {
    personId: id,
    toPersonId: family.babyId,
    relation: 'father',
    parentalResponsibility: 'not-known',
    safeToContact: 'yes',
    livesWith: 'no',
    basis: told('Jo, the mother'),
    ...tie,
  })
  return id
}

it('keeps a question open when it was asked in vain, and closes it with an answer and its basis', async () => {
  const { user } = await familyPage()
  await expectAccessible()
  await user.click(
    await screen.findByRole('link', { name: 'Record an answer to: Who lives with her?' }),
  )
  await screen.findByRole('button', { name: 'Record it' })
  await enterWhen(user, 'When was it asked?', '2026-11-23', '0800')
  await user.type(screen.getByLabelText('What was said'), 'Not today')
  await user.click(screen.getByRole('radio', { name: 'Asked and not established' }))
  await user.type(screen.getByLabelText('Who was asked'), 'Jo, the mother')
  await enterWhen(user, 'Date it was asked', '2026-11-23')
  await user.click(screen.getByRole('button', { name: 'Record it' }))
  expect((await screen.findByRole('alert')).textContent).toContain('Enter when it is asked next')
  await user.click(screen.getByRole('button', { name: 'In 7 days' }))
  await expectAccessible()
  await user.click(screen.getByRole('button', { name: 'Record it' }))
  expect(await screen.findByText('Not today')).toBeTruthy()

  await user.click(screen.getByRole('link', { name: 'Record an answer to: Who lives with her?' }))
  await screen.findByRole('button', { name: 'Record it' })
  await enterWhen(user, 'When was it asked?', '2026-11-23', '0830')
  await user.type(screen.getByLabelText('What was said'), 'She lives alone')
  await user.click(screen.getByRole('radio', { name: 'Told by someone' }))
  await user.type(screen.getByLabelText('Who said it, and how they know'), 'Her sister')
  await enterWhen(user, 'Date it was said', '2026-11-23')
  expect(screen.queryByRole('group', { name: 'When is it asked next?' })).toBeNull()
  await user.click(screen.getByRole('button', { name: 'Record it' }))
  expect(await screen.findByRole('heading', { name: 'Answered' })).toBeTruthy()
  expect(screen.getByText('She lives alone')).toBeTruthy()
  expect(screen.queryByRole('link', { name: /Who lives with her/ })).toBeNull()

  await user.click(screen.getByRole('button', { name: 'Mark this answer as entered in error' }))
  await user.type(await screen.findByLabelText('What was wrong'), 'said of another mother')
  await user.click(screen.getByRole('button', { name: 'Mark this answer as entered in error' }))
  expect(
    await screen.findByRole('link', { name: 'Record an answer to: Who lives with her?' }),
  ).toBeTruthy()
})

it('shows two sources that differ side by side, and settles which holds with a reason', async () => {
  await named('Sam', {})
  await named('Ali', {
    basis: { kind: 'document', document: 'Birth certificate', on: '2026-11-22' },
  })
  const { user } = await familyPage()
  expect(await screen.findByText('They differ on who the father is')).toBeTruthy()
  expect(screen.getByText('Sam Rowe: Said to be the father')).toBeTruthy()
  await user.click(screen.getByRole('link', { name: 'Settle which holds on who the father is' }))
  await user.click(await screen.findByRole('button', { name: 'Settle it' }))
  expect((await screen.findByRole('alert')).textContent).toContain('Choose which statement holds')
  await choose(user, 'Which statement holds?', /Ali Rowe/)
  await user.type(screen.getByLabelText('Why'), 'The certificate names him')
  await expectAccessible()
  await user.click(screen.getByRole('button', { name: 'Settle it' }))
  expect(await screen.findByText('Settled: they differ on who the father is')).toBeTruthy()
  expect(screen.getByText('Does not hold:')).toBeTruthy()
})

it('records the planning meeting of a looked-after baby, and says what is missing of it', async () => {
  await unit.as('nurse').ok('people.addLegalStatus', {
    personId: family.babyId,
    code: 'LEG-07',
    startsAt: '2026-11-18T12:00:00.000Z',
    endsAt: '2027-01-18T12:00:00.000Z',
    authority: 'Northshire',
    basis: { kind: 'document', document: 'Order', on: '2026-11-18' },
  })
  const { user } = await stayPage()
  expect(await screen.findByText('The planning meeting is to be held')).toBeTruthy()
  await user.click(screen.getByRole('link', { name: 'Record a planning meeting' }))
  await screen.findByRole('button', { name: 'Record the meeting' })
  await choose(user, 'What kind of meeting?', 'Planning meeting of the agencies')
  await enterWhen(user, 'Held (once it was)', '2026-11-22', '1000')
  await choose(user, 'Who chairs it?', 'This unit')
  await choose(user, 'The independent reviewing officer', 'Took part')
  await choose(user, 'How is this meeting known?', 'Told by someone')
  await user.type(screen.getByLabelText('Who said it, and how they know'), 'The team manager')
  await enterWhen(user, 'Date it was said', '2026-11-22')
  await expectAccessible()
  await user.click(screen.getByRole('button', { name: 'Record the meeting' }))
  expect(
    await screen.findByText('The planning meeting was not chaired by social care'),
  ).toBeTruthy()

  await user.click(screen.getByRole('link', { name: 'Change the meeting' }))
  await screen.findByRole('button', { name: 'Save the change' })
  await choose(user, 'Who chairs it?', 'Children’s social care')
  await user.type(screen.getByLabelText('Name of the chair (if known)'), 'P. Okoro')
  await user.type(screen.getByLabelText('Why it is changed'), 'The wrong chair was entered')
  await user.click(screen.getByRole('button', { name: 'Save the change' }))
  expect(
    await screen.findByText(
      'Held within the limit, chaired by social care, reviewing officer told',
    ),
  ).toBeTruthy()
})

it('tells which legal status was in force at a past time, and who may consent', async () => {
  await unit.as('nurse').ok('people.addLegalStatus', {
    personId: family.babyId,
    code: 'LEG-04',
    startsAt: '2026-11-21T12:00:00.000Z',
    endsAt: null,
    basis: { kind: 'document', document: 'Minutes', on: '2026-11-21' },
  })
  const { user } = await stayPage()
  await user.click(await screen.findByRole('link', { name: 'All statuses, and any past time' }))
  await screen.findByRole('button', { name: 'Show the status at that time' })
  expect(await screen.findByText(/Child protection plan: Any holder/)).toBeTruthy()
  await enterWhen(user, 'When?', '2026-11-20', '1200')
  await user.click(screen.getByRole('button', { name: 'Show the status at that time' }))
  expect(await screen.findByText(/no status is recorded for this time/)).toBeTruthy()
  await expectAccessible()
})

it('corrects a Mental Health Act status, and marks one as entered in error', async () => {
  await unit.as('nurse').ok('people.addMentalHealthAct', {
    personId: family.motherId,
    code: '02',
    startsAt: '2026-11-20T12:00:00.000Z',
    endsAt: '2026-12-18T12:00:00.000Z',
    basis: { kind: 'document', document: 'Section papers', on: '2026-11-20' },
  })
  const { user } = await stayPage()
  const link = /Change or end section 2, mental health act/
  await user.click(await screen.findByRole('link', { name: link }))
  await screen.findByRole('button', { name: 'Save the change' })
  await user.selectOptions(screen.getByLabelText('Status'), 'Section 3, Mental Health Act')
  await user.type(screen.getByLabelText('Why it is changed'), 'The papers say section 3')
  await user.click(screen.getByRole('button', { name: 'Save the change' }))
  const changed = /Change or end section 3, mental health act/
  await user.click(await screen.findByRole('link', { name: changed }))
  await user.click(
    await screen.findByRole('button', { name: 'Mark this status as entered in error' }),
  )
  await user.type(await screen.findByLabelText('What was wrong'), 'papers of another woman')
  await user.click(screen.getByRole('button', { name: 'Mark this status as entered in error' }))
  await screen.findByRole('heading', { level: 1, name: /Amber Example/ })
  expect(screen.queryByRole('link', { name: changed })).toBeNull()
})

it('corrects when mother and baby were first together, and records that the baby leaves alone', async () => {
  const { user } = await stayPage()
  await user.click(
    await screen.findByRole('link', { name: 'Correct when they were first together' }),
  )
  const time = await screen.findByLabelText('Time')
  await user.clear(time)
  await user.type(time, '0930')
  await user.type(screen.getByLabelText('Why it is corrected'), 'The baby came later')
  await user.click(screen.getByRole('button', { name: 'Save the correction' }))
  expect(await screen.findByText('20 Nov 2026, 09:30')).toBeTruthy()

  await user.click(screen.getByRole('link', { name: 'The baby leaves without the mother' }))
  await screen.findByRole('button', { name: 'Record that the baby left' })
  await enterWhen(user, 'When did the baby leave the unit?', '2026-11-23', '0800')
  await user.type(
    screen.getByLabelText('Where to, and who decided it'),
    'Foster carer, by Northshire under the order',
  )
  await expectAccessible()
  await user.click(screen.getByRole('button', { name: 'Record that the baby left' }))
  expect(await screen.findByRole('heading', { level: 1, name: /Bed 1: Jo Example/ })).toBeTruthy()
})

it('lists what is to be found out for everybody, and lets those only read who may not write', async () => {
  const { user } = await signedIn(unit, 'nursery-nurse')
  await user.click(await screen.findByRole('link', { name: 'People' }))
  await user.click(await screen.findByRole('link', { name: 'To find out about families' }))
  expect(await screen.findByText('Who is the father?')).toBeTruthy()
  await expectAccessible()
  const [first] = screen.getAllByRole('link', { name: 'Jo Example' })
  if (first) await user.click(first)
  await screen.findByRole('heading', { level: 1, name: 'People round Jo Example' })
  expect(screen.queryByRole('link', { name: /^Record/ })).toBeNull()
  expect(screen.queryByRole('link', { name: 'Add a person' })).toBeNull()
})
