import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addMinutes } from '#domain/shared/calendar.ts'
import { activities, cellLevels, places, sides } from '#domain/supervision/codes.ts'
import {
  type DecisionVersionFact,
  minuteOf,
  pairDecisions,
  standingAt,
} from '#domain/supervision/coverage.ts'
import { supervisionAt } from '#domain/supervision/current.ts'
import type { Cell, DecisionFact } from '#domain/supervision/record.ts'
import { everywhere } from './builders.ts'
import { rules } from './rules-of-the-unit.ts'

/**
 * What the board shows as the fallback, measure 5d-4 counts as not covered, and the other way round: asked of
 * both at one minute, with all that had been recorded by then and nothing entered late.
 */

const dawn = '2026-10-25T00:00:00.000Z'
const someMinute = fc.oneof(
  fc.integer({ min: 0, max: 600 }),
  fc.integer({ min: 0, max: 10 }).map((n) => n * 60),
)
const someCell = fc.record({
  place: fc.constantFrom(...places),
  activity: fc.constantFrom(...activities),
  level: fc.constantFrom(...cellLevels),
})
const someCells: fc.Arbitrary<Cell[]> = fc.oneof(
  fc.constantFrom(...cellLevels).map(everywhere),
  fc.uniqueArray(someCell, { maxLength: 12, selector: ({ place, activity }) => place + activity }),
)
const someDecision = fc.record({
  start: someMinute,
  length: fc.integer({ min: 1, max: 400 }),
  cells: someCells,
  is: fc.constantFrom(
    'review' as const,
    'raise-by-nurse' as const,
    'raise-by-nursery-nurse' as const,
  ),
  word: fc.option(fc.record({ confirmed: fc.boolean(), after: fc.integer({ max: 120, min: 0 }) }), {
    nil: null,
  }),
})
type Some = typeof someDecision extends fc.Arbitrary<infer T> ? T : never

const bothOf = (made: Some, index: number, at: string) => {
  const startsAt = addMinutes(dawn, made.start)
  const shared = {
    recordId: `D${index}`,
    version: 1,
    kind: 'raise' as const,
    isReview: made.is === 'review',
    decidedByRole:
      made.is === 'raise-by-nursery-nurse' ? ('nursery-nurse' as const) : ('nurse' as const),
    startsAt,
    reviewDueAt: addMinutes(startsAt, made.length),
    cells: made.cells,
  }
  const givenAt = made.word && addMinutes(startsAt, made.word.after)
  const word =
    made.word && givenAt && givenAt <= at
      ? { confirmed: made.word.confirmed, confirmedAt: givenAt }
      : null
  const onBoard: DecisionFact = { ...shared, authorityRequirement: null, confirmation: word }
  const measured: DecisionVersionFact = {
    ...{ ...shared, pairId: 'pair', recordedAt: startsAt, withdrawn: false },
  }
  return { onBoard, measured, word: word && { ...word, recordedAt: word.confirmedAt } }
}

const asMeasured = {
  decided: 'current',
  'fallback-expired': 'expired',
  'fallback-absent': 'absent',
} as const

test('the board and the measure say the same of every minute, inside and outside', () => {
  fc.assert(
    fc.property(fc.array(someDecision, { maxLength: 5 }), someMinute, (decisions, minute) => {
      const at = addMinutes(dawn, minute)
      const all = decisions.map((made, index) => bothOf(made, index, at))
      const board = supervisionAt(
        { rules, decisions: all.map(({ onBoard }) => onBoard), pairStartedAt: dawn },
        at,
      )
      const words = new Map(
        all.flatMap(({ onBoard: { recordId }, word }) =>
          word ? [[recordId, { ...word, decisionId: recordId }] as const] : [],
        ),
      )
      const measured = pairDecisions(
        all.map((one) => one.measured),
        words,
        () => rules,
      )
      for (const side of sides)
        expect(standingAt(measured, side, minuteOf(at)).state).toBe(asMeasured[board[side].reason])
    }),
    { numRuns: 2000 },
  )
})
