import type { Answer } from '../shared/answer.ts'
import { involvesSocialCare, legalStatusOf } from '../shared/legal-status.ts'
import { limitText } from '../shared/limits.ts'
import { type KnownSource, sourceKindLabels } from '../shared/who-knows-her.ts'
import type { DocumentClass, HistoryDocuments } from './rule-content.ts'

/** What the referral says about her, as far as it decides which documents are expected. */
export interface FamilyFacts {
  /** Who is known to know her (product.md 2, 5c). */
  sources: readonly KnownSource[]
  /** Babies who are born, by their person record. */
  babyIds: readonly string[]
  socialCare: Answer
  /** The legal statuses in force of any of the babies. */
  statusCodes: readonly string[]
  detained: boolean
}

/** A document to expect, and why; `source` is null where nobody who could hold it is known yet. */
export interface Expectation {
  classId: string
  title: string
  babyId: string | null
  source: KnownSource | null
  because: string
}

/** The register of expected documents that follows from the referral's facts. Truth table: docs/states/history-review.md. */
export function expectedDocuments(facts: FamilyFacts, set: HistoryDocuments): Expectation[] {
  return set.classes
    .filter((one) => isExpected(one, facts))
    .flatMap((one) =>
      subjectsOf(one, facts).flatMap((babyId) =>
        sourcesOf(one, facts).map((source) => ({
          classId: one.id,
          title: source ? `${one.title}: ${source.name}` : one.title,
          babyId,
          source,
          because: becauseOf(one, source, facts),
        })),
      ),
    )
}

function isExpected(one: DocumentClass, facts: FamilyFacts): boolean {
  if (one.statuses.length > 0 && !one.statuses.some((code) => facts.statusCodes.includes(code)))
    return false
  switch (one.when) {
    case 'always':
      return true
    case 'source-known':
      return known(one, facts).length > 0
    case 'baby-born':
      return facts.babyIds.length > 0
    case 'social-care':
      return isSocialCareOpen(one, facts)
    case 'detained':
      return facts.detained
  }
}

/** Involved by word or by status; or not settled, and an authority is named: then its papers are asked for too. */
const isSocialCareOpen = (one: DocumentClass, facts: FamilyFacts) =>
  facts.socialCare === 'yes' ||
  facts.statusCodes.some(involvesSocialCare) ||
  (facts.socialCare !== 'no' && known(one, facts).length > 0)

const known = (one: DocumentClass, facts: FamilyFacts) =>
  facts.sources.filter((source) => one.sources.includes(source.kind))

const subjectsOf = (one: DocumentClass, facts: FamilyFacts): (string | null)[] =>
  one.about === 'baby' && facts.babyIds.length > 0 ? [...facts.babyIds] : [null]

function sourcesOf(one: DocumentClass, facts: FamilyFacts): (KnownSource | null)[] {
  const all = known(one, facts)
  if (all.length === 0) return [null]
  return one.fromEach ? all : all.slice(0, 1)
}

function becauseOf(one: DocumentClass, source: KnownSource | null, facts: FamilyFacts): string {
  const status = one.statuses.find((code) => facts.statusCodes.includes(code))
  if (status) return `Legal status: ${legalStatusOf(status).label.toLowerCase()}`
  if (one.when === 'detained') return 'She is detained'
  if (!source) return 'Always asked for; nobody is known yet who could hold it'
  return `${sourceKindLabels[source.kind]} that knows her`
}

/** The limits of reading in words, for the page that shows them. */
export const limitLines = (set: HistoryDocuments): string[] => [
  `Risk-critical documents are read ${limitText(set.limits.riskCritical.limit)}`,
  `All others are read ${limitText(set.limits.full.limit)}`,
  `After a change they are read again ${limitText(set.limits.renewal.limit)}`,
]
