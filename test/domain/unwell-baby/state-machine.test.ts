import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addMinutes } from '#domain/shared/calendar.ts'
import type { Instant } from '#domain/shared/time.ts'
import { type Act, actKinds, faultsOfAct } from '#domain/unwell-baby/acts.ts'
import { episodeClock } from '#domain/unwell-baby/clock.ts'
import { bandsReached, type EpisodeFacts, recognisedFirst } from '#domain/unwell-baby/episode.ts'
import { demandsOf, endedBy, escalationAt } from '#domain/unwell-baby/escalation.ts'
import { rankOf } from '#domain/unwell-baby/escalation-content.ts'
import { pathway } from '#domain/unwell-baby/pathway.ts'
import { type helpers, outcomeKinds } from '#domain/unwell-baby/record.ts'
import {
  at,
  concern,
  contact,
  episode,
  infection,
  observations,
  outcome,
  version,
} from './builders.ts'
import { escortChoice } from './escort-builders.ts'
import { rules } from './rules-of-the-unit.ts'

/** A thing done at a moment: what the service would write if the rules let it. */
interface Deed {
  name: string
  act(facts: EpisodeFacts, now: Instant): Act
  write(facts: EpisodeFacts, now: Instant): EpisodeFacts
}

const set = (now: Instant, values: Parameters<typeof observations>[0]) => ({
  ...version(),
  episodeId: 'episode-1',
  ...observations(values, { observedAt: now }),
})

const observe = (name: string, values: Parameters<typeof observations>[0]): Deed => ({
  name,
  act: (_, now) => ({ kind: 'observe', observedAt: now }),
  write: (facts, now) => ({ ...facts, sets: [...facts.sets, set(now, values)] }),
})

const reach = (whom: (typeof helpers)[number]): Deed => ({
  name: `${whom} reached`,
  act: (_, now) => ({ kind: 'record-help', calledAt: now, reachedAt: now, seenAt: now }),
  write: (facts, now) => ({
    ...facts,
    contacts: [
      ...facts.contacts,
      contact({ whom, calledAt: now, reachedAt: now, seenAt: now, seenBy: 'Dr A. Test' }),
    ],
  }),
})

const end = (kind: (typeof outcomeKinds)[number]): Deed => ({
  name: `outcome ${kind}`,
  act: (_, now) => ({ kind: 'end', outcome: kind, at: now }),
  write: (facts, now) => ({
    ...facts,
    outcomes: [...facts.outcomes, outcome({ kind, at: now })],
  }),
})

const answer = (value: 'yes' | 'no' | 'not-sure'): Deed => ({
  name: `infection ${value}`,
  act: (_, now) => ({ kind: 'answer-infection', answer: value, answeredAt: now }),
  write: (facts, now) => ({
    ...facts,
    infection: [...facts.infection, infection({ answer: value, answeredAt: now, recordedAt: now })],
  }),
})

const recognised = (name: string, minutes: number): Deed => ({
  name,
  act: (facts) => ({
    kind: 'correct-recognition',
    recognisedAt: addMinutes(recognisedFirst(facts), minutes),
    reason: 'The clock in the room was wrong',
  }),
  write: (facts) => ({
    ...facts,
    concern: [
      ...facts.concern,
      concern({
        version: facts.concern.length + 1,
        recognisedAt: addMinutes(recognisedFirst(facts), minutes),
        mobility: 'mobile',
      }),
    ],
  }),
})

const correctedSet = (name: string, change: { withdrawn: boolean }): Deed => ({
  name,
  act: (facts, now) => ({ kind: 'observe', observedAt: facts.sets.at(-1)?.observedAt ?? now }),
  write: (facts, now) => {
    const last = facts.sets.at(-1)
    if (!last) return facts
    const next = { ...version(), ...change, recordId: last.recordId, version: last.version + 1 }
    return {
      ...facts,
      sets: [...facts.sets, { ...set(now, {}), observedAt: last.observedAt, ...next }],
    }
  },
})

const deeds: Deed[] = [
  observe('well set', {}),
  observe('sick set', { 'heart-rate': 190, 'respiratory-rate': 72 }),
  observe('worrying set', { 'heart-rate': 155 }),
  observe('empty set', { temperature: undefined, 'heart-rate': undefined }),
  correctedSet('last set corrected to well', { withdrawn: false }),
  correctedSet('last set withdrawn', { withdrawn: true }),
  answer('yes'),
  answer('not-sure'),
  answer('no'),
  reach('999'),
  reach('on-call-paediatrics'),
  reach('nhs-111'),
  reach('nurse-in-charge'),
  {
    name: 'raised',
    act: (_, now) => ({ kind: 'raise', chosenAt: now }),
    write: (facts, now) => ({
      ...facts,
      raises: [
        ...facts.raises,
        { ...version(), episodeId: 'episode-1', level: 'high', chosenAt: now, why: 'Not right' },
      ],
    }),
  },
  {
    name: 'taken over',
    act: (_, now) => ({ kind: 'take-over', tookOverAt: now }),
    write: (facts, now) => ({
      ...facts,
      responders: [
        ...facts.responders,
        { ...version(), episodeId: 'episode-1', staffId: 'staff-2', tookOverAt: now },
      ],
    }),
  },
  {
    name: 'escort decided',
    act: (_, now) => ({ kind: 'decide-escort', decidedAt: now }),
    write: (facts, now) => ({
      ...facts,
      escorts: [...facts.escorts, escortChoice({ decidedAt: now })],
    }),
  },
  {
    name: 'left',
    act: (_, now) => ({
      kind: 'leave',
      leftAt: now,
      arrivedAt: null,
      handedOverAt: null,
      returnedAt: null,
    }),
    write: (facts, now) => ({
      ...facts,
      departures: [
        ...facts.departures,
        {
          ...version(),
          episodeId: 'episode-1',
          leftAt: now,
          destination: 'Emergency department',
          arrivedAt: null,
          handedOverTo: null,
          handedOverAt: null,
          motherCannotGo: false,
          returnedAt: null,
        },
      ],
    }),
  },
  recognised('recognition moved earlier', -20),
  recognised('recognition moved later', 20),
  ...outcomeKinds.map(end),
  {
    name: 'debriefed',
    act: (_, now) => ({ kind: 'debrief', heldAt: now }),
    write: (facts, now) => ({
      ...facts,
      debriefs: [
        ...facts.debriefs,
        { ...version(), episodeId: 'episode-1', heldAt: now, learning: 'Ring sooner' },
      ],
    }),
  },
]

const nurse = { isNurseOrDoctor: true, isNurseInCharge: true, secondIsAnother: true }
const nobody = { wanted: 0, open: [], doneAt: null, anyLate: false }

/** Does it if the rules let it; otherwise nothing happens. */
function done(facts: EpisodeFacts, deed: Deed, now: Instant): EpisodeFacts {
  return faultsOfAct(facts, deed.act(facts, now), nurse, now).length === 0
    ? deed.write(facts, now)
    : facts
}

/** What must hold of any step from one state to the next. */
function expectNothingLost(before: EpisodeFacts, after: EpisodeFacts, deed: Deed, now: Instant) {
  const ended = endedBy(before)
  if (ended) expect(endedBy(after), deed.name).toEqual(ended)
  if (!deed.name.startsWith('outcome')) expect(endedBy(after), deed.name).toEqual(ended)
  if (!ended && endedBy(after)) expect(deed.name).toContain('outcome')

  const clock = { before: episodeClock(before, now), after: episodeClock(after, now) }
  expect(clock.after.startedAt <= clock.before.startedAt, deed.name).toBe(true)
  expect(clock.after.elapsedMs, deed.name).toBeGreaterThanOrEqual(clock.before.elapsedMs)
  expect(clock.after.running, deed.name).toBe(endedBy(after) === undefined)

  const reached = bandsReached(rules, before)
  const reachedNow = bandsReached(rules, after)
  for (const { band, at: since } of reached) {
    const still = reachedNow.find((one) => one.band === band)
    expect(still, `${deed.name} cleared ${band}`).toBeDefined()
    expect((still?.at ?? '~') <= since, `${deed.name} moved ${band} later`).toBe(true)
  }
  const strictest = (bands: typeof reached) =>
    Math.min(...bands.map(({ band }) => rankOf(rules.routes, band)))
  expect(strictest(reachedNow)).toBeLessThanOrEqual(strictest(reached))

  for (const demand of demandsOf(rules, before)) {
    const still = demandsOf(rules, after).find(({ key }) => key === demand.key)
    expect(still, `${deed.name} cleared ${demand.key}`).toBeDefined()
    expect((still?.dueAt ?? '~') <= demand.dueAt, `${deed.name} moved ${demand.key} later`).toBe(
      true,
    )
    if (demand.metAt === null && still?.metAt != null)
      expect(deed.name, `${deed.name} met ${demand.key}`).toMatch(/reached|left/)
  }
  const open = escalationAt(rules, before, now) !== null
  if (open && escalationAt(rules, after, now) === null)
    expect(deed.name, `${deed.name} cleared the escalation`).toMatch(/outcome|reached/)
}

const starts: Record<string, EpisodeFacts> = {
  'a concern alone': episode(),
  'a sick baby': episode({ sets: [set(at('14:05'), { 'heart-rate': 190 })] }),
  'a bruise': episode({ concern: [concern({ findings: ['bruise-or-injury'] })] }),
  'infection ruled out': episode({
    infection: [infection({ auditSeq: 0 })],
    sets: [set(at('14:05'), { 'heart-rate': 165 })],
  }),
}

describe('the state machine', () => {
  test('the deeds here are all that can be done', () => {
    const kinds = deeds.map((deed) => deed.act(episode(), at('14:05')).kind)
    expect([...new Set(kinds)].sort()).toEqual([...actKinds].sort())
  })

  test.each(Object.entries(starts))(
    '%s: no pair of acts clears or delays what was reached; nothing but an outcome ends it',
    (_, start) => {
      for (const first of deeds) {
        const afterFirst = done(start, first, at('14:10'))
        expectNothingLost(start, afterFirst, first, at('14:10'))
        for (const second of deeds) {
          const afterSecond = done(afterFirst, second, at('14:20'))
          expectNothingLost(afterFirst, afterSecond, second, at('14:20'))
        }
      }
    },
  )

  test('nor does any row of up to eight acts', () => {
    const row = fc.array(fc.constantFrom(...deeds), { minLength: 1, maxLength: 8 })
    const start = fc.constantFrom(...Object.values(starts))
    fc.assert(
      fc.property(start, row, (facts, acts) => {
        let before = facts
        let now = at('14:10')
        for (const deed of acts) {
          const after = done(before, deed, now)
          expectNothingLost(before, after, deed, now)
          expect(pathway(rules, after, nobody, now).map(({ key }) => key)).toEqual([
            ...['concern', 'observations', 'help', 'escort', 'tell', 'return', 'debrief'],
          ])
          before = after
          now = addMinutes(now, 7)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('an outcome that is withdrawn sets the clock and the escalation going again', () => {
    const start = starts['a sick baby'] ?? episode()
    const ended = done(start, end('reviewed-and-well'), at('14:30'))
    expect(escalationAt(rules, ended, at('14:40'))).toBeNull()
    expect(episodeClock(ended, at('14:40')).running).toBe(false)
    const again = { ...ended, outcomes: [] }
    expect(escalationAt(rules, again, at('14:40'))).toMatchObject({ late: true })
    expect(episodeClock(again, at('14:40')).running).toBe(true)
  })
})
