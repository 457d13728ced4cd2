import { describe, expect, it } from 'vitest'
import { historyMeasures } from '#domain/history-review/measures.ts'
import { tableUnder } from '../../support/markdown-table.ts'
import { aFile, aStay, factsOf, june, page } from './builders.ts'

const month = { from: '2026-05-31T23:00:00.000Z', to: '2026-06-30T23:00:00.000Z' }
const later = { at: june('29 Jun 10:00'), auditSeq: 100 }

const measureOf = (id: string | undefined, version: number) => {
  const found = historyMeasures.find((one) => one.id === id && one.version === version)
  if (!found) throw new Error(`No measure ${id}, version ${version}`)
  return found
}

/** The time in a cell; null where it names none. */
const timeIn = (cell = '') => (/^\d/.test(cell) ? june(cell) : null)

describe('a document that was struck late', () => {
  it.each(
    tableUnder(page, 'A document that was struck late').map((row) => [row.line, row] as const),
  )(
    'is judged from its own time by the second version: line %s of docs/states/history-review.md',
    (_, row) => {
      const askedAt = timeIn(row.asked)
      const file = aFile([], [], {
        askedAt,
        chaseDueAt: askedAt && june('3 Jun 16:00'),
        outcome: 'not-needed',
        closedAt: timeIn(row.struck),
      })
      const facts = factsOf(aStay({ endedAt: timeIn(row['stay ended']) }), [file])
      for (const version of [1, 2])
        expect(
          measureOf(row.measure, version)
            .members(facts, month, later)
            .map((member) => member.class),
        ).toEqual([row[`version ${version}`]])
    },
  )
})
