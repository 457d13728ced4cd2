import { screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startTestUnit, type TestUnit } from '../../../support/app.ts'
import { aCertificateOf, level3Course } from '../../../support/training.ts'
import { choose, enterWhen } from '../../app/form-steps.ts'
import { signedIn } from '../../app/open-window.tsx'
import { expectAccessible } from '../../screen.ts'

let unit: TestUnit
beforeEach(async () => {
  unit = await startTestUnit()
})
afterEach(() => unit.close())

const courseLabel = `${level3Course.title} (${level3Course.provider})`
const addCourse = () => unit.as('safeguarding-lead').ok('training.addCourse', level3Course)

async function openPerson(role: string, name: string) {
  const opened = await signedIn(unit, role)
  const { user } = opened
  await user.click(await screen.findByRole('link', { name: 'People' }))
  await user.click(await screen.findByRole('link', { name: 'Staff training' }))
  await user.click(await screen.findByRole('link', { name }))
  await screen.findByRole('heading', { level: 1, name })
  return opened
}
type User = Awaited<ReturnType<typeof signedIn>>['user']

async function fill(user: User, completedOn: string) {
  await user.selectOptions(await screen.findByLabelText('Which course?'), courseLabel)
  await enterWhen(user, 'Day of completion', completedOn)
  await choose(user, 'Were all topics of the course taught?', 'Yes, all')
  await choose(user, /^Did people from other agencies/, 'Yes')
  await user.click(screen.getByRole('checkbox', { name: 'Police' }))
  await choose(user, 'How is the completion known?', 'Document seen')
  await user.type(screen.getByLabelText(/^Title or reference/), 'Certificate 41')
  await enterWhen(user, 'Date the document was seen', '2026-11-20')
}

const certificates = () =>
  within(screen.getByRole('region', { name: 'Certificates' })).getByRole('table')

describe('recording a certificate', () => {
  it('is done for a course of the list, and puts the person in date at once', async () => {
    await addCourse()
    const { user } = await openPerson('ward-manager', 'nurse person')
    await user.click(screen.getByRole('link', { name: 'Record a certificate' }))
    await fill(user, '2026-11-02')
    await expectAccessible()
    await user.click(screen.getByRole('button', { name: 'Record the certificate' }))
    await screen.findByRole('heading', { level: 1, name: 'nurse person' })
    const row = within(certificates()).getAllByRole('row')[1]
    expect(row?.textContent).toContain('2 Nov 2026')
    expect(row?.textContent).toContain('Delivered by another agency, Police')
    expect(row?.textContent).toContain('Document seen: Certificate 41, 20 Nov 2026')
    const parts = within(screen.getByRole('table', { name: 'How each part stands' }))
    expect(parts.getByText('Safeguarding level').closest('tr')?.textContent).toContain(
      'to 2 Nov 2029',
    )
    await expectAccessible()
  })

  it('says at each field what is missing, and keeps what was typed', async () => {
    await addCourse()
    const opened = await openPerson('ward-manager', 'nurse person')
    const { user } = opened
    await user.click(screen.getByRole('link', { name: 'Record a certificate' }))
    await user.click(await screen.findByRole('button', { name: 'Record the certificate' }))
    const summary = within(await screen.findByRole('alert'))
    expect(summary.getAllByRole('link').map((link) => link.textContent)).toEqual([
      'Choose the course',
      'Enter the day of completion',
      'Say whether people from other agencies took part',
      'Say how the completion is known',
    ])
    await fill(user, '2026-11-24')
    await user.click(screen.getByRole('button', { name: 'Record the certificate' }))
    expect((await screen.findByRole('alert')).textContent).toContain('not after 23 Nov 2026')
    await user.click(screen.getByRole('link', { name: /^Back to this person/ }))
    await user.click(await screen.findByRole('link', { name: 'Record a certificate' }))
    expect(await screen.findByDisplayValue('Certificate 41')).toBeTruthy()
    expect(screen.getByText('What you typed before is still here')).toBeTruthy()
  })

  it('puts what the service refuses at its field', async () => {
    const { id } = await addCourse()
    const typed = aCertificateOf(unit.as('nurse').staffId, id, { completedOn: '2026-11-02' })
    await unit.as('safeguarding-lead').ok('training.recordCertificate', typed)
    const { user } = await openPerson('ward-manager', 'nurse person')
    await user.click(screen.getByRole('link', { name: 'Record a certificate' }))
    await fill(user, '2026-11-02')
    await user.click(screen.getByRole('button', { name: 'Record the certificate' }))
    const summary = within(await screen.findByRole('alert'))
    await user.click(
      summary.getByRole('link', {
        name: 'This course is recorded for this person on 2 Nov 2026 already',
      }),
    )
    const day = within(screen.getByRole('group', { name: /^Day of completion/ })).getByLabelText(
      'Day',
    )
    expect(document.activeElement).toBe(day)
  })

  it('leads to the list of courses where there is none yet', async () => {
    const { user } = await openPerson('ward-manager', 'nurse person')
    await user.click(screen.getByRole('link', { name: 'Record a certificate' }))
    await user.click(await screen.findByRole('link', { name: 'Add the course first' }))
    expect(await screen.findByRole('heading', { level: 1, name: 'Add a course' })).toBeTruthy()
  })

  it('is not offered to those who may only read', async () => {
    await openPerson('nurse', 'consultant person')
    expect(screen.queryByRole('link', { name: 'Record a certificate' })).toBeNull()
  })
})

describe('a certificate on record', () => {
  beforeEach(async () => {
    const { id } = await addCourse()
    const typed = aCertificateOf(unit.as('nurse').staffId, id, { completedOn: '2019-05-02' })
    await unit.as('safeguarding-lead').ok('training.recordCertificate', typed)
  })

  it('from an earlier employer is marked so', async () => {
    await openPerson('nurse', 'nurse person')
    expect(within(certificates()).getByText('From an earlier employer')).toBeTruthy()
  })

  it('is corrected with a reason, and what it said before stays readable', async () => {
    const { user } = await openPerson('safeguarding-lead', 'nurse person')
    await user.click(screen.getByRole('button', { name: /^Correct Safeguarding children/ }))
    expect(await screen.findByDisplayValue('2019')).toBeTruthy()
    const year = within(screen.getByRole('group', { name: /^Day of completion/ })).getByLabelText(
      'Year',
    )
    await user.clear(year)
    await user.type(year, '2025')
    await choose(user, 'How is the completion known?', 'Told by someone')
    await user.type(screen.getByLabelText(/^Who said it/), 'The provider, by telephone')
    await enterWhen(user, 'Date it was said', '2026-11-22')
    await user.type(screen.getByLabelText('Reason'), 'The year was misread')
    await expectAccessible()
    await user.click(screen.getByRole('button', { name: 'Save the correction' }))
    await screen.findByRole('heading', { level: 1, name: 'nurse person' })
    const table = within(certificates())
    expect(table.getByText('2 May 2025')).toBeTruthy()
    await user.click(table.getByText('Changed once'))
    expect(table.getByText(/The year was misread/).closest('li')?.textContent).toContain(
      'Before: 2 May 2019; Level 3',
    )
    await expectAccessible()
  })

  it('entered in error is struck through and counts no more', async () => {
    const { user } = await openPerson('safeguarding-lead', 'nurse person')
    await user.click(screen.getByRole('button', { name: /^Entered in error: Safeguarding/ }))
    await user.type(
      await screen.findByLabelText('Why it was entered in error'),
      'Another person of this name',
    )
    await user.click(screen.getByRole('button', { name: 'Mark as entered in error' }))
    expect(await within(certificates()).findByText('Another person of this name')).toBeTruthy()
    expect(certificates().querySelector('.app-table--withdrawn')).toBeTruthy()
    expect(screen.queryByRole('button', { name: /^Correct/ })).toBeNull()
  })
})

describe('the list of courses', () => {
  it('takes a course with its level and topics', async () => {
    const { user } = await signedIn(unit, 'safeguarding-lead')
    await user.click(await screen.findByRole('link', { name: 'People' }))
    await user.click(await screen.findByRole('link', { name: 'Staff training' }))
    await user.click(await screen.findByRole('link', { name: 'Courses' }))
    await user.click(await screen.findByRole('link', { name: 'Add the first course' }))
    await user.type(await screen.findByLabelText('Title'), 'Level 3 with social care')
    await user.type(screen.getByLabelText('Provider'), 'Invented Partnership')
    await choose(user, 'What does it teach?', 'Safeguarding')
    await user.selectOptions(
      screen.getByLabelText('Level that it reaches'),
      'Level 3, Action and expertise',
    )
    await user.click(screen.getByRole('checkbox', { name: /^TRN-04/ }))
    await choose(user, 'Does another agency deliver it?', 'Yes')
    await choose(user, 'How is it held?', 'In person')
    await user.type(screen.getByLabelText('Length in hours (optional)'), '7.5')
    await expectAccessible()
    await user.click(screen.getByRole('button', { name: 'Add the course' }))
    const row = (await screen.findByRole('link', { name: 'Level 3 with social care' })).closest(
      'tr',
    )
    expect(row?.textContent).toContain('Safeguarding, level 3TRN-04Yes')
    expect(row?.textContent).toContain('7 h 30 min')
    await user.click(screen.getByRole('link', { name: 'Level 3 with social care' }))
    expect(await screen.findByDisplayValue('7.5')).toBeTruthy()
    await user.type(screen.getByLabelText('Why it is corrected'), 'Wrong length')
    await user.clear(screen.getByLabelText('Length in hours (optional)'))
    await user.type(screen.getByLabelText('Length in hours (optional)'), '8')
    await user.click(screen.getByRole('button', { name: 'Save the course' }))
    expect(await screen.findByText('8 h')).toBeTruthy()
    await expectAccessible()
  })
})
