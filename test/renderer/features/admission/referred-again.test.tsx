import { screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { pageOf, pass, refer, someone } from '../../../electron/features/admission/referring.ts'
import { startTestUnit, type TestUnit } from '../../../support/app.ts'
import { choose, enterWhen, part } from '../../app/form-steps.ts'
import { signedIn } from '../../app/open-window.tsx'
import { expectAccessible } from '../../screen.ts'

let unit: TestUnit
beforeEach(async () => {
  unit = await startTestUnit()
})
afterEach(() => unit.close())

/** A family that was referred and is not any more. */
async function family() {
  const mother = { ...someone('mother', '1995-04-12', 'Siân'), familyName: 'Llewellyn' }
  const baby = { ...someone('baby', '2026-09-14', 'Eira'), familyName: 'Llewellyn' }
  const id = await refer(unit, { mother: { person: mother }, babies: [{ baby: { person: baby } }] })
  const { children } = await pageOf(unit, id)
  await pass(unit, 1)
  await unit.as('ward-manager').ok('admission.decide', {
    outcome: 'withdrawn',
    referralId: id,
    decidedAt: unit.clock.now(),
    withdrawnBy: 'The referrer',
    note: 'Settled at home',
    seenDecision: null,
  })
  return { mother, baby, babyId: children[0]?.baby?.id }
}

async function openScript() {
  const opened = await signedIn(unit, 'nurse')
  await opened.user.click(await screen.findByRole('link', { name: 'Referrals' }))
  await opened.user.click(await screen.findByRole('link', { name: 'Take a referral' }))
  await screen.findByRole('region', { name: 'Mother' })
  return opened
}
type User = Awaited<ReturnType<typeof openScript>>['user']

async function typeMother(user: User) {
  await choose(user, /been on record here before/, 'No, or not known')
  const mother = part('Mother')
  await user.type(mother.getByLabelText('Given name'), 'Sian')
  await user.type(mother.getByLabelText('Family name'), 'Llewellyn')
  return mother
}

async function typeRest(user: User) {
  const ringing = part('Who is ringing')
  await user.type(ringing.getByLabelText('Name'), 'A. Referrer')
  await user.type(ringing.getByLabelText('Number to call back'), '01632 960 001')
  await user.type(ringing.getByLabelText('Role'), 'Crisis nurse')
  await user.type(ringing.getByLabelText('Team and organisation'), 'Invented Trust')
  await screen.findByRole('option', { name: 'Crisis or home treatment team' })
  await user.selectOptions(ringing.getByLabelText('Type of referrer'), 'crisis-team')
  await choose(user, 'Is the admission planned?', 'Unplanned')
  await user.type(screen.getByLabelText(/^Why now/), 'Postpartum psychosis again')
  await user.selectOptions(screen.getByLabelText(/^Her status/), '01')
  await choose(user, /social care involved/, 'Not known')
}

it('takes mother and baby from the record where she is found, and makes no second baby', async () => {
  const { babyId } = await family()
  const { user } = await openScript()
  const mother = await typeMother(user)
  await user.click(await mother.findByRole('button', { name: /^Take this record: Siân/ }))
  expect(document.activeElement).toBe(mother.getByRole('radio', { name: 'Yes, find the record' }))
  const which = within(await screen.findByRole('group', { name: 'Which baby is it?' }))
  expect(which.getByText(/born 14 Sep 2026, NHS number 999/)).toBeTruthy()
  expect(which.getByText(/no stay here/)).toBeTruthy()
  expect(which.getByRole('radio', { name: 'Another baby, born' })).toBeTruthy()
  expect(which.getByRole('radio', { name: 'Not yet born' })).toBeTruthy()
  await user.click(which.getByRole('radio', { name: /^Baby on record: Eira Llewellyn/ }))
  expect(part('Baby').queryByLabelText('Given name')).toBeNull()
  await expectAccessible()
  await typeRest(user)
  await user.click(screen.getByRole('button', { name: 'Take the referral' }))
  await screen.findByRole('heading', { name: 'Referral: Siân Llewellyn' })
  const babies = unit.db.rows<{ id: string }>(
    "select distinct record_id as id from person where kind = 'baby'",
  )
  expect(babies).toEqual([{ id: babyId }])
})

it('says at once that a referral of hers is open, and leads to it', async () => {
  await refer(unit, {
    mother: { person: { ...someone('mother', '1995-04-12', 'Siân'), familyName: 'Llewellyn' } },
  })
  const { user } = await openScript()
  const mother = await typeMother(user)
  await user.click(await mother.findByRole('button', { name: /^Take this record: Siân/ }))
  expect(await mother.findByText('She has a referral that is still open')).toBeTruthy()
  await expectAccessible()
  await user.click(mother.getByRole('link', { name: 'Go on with that one' }))
  await screen.findByRole('heading', { name: 'Referral: Siân Llewellyn' })
})

it('asks before a baby of that name and day is recorded anew, at the field', async () => {
  const { baby } = await family()
  const { user } = await openScript()
  const mother = await typeMother(user)
  await user.click(await mother.findByRole('button', { name: /^Take this record: Siân/ }))
  await screen.findByRole('group', { name: 'Which baby is it?' })
  await choose(user, 'Which baby is it?', 'Another baby, born')
  const part1 = part('Baby')
  await user.type(part1.getByLabelText('Given name'), baby.givenName)
  await user.type(part1.getByLabelText('Family name'), baby.familyName)
  await enterWhen(user, 'Date of birth', baby.bornOn, undefined, part1)
  await user.selectOptions(part1.getByLabelText(/no number, why/), 'not-yet-allocated')
  expect(await part1.findByText('This baby may be on record already')).toBeTruthy()
  expect(part1.getByText(/baby of Siân Llewellyn/)).toBeTruthy()
  await typeRest(user)
  await user.click(screen.getByRole('button', { name: 'Take the referral' }))
  const summary = within(await screen.findByRole('alert'))
  expect(summary.getByRole('link', { name: /^A baby of hers of this name/ })).toBeTruthy()
  await expectAccessible()
  await user.click(part1.getByRole('checkbox', { name: /this is another child/ }))
  await user.click(screen.getByRole('button', { name: 'Take the referral' }))
  await screen.findByRole('heading', { name: 'Referral: Siân Llewellyn' })
})

it('puts what is wrong with a twin at the twin', async () => {
  const { user } = await openScript()
  const mother = await typeMother(user)
  await enterWhen(user, 'Date of birth', '1995-04-12', undefined, mother)
  await user.selectOptions(mother.getByLabelText(/no number, why/), 'not-known')
  await choose(user, 'Is the baby born?', 'Not yet born', part('Baby'))
  await user.click(screen.getByRole('button', { name: 'Add another baby' }))
  for (const title of ['Baby 2', 'Baby 3']) {
    if (title === 'Baby 3')
      await user.click(screen.getByRole('button', { name: 'Add another baby' }))
    const twin = part(title)
    await choose(user, 'Is the baby born?', 'Born', twin)
    await user.type(twin.getByLabelText('Given name'), 'Baby')
    await user.clear(twin.getByLabelText('Family name'))
    await user.type(twin.getByLabelText('Family name'), 'Llewellyn')
    await enterWhen(user, 'Date of birth', '2026-11-20', undefined, twin)
    await user.selectOptions(twin.getByLabelText(/no number, why/), 'not-yet-allocated')
  }
  await typeRest(user)
  await user.click(screen.getByRole('button', { name: 'Take the referral' }))
  const summary = within(await screen.findByRole('alert'))
  expect(summary.getAllByRole('link')).toHaveLength(1)
  expect(part('Baby 3').getByText(/call them Baby 1 and Baby 2/)).toBeTruthy()
  await user.clear(part('Baby 3').getByLabelText('Given name'))
  await user.type(part('Baby 3').getByLabelText('Given name'), 'Baby 2')
  await user.click(screen.getByRole('button', { name: 'Take the referral' }))
  await screen.findByRole('heading', { name: 'Referral: Sian Llewellyn' })
})

it('sends nobody who was chosen and is out of sight after another search', async () => {
  await family()
  await unit.arrive({ motherName: 'Hana' })
  const { user } = await openScript()
  await choose(user, /been on record here before/, 'Yes, find the record')
  const mother = part('Mother')
  const search = mother.getByLabelText('Name or NHS number')
  await user.type(search, 'hana')
  await mother.findByRole('radio', { name: /^Hana/ })
  await user.clear(search)
  await user.type(search, 'llewellyn')
  await user.click(await mother.findByRole('radio', { name: /^Siân/ }))
  await user.clear(search)
  await user.type(search, 'hana')
  await mother.findByRole('radio', { name: /^Hana/ })
  await user.click(screen.getByRole('button', { name: 'Take the referral' }))
  const summary = within(await screen.findByRole('alert'))
  expect(summary.getByRole('link', { name: /^Choose the person/ })).toBeTruthy()
})

it('records the birth of a baby of hers, from the record or anew, and offers nobody else’s', async () => {
  const { baby } = await family()
  const mother = { ...someone('mother', '1990-01-02', 'Mona'), familyName: 'Quill' }
  await refer(unit, {
    mother: { person: mother },
    babies: [],
    unborn: [{ expectedOn: '2026-12-01' }],
  })
  const { user } = await signedIn(unit, 'nurse')
  await user.click(await screen.findByRole('link', { name: 'Referrals' }))
  await user.click(await screen.findByRole('link', { name: 'Mona Quill' }))
  await user.click(await screen.findByRole('link', { name: 'Record the birth' }))
  await screen.findByRole('heading', { name: /^Birth/ })
  const born = part('Baby')
  expect(born.queryByRole('radio')).toBeNull()
  expect(screen.queryByText(new RegExp(baby.familyName))).toBeNull()
  await user.type(born.getByLabelText('Given name'), 'Ada')
  await user.type(born.getByLabelText('Family name'), 'Quill')
  await enterWhen(user, 'Date of birth', '2026-11-23', undefined, born)
  await user.click(screen.getByRole('button', { name: 'Record the birth' }))
  const summary = within(await screen.findByRole('alert'))
  expect(summary.getByRole('link', { name: /NHS number/ })).toBeTruthy()
  await user.selectOptions(born.getByLabelText(/no number, why/), 'not-yet-allocated')
  const known = part('How you know who they are')
  await choose(user, /^How is who they are/, 'Observed by staff', known)
  await user.type(known.getByLabelText('Observed by'), 'S. Okafor, nurse')
  await enterWhen(user, /^Date/, '2026-11-23', undefined, known)
  await expectAccessible()
  await user.click(screen.getByRole('button', { name: 'Record the birth' }))
  await screen.findByRole('heading', { name: 'Referral: Mona Quill' })
  const told = within(await screen.findByRole('region', { name: 'What was told' }))
  expect(await told.findByText(/Ada/)).toBeTruthy()
})
