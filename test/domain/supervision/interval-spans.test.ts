import fc from 'fast-check'
import { expect, test } from 'vitest'
import { epochMs, instantOf } from '#domain/shared/calendar.ts'
import { activities } from '#domain/supervision/codes.ts'
import type { ConfirmationFact, DecisionVersionFact } from '#domain/supervision/coverage.ts'
import { supervisionAt } from '#domain/supervision/current.ts'
import { intervalSpans } from '#domain/supervision/interval-spans.ts'
import { instantOfMinute, wholeMinute } from '#domain/supervision/rounds.ts'
import { levelRuleOf } from '#domain/supervision/rule-content.ts'
import { everywhere } from './builders.ts'
import { rules } from './rules-of-the-unit.ts'

const from = '2026-05-01T00:00:00.000Z'
/** Half a minute past, so that no change falls on the very minute that is asked for. */
const someTime = fc
  .oneof(
    fc.integer({ min: 0, max: 36 * 60 }),
    fc.integer({ min: 0, max: 6 }).map((n) => n * 6 * 60),
  )
  .map((minutes) => instantOf(epochMs(from) + minutes * 60_000 + 30_000))
const someLevel = fc.constantFrom('SUP-1', 'SUP-2', 'SUP-3', 'SUP-4', 'not-allowed' as const)
const someCells = someLevel.chain((level) =>
  fc.oneof(
    fc.constant(everywhere(level)),
    fc.subarray([...everywhere(level)]),
    fc
      .constantFrom(...activities)
      .map((activity) => everywhere(level).map((one) => ({ ...one, activity }))),
  ),
)
const someVersions = fc.array(
  fc.record({
    startsAt: someTime,
    reviewDueAt: someTime,
    recordedAt: someTime,
    withdrawn: fc.boolean(),
    cells: someCells,
  }),
  { minLength: 1, maxLength: 3 },
)
const someDecision = fc.record({
  versions: someVersions,
  raise: fc.boolean(),
  word: fc.option(
    fc.record({ confirmed: fc.boolean(), confirmedAt: someTime, recordedAt: someTime }),
    { nil: undefined },
  ),
})

/** What was on record at an instant, told plainly: the highest version that was known, unless withdrawn. */
function knownAt(
  versions: readonly DecisionVersionFact[],
  words: ReadonlyMap<string, ConfirmationFact>,
  at: string,
) {
  return [...Map.groupBy(versions, ({ recordId }) => recordId).values()].flatMap((all) => {
    const newest = all.filter(({ recordedAt }) => recordedAt <= at).at(-1)
    if (!newest || newest.withdrawn) return []
    const word = words.get(newest.recordId)
    const confirmation = word && word.recordedAt <= at ? word : null
    return [{ ...newest, authorityRequirement: null, confirmation }]
  })
}

test.each([
  ['of the whole of the side', false],
  ['of its strictest task, as 5d-7 was first released', true],
])(
  'at every minute the interval is that of the level inside by all decisions on record then: %s',
  (_, byStrictestTask) => {
    fc.assert(
      fc.property(fc.array(someDecision, { maxLength: 5 }), someTime, (given, startedAt) => {
        const versions = given.flatMap(({ versions: all, raise }, index) =>
          all.map((one, at): DecisionVersionFact => {
            const by = raise
              ? ({ kind: 'raise', decidedByRole: 'nursery-nurse' } as const)
              : ({ kind: 'renewal', decidedByRole: 'nurse' } as const)
            return {
              ...one,
              ...by,
              isReview: !raise,
              recordId: `d${index}`,
              version: at + 1,
              pairId: 'pair',
            }
          }),
        )
        const words = new Map(
          given.flatMap(({ word }, index): [string, ConfirmationFact][] =>
            word ? [[`d${index}`, { ...word, decisionId: `d${index}` }]] : [],
          ),
        )
        const within = { from: wholeMinute(from), to: wholeMinute(from) + 40 * 60, byStrictestTask }
        const spans = intervalSpans({ startedAt }, versions, words, rules, within)
        for (const { from: start, to, everyMinutes } of spans)
          for (let minute = start; minute < to; minute += 7) {
            const at = instantOfMinute(minute)
            const decisions = knownAt(versions, words, at)
            const { inside } = supervisionAt({ rules, decisions, pairStartedAt: startedAt }, at)
            const { general, reason } = inside
            const level = reason === 'decided' && !byStrictestTask ? general : inside.level
            const expected = level === 'not-allowed' ? null : levelRuleOf(rules, level).roundMinutes
            expect(everyMinutes).toBe(expected)
          }
      }),
      { numRuns: 60 },
    )
  },
)
