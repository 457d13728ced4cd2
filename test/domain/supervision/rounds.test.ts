import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type CheckFact,
  type CheckOutcome,
  checkOutcomes,
  dueTimes,
  type IntervalSpan,
  judgeRounds,
} from '#domain/supervision/rounds.ts'
import { tableUnder } from '../../support/markdown-table.ts'

const page = readFileSync(new URL('../../../docs/states/rounds.md', import.meta.url), 'utf8')

// Minutes of a day: the rule asks only that an hour is a multiple of every interval.
const clock = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
const shown = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

function checkOf(words: string): CheckFact {
  const [seen = '', ...said] = words.split(' ')
  const after = (word: string) => said[said.indexOf(word) + 1] ?? ''
  const entered = said.includes('entered') ? after('entered') : seen
  return {
    recordId: words,
    version: 1,
    roundId: said.includes('with') ? after('with') : seen,
    seenAt: clock(seen),
    recordedAt: clock(entered),
    outcome: checkOutcomes.find((outcome) => said.includes(outcome)) ?? 'seen',
  }
}

describe('1. what becomes of a due time', () => {
  test.each(
    tableUnder(page, '1. What becomes of a due time').map((row) => [row.line ?? '?', row] as const),
  )('%s', (_, row) => {
    const everyMinutes = Number(row.every)
    const spans = [{ from: clock('06:01'), to: clock('14:00'), everyMinutes }]
    const words = row.checks === 'none' ? [] : (row.checks ?? '').split('; ')
    const checks = words.filter((one) => !one.startsWith('out')).map(checkOf)
    const away = words
      .filter((one) => one.startsWith('out'))
      .map((one) => {
        const [from, to, at] = one.match(/\d\d:\d\d/g)?.map(clock) ?? []
        return { from: from ?? 0, to: to ?? 0, entered: [{ from: from ?? 0, at: at ?? from ?? 0 }] }
      })
    const due = judgeRounds(spans, checks, clock(row.now ?? ''), away).find(
      ({ dueAt }) => dueAt === clock(row.due ?? ''),
    )
    expect(due?.state).toBe(row.state)
  })
})

describe('2. when a baby is due', () => {
  test.each(
    tableUnder(page, '2. When a baby is due').map((row) => [row.line ?? '?', row] as const),
  )('%s', (_, row) => {
    const starts = (row['in force'] ?? '').split('; ').map((one) => one.split(' from '))
    const spans: IntervalSpan[] = starts.map(([every = '', from = ''], index) => ({
      // At the minute itself at which they come together nothing is due.
      from: clock(from) + (index === 0 ? 1 : 0),
      to: clock(starts[index + 1]?.[1] ?? '11:01'),
      everyMinutes: every === 'none' ? null : Number(every),
    }))
    const dues = dueTimes(spans).map(({ dueAt }) => shown(dueAt))
    expect(dues.join(', ') || 'none').toBe(row.due)
  })
})

const someCheck = fc.record({
  seen: fc.integer({ min: 0, max: 600 }),
  lag: fc.integer({ min: 0, max: 90 }),
  round: fc.integer({ min: 0, max: 5 }),
  outcome: fc.constantFrom<CheckOutcome>(...checkOutcomes),
})
const someSpans = fc
  .array(
    fc.record({
      length: fc.integer({ min: 1, max: 200 }),
      every: fc.constantFrom(15, 30, 60, null),
    }),
    {
      minLength: 1,
      maxLength: 5,
    },
  )
  .map((list) => {
    let from = 0
    return list.map(({ length, every }): IntervalSpan => {
      const span = { from, to: from + length, everyMinutes: every }
      from += length
      return span
    })
  })

test('a round is never invented: each due time is answered by a check of its own or by none', () => {
  fc.assert(
    fc.property(someSpans, fc.array(someCheck, { maxLength: 20 }), (spans, made) => {
      const checks = made.map(
        ({ seen, lag, round, outcome }, index): CheckFact => ({
          recordId: `${index}`,
          version: 1,
          roundId: `${round}`,
          seenAt: seen,
          recordedAt: seen + lag,
          outcome,
        }),
      )
      const dues = judgeRounds(spans, checks, 2000)
      const used = dues.flatMap(({ check }) => check?.recordId ?? [])
      expect(new Set(used).size).toBe(used.length)
      for (const due of dues) {
        if (due.state === 'missed') expect(due.check).toBeNull()
        if (due.state === 'on-time')
          expect(Math.abs((due.check?.seenAt ?? -99) - due.dueAt)).toBeLessThanOrEqual(
            due.everyMinutes / 2,
          )
        expect(due.state).not.toBe('not-yet')
      }
    }),
  )
})

test('when it was entered never moves when it was seen', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 15 }), fc.integer({ min: 0, max: 30 }), (late, lag) => {
      const spans = [{ from: 1, to: 500, everyMinutes: 60 }]
      const check = (by: number): CheckFact => ({
        ...{ recordId: 'a', version: 1, roundId: 'r', outcome: 'seen' },
        seenAt: 60 + late,
        recordedAt: 60 + late + by,
      })
      const [now] = judgeRounds(spans, [check(0)], 900)
      const [later] = judgeRounds(spans, [check(lag)], 900)
      expect(later?.lateMinutes).toBe(now?.lateMinutes)
    }),
  )
})

test('an absence that is entered later never makes a round look better, and none makes a due time vanish', () => {
  const some = fc.record({
    from: fc.integer({ min: 0, max: 500 }),
    length: fc.integer({ min: 0, max: 300 }),
    lag: fc.integer({ min: 0, max: 200 }),
  })
  const failed = ['missed', 'away-late']
  fc.assert(
    fc.property(
      someSpans,
      fc.array(some, { maxLength: 4 }),
      fc.integer({ min: 1, max: 300 }),
      (spans, outs, more) => {
        const judged = (later: number) =>
          judgeRounds(
            spans,
            [],
            2000,
            outs.map(({ from, length, lag }) => ({
              from,
              to: from + length,
              entered: [{ from, at: from + lag + later }],
            })),
          )
        const [soon, late] = [judged(0), judged(more)]
        expect(late.length).toBe(dueTimes(spans).length)
        for (const [index, { state, dueAt, everyMinutes }] of soon.entries()) {
          if (failed.includes(state)) expect(failed).toContain(late[index]?.state)
          const covering = outs.filter(
            ({ from, length }) => from <= dueAt && dueAt <= from + length,
          )
          const known = covering.some(({ from, lag }) => from + lag <= dueAt + everyMinutes)
          expect(state).toBe(covering.length === 0 ? 'missed' : known ? 'away' : 'away-late')
        }
      },
    ),
  )
})
