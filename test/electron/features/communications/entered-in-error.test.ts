import { afterAll, beforeAll, expect, test } from 'vitest'
import type { LoopEvent } from '../../../../electron/features/communications/loop.ts'
import { startTestUnit, type TestUnit } from '../../../support/app.ts'
import { actsOn } from '../unwell-baby/acting.ts'

let unit: TestUnit
beforeAll(async () => {
  unit = await startTestUnit()
  await unit.onShift('nurse', true)
})
afterAll(() => unit.close())

const events = async (pairId: string) => {
  const { events: found } = await unit
    .as('nurse')
    .ok<{ events: { event: string }[] }>('communications.ofPair', { pairId })
  return found.map(({ event }) => event)
}

test('whoever had been told is rung back, and nobody else; not once it was right after all', async () => {
  const family = await unit.arrive({ bed: 2 })
  const act = actsOn(unit, family)
  const episodeId = await act.raise({ findings: ['unresponsive'] })
  await unit.as('nurse').signIn()
  const { events: all } = await unit
    .as('nurse')
    .ok<{ events: LoopEvent[] }>('communications.ofPair', { pairId: family.pairId })
  const loops = all.find(({ event }) => event === 'COM-17')?.loops ?? []
  const visitor = loops.find(({ label }) => label === 'Health visitor')
  await unit.as('nurse').ok('communications.sent', {
    dutyId: visitor?.dutyId,
    sentAt: unit.clock.now(),
    method: 'telephone',
    toName: 'A. Visitor',
    shared: 'The collapse',
    sharingBasis: 'safeguarding',
  })
  const { outcomeId } = await unit
    .as('nurse')
    .ok<{ outcomeId: string }>(
      'unwellBaby.enteredInError',
      { episodeId, reason: 'Raised on the wrong baby' },
      { second: unit.second('ward-manager') },
    )
  const back = async () =>
    (
      await unit
        .as('nurse')
        .ok<{ events: LoopEvent[] }>('communications.ofPair', { pairId: family.pairId })
    ).events.find(({ event }) => event === 'COM-21')
  expect((await back())?.loops.map(({ label, status }) => [label, status.state])).toEqual([
    ['Health visitor', 'due'],
  ])
  expect((await back())?.loops[0]?.script.say.join(' ')).toContain('entered in error')
  await unit.as('nurse').ok('unwellBaby.reopen', {
    episodeId,
    outcomeId,
    version: 1,
    reason: 'It was the right baby',
  })
  expect(await back()).toBeUndefined()
})

test('an episode entered in error takes its duties back; re-opened, they are there again', async () => {
  const family = await unit.arrive()
  const act = actsOn(unit, family)
  const episodeId = await act.raise({ findings: ['unresponsive'] })
  const before = await events(family.pairId)
  expect(before).toContain('COM-17')
  const { outcomeId } = await unit
    .as('nurse')
    .ok<{ outcomeId: string }>(
      'unwellBaby.enteredInError',
      { episodeId, reason: 'Raised on the wrong baby' },
      { second: unit.second('ward-manager') },
    )
  expect(await events(family.pairId)).toEqual(['COM-02'])
  await unit.as('nurse').ok('unwellBaby.reopen', {
    episodeId,
    outcomeId,
    version: 1,
    reason: 'It was the right baby',
  })
  expect([...(await events(family.pairId))].sort()).toEqual([...before].sort())
})

test('rules of the unit that do not know it make no duty of it: the page says whom to ring back', async () => {
  const other = await startTestUnit()
  await other.onShift('nurse', true)
  const nurse = other.as('nurse')
  await withoutEvent(other, 'COM-21')
  const family = await other.arrive()
  const episodeId = await actsOn(other, family).raise({ findings: ['unresponsive'] })
  await nurse.signIn()
  const ofPair = () =>
    nurse.ok<{ events: LoopEvent[] }>('communications.ofPair', { pairId: family.pairId })
  const loops = (await ofPair()).events.find(({ event }) => event === 'COM-17')?.loops ?? []
  await nurse.ok('communications.sent', {
    dutyId: loops.find(({ label }) => label === 'Health visitor')?.dutyId,
    sentAt: other.clock.now(),
    method: 'telephone',
    toName: 'A. Visitor',
    shared: 'The collapse',
    sharingBasis: 'safeguarding',
  })
  await nurse.ok(
    'unwellBaby.enteredInError',
    { episodeId, reason: 'Raised on the wrong baby' },
    { second: other.second('ward-manager') },
  )
  expect((await ofPair()).events.map(({ event }) => event)).not.toContain('COM-21')
  expect(await nurse.ok('unwellBaby.episode', { episodeId })).toMatchObject({
    toldInError: {
      byDuty: false,
      told: [{ label: 'Health visitor', toName: 'A. Visitor' }],
    },
  })
  other.close()
})

/** Rules as a unit had them before the event was added: approved by another person than wrote them. */
async function withoutEvent(on: TestUnit, event: string) {
  const manager = on.as('ward-manager')
  const kinds = await manager.ok<{ kind: string; inForce: string }[]>('ruleSets.overview')
  const basedOn = kinds.find(({ kind }) => kind === 'duties')?.inForce
  const { id } = await manager.ok('ruleSets.startDraft', { basedOn, changes: 'One event less' })
  const { content } = await manager.ok<{ content: string }>('ruleSets.revision', { id })
  const rules = JSON.parse(content) as { events: { id: string }[] }
  await manager.ok('ruleSets.changeDraft', {
    id,
    version: 1,
    content: { ...rules, events: rules.events.filter((one) => one.id !== event) },
    title: 'Who must be told, and when',
    source: 'Agreed on the unit',
    reviewDue: null,
    changes: 'One event less',
    reason: 'As it was before',
  })
  await on.as('consultant').ok('ruleSets.approve', {
    id,
    version: 2,
    reason: 'Agreed by the governance meeting',
    reviewDue: '2027-11-01',
    agreedWith: 'The trust and three authorities',
  })
}
