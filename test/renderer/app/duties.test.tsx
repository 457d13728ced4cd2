import { screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Arrived, startTestUnit, type TestUnit } from '../../support/app.ts'
import { happens, legalStatus } from '../../support/duties.ts'
import { expectAccessible } from '../screen.ts'
import { signedIn } from './open-window.tsx'

let unit: TestUnit
let family: Arrived
beforeEach(async () => {
  unit = await startTestUnit('2026-11-23T14:02:00.000Z')
  family = await unit.arrive({ babyName: 'Amber' })
  await legalStatus(unit, family.babyId, 'LEG-07', '2026-11-01T00:00:00.000Z')
  await unit.as('nurse').ok('people.addContact', {
    personId: family.babyId,
    agency: 'social-worker',
    role: 'Allocated social worker',
    name: 'K. Reed',
    telephone: '01632 960123',
    safeToContact: 'yes',
    basis: { kind: 'told', by: 'Duty desk', on: '2026-11-23' },
  })
  happens(unit, family, { event: 'COM-05' })
})
afterEach(() => unit.close())

async function openDuties(role = 'nurse') {
  const opened = await signedIn(unit, role)
  const nav = await screen.findByRole('navigation', { name: 'Main' })
  await opened.user.click(within(nav).getByRole('link', { name: /^Duties/ }))
  await screen.findByRole('heading', { level: 1, name: 'Duties' })
  return opened
}
const first = async () =>
  (await within(await screen.findByRole('list', { name: /Open loops/ })).findAllByRole('button'))[0]

describe('the queue of duties', () => {
  it('has the count of overdue ones in the bar, and the most overdue first with whom to ring and what to say', async () => {
    unit.clock.set('2026-11-23T15:30:00.000Z')
    await openDuties()
    expect(await screen.findByRole('link', { name: /^Duties\s*1 overdue$/ })).toBeTruthy()
    expect((await first())?.textContent).toMatch(/Tell them.*LATE.*Social worker or duty team/)
    const panel = within(screen.getByRole('region', { name: /Duty: Social worker/ }))
    expect(panel.getByText('01632 960123')).toBeTruthy()
    expect(panel.getByText(/I am ringing about Amber Example/)).toBeTruthy()
    expect(panel.getByText('Next: Nurse in charge')).toBeTruthy()
    await expectAccessible()
  })

  it('logs sent and acknowledged from one key on the line', async () => {
    unit.clock.set('2026-11-23T14:30:00.000Z')
    const { user } = await openDuties()
    const line = await first()
    line?.focus()
    await user.keyboard('s')
    expect(((await screen.findByLabelText('To whom, by name')) as HTMLInputElement).value).toBe(
      'K. Reed',
    )
    await expectAccessible()
    await user.click(screen.getByLabelText('Telephone'))
    await user.type(screen.getByLabelText(/Their role, if they said/), 'Social worker')
    await user.type(screen.getByLabelText('What was shared'), 'In the emergency department')
    await user.selectOptions(screen.getByLabelText('Why sharing it is lawful'), 'safeguarding')
    await user.click(screen.getByRole('button', { name: 'Record that it was sent' }))
    expect(await screen.findByRole('region', { name: /Duty: / })).toBeTruthy()
    expect(unit.db.rows('select by_name as name from duty_acknowledgement')).toEqual([
      { name: 'K. Reed' },
    ])
  })

  it('says at the field what is missing', async () => {
    const { user } = await openDuties()
    await user.click(await screen.findByRole('button', { name: 'Sent (S)' }))
    await user.click(await screen.findByRole('button', { name: 'Record that it was sent' }))
    expect((await screen.findAllByText('Enter what was shared')).length).toBeGreaterThan(1)
    expect(screen.getAllByText('Choose why sharing this is lawful').length).toBeGreaterThan(0)
  })

  it('offers no dropping to those who may not', async () => {
    await openDuties('nursery-nurse')
    await screen.findByRole('button', { name: 'Sent (S)' })
    expect(screen.queryByRole('button', { name: 'Not needed' })).toBeNull()
  })

  it('drops with a reason', async () => {
    const { user } = await openDuties()
    await user.click(await screen.findByRole('button', { name: 'Not needed' }))
    await user.type(await screen.findByLabelText(/Considered, not needed because/), 'They rang us')
    await user.click(screen.getByRole('button', { name: 'Record that it is not needed' }))
    await screen.findByRole('button', { name: 'Sent (S)' })
    expect(unit.db.rows('select because from duty_drop')).toEqual([{ because: 'They rang us' }])
  })

  it('takes back what was recorded by mistake, with what was wrong: the duty is open again', async () => {
    const { user } = await openDuties()
    await user.click(await screen.findByRole('button', { name: 'Sent (S)' }))
    await user.type(await screen.findByLabelText('To whom, by name'), ' of the day team')
    await user.click(screen.getByLabelText('Secure email'))
    await user.type(screen.getByLabelText('What was shared'), 'In the emergency department')
    await user.selectOptions(screen.getByLabelText('Why sharing it is lawful'), 'safeguarding')
    await user.click(screen.getByRole('button', { name: 'Record that it was sent' }))
    await user.click(await screen.findByRole('button', { name: /^Take back that it was sent: / }))
    await user.click(screen.getByRole('button', { name: 'Take back that it was sent' }))
    expect((await screen.findAllByText('Enter what was wrong')).length).toBeGreaterThan(0)
    await user.type(screen.getByLabelText('What was wrong'), 'It was about another family')
    await expectAccessible()
    await user.click(screen.getByRole('button', { name: 'Take back that it was sent' }))
    await screen.findByText('Nothing has been recorded about this yet.')
    expect(
      unit.db.rows('select version, withdrawn, reason from duty_sending order by version'),
    ).toMatchObject([
      { version: 1, withdrawn: 0 },
      { version: 2, withdrawn: 1, reason: 'It was about another family' },
    ])
  })
})

describe('many duties of one family', () => {
  it('are put together by whom to ring, each line still recorded by itself', async () => {
    happens(unit, family, { event: 'COM-06' })
    const { user } = await openDuties()
    const before = (
      await within(await screen.findByRole('list', { name: /Open loops/ })).findAllByRole('button')
    ).length
    await user.click(screen.getByRole('button', { name: 'Together by whom to ring' }))
    const list = await screen.findByRole('list', { name: 'Open loops, by whom to ring' })
    expect(within(list).getAllByRole('button')).toHaveLength(before)
    const visitor = within(list).getByRole('heading', { name: 'Health visitor' })
      .parentElement as HTMLElement
    expect(visitor.textContent).toContain('Amber Example: 3 to tell in one call')
    await expectAccessible()
    const theirs = within(visitor).getAllByRole('button')
    expect(theirs).toHaveLength(3)
    theirs[1]?.focus()
    await user.keyboard('s')
    expect(await screen.findByLabelText('To whom, by name')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'One by one, soonest first' }))
    expect(await screen.findByRole('list', { name: 'Open loops, overdue first' })).toBeTruthy()
  })
})

describe('a section of the mother that changed', () => {
  it('asks at each of its duties what it means for care of the baby, and says it then', async () => {
    const status = (code: string, startsAt: string) => ({
      personId: family.motherId,
      code,
      startsAt,
      endsAt: null,
      basis: { kind: 'document', document: 'Section papers', on: '2026-11-23' },
    })
    const nurse = unit.as('nurse')
    await nurse.ok('people.addMentalHealthAct', status('01', '2026-11-23T14:02:00.000Z'))
    unit.clock.pass(10)
    await nurse.signIn()
    await nurse.ok('people.addMentalHealthAct', status('03', unit.clock.now()))
    const { user } = await openDuties()
    const queue = within(await screen.findByRole('list', { name: /Open loops/ }))
    const [line] = queue.getAllByRole('button', { name: /Health visitor.*Mother's mental state/ })
    if (line) await user.click(line)
    expect(await screen.findByText('What does this mean for care of the baby?')).toBeTruthy()
    await expectAccessible()
    await user.click(screen.getByRole('button', { name: /^Enter what it means: / }))
    await user.click(await screen.findByRole('button', { name: 'Save what it means' }))
    expect(
      (await screen.findAllByText('Enter what it means for care of the baby')).length,
    ).toBeGreaterThan(1)
    await user.type(
      screen.getByLabelText('What does it mean for care of the baby?'),
      'A nurse feeds Amber at night',
    )
    await expectAccessible()
    await user.click(screen.getByRole('button', { name: 'Save what it means' }))
    expect(
      await screen.findByText(
        'What this means for care of Amber Example: A nurse feeds Amber at night',
      ),
    ).toBeTruthy()
    expect(screen.getByRole('button', { name: /^Change what it means: / })).toBeTruthy()
  })
})

describe('who has been told, on the page of the stay', () => {
  it('shows each event with its loops, who was considered, and takes what others must be told of', async () => {
    const { user } = await openDuties()
    await user.click(await screen.findByRole('link', { name: /Open the stay of Amber/ }))
    const table = await screen.findByRole('table', { name: /^Admission/ })
    expect(within(table).getByText('Health visitor')).toBeTruthy()
    expect(screen.getAllByText(/Considered and not told/).length).toBeGreaterThan(0)
    await expectAccessible()
    await user.click(screen.getByRole('link', { name: 'Something to tell others' }))
    await user.selectOptions(
      await screen.findByLabelText('What has happened?'),
      "Mother's mental state worse, restraint, or her section changed",
    )
    await expectAccessible()
    const [now] = screen.getAllByRole('button', { name: 'Now' })
    if (now) await user.click(now)
    await user.click(screen.getByLabelText('No'))
    await user.type(
      screen.getByLabelText('What happened, and what does it mean for care of the baby?'),
      'She was restrained; staff are with the baby',
    )
    await user.click(screen.getByRole('button', { name: /Record it, and list/ }))
    expect(await screen.findByRole('table', { name: /^Mother's mental state/ })).toBeTruthy()
  })
})
