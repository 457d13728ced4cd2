import { readFileSync } from 'node:fs'
import { type AdmissionCriteria, admissionCriteria } from '#domain/admission/criteria.ts'
import { informationItems } from '#domain/admission/information.ts'
import type {
  ClauseAnswer,
  CpisCheck,
  Decider,
  Decision,
  InformationItem,
  KnownThen,
  Override,
  ReferralFile,
} from '#domain/admission/record.ts'
import type { AdmissionRules } from '#domain/admission/rules.ts'
import { parseRuleSetFile } from '#domain/rule-sets/rule-set.ts'
import type { Instant } from '#domain/shared/time.ts'

export const page = readFileSync('docs/states/admission.md', 'utf8')

const shippedFile = (name: string): unknown =>
  JSON.parse(readFileSync(`drizzle/seed/rule-sets/${name}.json`, 'utf8'))

export const criteriaFile = parseRuleSetFile(admissionCriteria, shippedFile('admission-criteria'))
export const informationFile = parseRuleSetFile(informationItems, shippedFile('information-items'))

/** The rules that the product ships. */
export const shipped: AdmissionRules = {
  criteria: criteriaFile.content,
  information: informationFile.content,
}

export const clauseOf = (id: string, criteria: AdmissionCriteria = shipped.criteria) => {
  const found = criteria.clauses.find((clause) => clause.id === id)
  if (!found) throw new Error(`No clause ${id}`)
  return found
}

let made = 0
export const newId = () => {
  made += 1
  return `00000000-0000-7000-8000-${String(made).padStart(12, '0')}`
}

/** The moment of every decision in these tests, and its day in England. */
export const decidedAt = '2026-06-15T10:00:00.000Z'
export const today = '2026-06-15'
const before = '2026-06-15T08:00:00.000Z'

const row = () => ({ recordId: newId(), version: 1, recordedAt: before })

export const anAnswer = (
  clauseId: string,
  answer: ClauseAnswer['answer'],
  changes: Partial<ClauseAnswer> = {},
): ClauseAnswer => ({
  ...row(),
  clauseId,
  answer,
  describedOn: today,
  setByCourt: false,
  answeredAt: before,
  ...changes,
})

export const anItem = (
  itemId: string,
  changes: Partial<InformationItem> = {},
): InformationItem => ({
  ...row(),
  itemId,
  outcome: 'received',
  askedOf: 'the social worker',
  askedAt: before,
  receivedAt: before,
  describedOn: today,
  essentialPart: null,
  ...changes,
})

export const aCheck = (changes: Partial<CpisCheck> = {}): CpisCheck => ({
  ...row(),
  childKey: 'baby',
  result: 'no-flag',
  checkedAt: before,
  ...changes,
})

export const people: Record<string, Decider> = {
  'ward manager': { staffId: 'wm', role: 'ward-manager', nurseInCharge: false },
  consultant: { staffId: 'c1', role: 'consultant', nurseInCharge: false },
  'another consultant': { staffId: 'c2', role: 'consultant', nurseInCharge: false },
  'nurse in charge': { staffId: 'n1', role: 'nurse', nurseInCharge: true },
  nurse: { staffId: 'n2', role: 'nurse', nurseInCharge: false },
  'safeguarding lead': { staffId: 's1', role: 'safeguarding-lead', nurseInCharge: false },
}
export const person = (who: string): Decider => {
  const found = people[who]
  if (!found) throw new Error(`Nobody is called ${who}`)
  return found
}

/** An override of an answer; of something missing with a deadline. */
export const anOverride = (ruleId: string, changes: Partial<Override> = {}): Override => ({
  ...row(),
  ruleId,
  because: 'Nothing else is safe tonight',
  dueAt: null,
  first: person('consultant'),
  overriddenAt: decidedAt,
  second: person('ward manager'),
  secondBy: 'password',
  secondSignedAt: null,
  ...changes,
})

/** An override of something missing, which has to be there the next day. */
export const anOverrideOfMissing = (ruleId: string, changes: Partial<Override> = {}): Override =>
  anOverride(ruleId, { dueAt: '2026-06-16T10:00:00.000Z', ...changes })

export const aDecision = (
  outcome: Decision['outcome'],
  changes: Partial<Decision> = {},
): Decision => ({
  ...row(),
  recordedAt: decidedAt,
  outcome,
  decidedAt,
  ...changes,
})

const yesClauses = ['ADM-I-03', 'ADM-I-05', 'ADM-I-08', 'ADM-I-10', 'ADM-I-13']
const noClauses = [
  ...['ADM-I-04', 'ADM-I-06', 'ADM-X-01', 'ADM-X-02', 'ADM-X-03', 'ADM-X-04'],
  ...['ADM-X-07', 'ADM-X-08', 'ADM-X-09', 'ADM-X-10'],
]

/** A referral of which everything is known, current and fitting: nothing holds an offer at `decidedAt`. */
export function aFile(changes: Partial<ReferralFile> = {}): ReferralFile {
  return {
    receivedAt: '2026-06-15T07:00:00.000Z',
    planned: false,
    facts: {
      motherBornOn: '1996-01-01',
      children: [{ key: 'baby', bornOn: '2026-03-01', expectedOn: null }],
      referrer: 'crisis-team',
      socialCare: 'no',
      legalStatuses: [],
      socialCareSince: before,
      recordedAt: before,
    },
    answers: [
      ...yesClauses.map((id) => anAnswer(id, 'yes')),
      ...noClauses.map((id) => anAnswer(id, 'no')),
    ],
    items: ['ADM-R-02', 'ADM-R-03', 'ADM-R-06', 'ADM-R-07', 'ADM-R-14'].map((id) =>
      anItem(id, id === 'ADM-R-02' ? { essentialPart: 'yes' } : {}),
    ),
    cpisChecks: [aCheck()],
    overrides: [],
    decisions: [],
    knownSinceOffers: [],
    firstActAt: null,
    arrivedAt: null,
    cameWithoutOffer: false,
    ...changes,
  }
}

/** The file with one answer put in place of the one it has. */
export const withAnswer = (
  file: ReferralFile,
  clauseId: string,
  answer: ClauseAnswer['answer'],
  changes: Partial<ClauseAnswer> = {},
): ReferralFile => ({
  ...file,
  answers: [
    ...file.answers.filter((one) => one.clauseId !== clauseId),
    anAnswer(clauseId, answer, changes),
  ],
})

/** The file with one item put in place of the one it has. */
export const withItem = (
  file: ReferralFile,
  itemId: string,
  changes: Partial<InformationItem>,
): ReferralFile => ({
  ...file,
  items: [...file.items.filter((one) => one.itemId !== itemId), anItem(itemId, changes)],
})

/** What was known from the offer on: the file as it was, then each change with the time of its recording. */
export function statesOf(
  offer: Decision,
  file: ReferralFile,
  changes: readonly (readonly [Instant, ReferralFile])[],
): KnownThen[] {
  return [[offer.recordedAt, file] as const, ...changes].map(([since, state]) => {
    const { facts, answers, items, cpisChecks, overrides } = state
    return { decisionId: offer.recordId, since, facts, answers, items, cpisChecks, overrides }
  })
}
