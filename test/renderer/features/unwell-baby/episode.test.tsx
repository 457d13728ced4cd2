import { screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startTestUnit, type TestUnit, testPassword } from '../../../support/app.ts'
import { choose } from '../../app/form-steps.ts'
import { signedIn } from '../../app/open-window.tsx'
import { expectAccessible } from '../../screen.ts'

let unit: TestUnit
beforeEach(async () => {
  unit = await startTestUnit()
  await unit.arrive({ motherName: 'Jo', babyName: 'Amber', gestationDays: 224 })
  unit.clock.set('2026-11-23T09:10:00.000Z')
})
afterEach(() => unit.close())

type Opened = Awaited<ReturnType<typeof signedIn>>

async function raise({ user }: Opened, by: RegExp = /^I am worried/) {
  await user.click(await screen.findByRole('link', { name: 'Baby concern about Amber Example' }))
  await user.click(await screen.findByRole('button', { name: by }))
  await screen.findByRole('region', { name: 'What to do now' })
}

const now = async () => within(await screen.findByRole('region', { name: 'What to do now' }))

async function observe({ user }: Opened, heartRate: string) {
  await user.click(await screen.findByRole('button', { name: 'Record observations' }))
  await choose(user, 'While it was measured, the baby was', 'Settled')
  await user.type(screen.getByLabelText('Heart rate'), heartRate)
}

describe('a concern', () => {
  it('is raised in two clicks, with the baby named as nobody mistakes it, and opens its episode', async () => {
    const opened = await signedIn(unit, 'nursery-nurse')
    await opened.user.click(
      await screen.findByRole('link', { name: 'Baby concern about Amber Example' }),
    )
    const which = within(await screen.findByRole('region', { name: 'Which baby' }))
    expect(which.getByText('Amber Example')).toBeTruthy()
    expect(which.getByText(/born 14 Sep 2026/)).toBeTruthy()
    expect(which.getByText('Jo Example')).toBeTruthy()
    await expectAccessible()
    await opened.user.click(screen.getByRole('button', { name: /^I am worried/ }))
    expect((await now()).getByText('First set of observations')).toBeTruthy()
    expect(screen.getByRole('heading', { level: 1 }).textContent).toContain('Amber Example')
    expect(screen.getByText(/^Responder:/).textContent).toContain('nursery-nurse person')
    await expectAccessible()
  })

  it('is raised in two clicks from any other page, and the second press of a hurried hand is the same one', async () => {
    const { user } = await signedIn(unit, 'nursery-nurse')
    await user.click(await screen.findByRole('link', { name: /^Duties/ }))
    await screen.findByRole('heading', { level: 1, name: 'Duties' })
    await user.click(screen.getByRole('link', { name: 'Baby concern' }))
    const press = await screen.findByRole('button', {
      name: 'I am worried: raise it now about Amber Example',
    })
    await expectAccessible()
    await user.dblClick(press)
    expect((await now()).getByText('First set of observations')).toBeTruthy()
    expect(screen.getByRole('heading', { level: 1 }).textContent).toContain('Amber Example')
    expect(unit.db.rows('select distinct record_id from episode')).toHaveLength(1)
    await user.click(screen.getByRole('link', { name: 'Baby concern' }))
    expect(await screen.findByRole('link', { name: /^Open the concern that runs/ })).toBeTruthy()
    expect(screen.queryByRole('button', { name: /^I am worried/ })).toBeNull()
    await expectAccessible()
  })

  it('whose bed was pressed on the lock screen is raised from that press', async () => {
    await unit.nobody().ok('unwellBaby.press', { bed: 'Bed 1' })
    const { user } = await signedIn(unit, 'nurse')
    await user.click(await screen.findByRole('link', { name: 'Baby concern' }))
    await user.click(
      await screen.findByRole('link', { name: /^Pressed on the lock screen: raise it/ }),
    )
    expect(await screen.findByText(/The clock runs from when it was pressed/)).toBeTruthy()
  })

  it('of the mother is told by her, and counts alike', async () => {
    await raise(await signedIn(unit, 'nurse'), /^The mother is worried/)
    expect(await screen.findByText('Parent or carer')).toBeTruthy()
    expect(screen.getByText(/Told by someone: The mother, Jo Example/)).toBeTruthy()
  })

  it('is on the board with its clock and its next step', async () => {
    const opened = await signedIn(unit, 'nurse')
    await raise(opened)
    await opened.user.click(screen.getByRole('link', { name: 'Board' }))
    const card = within(await screen.findByRole('article', { name: 'Bed 1' }))
    const link = await card.findByRole('link', { name: /EPISODE/ })
    expect(link.textContent).toContain('First set of observations')
    await expectAccessible()
    await opened.user.click(link)
    await screen.findByRole('region', { name: 'What to do now' })
  })

  it('that is open already is shown before another is raised', async () => {
    const opened = await signedIn(unit, 'nurse')
    await raise(opened)
    await opened.user.click(screen.getByRole('link', { name: 'Board' }))
    await opened.user.click(
      await screen.findByRole('link', { name: 'Baby concern about Amber Example' }),
    )
    expect(await screen.findByText('A concern about this baby is open already')).toBeTruthy()
    await opened.user.click(screen.getByRole('link', { name: /^Open it/ }))
    await screen.findByRole('region', { name: 'What to do now' })
  })
})

describe('observations', () => {
  it('with a heart rate of 165 settled lead to 999, with the sepsis table first and PEWS never alone', async () => {
    const opened = await signedIn(unit, 'nurse')
    await raise(opened)
    await observe(opened, '165')
    await expectAccessible()
    await opened.user.click(screen.getByRole('button', { name: 'Record these observations' }))
    const panel = await now()
    expect(await panel.findByText('Call 999')).toBeTruthy()
    expect(panel.getByText(/limit 09:15/)).toBeTruthy()
    expect(panel.getByText('What to say')).toBeTruthy()
    const tables = [
      'Suspected sepsis (NICE NG254)',
      'Fever (NICE NG143)',
      'National PEWS, 0 to 11 months',
    ]
    const shown = tables.map((name) => screen.getByRole('region', { name }))
    expect(shown[0]?.textContent).toContain('HIGH RISK')
    expect(shown[2]?.textContent).toContain('Not recorded')
    const [first] = screen.getAllByRole('heading', { level: 3, name: /NICE|PEWS/ })
    expect(first?.textContent).toBe(tables[0])
    await expectAccessible()
  })

  it('ask again where a value can hardly be right, and keep it once it is confirmed', async () => {
    const opened = await signedIn(unit, 'nurse')
    await raise(opened)
    await observe(opened, '230')
    expect(await screen.findByText(/Heart rate of 230 a minute is unusual/)).toBeTruthy()
    await opened.user.click(screen.getByRole('button', { name: 'Record these observations' }))
    const summary = await screen.findByRole('alert')
    expect(summary.textContent).toContain('Measure heart rate again, or confirm it')
    await opened.user.click(screen.getByRole('checkbox', { name: 'It is right: 230 a minute' }))
    await opened.user.click(screen.getByRole('button', { name: 'Record these observations' }))
    expect(await screen.findByText('230 a minute (confirmed)')).toBeTruthy()
  })

  it('refuse what nobody can have measured, at its field', async () => {
    const opened = await signedIn(unit, 'nurse')
    await raise(opened)
    await observe(opened, '16.5')
    await opened.user.click(screen.getByRole('button', { name: 'Record these observations' }))
    const summary = await screen.findByRole('alert')
    expect(summary.textContent).toContain('Heart rate must be a whole number')
  })
})

describe('help and the outcome', () => {
  it('999 is connected with one press; then who goes, by rule; then only an outcome ends the clock', async () => {
    const opened = await signedIn(unit, 'nurse')
    const { user } = opened
    await raise(opened)
    await observe(opened, '165')
    await user.click(screen.getByRole('button', { name: 'Record these observations' }))
    await user.click(await screen.findByRole('button', { name: '999 is connected' }))
    expect(await screen.findByText('Decide who goes with the baby')).toBeTruthy()
    const [decide] = screen.getAllByRole('button', { name: 'Decide who goes' })
    if (decide) await user.click(decide)
    expect(await screen.findByText('Life-saving treatment never waits for consent.')).toBeTruthy()
    await expectAccessible()
    await user.click(await screen.findByRole('button', { name: 'Decide: as the rules say' }))
    await user.click(await screen.findByRole('button', { name: 'Outcome' }))
    await user.click(await screen.findByRole('radio', { name: /^Reviewed and well/ }))
    await user.type(screen.getByLabelText(/^Plan/), 'Observe hourly until the morning.')
    await user.type(screen.getByLabelText(/^Your password/), testPassword)
    await expectAccessible()
    await user.click(screen.getByRole('button', { name: 'Sign the outcome' }))
    expect(await screen.findByText(/Episode, clock stopped/)).toBeTruthy()
    expect(screen.getByText(/signed by/).textContent).toContain('nurse person')
  })

  it('what is typed of an answer is still there after the form was left', async () => {
    const opened = await signedIn(unit, 'nurse')
    const { user } = opened
    await raise(opened)
    await user.click(screen.getByRole('button', { name: 'Could this be infection?' }))
    await user.type(await screen.findByLabelText('Why do you think so?'), 'Hands are warm')
    expect(await screen.findByText('What you typed is kept until you save it')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Go back' }))
    await user.click(await screen.findByRole('button', { name: 'Could this be infection?' }))
    const why = await screen.findByLabelText<HTMLInputElement>('Why do you think so?')
    expect(why.value).toBe('Hands are warm')
  })

  it('infection is ruled out by a nurse or doctor alone', async () => {
    const opened = await signedIn(unit, 'nursery-nurse')
    await raise(opened)
    await opened.user.click(screen.getByRole('button', { name: 'Could this be infection?' }))
    await choose(opened.user, 'Could this be infection?', 'No')
    await opened.user.type(screen.getByLabelText('Why do you think so?'), 'No fever')
    await opened.user.click(screen.getByRole('button', { name: 'Record the answer' }))
    expect((await screen.findByRole('alert')).textContent).toContain('Only a registered nurse')
  })
})

it('one page for the hospital is made at one press', async () => {
  const opened = await signedIn(unit, 'nurse')
  await raise(opened)
  await opened.user.click(screen.getByRole('button', { name: 'Handover sheet (PDF)' }))
  await screen.findByRole('button', { name: 'Handover sheet (PDF)' }, { timeout: 20_000 })
  await expect.poll(() => opened.saved.length, { timeout: 20_000 }).toBe(1)
  expect(opened.saved[0]?.name).toMatch(/^handover-.*\.pdf$/)
}, 40_000)
