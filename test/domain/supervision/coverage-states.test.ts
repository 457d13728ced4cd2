import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { firstInstantAt } from '#domain/shared/calendar.ts'
import {
  type ConfirmationFact,
  type DecisionVersionFact,
  minuteOf,
  pairDecisions,
  standingAt,
} from '#domain/supervision/coverage.ts'
import { tableUnder } from '../../support/markdown-table.ts'
import { everywhere } from './builders.ts'
import { rules } from './rules-of-the-unit.ts'

const page = readFileSync(new URL('../../../docs/states/supervision.md', import.meta.url), 'utf8')

const clock = (time: string) =>
  time === '24:00' ? firstInstantAt('2026-11-24', '00:00') : firstInstantAt('2026-11-23', time)

type Facts = { versions: DecisionVersionFact[]; words: Map<string, ConfirmationFact> }

/** One sentence of the column "recorded", added to the facts. */
function add({ versions, words }: Facts, sentence: string) {
  const [id = '', ...said] = sentence.split(' ')
  const times = (sentence.match(/\d\d:\d\d/g) ?? []).map(clock)
  const earlier = versions.findLast(({ recordId }) => recordId === id)
  const [first = '', second = '', third = ''] = times
  if (earlier && said[0] === 'edited')
    versions.push({
      ...earlier,
      version: 2,
      recordedAt: first,
      startsAt: second,
      reviewDueAt: third,
    })
  else if (earlier && said[0] === 'withdrawn')
    versions.push({ ...earlier, version: 2, recordedAt: first, withdrawn: true })
  else if (earlier)
    words.set(id, {
      decisionId: id,
      confirmed: said[0] === 'confirmed',
      confirmedAt: first,
      recordedAt: first,
    })
  else {
    const raise = sentence.includes('a raise by a')
    versions.push({
      recordId: id,
      version: 1,
      pairId: 'pair',
      kind: raise ? 'raise' : 'first',
      isReview: !raise,
      decidedByRole: sentence.includes('nursery nurse') ? 'nursery-nurse' : 'nurse',
      startsAt: first,
      reviewDueAt: second,
      recordedAt: third,
      withdrawn: false,
      cells: everywhere('SUP-3'),
    })
  }
}

describe('5. which minutes are covered', () => {
  const rows = tableUnder(page, '5. Which minutes are covered')
  test.each(rows.map((row) => [row.line, row.recorded ?? '', row.minute ?? '', row.state]))(
    '%s: %s; %s is %s',
    (_, recorded, minute, state) => {
      const facts: Facts = { versions: [], words: new Map() }
      if (recorded !== 'nothing') for (const one of recorded.split('; ')) add(facts, one)
      const decisions = pairDecisions(facts.versions, facts.words, () => rules)
      expect(standingAt(decisions, 'inside', minuteOf(clock(minute))).state).toBe(state)
      expect(standingAt(decisions, 'outside', minuteOf(clock(minute))).state).toBe(state)
    },
  )
})
