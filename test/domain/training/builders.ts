import { readFileSync } from 'node:fs'
import type { StaffFact, TrainingFacts } from '#domain/training/facts.ts'
import type { Certificate } from '#domain/training/record.ts'
import { trainingRequirementsSchema } from '#domain/training/requirements.ts'

export const page = readFileSync('docs/states/training.md', 'utf8')

const seed = JSON.parse(
  readFileSync('drizzle/seed/rule-sets/training-requirements.json', 'utf8'),
) as { effectiveFrom: string; content: unknown }

/** The requirements that the product ships. */
export const shipped = trainingRequirementsSchema.parse(seed.content)

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
    profession: 'nurse',
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
): TrainingFacts => ({
  staff,
  certificates,
  requirements: [
    { recordId: 'rules', version: 1, effectiveFrom: seed.effectiveFrom, content: shipped },
  ],
})
