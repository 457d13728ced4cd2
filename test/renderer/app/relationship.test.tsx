import { screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type Arrived, startTestUnit, type TestUnit, testPassword } from '../../support/app.ts'
import { expectAccessible } from '../screen.ts'
import { enterWhen } from './form-steps.ts'
import { signedIn } from './open-window.tsx'

let unit: TestUnit
let family: Arrived
beforeEach(async () => {
  unit = await startTestUnit()
  family = await unit.arrive({
    motherName: 'Jo',
    babyName: 'Amber',
    at: '2026-11-18T09:00:00.000Z',
  })
})
afterEach(() => unit.close())

async function openPage(role: string) {
  const opened = await signedIn(unit, role)
  const card = within(await screen.findByRole('article', { name: 'Bed 1' }))
  await opened.user.click(card.getByRole('link', { name: 'Bed 1' }))
  await opened.user.click(
    await screen.findByRole('link', { name: 'Relationship and parenting in full' }),
  )
  await screen.findByRole('heading', { level: 1, name: 'Relationship and parenting' })
  return opened
}

const assessed = () =>
  unit.as('nurse').ok('relationship.assess', {
    pairId: family.pairId,
    ratedAt: '2026-11-22T12:00:00.000Z',
    purpose: 'clinical',
    observedFrom: '2026-11-18',
    observedTo: '2026-11-22',
    settings: ['feeding'],
    raters: [{ staffId: unit.as('nurse').staffId, trained: 'yes' }],
    tools: [
      {
        toolId: 'BMIS',
        scoredOn: '2026-11-22',
        scores: [{ scaleId: 'routine', score: 3 }],
      },
    ],
    observed: 'She sang to her.',
    interpretation: 'Warm.',
    strengths: 'Sings.',
    concerns: 'None.',
  })

it('says when the first assessment is due, and takes it with its scores, signed', async () => {
  const { user } = await openPage('nursery-nurse')
  expect(await screen.findByText('Mother and baby have not been assessed yet.')).toBeTruthy()
  expect(screen.getByText(/^First assessment in 1 d/)).toBeTruthy()
  await user.click(screen.getByRole('link', { name: 'Make the first assessment' }))
  await user.click(await screen.findByRole('button', { name: 'Sign the assessment' }))
  const alert = await screen.findByRole('alert')
  expect(alert.textContent).toContain('Enter what was seen')
  expect(alert.textContent).toContain('Choose where and at what they were watched')
  await expectAccessible()

  await enterWhen(user, 'When the raters agreed on it', '2026-11-23', '0800')
  await user.selectOptions(screen.getByLabelText('Trained in it?'), 'Trained in it')
  await user.click(screen.getByRole('radio', { name: /^Clinical/ }))
  await enterWhen(user, 'From', '2026-11-18')
  await enterWhen(user, 'To', '2026-11-22')
  await user.click(screen.getByRole('checkbox', { name: 'Feeding' }))
  await user.type(screen.getByLabelText(/^What was seen and heard/), 'She sang to her.')
  await user.type(screen.getByLabelText(/^What the raters take it to mean/), 'Warm.')
  await user.type(screen.getByLabelText('Strengths'), 'Sings.')
  await user.type(screen.getByLabelText('Concerns'), 'None.')
  await user.click(screen.getByRole('radio', { name: /^Change has begun/ }))
  await user.type(screen.getByLabelText(/^What has to change/), 'Nights, by a lower evening dose')
  await user.click(screen.getByRole('radio', { name: 'Cannot be said yet' }))
  await user.click(screen.getByRole('button', { name: 'Add the scores of a tool' }))
  await user.selectOptions(screen.getByLabelText('Tool 1'), 'PBQ')
  await enterWhen(user, 'Scored on', '2026-11-22')
  await user.type(screen.getByLabelText('Total'), '21')
  await user.type(screen.getByLabelText(/^Your password/), testPassword)
  await user.click(screen.getByRole('button', { name: 'Sign the assessment' }))

  expect(await screen.findByText('22 Nov 2026: Total 21')).toBeTruthy()
  expect(screen.getByText('Nights, by a lower evening dose')).toBeTruthy()
  expect(
    screen.getByText('One rater alone: the published ratings were agreed by several'),
  ).toBeTruthy()
  expect(screen.getByText(/^Weekly assessment in/)).toBeTruthy()
  await expectAccessible()
})

it('shows the scores as a drawing with the same figures beside it', async () => {
  await assessed()
  await openPage('nurse')
  const table = within(await screen.findByRole('table', { name: /the same figures$/ }))
  expect(table.getByRole('row', { name: 'Routine care 3' })).toBeTruthy()
  expect(table.getByRole('row', { name: 'Dialogue with the baby 1 not scored' })).toBeTruthy()
  expect(await screen.findByRole('img', { name: /seven scales|7 scales/ })).toBeTruthy()
})

it('asks why it is kept from the mother, and whom it may be sent to', async () => {
  await assessed()
  const { user } = await openPage('nurse')
  await user.click(await screen.findByRole('link', { name: 'Share with the mother' }))
  await user.click(await screen.findByRole('radio', { name: /^No: it is kept from her/ }))
  await user.click(screen.getByRole('button', { name: 'Record it' }))
  expect((await screen.findByRole('alert')).textContent).toContain('Enter why it is kept from her')
  await user.type(screen.getByLabelText('Why, and who agreed to that'), 'Ward round: too unwell')
  await user.click(screen.getByRole('button', { name: 'Now' }))
  await user.click(screen.getByRole('button', { name: 'Record it' }))
  expect(await screen.findByText('Kept from her for now')).toBeTruthy()
  await user.click(screen.getByRole('link', { name: 'Send to a professional' }))
  expect(await screen.findByText('No professional is on record who may be contacted')).toBeTruthy()
})

it('takes the assessment away with the scope statement, and the statement by itself', async () => {
  await assessed()
  const { user, saved } = await openPage('nurse')
  expect(
    await screen.findByText('Revision 1: shipped default, not approved by the unit'),
  ).toBeTruthy()
  await user.click(
    await screen.findByRole('button', { name: 'Assessment with the scope statement as Word' }),
  )
  await screen.findByText(/^relationship-assessment-.*docx is saved$/)
  await user.click(screen.getByRole('button', { name: 'Scope statement, one page as PDF' }))
  await screen.findByText(/^scope-statement-.*pdf is saved$/)
  expect(saved).toHaveLength(2)
})

it('reads on for a role that does not assess, and offers it nothing to sign', async () => {
  await assessed()
  await openPage('safeguarding-lead')
  expect(await screen.findByText('She sang to her.')).toBeTruthy()
  expect(screen.queryByRole('link', { name: 'Assess this week' })).toBeNull()
})
