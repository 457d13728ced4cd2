import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { type LeavingFacts, missingAtEnd } from '#domain/discharge/missing.ts'
import { planFaults } from '#domain/discharge/plan.ts'
import { tableUnder } from '../../support/markdown-table.ts'

const page = readFileSync(join(import.meta.dirname, '../../../docs/states/discharge.md'), 'utf8')

it.each(tableUnder(page, '1. The table').map((row) => [row.line, row] as const))(
  'line %s of docs/states/discharge.md',
  (_, row) => {
    const facts = {
      reason: row['ended as'],
      agreement: row['plan says'] === '-' ? null : row['plan says'],
      planOrOrder: row['plan or order'],
      telling: row.told,
    } as LeavingFacts
    expect(missingAtEnd(facts).join(', ') || '-').toBe(row.missing)
  },
)

it.each([
  ['before she arrived', { plannedFor: '2026-06-01T09:00:00.000Z' }, 'plannedFor'],
  ['agreed, and not by whom', { agreedWith: undefined }, 'agreedWith'],
  ['agreed, and not when', { agreedAt: undefined }, 'agreedAt'],
  ['agreed tomorrow', { agreedAt: '2026-06-04T09:00:00.000Z' }, 'agreedAt'],
])('a plan %s is wrong at its field', (_, changes, field) => {
  const plan = {
    plannedFor: '2026-06-10T09:00:00.000Z',
    agreement: 'agreed' as const,
    agreedWith: 'Jo Reed',
    agreedAt: '2026-06-03T08:00:00.000Z',
    whereTo: 'home' as const,
    destination: 'Home',
  }
  const times = {
    arrivedAt: '2026-06-02T09:00:00.000Z',
    now: '2026-06-03T09:00:00.000Z',
    before: null,
  }
  expect(planFaults(plan, times)).toEqual([])
  expect(planFaults({ ...plan, ...changes }, times).map((one) => one.field)).toEqual([field])
})
