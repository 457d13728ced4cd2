import { readFileSync } from 'node:fs'
import { parseRuleSetFile } from '#domain/rule-sets/rule-set.ts'
import type { ShiftFacts, StaffFact } from '#domain/training/facts.ts'
import type { Certificate } from '#domain/training/record.ts'
import { trainingRequirements } from '#domain/training/requirements.ts'

export const page = readFileSync('docs/states/training.md', 'utf8')

const file = parseRuleSetFile(
  trainingRequirements,
  JSON.parse(readFileSync('drizzle/seed/rule-sets/training-requirements.json', 'utf8')),
)

/** The requirements that the product ships. */
export const shipped = file.content

let made = 0
const newId = () => {
  made += 1
  return `00000000-0000-7000-8000-${String(made).padStart(12, '0')}`
}

export function aCertificate(changes: Partial<Certificate> = {}): Certificate {
  return {
    recordId: newId(),
    version: 1,
    staffId: 'nurse-1',
    subject: 'safeguarding',
    level: '3',
    topics: [],
    completedOn: '2026-01-15',
    expiresOn: null,
    deliveredByAnother: false,
    agenciesPresent: [],
    minutes: 480,
    ...changes,
  }
}

export function aPerson(changes: Partial<StaffFact> = {}): StaffFact {
  const staffId = changes.staffId ?? 'nurse-1'
  return {
    recordId: staffId,
    version: 1,
    staffId,
    profession: 'registered-nurse',
    employment: 'substantive',
    startedOn: '2020-01-01',
    leftOn: null,
    roles: [],
    ...changes,
  }
}

export const factsOf = (
  staff: readonly StaffFact[],
  certificates: readonly Certificate[],
): ShiftFacts => ({
  staff,
  duties: [],
  rosterSince: null,
  certificates,
  requirements: [
    {
      ...file,
      recordId: 'rules',
      version: 1,
      approvedBy: null,
      approvedAt: null,
      recordedAt: '2020-01-01T00:00:00.000Z',
    },
  ],
})
