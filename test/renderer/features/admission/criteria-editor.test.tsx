import { screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { pageOf, refer } from '../../../electron/features/admission/referring.ts'
import { startTestUnit, type TestUnit } from '../../../support/app.ts'
import { choose, part } from '../../app/form-steps.ts'
import { signedIn } from '../../app/open-window.tsx'
import { expectAccessible } from '../../screen.ts'

let unit: TestUnit
beforeEach(async () => {
  unit = await startTestUnit()
})
afterEach(() => unit.close())

async function draftOfCriteria() {
  const manager = unit.as('ward-manager')
  const { id: basedOn } = await manager.ok('ruleSets.current', { kind: 'admission-criteria' })
  return manager.ok<{ id: string }>('ruleSets.startDraft', {
    basedOn,
    changes: 'A clause on where they go when they leave',
  })
}

async function openClauses() {
  const { id } = await draftOfCriteria()
  const opened = await signedIn(unit, 'ward-manager')
  const { user } = opened
  await user.click(await screen.findByRole('link', { name: 'Administration' }))
  await user.click(await screen.findByRole('link', { name: /^Rules/ }))
  const waiting = within(await screen.findByRole('region', { name: 'Not in force yet' }))
  await user.click(waiting.getByRole('link', { name: 'Admission criteria' }))
  await user.click(await screen.findByRole('link', { name: 'Change the clauses' }))
  await screen.findByRole('heading', { name: /^Clauses of the draft/ })
  return { ...opened, id }
}

const draftNow = async (id: string) =>
  JSON.parse(
    (await unit.as('ward-manager').ok<{ content: string }>('ruleSets.get', { id })).content,
  )

it('adds a clause to a draft, which holds nobody until a second person approves it', async () => {
  const { user, id } = await openClauses()
  await expectAccessible()
  await user.click(screen.getByRole('link', { name: 'Add a clause' }))
  await choose(user, 'What kind of clause is it?', 'Must not be so, and nobody may override it')
  const form = part('A new clause')
  await user.type(form.getByLabelText('Title'), 'No home to go to')
  await user.type(form.getByLabelText(/^The question/), 'Is there no address for the discharge?')
  await user.type(form.getByLabelText('What to look for'), 'Discharge plan')
  await choose(user, /^May it be answered/, 'Never')
  await user.type(form.getByLabelText(/^Where it comes from/), 'Unit meeting, item 4')
  await user.type(form.getByLabelText('Why it changes'), 'Two stays without a plan')
  expect(form.queryByLabelText(/^Is it one of a group/)).toBeNull()
  await expectAccessible()
  await user.click(screen.getByRole('button', { name: 'Add the clause to the draft' }))
  const stops = within(
    await screen.findByRole('region', { name: 'Must not be so, and nobody may override it' }),
  )
  expect(stops.getByText('No home to go to')).toBeTruthy()
  expect(stops.getByRole('link', { name: 'Change ADM-X-11' })).toBeTruthy()
  const old = await pageOf(unit, await refer(unit))
  expect(old.clauses.map(({ id: clause }) => clause)).not.toContain('ADM-X-11')
  await unit.as('consultant').ok('ruleSets.approve', {
    id,
    version: 2,
    reason: 'Agreed at the unit meeting',
    effectiveFrom: null,
    reviewDue: '2027-11-01',
    agreedWith: null,
  })
  const fresh = await pageOf(unit, await refer(unit))
  expect(fresh.holds.map(({ ruleId }) => ruleId)).toContain('ADM-X-11')
})

it('says a clause in other words, and takes one out with the reasons that name it', async () => {
  const { user, id } = await openClauses()
  await user.click(screen.getByRole('link', { name: 'Change ADM-X-04' }))
  const form = part('Change ADM-X-04')
  const title = await form.findByLabelText('Title')
  await user.clear(title)
  await user.click(screen.getByRole('button', { name: 'Change the clause in the draft' }))
  expect((await screen.findByRole('alert')).textContent).toContain('Enter the title')
  await user.type(title, 'Violence in the last year')
  await user.type(form.getByLabelText('Why it changes'), 'A time was missing')
  await user.click(screen.getByRole('button', { name: 'Change the clause in the draft' }))
  expect(await screen.findByText('Violence in the last year')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Take ADM-X-01 out' }))
  await user.type(await screen.findByLabelText('What was wrong'), 'Asked elsewhere')
  await user.click(screen.getByRole('button', { name: 'Take ADM-X-01 out' }))
  await expect.poll(() => screen.queryByText('ADM-X-01')).toBeNull()
  const { clauses, declineReasons } = await draftNow(id)
  expect(clauses.map((one: { id: string }) => one.id)).not.toContain('ADM-X-01')
  expect(JSON.stringify(declineReasons)).not.toContain('ADM-X-01')
})

it('says of a draft without clauses that decide whom the unit takes that nobody can approve it', async () => {
  const { id } = await draftOfCriteria()
  const { clauses, ...rest } = await draftNow(id)
  await unit.as('ward-manager').ok('ruleSets.changeDraft', {
    id,
    version: 1,
    reason: 'Clauses are to be written anew',
    title: 'Admission criteria',
    source: 'Unit meeting',
    reviewDue: null,
    changes: 'Without clauses',
    content: {
      ...rest,
      groups: [],
      clauses: clauses.filter((one: { kind: string }) => one.kind === 'process'),
      declineReasons: rest.declineReasons.map((one: object) => ({ ...one, clauses: [] })),
    },
  })
  const { user } = await signedIn(unit, 'consultant')
  await user.click(await screen.findByRole('link', { name: 'Administration' }))
  await user.click(await screen.findByRole('link', { name: /^Rules/ }))
  const waiting = within(await screen.findByRole('region', { name: 'Not in force yet' }))
  await user.click(waiting.getByRole('link', { name: 'Admission criteria' }))
  await screen.findByText(/^These criteria say neither who is admitted nor who is not/)
  expect(screen.queryByRole('button', { name: 'Approve' })).toBeNull()
  await user.click(await screen.findByRole('link', { name: 'Change the clauses' }))
  expect(await screen.findByText('Not ready to be approved')).toBeTruthy()
  await expectAccessible()
})
