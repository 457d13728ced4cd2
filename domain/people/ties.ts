import type { FieldMessage } from '../shared/failure.ts'
import type { BasisKind } from '../shared/provenance.ts'
import { type Relation, type Responsibility, relationLabels, type SafeToContact } from './record.ts'

/**
 * What a tie between two people may say, and how it is worded. Source: review of Child Z, Finding Seven;
 * domain.md 6.2; contact by decision 30.
 */
export interface TieFacts {
  relation: Relation
  parentalResponsibility: Responsibility
  safeToContact: SafeToContact
  contactThrough: string | null
  basisKind: BasisKind
}

/** What cannot be said of a tie, each at its field; empty when nothing is wrong. */
export function tieFaults(tie: TieFacts): FieldMessage[] {
  const faults: FieldMessage[] = []
  if (tie.parentalResponsibility === 'yes' && tie.relation !== 'mother' && !isProven(tie))
    faults.push({
      field: 'parentalResponsibility',
      message:
        'Enter the document that shows parental responsibility as the basis, or choose not known',
    })
  const needsThrough = tie.safeToContact === 'only-through'
  if (needsThrough && tie.contactThrough === null)
    faults.push({ field: 'contactThrough', message: 'Enter through whom they may be contacted' })
  if (!needsThrough && tie.contactThrough !== null)
    faults.push({
      field: 'contactThrough',
      message: 'Leave this empty, or choose "only through somebody else"',
    })
  return faults
}

/** Only an official document establishes a tie or who holds responsibility (domain.md 6.2, FACT-D). */
const isProven = ({ basisKind }: Pick<TieFacts, 'basisKind'>) => basisKind === 'document'

const claimWords: Record<BasisKind, (label: string) => string> = {
  document: (label) => label,
  observed: (label) => `Appears to be the ${label.toLowerCase()}`,
  told: (label) => `Said to be the ${label.toLowerCase()}`,
  opinion: (label) => `Thought to be the ${label.toLowerCase()}`,
  'not-established': (label) => `${label}: not established`,
}

/**
 * A relation in words that never say more than is known. A father is a father where a document shows it, and
 * "said to be" where somebody said so: a name is never simply put in his place.
 */
export function relationText(relation: Relation, basisKind: BasisKind): string {
  const label = relationLabels[relation]
  return relation === 'father' || basisKind === 'not-established'
    ? claimWords[basisKind](label)
    : label
}

export const paternities = ['established', 'claimed', 'not-established'] as const
export type Paternity = (typeof paternities)[number]

/** How far a baby's paternity is known. It is not established until a document shows it. */
export function paternityOf(ties: readonly Pick<TieFacts, 'relation' | 'basisKind'>[]): Paternity {
  const fathers = ties.filter(({ relation }) => relation === 'father')
  if (fathers.filter(isProven).length === 1) return 'established'
  return fathers.some(({ basisKind }) => basisKind !== 'not-established')
    ? 'claimed'
    : 'not-established'
}

export interface OpenQuestion {
  /** The tie that leaves it open; absent where no tie speaks of it. */
  tieId?: string
  question: string
}

/** What is not known of the people around a baby: the questions to ask again (domain.md 7.3, K7). */
export function openQuestions(ties: readonly (TieFacts & { recordId: string })[]): OpenQuestion[] {
  const questions: OpenQuestion[] = []
  if (paternityOf(ties) !== 'established') questions.push({ question: 'Who is the father?' })
  if (!ties.some(({ parentalResponsibility }) => parentalResponsibility === 'yes'))
    questions.push({ question: 'Who holds parental responsibility?' })
  for (const tie of ties) {
    const about = relationText(tie.relation, tie.basisKind)
    const ask = (question: string) => questions.push({ tieId: tie.recordId, question })
    if (tie.parentalResponsibility === 'not-known')
      ask(`${about}: do they hold parental responsibility?`)
    if (tie.safeToContact === 'not-known') ask(`${about}: is it safe to contact them?`)
  }
  return questions
}
