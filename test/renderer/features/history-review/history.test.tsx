import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { someone } from '../../../electron/features/admission/referring.ts'
import { type Arrived, startTestUnit, type TestUnit, testPassword } from '../../../support/app.ts'
import {
  allSign,
  bytesOf,
  expectDocument,
  nameNurses,
  receiveDocument,
  sendFile,
  signDocument,
} from '../../../support/documents.ts'
import { knownBy } from '../../../support/known-by.ts'
import { pdfOf, rubbishPdf } from '../../../support/pdf-of.ts'
import { choose, enterWhen } from '../../app/form-steps.ts'
import { signedIn } from '../../app/open-window.tsx'
import { expectAccessible } from '../../screen.ts'

/** A PDF is opened in a thread of its own, which takes a while to start. */
const opening = { timeout: 10_000 }

let unit: TestUnit
let family: Arrived
beforeEach(async () => {
  unit = await startTestUnit()
  await unit.onShift('nurse')
  family = await unit.arrive({ motherName: 'Jo', babyName: 'Amber', at: unit.clock.now() })
})
afterEach(() => unit.close())

async function openStay(role = 'nurse') {
  const opened = await signedIn(unit, role)
  const card = await screen.findByRole('article', { name: 'Bed 1' })
  await opened.user.click(within(card).getByRole('link', { name: 'Bed 1' }))
  await screen.findByRole('heading', { name: /^Bed 1: Amber/ })
  return opened
}

async function openHistory(role = 'nurse') {
  const opened = await openStay(role)
  await opened.user.click(await screen.findByRole('link', { name: /^History in full/ }))
  await screen.findByRole('heading', { level: 1, name: 'History' })
  return opened
}

/** A social-work report received now and to be read by the nurse first of all. */
async function unreadReport(title = 'Core assessment') {
  await nameNurses(unit, family.stayId)
  const id = await expectDocument(unit.as('nurse'), family.stayId, { title })
  await receiveDocument(unit.as('nurse'), id, unit.clock.now())
  return id
}

const row = async (name: string) =>
  (await screen.findByRole('link', { name })).closest('tr') as HTMLElement

describe('the register', () => {
  it('holds what is expected from the arrival on, and takes in what a second baby adds at one press', async () => {
    await unit.as('nurse').ok('stays.babyArrives', {
      basis: knownBy,
      stayId: family.stayId,
      baby: { person: someone('baby', '2026-11-23', 'Twin') },
      startedAt: unit.clock.now(),
    })
    const { user } = await openHistory()
    const psychiatric = await row('Psychiatric history and discharge summaries')
    expect(psychiatric.textContent).toContain('Nobody is known who holds it')
    expect(psychiatric.textContent).toContain('Expected, not asked for yet')
    await expectAccessible()
    await user.click(screen.getByRole('button', { name: 'Put them on the register' }))
    await waitFor(() =>
      expect(screen.queryByRole('button', { name: 'Put them on the register' })).toBeNull(),
    )
    await expectAccessible()
  })

  it('lets the ward manager name who reads in the part of an author, and shows it', async () => {
    const nurse = unit.as('nurse')
    const id = await expectDocument(nurse, family.stayId, { title: 'Our own assessment' })
    await receiveDocument(nurse, id, unit.clock.now(), { author: 'Consultant person' })
    const { user } = await openHistory('ward-manager')
    const [link] = await screen.findAllByRole('link', { name: 'Our own assessment' })
    if (link) await user.click(link)
    await user.click(await screen.findByRole('button', { name: 'Name who stands in' }))
    await user.selectOptions(
      await screen.findByLabelText('Who stands in?'),
      unit.as('safeguarding-lead').staffId,
    )
    await user.type(screen.getByLabelText('Why somebody stands in'), 'The only consultant wrote it')
    await expectAccessible()
    await user.click(screen.getByRole('button', { name: 'Name the stand-in' }))
    expect(await screen.findByText('Stand-in')).toBeTruthy()
    expect(screen.getByText('The only consultant wrote it')).toBeTruthy()
    await expectAccessible()
  })

  it('takes a document by hand, asked for, asked again, and received', async () => {
    const { user } = await openHistory()
    await user.click(screen.getByRole('link', { name: 'Add a document' }))
    await user.selectOptions(
      await screen.findByLabelText('Kind of document'),
      'Social-work chronology and reports',
    )
    expect(screen.getByText(/^Risk-critical: supervision is not lowered/)).toBeTruthy()
    await user.type(screen.getByLabelText(/^Title, as it will/), 'Chronology of the council')
    await user.type(screen.getByLabelText(/^Who holds it/), 'Westmarch Council')
    await choose(user, 'About whom?', 'Amber Example')
    await expectAccessible()
    await user.click(screen.getByRole('button', { name: 'Put it on the register' }))
    await user.click(await screen.findByRole('link', { name: 'Chronology of the council' }))

    await user.click(await screen.findByRole('link', { name: 'Asked for' }))
    await user.type(await screen.findByLabelText(/^Who was asked/), 'Duty desk')
    await enterWhen(user, 'When was it asked for?', '2026-11-23', '09:00')
    await user.click(screen.getByRole('button', { name: 'Record that it was asked for' }))
    expect(await screen.findByText(/^Ask again in/)).toBeTruthy()

    await user.click(screen.getByRole('link', { name: 'Received' }))
    expect(await screen.findByDisplayValue('Chronology of the council')).toBeTruthy()
    await user.type(screen.getByLabelText(/^Written by/), 'J. Reed, social worker')
    await enterWhen(user, 'When was it received?', '2026-11-23', '09:00')
    await expectAccessible()
    await user.click(screen.getByRole('button', { name: 'Record what was received' }))
    const summary = await screen.findByRole('alert')
    expect(within(summary).getByRole('link').textContent).toBe(
      'Attach the file, or describe what it says',
    )
    await user.type(screen.getByLabelText(/^What it says, in short/), 'Two older children')
    await user.click(screen.getByRole('button', { name: 'Record what was received' }))
    expect(await screen.findByText('Two older children')).toBeTruthy()
    expect(screen.getAllByText('Received, not read by all').length).toBeGreaterThan(0)
    await expectAccessible()
  })

  it('says at the file why it is not taken, and keeps the rest of the form', async () => {
    await expectDocument(unit.as('nurse'), family.stayId, { title: 'The order' })
    const { user, choosing } = await openHistory()
    await user.click(await screen.findByRole('link', { name: 'The order' }))
    await user.click(await screen.findByRole('link', { name: 'Received' }))
    await user.type(await screen.findByLabelText(/^Written by/), 'The court')
    choosing.push({ name: 'order.pdf', bytes: bytesOf('PK\u0003\u0004') })
    await user.click(screen.getByRole('button', { name: 'Choose a file' }))
    expect(await screen.findByText(/This is not a PDF, a picture/)).toBeTruthy()
    choosing.push({ name: 'order.txt', bytes: bytesOf('It is ordered that ...') })
    await user.click(screen.getByRole('button', { name: 'Choose a file' }))
    expect(await screen.findByText('order.txt')).toBeTruthy()
    await enterWhen(user, 'When was it received?', '2026-11-23', '09:00')
    await user.click(screen.getByRole('button', { name: 'Record what was received' }))
    expect(await screen.findByText('It is ordered that ...')).toBeTruthy()
    await expectAccessible()
  })
})

describe('reading', () => {
  it('begins with what I must read, and ends with a signature in my part', async () => {
    await unreadReport()
    const { user } = await openStay('consultant')
    const mine = await screen.findByRole('region', { name: 'You have to read' })
    expect(mine.textContent).toContain('Risk-critical')
    expect(mine.textContent).toContain('as consultant')
    await expectAccessible()
    await user.click(within(mine).getByRole('link', { name: 'Core assessment' }))
    expect(await screen.findByText('Two older children live with their grandmother')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Sign that I have read it' }))
    const summary = await screen.findByRole('alert')
    expect(within(summary).getAllByRole('link')).toHaveLength(2)
    await user.type(screen.getByLabelText(/^What it means/), 'Never alone at feeds')
    await user.type(screen.getByLabelText(/^Your password/), testPassword)
    await user.click(screen.getByRole('button', { name: 'Sign that I have read it' }))
    await waitFor(() =>
      expect(screen.queryByRole('button', { name: 'Sign that I have read it' })).toBeNull(),
    )
    expect(screen.getByText('Never alone at feeds')).toBeTruthy()
    const must = within(screen.getByRole('table', { name: 'Who has to read it' }))
    expect(must.getByText('Consultant').closest('tr')?.textContent).toContain('Read')
    expect(screen.getByText(/^Opened by/)).toBeTruthy()
    await expectAccessible()
  })

  it('is asked for again when the document changes, and says why', async () => {
    const id = await unreadReport()
    await allSign(unit, id)
    unit.clock.pass(1)
    await receiveDocument(unit.as('nurse'), id, unit.clock.now(), { title: 'Addendum of November' })
    const { user } = await openStay()
    const mine = await screen.findByRole('region', { name: 'You have to read' })
    expect(mine.textContent).toContain('Changed since it was read')
    await user.click(within(mine).getByRole('link', { name: 'Core assessment' }))
    expect(
      (await screen.findAllByText('Another was received: Addendum of November')).length,
    ).toBeGreaterThan(0)
    await choose(user, 'As which reader do you sign?', 'Primary nurse')
    await expectAccessible()
  })

  it('shows who on this shift has read it and who has not', async () => {
    const id = await unreadReport()
    await unit.onShift('nursery-nurse')
    await signDocument(unit.as('nursery-nurse'), id, null)
    const { user } = await openHistory()
    expect(await screen.findByText(/: 1 document$/, { selector: 'li' })).toBeTruthy()
    await user.click(
      (await screen.findAllByRole('link', { name: 'Core assessment' }))[0] as Element,
    )
    const list = within(
      await screen.findByRole('region', { name: 'Who on this shift has read it' }),
    )
    expect(list.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual(
      expect.arrayContaining(['nurse person Not read', 'nursery-nurse person Read']),
    )
  })

  it('shows a court paper as one that is neither filed nor quoted', async () => {
    await expectDocument(unit.as('nurse'), family.stayId, { classId: 'DOC-18', title: 'Statement' })
    const { user } = await openHistory()
    expect((await row('Statement')).textContent).toContain('Court paper: register alone')
    await user.click(screen.getByRole('link', { name: 'Statement' }))
    await user.click(await screen.findByRole('link', { name: 'Received' }))
    expect(await screen.findByText(/neither filed nor quoted/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Choose a file' })).toBeNull()
  })
})

it('warns where the same file is on record, and takes it once somebody has checked', async () => {
  const nurse = unit.as('nurse')
  const { sha256 } = await sendFile(nurse, pdfOf(300))
  const first = await expectDocument(nurse, family.stayId, { title: 'For Amber' })
  await receiveDocument(nurse, first, unit.clock.now(), { attachmentHash: sha256 })
  await expectDocument(nurse, family.stayId, { title: 'For the twin' })
  const { user, choosing } = await openHistory()
  await user.click(await screen.findByRole('link', { name: 'For the twin' }))
  await user.click(await screen.findByRole('link', { name: 'Received' }))
  await user.type(await screen.findByLabelText(/^Written by/), 'J. Reed')
  await enterWhen(user, 'When was it received?', '2026-11-23', '09:00')
  choosing.push({ name: 'report.pdf', bytes: pdfOf(300) })
  await user.click(screen.getByRole('button', { name: 'Choose a file' }))
  await screen.findByText('report.pdf', {}, opening)
  await user.click(screen.getByRole('button', { name: 'Record what was received' }))
  expect(
    (await screen.findAllByText(/This same file is on the register already/)).length,
  ).toBeGreaterThan(0)
  await user.click(await screen.findByRole('checkbox', { name: /the same file belongs here too/ }))
  await user.click(screen.getByRole('button', { name: 'Record what was received' }))
  await screen.findByRole('heading', { level: 1, name: 'For the twin' })
})

it('says at the file why a PDF that cannot be opened is not taken, and keeps what was typed', async () => {
  await expectDocument(unit.as('nurse'), family.stayId, { title: 'Discharge summary' })
  const { user, choosing } = await openHistory()
  await user.click(await screen.findByRole('link', { name: 'Discharge summary' }))
  await user.click(await screen.findByRole('link', { name: 'Received' }))
  await user.type(await screen.findByLabelText(/^Written by/), 'J. Reed')
  choosing.push({ name: 'report.pdf', bytes: rubbishPdf })
  await user.click(screen.getByRole('button', { name: 'Choose a file' }))
  await screen.findByText(
    /cannot be opened as a PDF. Save it again as PDF, or scan it anew/,
    {},
    opening,
  )
  expect(screen.getByLabelText<HTMLInputElement>(/^Written by/).value).toBe('J. Reed')
})

it('counts what is unread on the card of the board', async () => {
  await unreadReport()
  await signedIn(unit, 'nurse')
  const card = await screen.findByRole('article', { name: 'Bed 1' })
  expect(within(card).getByText('unread 1')).toBeTruthy()
  await expectAccessible()
})

it('names who reads in a part, and says so where it cannot be', async () => {
  const { user } = await openHistory('ward-manager')
  await user.click(await screen.findByRole('link', { name: 'Name a reader' }))
  await screen.findByRole('group', { name: 'In which part?' })
  await choose(user, 'In which part?', 'Primary nurse')
  await user.selectOptions(screen.getByLabelText('Who fills it?'), 'nursery-nurse person')
  await user.click(screen.getByRole('button', { name: 'Name the reader' }))
  const summary = await screen.findByRole('alert')
  expect(within(summary).getByRole('link').textContent).toBe('Primary nurse: choose a nurse')
  await user.selectOptions(screen.getByLabelText('Who fills it?'), 'nurse person')
  await user.click(screen.getByRole('button', { name: 'Name the reader' }))
  const readers = within(await screen.findByRole('region', { name: 'Who must read' }))
  expect(await readers.findByText('nurse person')).toBeTruthy()
  await expectAccessible()
})
