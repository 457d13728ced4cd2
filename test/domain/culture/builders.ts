import { readFileSync } from 'node:fs'
import type { CultureFacts, SessionFact, StaffFact } from '#domain/culture/facts.ts'
import { cultureRuleSet } from '#domain/culture/rule-content.ts'
import { parseRuleSetFile } from '#domain/rule-sets/rule-set.ts'

export const page = readFileSync('docs/states/culture.md', 'utf8')

const file = parseRuleSetFile(
  cultureRuleSet,
  JSON.parse(readFileSync('drizzle/seed/rule-sets/culture.json', 'utf8')),
)

/** The rules that the product ships. */
export const shipped = file.content

export const noFacts: CultureFacts = {
  staff: [],
  sessions: [],
  learning: [],
  checks: [],
  meetings: [],
  feedback: [],
  disagreements: [],
  steps: [],
  spotChecks: [],
  ruleSets: [
    {
      ...file,
      recordId: 'rules',
      approvedBy: null,
      approvedAt: null,
      recordedAt: '2020-01-01T00:00:00.000Z',
      content: shipped,
    },
  ],
}

export const aStaffFact = (changes: Partial<StaffFact> = {}): StaffFact => ({
  recordId: 'nurse-1',
  version: 1,
  profession: 'registered-nurse',
  employment: 'substantive',
  startedOn: '2020-01-01',
  leftOn: null,
  ...changes,
})

let made = 0
export function aSession(changes: Partial<SessionFact> = {}): SessionFact {
  made += 1
  return {
    recordId: `session-${made}`,
    version: 1,
    kind: 'reflective',
    heldOn: '2026-03-02',
    attended: ['nurse-1'],
    ...changes,
  }
}

/** `2026-01-20, 2026-03-02` as days; `nothing` and `none` are none. */
export const daysIn = (words: string): string[] =>
  words === 'nothing' || words === 'none' ? [] : words.split(', ')
