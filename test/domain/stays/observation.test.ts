import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { instantOf } from '#domain/shared/calendar.ts'
import {
  observationDue,
  observationReviewRuleSet,
  observationStanding,
} from '#domain/stays/observation.ts'
import { observationLevels } from '#domain/stays/record.ts'
import { tableUnder } from '../../support/markdown-table.ts'

const root = join(import.meta.dirname, '../../..')
const page = readFileSync(join(root, 'docs/states/observation.md'), 'utf8')
const seed = JSON.parse(
  readFileSync(join(root, 'drizzle/seed/rule-sets/observation-review.json'), 'utf8'),
)
const rules = observationReviewRuleSet.content.parse(seed.content)

/** "8 June 09:00", by the ward's clock in summer. */
const at = (words: string) => {
  const [day = '', , time = ''] = words.trim().split(' ')
  const [hour = '', minute = ''] = time.split(':')
  return instantOf(Date.UTC(2026, 5, Number(day), Number(hour) - 1, Number(minute)))
}

test.each(
  tableUnder(page, '1. How the level stands').map((row) => [row.line ?? '?', row] as const),
)('line %s of docs/states/observation.md', (_, row) => {
  const [said, ...since] = (row.set ?? '').split(' ')
  const level = observationLevels.find((one) => one === said)
  const startsAt = level ? at(since.join(' ')) : ''
  const newest = level && {
    level,
    startsAt,
    reviewDueAt: observationDue(rules, level, startsAt),
  }
  const standing = observationStanding(at('1 June 09:00'), newest, rules, at(row.now ?? ''))
  expect([standing.state, standing.dueAt]).toEqual([row.state, at(row.by ?? '')])
  // What was set before there were reviews is judged alike.
  const older = newest && { ...newest, reviewDueAt: null }
  expect(observationStanding(at('1 June 09:00'), older, rules, at(row.now ?? ''))).toEqual(standing)
})
