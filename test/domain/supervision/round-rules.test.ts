import { expect, test } from 'vitest'
import { periodOfDays } from '#domain/shared/calendar.ts'
import { roundsDone } from '#domain/supervision/round-measure.ts'
import type { SupervisionRules } from '#domain/supervision/rule-content.ts'
import { everywhere } from './builders.ts'
import { ruleSet } from './rules-of-the-unit.ts'

const at = (time: string) => `2026-11-23T${time}:00.000Z`

/** The rules with another interval at General, approved at a time. */
const revision = (everyMinutes: number, approvedAt: string) => ({
  ...ruleSet,
  recordId: 'later',
  recordedAt: approvedAt,
  effectiveFrom: approvedAt,
  approvedAt,
  content: {
    ...ruleSet.content,
    levels: ruleSet.content.levels.map((level) =>
      level.code === 'SUP-3' ? { ...level, roundMinutes: everyMinutes } : level,
    ),
  } satisfies SupervisionRules,
})

test('a due time goes by the rules in force then, not by those at the arrival', () => {
  const members = roundsDone.members(
    {
      pairs: [
        { recordId: 'pair', version: 1, stayId: 'stay', startedAt: at('09:00'), endedAt: null },
      ],
      decisions: [
        {
          recordId: 'A',
          version: 1,
          pairId: 'pair',
          kind: 'first',
          isReview: true,
          decidedByRole: 'nurse',
          startsAt: at('08:00'),
          reviewDueAt: '2026-11-25T08:00:00.000Z',
          recordedAt: at('08:00'),
          withdrawn: false,
          cells: everywhere('SUP-3'),
        },
      ],
      confirmations: [],
      ruleSets: [ruleSet, revision(30, at('11:00'))],
      checks: [],
      away: [],
      roundsKeptSince: at('08:00'),
    },
    periodOfDays('2026-11-23', '2026-11-23'),
    { at: at('13:01'), auditSeq: 1 },
  )
  // Hourly at 10:00; from 11:00 every half hour to 13:00, the last with time left.
  expect(members.reduce((sum, { quantity }) => sum + quantity, 0)).toBe(1 + 5)
})
