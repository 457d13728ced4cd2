import { readFileSync } from 'node:fs'
import type { Asking, FamilyHistory } from '#domain/people/family-history.ts'
import { peopleRuleSet } from '#domain/people/rule-content.ts'
import type { TieStatement } from '#domain/people/ties.ts'
import { parseRuleSetFile } from '#domain/rule-sets/rule-set.ts'
import { tableUnder } from '../../support/markdown-table.ts'

const page = readFileSync('docs/states/people.md', 'utf8')

/** A table of docs/states/people.md as `[line, row]` pairs for `test.each`. */
export const linesUnder = (heading: string): [string, Record<string, string>][] =>
  tableUnder(page, heading).map((row) => [row.line ?? '?', row])

/** The limits that the product ships. */
export const shipped = parseRuleSetFile(
  peopleRuleSet,
  JSON.parse(readFileSync('drizzle/seed/rule-sets/people.json', 'utf8')),
).content

export const ruleSets = [
  {
    recordId: 'rules',
    version: 1,
    kind: 'people',
    revision: '1',
    title: '',
    source: '',
    effectiveFrom: '2016-01-01T00:00:00.000Z',
    reviewDue: null,
    approvedBy: null,
    approvedAt: null,
    recordedAt: '2016-01-01T00:00:00.000Z',
    content: shipped,
  },
]

const months: Record<string, string> = { May: '05', Jun: '06', Jul: '07' }

/** `3 Jun 10:00` on the clock of the ward, 2026: British Summer Time. */
export function when(text: string): string {
  const [day = '', month = '', time = ''] = text.trim().split(' ')
  const ms = Date.parse(`2026-${months[month]}-${day.padStart(2, '0')}T${time}:00.000Z`)
  return new Date(ms - 3_600_000).toISOString()
}

/** When everything below was recorded, unless said otherwise. */
export const start = when('1 Jun 10:00')

export const aTie = (given: Partial<TieStatement> = {}): TieStatement => ({
  recordId: 'tie-1',
  version: 1,
  personId: 'somebody',
  toPersonId: 'baby',
  relation: 'other',
  parentalResponsibility: 'no',
  safeToContact: 'yes',
  contactThrough: null,
  livesWith: 'not-known',
  basisKind: 'told',
  ...given,
})

export const version = { version: 1, recordedAt: start, withdrawn: false }

export const anAsking = (given: Partial<Asking> = {}): Asking => ({
  ...version,
  recordId: 'asking',
  personId: 'mother',
  questionKey: 'partner',
  askedAt: start,
  basisKind: 'not-established',
  nextAskAt: null,
  ...given,
})

export const aFamily = (given: Partial<FamilyHistory> = {}): FamilyHistory => ({
  motherId: 'mother',
  motherVersion: 1,
  expected: [],
  babies: [],
  ties: [],
  legal: [],
  settlements: [],
  askings: [],
  own: [],
  windows: [{ from: start, to: null }],
  ...given,
})
