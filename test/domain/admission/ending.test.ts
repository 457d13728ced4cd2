import { describe, expect, it } from 'vitest'
import { endingOf } from '#domain/admission/ending.ts'
import type { Decision, DecisionOutcome } from '#domain/admission/record.ts'
import { addHours } from '#domain/shared/calendar.ts'
import { tableUnder } from '../../support/markdown-table.ts'
import { meaningOf } from '../../support/truth-words.ts'
import { decidedAt, page } from './builders.ts'

const now = addHours(decidedAt, 100)
const leftAt = { no: null, yes: addHours(now, -1), ahead: addHours(now, 1) }

const decisionsIn = (cell = ''): Decision[] =>
  cell === '-'
    ? []
    : cell.split(', ').map((outcome, hour) => ({
        recordId: outcome,
        version: 1,
        recordedAt: addHours(decidedAt, hour),
        decidedAt: addHours(decidedAt, hour),
        outcome: outcome as DecisionOutcome,
      }))

describe('when nobody waits for information any more', () => {
  it.each(tableUnder(page, '11. When nobody waits').map((row) => [row.line, row] as const))(
    'line %s of docs/states/admission.md',
    (_, row) => {
      const facts = {
        decisions: decisionsIn(row.decisions),
        arrivedAt: row.arrived === 'yes' ? addHours(decidedAt, 2) : null,
        leftAt: meaningOf(leftAt, row.left),
      }
      expect(endingOf(facts, now)?.how ?? '-').toBe(row.ended)
    },
  )
})
