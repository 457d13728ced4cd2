import { screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startTestUnit, type TestUnit } from '../../../support/app.ts'
import { aCertificateOf, level3Course } from '../../../support/training.ts'
import { enterWhen } from '../../app/form-steps.ts'
import { signedIn } from '../../app/open-window.tsx'
import { expectAccessible } from '../../screen.ts'

let unit: TestUnit
beforeEach(async () => {
  unit = await startTestUnit()
  const lead = unit.as('safeguarding-lead')
  const { id } = await lead.ok('training.addCourse', level3Course)
  await lead.ok('training.recordCertificate', aCertificateOf(unit.as('nurse').staffId, id))
  const lapsed = { completedOn: '2022-03-01' }
  await lead.ok(
    'training.recordCertificate',
    aCertificateOf(unit.as('consultant').staffId, id, lapsed),
  )
})
afterEach(() => unit.close())

async function openMatrix(role = 'nurse') {
  const opened = await signedIn(unit, role)
  await opened.user.click(await screen.findByRole('link', { name: 'People' }))
  await opened.user.click(await screen.findByRole('link', { name: 'Staff training' }))
  await screen.findByRole('table', { name: 'Training matrix: what is required' })
  return opened
}

const line = (name: string) => {
  const found = screen.getByRole('link', { name }).closest('tr')
  if (!found) throw new Error(`No line of ${name}`)
  return found
}
const names = () =>
  within(screen.getByRole('table'))
    .getAllByRole('link')
    .map((link) => link.textContent)

describe('the training matrix', () => {
  it('says of each person what is in date and until when, in words', async () => {
    await openMatrix()
    expect(line('nurse person').textContent).toContain('In date' + 'to 1 Jun 2029')
    expect(line('consultant person').textContent).toContain('Lapsed' + 'held to 1 Mar 2025')
    expect(line('nursery-nurse person').textContent).toContain('None')
    expect(line('A. Administrator').textContent).toContain('Not yet due')
    expect(screen.getByText(/^8 in post\. Required level in date: 1 of /)).toBeTruthy()
    await expectAccessible()
  })

  it('finds people by name or profession, and those with a gap', async () => {
    const { user } = await openMatrix()
    await user.type(screen.getByLabelText('Name or profession'), 'consult')
    expect(await screen.findByText(/^1 of 8 in post/)).toBeTruthy()
    expect(names()).toEqual(['consultant person'])
    await user.clear(screen.getByLabelText('Name or profession'))
    await user.selectOptions(screen.getByLabelText('Show'), 'Doctors')
    expect(names()).toEqual(['consultant person'])
    await user.selectOptions(screen.getByLabelText('Show'), 'Bank and agency')
    expect(
      await screen.findByText('Nobody in post on this day is shown by this choice.'),
    ).toBeTruthy()
  })

  it('shows every topic with a sign whose words are read out', async () => {
    const { user } = await openMatrix()
    await user.click(screen.getByRole('button', { name: 'Every topic' }))
    await screen.findByRole('table', { name: 'Training matrix: topics' })
    const cells = within(line('nurse person')).getAllByRole('cell')
    expect(cells[1]?.textContent).toContain('In date to 1 Jun 2029')
    expect(cells[6]?.textContent).toContain('None')
    await expectAccessible()
  })

  it('goes back to any past day, and says so', async () => {
    const { user } = await openMatrix()
    await user.click(screen.getByRole('button', { name: 'Show another day' }))
    await enterWhen(user, 'Day to show', '2025-03-01')
    await user.click(screen.getByRole('button', { name: 'Show this day' }))
    expect(await screen.findByRole('region', { name: 'Training matrix, 1 Mar 2025' })).toBeTruthy()
    expect(screen.getByText(/^A past day: 1 Mar 2025/)).toBeTruthy()
    expect(line('consultant person').textContent).toContain('In date' + 'to 1 Mar 2025')
    await user.click(screen.getByRole('button', { name: 'Show today' }))
    expect(
      await screen.findByRole('region', { name: 'Training matrix, 23 Nov 2026 (today)' }),
    ).toBeTruthy()
  })

  it('refuses a day to come at its field', async () => {
    const { user } = await openMatrix()
    await user.click(screen.getByRole('button', { name: 'Show another day' }))
    await enterWhen(user, 'Day to show', '2026-11-24')
    await user.click(screen.getByRole('button', { name: 'Show this day' }))
    const summary = await screen.findByRole('alert')
    expect(summary.textContent).toContain('Enter a date that is not after 23 Nov 2026')
    await expectAccessible()
  })

  it('can be gone through by the keyboard alone', async () => {
    const { user } = await openMatrix()
    const table = screen.getByRole('table')
    within(table)
      .getByRole('button', { name: /^Level/ })
      .focus()
    await user.keyboard('{Enter}')
    expect(
      within(table)
        .getByRole('columnheader', { name: /^Level/ })
        .getAttribute('aria-sort'),
    ).toBe('ascending')
    screen.getByRole('link', { name: 'nurse person' }).focus()
    await user.keyboard('{Enter}')
    expect(await screen.findByRole('heading', { level: 1, name: 'nurse person' })).toBeTruthy()
  })

  it('opens from a figure of the report to the person', async () => {
    const { user } = await signedIn(unit, 'ward-manager')
    await user.click(await screen.findByRole('link', { name: 'Assurance' }))
    await user.click(await screen.findByRole('link', { name: /^5b / }))
    await user.click(await screen.findByRole('link', { name: /records behind 5b-1$/ }))
    expect(await screen.findByRole('link', { name: 'nurse person' })).toBeTruthy()
  })
})

describe('what lapses soon and who is in date by profession', () => {
  it('lists what lapses in 30, 60 and 90 days', async () => {
    const { id } = await unit.as('safeguarding-lead').ok('training.addCourse', {
      ...level3Course,
      title: 'Refresher',
    })
    const soon = { completedOn: '2024-01-10' }
    await unit
      .as('safeguarding-lead')
      .ok(
        'training.recordCertificate',
        aCertificateOf(unit.as('other-clinician').staffId, id, soon),
      )
    const { user } = await openMatrix()
    await user.click(screen.getByRole('link', { name: 'What lapses soon' }))
    expect(await screen.findByText('Nothing lapses in the next 30 days.')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: '60 days (1)' }))
    const row = line('other-clinician person')
    expect(row.textContent).toContain('10 Jan 2027')
    expect(row.textContent).toContain('48 days')
    expect(row.textContent).toContain('Safeguarding level, TRN-01, TRN-02')
    await expectAccessible()
  })

  it('shows each rate with the number of people behind it', async () => {
    const { user } = await openMatrix()
    await user.click(screen.getByRole('link', { name: 'By profession' }))
    const totals = within(await screen.findByRole('table', { name: 'Totals' }))
    const doctors = totals.getByText('All doctors').closest('tr')
    expect(doctors?.textContent).toContain('0.0 %' + '0 of 1')
    expect(totals.getByText('All bank and agency').closest('tr')?.textContent).toContain('–')
    await expectAccessible()
  })
})
