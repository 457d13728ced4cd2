import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { reportStates } from '#domain/assurance/report-model.ts'
import {
  finalFaults,
  stepFault,
  type WritingStep,
  writingSteps,
} from '#domain/assurance/written/stages.ts'
import { tableUnder } from '../../../support/markdown-table.ts'

const page = readFileSync('docs/states/report-stages.md', 'utf8')
const days: Record<string, string> = {
  '1 Jan': '2027-01-01',
  '20 Jan': '2027-01-20',
  '21 Jan': '2027-01-21',
}

describe('what can be done at which stage', () => {
  const rows = tableUnder(page, '1. What can be done')
  it.each(rows.map((row) => [row.line, row] as const))(
    'line %s of docs/states/report-stages.md',
    (_, row) => {
      for (const stage of reportStates)
        expect(stepFault(row.step as WritingStep, stage) === null, stage).toBe(row[stage] === 'yes')
    },
  )
  it('is said of every step', () => expect(rows.map(({ step }) => step)).toEqual([...writingSteps]))
})

describe('what keeps a report from being final', () => {
  it.each(tableUnder(page, '2. What keeps').map((row) => [row.line, row] as const))(
    'line %s of docs/states/report-stages.md',
    (_, row) => {
      const faults = finalFaults({
        begunBy: row['begun by'] ?? '',
        signedBy: row['signed by'] ?? '',
        unanswered: Number(row['comments without an answer']),
        commentsBy: days[row['comments until'] ?? ''] ?? null,
        today: '2027-01-20',
      })
      expect(faults.length === 0).toBe(row.final === 'yes')
    },
  )
})
