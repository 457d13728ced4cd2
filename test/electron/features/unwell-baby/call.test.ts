import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Arrived, startTestUnit, type TestUnit } from '../../../support/app.ts'
import { actsOn, pass } from './acting.ts'

let unit: TestUnit
let family: Arrived
let act: ReturnType<typeof actsOn>
beforeEach(async () => {
  unit = await startTestUnit()
  family = await unit.arrive({ bornOn: '2026-07-20' })
  await pass(unit, 5)
  act = actsOn(unit, family)
})
afterEach(() => unit.close())

const contact = (personId: string | null, name: string, telephone: string, more: object = {}) =>
  unit.as('nurse').ok('people.addContact', {
    personId,
    agency: 'paediatrics',
    role: 'On call',
    name,
    telephone,
    safeToContact: 'yes',
    basis: { kind: 'told', by: 'Switchboard', on: '2026-11-20' },
    ...more,
  })

const ringNow = async () => {
  const episodeId = await act.raise({ findings: ['nasal-flaring'], another: true })
  await act.observe(episodeId, { 'respiratory-rate': 45 })
  return (await act.page(episodeId)).next?.ring[0]
}

describe('whom to ring', () => {
  test('has no number where nobody recorded one, and says which contact would hold it', async () => {
    expect(await ringNow()).toMatchObject({
      helper: 'on-call-paediatrics',
      telephone: null,
      agency: 'paediatrics',
    })
  })

  test('is never somebody who must not be contacted, and never hides who may be', async () => {
    await contact(family.babyId, 'Dr Wrong', '01632 960999', { safeToContact: 'do-not-contact' })
    expect(await ringNow()).toMatchObject({ name: null, telephone: null })
    await contact(null, 'Community clinic', '01632 960888', { role: 'Community paediatrics' })
    await contact(null, 'Switchboard', '01632 960777')
    await contact(family.babyId, 'Dr Own', '01632 960666', { role: 'Consultant' })
    expect(await ringNow()).toMatchObject({ name: 'Switchboard', telephone: '01632 960777' })
  })
})

describe('what to say', () => {
  test('names every sign of the chart that has no value, with its reason', async () => {
    const episodeId = await act.raise({ findings: ['seizure'] })
    const words = async () => (await act.page(episodeId)).help.say.join(' ')
    expect(await words()).toContain('Last observations: none yet. Not measured: breathing rate')
    const readings = {
      'heart-rate': { kind: 'value', value: 150 },
      temperature: { kind: 'not-measured', because: 'no-equipment' },
    }
    await act.observe(episodeId, {}, { readings })
    expect(await words()).toContain(
      'Last observations: alert, in air, heart rate 150 a minute. Not measured: breathing rate, systolic blood pressure, oxygen saturation, capillary refill time, temperature (no working equipment)',
    )
  })

  test('leaves out an address that nobody recorded, and the page asks for it', async () => {
    const episodeId = await act.raise({ findings: ['seizure'] })
    const before = (await act.page(episodeId)).help
    expect(before.unitMissing).toEqual(['address', 'telephone'])
    expect(before.say[1]).not.toContain('not recorded')
  })
})

test('calls that are open each keep their own limit', async () => {
  const episodeId = await act.raise()
  await pass(unit, 20)
  await act.observe(episodeId, {})
  await pass(unit, 2)
  await act.observe(episodeId, { 'heart-rate': 165 })
  const { next, help } = await act.page(episodeId)
  const due = (text: string) => help.demands.find((one) => one.text === text)?.dueAt
  expect(next?.text).toBe('Call 999')
  expect(next?.limits[0]).toEqual({ text: 'Call 999', dueAt: due('Call 999') })
  for (const { text, dueAt } of next?.limits ?? []) expect(dueAt).toBe(due(text))
  expect(next?.limits.length).toBeGreaterThan(1)
})

test('one limit stands beside the next step: its own, and on the board the same, also where 999 stands in', async () => {
  const episodeId = await act.raise({ findings: ['bruise-or-injury'], mobility: 'not-mobile' })
  const both = async () => {
    const { next } = await act.page(episodeId)
    const { episodes } = await unit
      .as('nurse')
      .ok<{ episodes: { dueAt: string; nextStep: string }[] }>('unwellBaby.running')
    expect(episodes[0]).toMatchObject({ dueAt: next?.shownDueAt, nextStep: next?.text })
    return next
  }
  await both()
  await pass(unit, 16)
  const late = await both()
  expect(late?.text).toContain('Call 999: not reached in time')
  expect(late?.shownDueAt).toBe(late?.dueAt)
})
