import { screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { places } from '#domain/supervision/codes.ts'
import type { PreparedView } from '../../../electron/features/supervision/prepare-service.ts'
import {
  complete,
  offer,
  pageOf,
  refer,
  someone,
} from '../../electron/features/admission/referring.ts'
import { startTestUnit, type TestUnit, testPassword } from '../../support/app.ts'
import { noFactors } from '../../support/supervision.ts'
import { expectAccessible } from '../screen.ts'
import { signedIn } from './open-window.tsx'

let unit: TestUnit
let referralId: string
beforeEach(async () => {
  unit = await startTestUnit()
  referralId = await refer(unit, {
    mother: { person: someone('mother', '1996-02-03', 'Ngozi') },
    babies: [{ baby: { person: someone('baby', '2026-09-14', 'Amber') } }],
  })
  await complete(unit, referralId)
  await offer(unit, referralId)
})
afterEach(() => unit.close())

type Opened = Awaited<ReturnType<typeof signedIn>>

async function openReferral({ user }: Opened) {
  await user.click(await screen.findByRole('link', { name: /^Referrals/ }))
  await user.click(await screen.findByRole('link', { name: /Ngozi/ }))
  await screen.findByRole('heading', { name: /^Referral: Ngozi/ })
}

async function fillIn({ user }: Opened, level: string) {
  await user.click(
    await screen.findByRole('link', { name: /supervision from arrival|Decide again from/ }),
  )
  for (const select of await screen.findAllByLabelText(/^Level: /))
    await user.selectOptions(select, level)
  const decided = within(screen.getByRole('group', { name: 'When was it decided?' }))
  await user.click(decided.getByRole('button', { name: 'Now' }))
  await user.type(screen.getByLabelText(/^Review within how many hours/), '24')
  for (const no of screen.getAllByRole('radio', { name: 'No' })) await user.click(no)
  await user.type(screen.getByLabelText('Reason for these levels'), 'Acutely unwell.')
  await user.type(screen.getByLabelText(/^What was seen/), 'Told by the ward that refers.')
}

async function sign({ user }: Opened) {
  await user.clear(screen.getByLabelText(/^Your password/))
  await user.type(screen.getByLabelText(/^Your password/), testPassword)
  await user.click(screen.getByRole('button', { name: 'Sign the assessment' }))
}

it('is decided on the referral, shown on the form of the arrival, and in force from then', async () => {
  const opened = await signedIn(unit, 'nurse')
  const { user } = opened
  await openReferral(opened)
  expect(
    await screen.findByText(/supervision is constant from arrival, and counts as not set/),
  ).toBeTruthy()
  await fillIn(opened, 'SUP-2')
  await sign(opened)
  await screen.findByRole('heading', { name: /^Referral: Ngozi/ })
  expect(await screen.findByText(/signed by/)).toBeTruthy()
  await user.click(screen.getByRole('link', { name: 'Record the arrival' }))
  expect(await screen.findByText(/: in force from the minute of arrival$/)).toBeTruthy()
  await expectAccessible()
  const arrived = within(screen.getByRole('group', { name: /When did the mother arrive/ }))
  await user.click(arrived.getByRole('button', { name: 'Now' }))
  await user.selectOptions(screen.getByLabelText('Bed'), unit.beds[0]?.id ?? '')
  await user.selectOptions(screen.getByLabelText(/^Where did she come from/), 'home')
  await user.click(screen.getByRole('checkbox', { name: /Amber/ }))
  await user.click(screen.getByRole('button', { name: 'Record the arrival' }))
  await user.click(await screen.findByRole('link', { name: /^Supervision in full/ }))
  expect(await screen.findByText(/Decided before arrival, /)).toBeTruthy()
  const grid = within(await screen.findByRole('table', { name: 'Supervision by place' }))
  expect((await grid.findAllByText('Close')).length).toBe(8)
})

it('says on the form of the arrival that nothing is decided', async () => {
  const opened = await signedIn(unit, 'nurse')
  await openReferral(opened)
  await opened.user.click(screen.getByRole('link', { name: 'Record the arrival' }))
  expect(await screen.findByText(/is not decided: constant from arrival$/)).toBeTruthy()
})

it('shows what somebody else has signed meanwhile, keeps what was typed, and takes it when signed again', async () => {
  const opened = await signedIn(unit, 'nurse')
  await openReferral(opened)
  await fillIn(opened, 'SUP-3')
  await unit.as('consultant').ok('supervision.prepare', {
    childId: (await pageOf(unit, referralId)).children[0]?.id,
    seenVersion: 0,
    decidedAt: unit.clock.now(),
    reviewWithinHours: 24,
    cells: places.map((place) => ({ place, activity: 'all', level: 'SUP-1' })),
    rationale: 'Seen at home today.',
    evidence: 'Home visit.',
    factors: noFactors,
  })
  expect(await screen.findByText('Signed already: what you sign here takes its place')).toBeTruthy()
  await sign(opened)
  const summary = await screen.findByText(/Somebody else has signed another assessment meanwhile/)
  expect(summary).toBeTruthy()
  expect((screen.getByLabelText('Reason for these levels') as HTMLTextAreaElement).value).toBe(
    'Acutely unwell.',
  )
  expect(screen.getByText('Seen at home today.')).toBeTruthy()
  await sign(opened)
  await screen.findByRole('heading', { name: /^Referral: Ngozi/ })
  const { children } = await unit
    .as('nurse')
    .ok<PreparedView>('supervision.prepared', { referralId })
  expect(children[0]?.prepared).toMatchObject({ version: 2, rationale: 'Acutely unwell.' })
})
