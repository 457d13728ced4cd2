import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { refer } from '../../../electron/features/admission/referring.ts'
import { type Arrived, startTestUnit, type TestUnit, testPassword } from '../../../support/app.ts'
import { choose, enterWhen } from '../../app/form-steps.ts'
import { signedIn } from '../../app/open-window.tsx'
import { expectAccessible } from '../../screen.ts'

let unit: TestUnit
let family: Arrived
beforeEach(async () => {
  unit = await startTestUnit()
  family = await unit.arrive({ motherName: 'Jo', babyName: 'Amber' })
})
afterEach(() => unit.close())

async function open(page: RegExp | string, role = 'consultant') {
  const opened = await signedIn(unit, role)
  const card = await screen.findByRole('article', { name: 'Bed 1' })
  await opened.user.click(within(card).getByRole('link', { name: 'Bed 1' }))
  await opened.user.click(await screen.findByRole('link', { name: /^History in full/ }))
  await opened.user.click(await screen.findByRole('link', { name: page }))
  return opened
}

describe('the page of history', () => {
  it('takes an event, flags two dates of one birth, and is filtered by how it is known', async () => {
    const { user } = await open('One page of history')
    await user.click(await screen.findByRole('link', { name: 'Add an event' }))
    await user.type(await screen.findByLabelText(/^When it happened/), 'last spring')
    await choose(user, 'About whom?', 'Amber Example')
    await user.selectOptions(screen.getByLabelText('What kind of event'), 'Birth of a child')
    await user.type(screen.getByLabelText(/^What happened, as/), 'Born at home')
    await choose(user, 'How is this known?', 'Told by someone')
    await user.type(screen.getByLabelText(/^Who said it/), 'Her mother')
    await enterWhen(user, 'Date it was said', '2026-11-23')
    const save = () =>
      user.click(screen.getByRole('button', { name: 'Put it into the chronology' }))
    await save()
    expect((await screen.findAllByText(/^Enter a day, a month or a year/)).length).toBeGreaterThan(
      0,
    )
    await expectAccessible()
    await user.clear(screen.getByLabelText(/^When it happened/))
    await user.type(screen.getByLabelText(/^When it happened/), '12/9/2026')
    await save()
    expect(await screen.findByText('One thing is told in two ways')).toBeTruthy()
    const rows = () => screen.getAllByRole('row').length
    const all = rows()
    await user.selectOptions(screen.getByLabelText('How it is known'), 'Told by someone')
    expect(rows()).toBeLessThan(all)
    const [, left] = screen.getByText(/^\d+ of \d+ lines$/).textContent.match(/^(\d+) of/) ?? []
    expect(Number(left)).toBe(rows() - 1)
    expect(screen.getByText(/Born at home/)).toBeTruthy()
    await expectAccessible()
  })
})

describe('the page of history of a referral', () => {
  it('is reached from the referral, takes an event, and leads back', async () => {
    await refer(unit)
    const { user } = await signedIn(unit, 'nurse')
    await user.click(await screen.findByRole('link', { name: 'Referrals' }))
    await user.click(await screen.findByRole('link', { name: /^Invented Example/ }))
    await user.click(await screen.findByRole('link', { name: 'One page of history' }))
    expect(await screen.findByText('2 lines')).toBeTruthy()
    await expectAccessible()
    await user.click(screen.getByRole('link', { name: 'Add an event' }))
    await user.type(await screen.findByLabelText(/^When it happened/), '3/2025')
    await choose(user, 'About whom?', 'The family')
    await user.selectOptions(screen.getByLabelText('What kind of event'), 'Where she lived')
    await user.type(screen.getByLabelText(/^What happened, as/), 'Moved to Westmarch')
    await choose(user, 'How is this known?', 'Told by someone')
    await user.type(screen.getByLabelText(/^Who said it/), 'Her mother')
    await enterWhen(user, 'Date it was said', '2026-11-23')
    await user.click(screen.getByRole('button', { name: 'Put it into the chronology' }))
    expect(await screen.findByText('Moved to Westmarch')).toBeTruthy()
    await user.click(screen.getByRole('link', { name: 'Correct' }))
    expect(await screen.findByRole('button', { name: 'Save the correction' })).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Go back' }))
    await user.click(await screen.findByRole('link', { name: 'Back to the referral' }))
    expect(await screen.findByRole('link', { name: 'People and ties' })).toBeTruthy()
  })
})

describe('the use of health services', () => {
  it('is empty at first, shows reported beside observed, and is analysed by a named professional', async () => {
    const { user } = await open('Use of health services')
    expect(await screen.findByText(/^No contact is recorded yet/)).toBeTruthy()
    await expectAccessible()
    await unit.as('nurse').ok('chronology.addContact', {
      stayId: family.stayId,
      personId: family.babyId,
      happened: '2/10/2026',
      service: 'emergency-department',
      provider: 'Westmarch Infirmary',
      place: 'Westmarch',
      reported: 'Stopped breathing for a minute',
      reportedBy: 'Mother',
      seen: 'no',
      observed: null,
      outcome: null,
      basis: { kind: 'document', document: 'Letter', on: '2026-11-23' },
      receivedId: null,
    })
    await user.click(screen.getByRole('link', { name: 'Register of documents' }))
    await user.click(await screen.findByRole('link', { name: 'Use of health services' }))
    const row = (await screen.findByText('Stopped breathing for a minute')).closest('tr')
    expect(row?.textContent).toContain('Not seen by anybody there')
    expect(screen.getByRole('img', { name: /^1 contact with 1 provider/ })).toBeTruthy()
    await expectAccessible()

    await user.click(screen.getByRole('link', { name: 'Analyse it' }))
    const sign = await screen.findByRole('button', { name: 'Sign the analysis' })
    for (const no of screen.getAllByRole('radio', { name: 'No' })) await user.click(no)
    await user.click(screen.getByRole('checkbox', { name: 'General practice' }))
    await user.type(screen.getByLabelText(/^What you make of it/), 'One contact, nobody saw it')
    await user.type(screen.getByLabelText('What it means for the baby'), 'Nothing so far')
    await user.click(screen.getByRole('radio', { name: /^No further step now/ }))
    await user.type(screen.getByLabelText(/^Your password/), testPassword)
    await user.click(sign)
    await waitFor(() => expect(screen.getByText('One contact, nobody saw it')).toBeTruthy())
    expect(screen.getByText('None seen')).toBeTruthy()
    await expectAccessible()
  })

  it('offers no analysis to those who may not sign it', async () => {
    await open('Use of health services', 'nurse')
    expect(
      await screen.findByText(/by one of: consultant, ward manager, safeguarding lead/),
    ).toBeTruthy()
    expect(screen.queryByRole('link', { name: 'Analyse it' })).toBeNull()
  })
})
