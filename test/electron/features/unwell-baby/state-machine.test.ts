import { afterAll, beforeAll, expect, test } from 'vitest'
import { addMinutes } from '#domain/shared/calendar.ts'
import type { EpisodePage } from '../../../../electron/features/unwell-baby/view.ts'
import { type Arrived, startTestUnit, type TestUnit } from '../../../support/app.ts'
import { setOf } from './acting.ts'

let unit: TestUnit
let family: Arrived
beforeAll(async () => {
  unit = await startTestUnit()
  family = await unit.arrive({ bed: 0, bornOn: '2026-07-20', at: unit.clock.now() })
  unit.clock.pass(60)
})
afterAll(() => unit.close())

/** One act through the API; what the rules refuse changes nothing. */
interface Deed {
  name: string
  path: string
  input(page: EpisodePage, now: string): object
}

const observe = (name: string, values: Parameters<typeof setOf>[0]): Deed => ({
  name,
  path: 'observe',
  input: (_, now) => ({ babyId: family.babyId, ...setOf(values, now) }),
})
const infection = (answer: string): Deed => ({
  name: `infection ${answer}`,
  path: 'answerInfection',
  input: (_, now) => ({ answer, why: 'By what is seen', answeredAt: now }),
})
const reach = (whom: string): Deed => ({
  name: `${whom} reached`,
  path: 'reached',
  input: (_, now) => ({ whom, reachedAt: now, reachedName: 'Dr A. Test' }),
})
const recognised = (name: string, minutes: number): Deed => ({
  name,
  path: 'correctRecognised',
  input: ({ version, concern }) => ({
    version,
    recognisedAt: addMinutes(concern.recognisedFirst, minutes),
    reason: 'The clock in the room was wrong',
  }),
})
const end = (kind: string): Deed => ({
  name: `outcome ${kind}`,
  path: 'outcome',
  input: (_, now) => ({ kind, at: now, plan: 'As agreed', reviewAt: null }),
})

const deeds: Deed[] = [
  observe('well set', {}),
  observe('sick set', { 'heart-rate': 190 }),
  {
    name: 'last set corrected to well',
    path: 'correctObservation',
    input: ({ observations }, now) => ({
      setId: observations.at(-1)?.setId,
      version: observations.at(-1)?.version,
      reason: 'Counted wrongly',
      ...setOf({}, observations.at(-1)?.observedAt ?? now),
    }),
  },
  {
    name: 'last set withdrawn',
    path: 'withdrawObservation',
    input: ({ observations }) => ({
      setId: observations.at(-1)?.setId,
      version: observations.at(-1)?.version,
      reason: 'Of another baby',
    }),
  },
  infection('no'),
  infection('yes'),
  reach('999'),
  reach('on-call-paediatrics'),
  {
    name: '999 rung',
    path: 'rang',
    input: (_, now) => ({ whom: '999', calledAt: now }),
  },
  {
    name: 'level raised',
    path: 'raiseLevel',
    input: (_, now) => ({ level: 'high', chosenAt: now, why: 'Not right' }),
  },
  {
    name: 'concern described anew',
    path: 'changeConcern',
    input: ({ version }) => ({
      version,
      whose: 'staff',
      words: '',
      basis: { kind: 'observed' },
      findings: [],
      mobility: 'mobile',
      reason: 'Said more exactly',
    }),
  },
  recognised('recognition earlier', -20),
  recognised('recognition later', 20),
  { name: 'escort decided', path: 'decideEscort', input: (_, now) => ({ decidedAt: now }) },
  { name: 'left', path: 'left', input: (_, now) => ({ leftAt: now, destination: 'Hospital' }) },
  end('reviewed-and-well'),
  end('died'),
]

const nurse = () => unit.as('nurse')
const page = (episodeId: string) => nurse().ok<EpisodePage>('unwellBaby.episode', { episodeId })

async function done(episodeId: string, deed: Deed, before: EpisodePage): Promise<EpisodePage> {
  const input = { episodeId, ...deed.input(before, unit.clock.now()) }
  await nurse().call(`unwellBaby.${deed.path}`, input)
  return page(episodeId)
}

function expectNothingCleared(before: EpisodePage, after: EpisodePage, deed: Deed): void {
  const ends = deed.path === 'outcome'
  if (!ends) expect(after.clock.running, deed.name).toBe(before.clock.running)
  if (!before.clock.running) expect(after.clock.running, deed.name).toBe(false)
  expect(after.clock.startedAt <= before.clock.startedAt, deed.name).toBe(true)
  if (after.clock.running)
    expect(after.clock.elapsedMs, deed.name).toBeGreaterThanOrEqual(before.clock.elapsedMs)
  for (const { band, at } of before.bands) {
    const still = after.bands.find((one) => one.band === band)
    expect(still, `${deed.name} cleared ${band}`).toBeDefined()
    expect((still?.at ?? '~') <= at, `${deed.name} moved ${band} later`).toBe(true)
  }
  for (const { key, dueAt, metAt } of before.help.demands) {
    const still = after.help.demands.find((one) => one.key === key)
    expect(still, `${deed.name} cleared ${key}`).toBeDefined()
    expect((still?.dueAt ?? '~') <= dueAt, `${deed.name} moved ${key} later`).toBe(true)
    if (metAt === null && still?.metAt != null)
      expect(deed.name, `${deed.name} met ${key}`).toMatch(/reached$/)
  }
  if (before.help.now && !after.help.now)
    expect(deed.name, `${deed.name} cleared the escalation`).toMatch(/outcome|reached/)
}

const pairs = deeds.flatMap((first) => deeds.map((second) => ({ first, second })))

test.each(deeds)('after “$name” no second act clears or delays what was reached', async (first) => {
  await nurse().signIn()
  for (const { second } of pairs.filter((pair) => pair.first === first)) {
    unit.clock.pass(2)
    const { episodeId } = await nurse().ok<{ episodeId: string }>('unwellBaby.raise', {
      pairId: family.pairId,
      recognisedAt: addMinutes(unit.clock.now(), -1),
      whose: 'carer',
      basis: { kind: 'told', by: 'Mother' },
      another: true,
    })
    await nurse().ok('unwellBaby.observe', {
      episodeId,
      babyId: family.babyId,
      ...setOf({ 'heart-rate': 165 }, unit.clock.now()),
    })
    const start = await page(episodeId)
    unit.clock.pass(0.5)
    const one = await done(episodeId, first, start)
    expectNothingCleared(start, one, first)
    unit.clock.pass(0.5)
    const two = await done(episodeId, second, one)
    expectNothingCleared(one, two, second)
    expect(two.clock.running).toBe(two.outcomes.length === 0)
  }
})
