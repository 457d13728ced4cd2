import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Arrived, startTestUnit, type TestUnit } from '../../../support/app.ts'

interface Reminders {
  waiting: { prompt: string; on: string; dueOn: string; late: boolean }[]
  joint: { lastOn: string | null; dueOn: string; late: boolean } | null
}

let unit: TestUnit
let family: Arrived
beforeEach(async () => {
  unit = await startTestUnit('2026-11-02T12:00:00.000Z')
  family = await unit.arrive({ motherName: 'Jolanta', babyName: 'Amber' })
})
afterEach(() => unit.close())

const reminders = () => unit.as('nursery-nurse').ok<Reminders>('culture.reflectionReminders')
const reflect = (changes: object = {}) =>
  unit.as('nurse').ok('culture.recordSession', {
    kind: 'reflective',
    heldOn: unit.clock.now().slice(0, 10),
    minutes: 60,
    theme: 'baby-first',
    prompt: 'ordinary',
    facilitatorId: unit.as('nurse').staffId,
    attended: [unit.as('nurse').staffId],
    outsideCount: 0,
    ...changes,
  })
const disagree = (about: string) =>
  unit.as('nurse').ok('culture.openDisagreement', {
    pairId: family.pairId,
    agency: 'social-worker',
    about,
    openedAt: '2026-11-02T11:00:00.000Z',
    ours: 'It reaches the threshold',
    theirs: 'It does not yet',
    withWhom: 'Social worker',
  })
const days = async (count: number) => {
  unit.clock.pass(count * 24 * 60)
  for (const role of ['nurse', 'nursery-nurse'] as const) await unit.as(role).signIn()
}

test('a refusal by another agency is to be reflected on within ten working days, and is late after it', async () => {
  await disagree('plan')
  expect((await reminders()).waiting).toEqual([])
  await disagree('threshold')
  const due = { prompt: 'refusal', on: '2026-11-02', dueOn: '2026-11-16' }
  expect((await reminders()).waiting).toEqual([{ ...due, late: false }])
  await days(15)
  expect((await reminders()).waiting).toEqual([{ ...due, late: true }])
  await reflect()
  expect((await reminders()).waiting).toHaveLength(1)
  await reflect({ prompt: 'refusal' })
  expect((await reminders()).waiting).toEqual([])
})

test('a baby taken to the emergency department is to be reflected on', async () => {
  await unit.as('nurse').ok('communications.happened', {
    pairId: family.pairId,
    event: 'COM-05',
    at: unit.clock.now(),
    concernOrConsent: false,
  })
  const { waiting } = await reminders()
  expect(waiting.map(({ prompt }) => prompt)).toEqual(['hospital'])
})

test('reflection with social workers is told two weeks before it is due, and is late after', async () => {
  expect((await reminders()).joint).toBeNull()
  await reflect({ kind: 'joint-reflection', outsideCount: 2, agencies: ['social-worker'] })
  await days(80)
  const joint = { lastOn: '2026-11-02', dueOn: '2027-02-02' }
  expect((await reminders()).joint).toEqual({ ...joint, late: false })
  await days(13)
  expect((await reminders()).joint).toEqual({ ...joint, late: true })
})
