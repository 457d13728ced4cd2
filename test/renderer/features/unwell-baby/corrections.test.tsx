import { screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { actsOn, pass } from '../../../electron/features/unwell-baby/acting.ts'
import { startTestUnit, type TestUnit, testPassword } from '../../../support/app.ts'
import { enterWhen } from '../../app/form-steps.ts'
import { signedIn } from '../../app/open-window.tsx'
import { expectAccessible } from '../../screen.ts'

let unit: TestUnit
let episodeId: string
let act: ReturnType<typeof actsOn>
beforeEach(async () => {
  unit = await startTestUnit()
  const family = await unit.arrive({ babyName: 'Amber', bornOn: '2026-07-20' })
  await pass(unit, 5)
  act = actsOn(unit, family)
  episodeId = await act.raise()
  await pass(unit, 2)
  await act.observe(episodeId, { 'heart-rate': 165 }, { findings: ['pale'] })
  await pass(unit, 1)
})
afterEach(() => unit.close())

async function open() {
  const opened = await signedIn(unit, 'nurse')
  const running = within(await screen.findByRole('region', { name: 'Running episodes' }))
  await opened.user.click(running.getByRole('link'))
  await screen.findByRole('region', { name: 'What to do now' })
  return opened
}

describe('what was entered wrongly', () => {
  it('a set is put right with a reason, and what it reached stays reached', async () => {
    const { user } = await open()
    await user.click(screen.getByRole('button', { name: /^Correct the observations of/ }))
    const rate = await screen.findByLabelText<HTMLInputElement>('Heart rate')
    expect(rate.value).toBe('165')
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: /^Pale/ }).checked).toBe(true)
    await user.clear(rate)
    await user.type(rate, '135')
    await user.type(screen.getByLabelText('Why is it corrected?'), 'Counted twice')
    await expectAccessible()
    await user.click(screen.getByRole('button', { name: 'Save the correction' }))
    expect(await screen.findByText('135 a minute')).toBeTruthy()
    const page = await act.page(episodeId)
    expect(page.bands[0]?.band).toBe('sepsis-high')
    expect(page.observations[0]).toMatchObject({ version: 2, findings: ['pale'] })
  })

  it('a set of another baby is marked as entered in error, and stays readable', async () => {
    const { user } = await open()
    await user.click(screen.getByRole('button', { name: /^Correct the observations of/ }))
    await user.click(
      await screen.findByRole('button', { name: 'Mark these observations as entered in error' }),
    )
    await user.type(screen.getByLabelText('What was wrong'), 'Of another baby')
    await user.click(
      screen.getByRole('button', { name: 'Mark these observations as entered in error' }),
    )
    await screen.findByRole('region', { name: 'What to do now' })
    expect((await act.page(episodeId)).observations[0]?.withdrawn).toBe(true)
    expect(screen.getByText('165 a minute')).toBeTruthy()
  })

  it('more is said of the concern: every sign can be given', async () => {
    const { user } = await open()
    await user.click(screen.getByRole('button', { name: 'Say more, or put it right' }))
    await user.type(await screen.findByLabelText('What is the worry?'), 'Breathing fast')
    await user.click(screen.getByRole('checkbox', { name: 'New suspicion of sepsis' }))
    await user.type(screen.getByLabelText('Why is it changed?'), 'Told more')
    await expectAccessible()
    await user.click(screen.getByRole('button', { name: 'Save the concern' }))
    await screen.findByText('Noticed: New suspicion of sepsis')
    const { concern } = await act.page(episodeId)
    expect(concern).toMatchObject({ words: 'Breathing fast', whose: 'carer' })
    expect(concern.basis).toMatchObject({ kind: 'told', by: 'Mother' })
  })

  it('an outcome signed by mistake is taken back by signing, and the clock goes on', async () => {
    await unit.as('nurse').ok(
      'unwellBaby.outcome',
      {
        episodeId,
        kind: 'reviewed-and-well',
        at: unit.clock.now(),
        plan: 'Well',
        reviewAt: null,
      },
      { password: testPassword },
    )
    const { user } = await signedIn(unit, 'nurse')
    const card = within(await screen.findByRole('article', { name: 'Bed 1' }))
    await user.click(card.getByRole('link', { name: 'Bed 1' }))
    await user.click(await screen.findByText(/^Earlier episodes/))
    await user.click(screen.getByRole('link', { name: /^23 Nov 2026, 09:05/ }))
    await user.click(await screen.findByRole('button', { name: /^Signed by mistake/ }))
    await user.type(await screen.findByLabelText('What was wrong?'), 'Of another baby')
    await user.type(screen.getByLabelText(/^Your password/), testPassword)
    await user.click(screen.getByRole('button', { name: /^Take the outcome back/ }))
    await screen.findByRole('region', { name: 'What to do now' })
    expect((await act.page(episodeId)).clock.running).toBe(true)
  })
})

it('a drill is recorded as a drill', async () => {
  const { user } = await signedIn(unit, 'nurse')
  await user.click(await screen.findByRole('link', { name: 'People' }))
  await user.click(await screen.findByRole('link', { name: 'Drills' }))
  await screen.findByText('No drill has been recorded yet.')
  await user.click(screen.getByRole('button', { name: 'Record a drill' }))
  await enterWhen(user, /Held at/, '2026-11-20', '10:00')
  await user.type(screen.getByLabelText('Scenario'), 'Invented baby, choking')
  await user.type(screen.getByLabelText(/^What went well/), 'The bag was found at once')
  await expectAccessible()
  await user.click(screen.getByRole('button', { name: 'Record the drill' }))
  expect(await screen.findByText('Invented baby, choking')).toBeTruthy()
  expect(screen.queryByRole('region', { name: 'Running episodes' })).toBeNull()
})

describe('a drill and a debrief', () => {
  const openDrills = async () => {
    const opened = await signedIn(unit, 'nurse')
    await opened.user.click(await screen.findByRole('link', { name: 'People' }))
    await opened.user.click(await screen.findByRole('link', { name: 'Drills' }))
    await opened.user.click(await screen.findByRole('button', { name: /^Put right: drill of/ }))
    return opened
  }
  const drill = () =>
    unit.as('nurse').ok('unwellBaby.recordDrill', {
      heldAt: '2026-11-20T10:00:00.000Z',
      scenario: 'Invented baby, choking',
      learning: 'The bag was found at once',
    })

  it('a drill is put right with a reason', async () => {
    await drill()
    const { user } = await openDrills()
    const scenario = await screen.findByLabelText('Scenario')
    await user.clear(scenario)
    await user.type(scenario, 'Invented baby, a fit')
    await user.click(screen.getByRole('button', { name: 'Save the correction' }))
    expect((await screen.findAllByText('Enter what was wrong')).length).toBeGreaterThan(1)
    await user.type(screen.getByLabelText('What was wrong?'), 'It was the other drill')
    await expectAccessible()
    await user.click(screen.getByRole('button', { name: 'Save the correction' }))
    expect(await screen.findByText('Invented baby, a fit')).toBeTruthy()
    expect(screen.queryByText('Invented baby, choking')).toBeNull()
  })

  it('a drill that never was is marked as entered in error, and counts no more', async () => {
    await drill()
    const { user } = await openDrills()
    const words = 'Mark this drill as entered in error'
    await user.click(await screen.findByRole('button', { name: words }))
    await user.type(await screen.findByLabelText('What was wrong'), 'It was put off')
    await user.click(screen.getByRole('button', { name: words }))
    expect(await screen.findByText('No drill has been recorded yet.')).toBeTruthy()
    expect(
      unit.db.rows('select withdrawn, reason from unwell_baby_drill order by version desc limit 1'),
    ).toEqual([{ withdrawn: 1, reason: 'It was put off' }])
  })

  it('a debrief is put right with a reason, and what it said stays readable', async () => {
    await unit.as('nurse').ok(
      'unwellBaby.outcome',
      {
        episodeId,
        kind: 'reviewed-and-well',
        at: unit.clock.now(),
        plan: 'Well',
        reviewAt: null,
      },
      { password: testPassword },
    )
    await pass(unit, 2)
    await unit.as('nurse').ok('unwellBaby.debrief', {
      episodeId,
      heldAt: unit.clock.now(),
      learning: 'The bag was missing',
    })
    const { user } = await signedIn(unit, 'nurse')
    const card = within(await screen.findByRole('article', { name: 'Bed 1' }))
    await user.click(card.getByRole('link', { name: 'Bed 1' }))
    await user.click(await screen.findByText(/^Earlier episodes/))
    await user.click(screen.getByRole('link', { name: /^23 Nov 2026, 09:05/ }))
    await user.click(await screen.findByRole('button', { name: /^Put right: debrief of/ }))
    const learning = await screen.findByLabelText(/^What went well/)
    await user.clear(learning)
    await user.type(learning, 'The bag was in the wrong room')
    await user.type(screen.getByLabelText('What was wrong?'), 'Found since')
    await expectAccessible()
    await user.click(screen.getByRole('button', { name: 'Save the correction' }))
    expect(await screen.findByText('The bag was in the wrong room')).toBeTruthy()
    expect(screen.getByText(/The bag was missing/)).toBeTruthy()
  })
})
