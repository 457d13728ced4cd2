import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { measureFaults } from '#domain/assurance/catalogue.ts'
import { figureOf } from '#domain/assurance/measure.ts'
import { addMinutes, epochMs, instantOf, periodOfDays } from '#domain/shared/calendar.ts'
import { activities, sides } from '#domain/supervision/codes.ts'
import type { ConfirmationFact, DecisionVersionFact } from '#domain/supervision/coverage.ts'
import {
  currentSupervision,
  type PairFact,
  type SupervisionFacts,
  supervisionMeasures,
  supervisionOnArrival,
} from '#domain/supervision/measures.ts'
import { everywhere } from './builders.ts'
import { minuteByMinute } from './minute-by-minute.ts'
import { ruleSet } from './rules-of-the-unit.ts'

const cutAt = (at: string) => ({ at, auditSeq: 1 })
const wholeDay = periodOfDays('2026-11-23', '2026-11-23')
const at = (time: string, day = '23') => `2026-11-${day}T${time}:00.000Z`

const pair = (given: Partial<PairFact> = {}): PairFact => ({
  ...{ recordId: 'pair', version: 1, stayId: 'stay', startedAt: at('10:00'), endedAt: null },
  ...given,
})
const entered = (given: Partial<DecisionVersionFact> = {}): DecisionVersionFact => ({
  ...{
    recordId: 'A',
    version: 1,
    pairId: 'pair',
    kind: 'first',
    isReview: true,
    decidedByRole: 'nurse',
  },
  ...{ startsAt: at('09:00'), reviewDueAt: at('09:00', '24'), recordedAt: at('09:05') },
  ...{ withdrawn: false, cells: everywhere('SUP-1') },
  ...given,
})
const facts = (decisions: DecisionVersionFact[], pairs = [pair()]): SupervisionFacts => ({
  ...{ pairs, decisions, confirmations: [], ruleSets: [ruleSet] },
  ...{ checks: [], away: [], roundsKeptSince: null },
})

test('both measures agree with the catalogue', () => {
  expect(supervisionMeasures.flatMap(measureFaults)).toEqual([])
})

describe('5d-3, set before mother and baby are together', () => {
  const judged = (decisions: DecisionVersionFact[], pairs = [pair()], cut = at('12:00', '25')) =>
    supervisionOnArrival
      .members(facts(decisions, pairs), wholeDay, cutAt(cut))
      .map(({ class: of, reason }) => [of, reason])

  test('a decision for every place, made and entered before, passes', () => {
    expect(judged([entered()])).toEqual([
      [
        'pass',
        'Decided for inside and outside by the time they were together, and entered within the time allowed',
      ],
    ])
  })

  test.each<[string, DecisionVersionFact[], string]>([
    [
      'nothing set',
      [],
      'On arrival, inside: not set for every place; outside: not set for every place',
    ],
    [
      'inside alone',
      [entered({ cells: everywhere('SUP-1').slice(0, 2) })],
      'On arrival, outside: not set for every place',
    ],
    [
      'one place outside left out',
      [entered({ cells: everywhere('SUP-1').slice(0, 7) })],
      'On arrival, outside: not set for every place',
    ],
    [
      'made after',
      [entered({ startsAt: at('10:01') })],
      'On arrival, inside: not set for every place; outside: not set for every place',
    ],
    [
      'entered more than an hour after',
      [entered({ recordedAt: at('11:01') })],
      'On arrival, inside: entered too late to count; outside: entered too late to count',
    ],
    [
      'run out by then',
      [entered({ reviewDueAt: at('10:00') })],
      'On arrival, inside: already past its review; outside: already past its review',
    ],
  ])('%s fails, and says why', (_, decisions, reason) => {
    expect(judged(decisions)).toEqual([['fail', reason]])
  })

  test('entered within the hour passes', () => {
    expect(judged([entered({ recordedAt: at('11:00') })])[0]?.[0]).toBe('pass')
  })

  test('while it may still be entered it is not yet due', () => {
    expect(judged([], [pair()], at('10:59'))[0]?.[0]).toBe('not-eligible')
    expect(judged([], [pair()], at('11:00'))[0]?.[0]).toBe('fail')
  })

  test('twins are two, and a baby of another day or after the cut is not counted', () => {
    const twins = [pair({ recordId: 'one' }), pair({ recordId: 'two' })]
    expect(judged([entered({ pairId: 'one' })], twins).map(([of]) => of)).toEqual(['pass', 'fail'])
    expect(judged([], [pair({ startedAt: at('00:00', '24') })])).toEqual([])
    expect(judged([], [pair({ startedAt: at('13:00') })], at('12:00'))).toEqual([])
  })
})

describe('5d-4, covered by a current assessment', () => {
  const members = (given: SupervisionFacts, cut = at('00:00', '25')) =>
    currentSupervision.members(given, wholeDay, cutAt(cut))

  test('counts the minutes inside and outside apart, in stretches that say which decision', () => {
    const inside = entered({
      startsAt: at('12:00'),
      recordedAt: at('12:00'),
      reviewDueAt: at('15:00'),
      cells: everywhere('SUP-1').slice(0, 2),
    })
    expect(
      members(facts([inside], [pair({ endedAt: at('16:00') })])).map(
        ({ key, class: of, quantity, reason, records }) => [
          key,
          of,
          quantity,
          reason,
          records.length,
        ],
      ),
    ).toEqual([
      [
        'pair:inside:2026-11-23T10:00:00.000Z',
        'fail',
        120,
        'Not every place had been assessed: the fallback applied',
        1,
      ],
      ['pair:inside:2026-11-23T12:00:00.000Z', 'pass', 180, 'Covered by a current assessment', 2],
      [
        'pair:inside:2026-11-23T15:00:00.000Z',
        'fail',
        60,
        'The assessment was past its review: the fallback applied',
        2,
      ],
      [
        'pair:outside:2026-11-23T10:00:00.000Z',
        'fail',
        360,
        'Not every place had been assessed: the fallback applied',
        1,
      ],
    ])
  })

  test('a stay that nobody has ended counts to the cut, and not beyond the period', () => {
    const minutes = (cut: string) => figureOf(members(facts([entered()]), cut)).population
    expect(minutes(at('12:00'))).toBe(2 * 120)
    expect(minutes(at('00:00', '30'))).toBe(2 * 14 * 60)
    expect(minutes(at('09:00'))).toBe(0)
  })

  test('the day that the clocks go back has 1,500 minutes, the day they go forward 1,380', () => {
    const always = (day: string) => {
      const period = periodOfDays(day, day)
      const made = entered({
        startsAt: period.from,
        recordedAt: period.from,
        reviewDueAt: addMinutes(period.from, 7 * 1440),
      })
      const given = facts([made], [pair({ startedAt: period.from })])
      return figureOf(currentSupervision.members(given, period, cutAt(period.to)))
    }
    expect(always('2026-10-25')).toMatchObject({ pass: 3000, population: 3000, rate: 1 })
    expect(always('2026-03-29')).toMatchObject({ pass: 2760, population: 2760, rate: 1 })
  })

  test('a review due at 01:30, second time round, covers the first 01:30', () => {
    const period = periodOfDays('2026-10-25', '2026-10-25')
    const made = entered({
      startsAt: '2026-10-24T23:00:00.000Z',
      recordedAt: '2026-10-24T23:00:00.000Z',
      reviewDueAt: '2026-10-25T01:30:00.000Z',
    })
    const given = facts([made], [pair({ startedAt: period.from })])
    expect(figureOf(currentSupervision.members(given, period, cutAt(period.to)))).toMatchObject({
      pass: 2 * 150,
      fail: 2 * 1350,
    })
  })

  test('a level for one activity alone does not cover its place', () => {
    const bathing = everywhere('SUP-1').map((one) => ({ ...one, activity: 'bathing' as const }))
    expect(figureOf(members(facts([entered({ cells: bathing })]))).pass).toBe(0)
  })

  test('nobody on the unit is no minutes and no rate', () => {
    expect(figureOf(members(facts([], [])))).toMatchObject({ population: 0, rate: null })
  })
})

describe.each([
  ['back', '2026-10-24'],
  ['forward', '2026-03-28'],
])('against a count of every minute, over the night that the clocks go %s', (_, day) => {
  const from = epochMs(`${day}T12:00:00.000Z`)
  const someTime = fc
    .oneof(
      fc.integer({ min: 0, max: 72 * 3600 }),
      // Moments that often meet: starts and ends that fall together.
      fc.integer({ min: 0, max: 12 }).map((quarter) => quarter * 6 * 3600),
    )
    .map((seconds) => instantOf(from + seconds * 1000))
  const someCells = fc.oneof(
    fc.constant(everywhere('SUP-3')),
    fc.subarray([...everywhere('SUP-2')]),
    fc
      .constantFrom(...activities)
      .map((activity) => everywhere('SUP-1').map((one) => ({ ...one, activity }))),
  )
  const someVersion = fc.record({
    startsAt: someTime,
    reviewDueAt: someTime,
    recordedAt: someTime,
    cells: someCells,
  })
  const someDecision = fc.record({
    versions: fc.array(someVersion, { minLength: 1, maxLength: 3 }),
    withdrawn: fc.boolean(),
    raise: fc.boolean(),
    by: fc.constantFrom('nurse' as const, 'nursery-nurse' as const),
    word: fc.option(
      fc.record({ confirmed: fc.boolean(), confirmedAt: someTime, recordedAt: someTime }),
      { nil: null },
    ),
  })
  const someFacts = fc.record({
    decisions: fc.array(someDecision, { maxLength: 5 }),
    startedAt: someTime,
    endedAt: fc.option(someTime, { nil: null }),
  })

  interface Some {
    decisions: {
      versions: Pick<DecisionVersionFact, 'startsAt' | 'reviewDueAt' | 'recordedAt' | 'cells'>[]
      withdrawn: boolean
      raise: boolean
      by: 'nurse' | 'nursery-nurse'
      word: Omit<ConfirmationFact, 'decisionId'> | null
    }[]
    startedAt: string
    endedAt: string | null
  }

  const built = (given: Some): SupervisionFacts => ({
    pairs: [pair({ startedAt: given.startedAt, endedAt: given.endedAt })],
    decisions: given.decisions.flatMap(({ versions, withdrawn, raise, by }, index) => {
      const recorded = versions.map(({ recordedAt }) => recordedAt).sort()
      return versions.map((version, v) =>
        entered({
          ...version,
          recordId: `D${index}`,
          version: v + 1,
          recordedAt: recorded[v] ?? '',
          // A whole assessment may raise too: the direction says nothing of what it covers.
          kind: raise || by === 'nursery-nurse' ? 'raise' : 'renewal',
          isReview: !raise,
          decidedByRole: raise ? by : 'nurse',
          withdrawn: withdrawn && v > 0 && v === versions.length - 1,
        }),
      )
    }),
    confirmations: given.decisions.flatMap(({ word }, index) =>
      word ? [{ ...word, decisionId: `D${index}` }] : [],
    ),
    ruleSets: [ruleSet],
    checks: [],
    away: [],
    roundsKeptSince: null,
  })
  const period = { from: instantOf(from + 8 * 3_600_000), to: instantOf(from + 56 * 3_600_000) }

  test('the covered minutes are the same, side by side, for any overlapping, late and corrected decisions', () => {
    fc.assert(
      fc.property(someFacts, (given) => {
        const all = built(given)
        const members = currentSupervision.members(all, period, cutAt(period.to))
        for (const side of sides) {
          const [only] = all.pairs
          const minutes = only ? minuteByMinute(all, only, side, period.from, period.to) : []
          const figure = figureOf(members.filter(({ group }) => group === side))
          expect(figure.pass).toBe(minutes.filter((covered) => covered).length)
          expect(figure.population).toBe(minutes.length)
          expect(figure.pass + figure.fail + figure.incomplete + figure.notEligible).toBe(
            figure.population,
          )
        }
      }),
      { numRuns: 150 },
    )
  }, 60_000)

  test('and by any cut, of any period, with twins side by side', () => {
    fc.assert(
      fc.property(
        someFacts,
        someFacts,
        fc.tuple(someTime, someTime, someTime),
        (first, second, [one, two, cutTime]) => {
          const [start = one, end = two] = [one, two].sort()
          const within = { from: start, to: end }
          const other = (fact: { recordId: string }) => ({
            ...fact,
            recordId: `twin ${fact.recordId}`,
          })
          const [mine, twin] = [built(first), built(second)]
          const all: SupervisionFacts = {
            ...mine,
            pairs: [...mine.pairs, ...twin.pairs.map((each) => ({ ...each, ...other(each) }))],
            // What was recorded after the cut had not been recorded by then.
            decisions: [
              ...mine.decisions,
              ...twin.decisions.map((each) => ({
                ...each,
                ...other(each),
                pairId: `twin ${each.pairId}`,
              })),
            ].filter(({ recordedAt }) => recordedAt <= cutTime),
            confirmations: [
              ...mine.confirmations,
              ...twin.confirmations.map((each) => ({
                ...each,
                decisionId: `twin ${each.decisionId}`,
              })),
            ].filter(({ recordedAt }) => recordedAt <= cutTime),
          }
          const members = currentSupervision.members(all, within, cutAt(cutTime))
          const until = end < cutTime ? end : cutTime
          for (const side of sides)
            for (const each of all.pairs) {
              const minutes = minuteByMinute(all, each, side, start, until)
              const figure = figureOf(
                members.filter(
                  ({ group, key }) => group === side && key.startsWith(`${each.recordId}:`),
                ),
              )
              expect(figure.pass).toBe(minutes.filter((covered) => covered).length)
              expect(figure.population).toBe(minutes.length)
            }
        },
      ),
      { numRuns: 40 },
    )
  }, 120_000)

  test('members join without a gap, each with its own key', () => {
    fc.assert(
      fc.property(someFacts, (given) => {
        const members = currentSupervision.members(built(given), period, cutAt(period.to))
        expect(new Set(members.map(({ key }) => key)).size).toBe(members.length)
        for (const side of sides) {
          const of = members.filter(({ group }) => group === side)
          for (const [index, member] of of.entries()) {
            const next = of[index + 1]
            if (next) expect(addMinutes(member.at, member.quantity)).toBe(next.at)
          }
        }
      }),
    )
  })

  test('the order in which the rows come makes no difference', () => {
    fc.assert(
      fc.property(someFacts, (given) => {
        const all = built(given)
        const turned = {
          ...all,
          decisions: all.decisions.toReversed(),
          confirmations: all.confirmations.toReversed(),
        }
        expect(currentSupervision.members(turned, period, cutAt(period.to))).toEqual(
          currentSupervision.members(all, period, cutAt(period.to)),
        )
      }),
    )
  })

  // Of one that was entered late, an edit may uncover what stood, and was known, before it.
  test('an edit of a decision that was entered in time never covers a minute before it was made', () => {
    fc.assert(
      fc.property(
        someFacts,
        someTime,
        someTime,
        someTime,
        (given, edited, startsAt, reviewDueAt) => {
          const all = built({
            ...given,
            decisions: given.decisions.map((d) => ({ ...d, withdrawn: false })),
          })
          const target = all.decisions.at(-1)
          if (!target || all.decisions.some(({ recordedAt }) => recordedAt > edited)) return
          if (target.version > 1 || target.recordedAt > target.startsAt) return
          const edit = {
            ...target,
            version: target.version + 1,
            recordedAt: edited,
            startsAt,
            reviewDueAt,
          }
          const until = { from: period.from, to: edited }
          const passed = (decisions: DecisionVersionFact[]) =>
            figureOf(currentSupervision.members({ ...all, decisions }, until, cutAt(period.to)))
              .pass
          expect(passed([...all.decisions, edit])).toBeLessThanOrEqual(passed([...all.decisions]))
        },
      ),
    )
  })
})

test('ten years of twelve beds are measured in a blink', () => {
  const pairs: PairFact[] = []
  const decisions: DecisionVersionFact[] = []
  for (let bed = 0; bed < 12; bed += 1) {
    for (let month = 0; month < 60; month += 1) {
      const startedAt = instantOf(Date.UTC(2016, month * 2, 1 + bed, 10))
      const id = `pair-${bed}-${month}`
      pairs.push(pair({ recordId: id, startedAt, endedAt: addMinutes(startedAt, 56 * 1440) }))
      for (let n = 0; n < 19; n += 1) {
        const startsAt = addMinutes(startedAt, n * 3 * 1440)
        const ends = {
          reviewDueAt: addMinutes(startsAt, 3 * 1440),
          recordedAt: addMinutes(startsAt, 10),
        }
        decisions.push(entered({ recordId: `${id}-${n}`, pairId: id, startsAt, ...ends }))
      }
    }
  }
  const all = facts(decisions, pairs)
  const decade = periodOfDays('2016-01-01', '2026-12-31')
  const quarter = periodOfDays('2020-01-01', '2020-03-31')
  const timed = (period: typeof decade) => {
    const start = performance.now()
    currentSupervision.members(all, period, cutAt(decade.to))
    return performance.now() - start
  }
  timed(decade)
  expect(timed(decade)).toBeLessThan(1500)
  expect(timed(quarter)).toBeLessThan(300)
})
