import type { FieldMessage } from '../shared/failure.ts'
import { type BasisKind, carries } from '../shared/provenance.ts'
import {
  type HouseholdAnswer,
  isPaternity,
  type PersonKind,
  type Relation,
  type Responsibility,
  relationLabels,
  type SafeToContact,
} from './record.ts'

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

/** What one source says of one person to another, as one version of it stands. */
export interface TieStatement extends TieFacts {
  recordId: string
  version: number
  personId: string
  toPersonId: string
  livesWith: HouseholdAnswer
}

/**
 * What cannot be said of a tie, each at its field; empty when nothing is wrong. A mother on record has parental
 * responsibility by the birth (domain.md 4.4, LEG-00); of anybody else, another woman who is called the mother
 * included, a document shows it. Truth table: docs/states/people.md, 12.
 */
export function tieFaults(tie: TieFacts, person: PersonKind): FieldMessage[] {
  const faults: FieldMessage[] = []
  const isMother = tie.relation === 'mother' && person === 'mother'
  if (!carries(tie.basisKind)) faults.push(...claimFaults(tie))
  else if (tie.parentalResponsibility === 'yes' && !isMother && !isProven(tie))
    faults.push({
      field: 'parentalResponsibility',
      message:
        'Enter the document that shows parental responsibility as the basis, or choose not known',
    })
  return [...faults, ...throughFaults(tie)]
}

/** What is claimed beside "asked and not established": nobody said it, so nobody is told or left out by it. */
const claimFaults = ({ parentalResponsibility, safeToContact }: TieFacts): FieldMessage[] => [
  ...(parentalResponsibility === 'not-known'
    ? []
    : [
        {
          field: 'parentalResponsibility',
          message: 'This was asked and not established. Choose not known, or how else it is known',
        },
      ]),
  ...(safeToContact === 'yes' ? [notKnownToBeSafe] : []),
]

/** That contact is safe is somebody's word, and never taken for granted (decision 30). */
export const notKnownToBeSafe = {
  field: 'safeToContact',
  message:
    'That contact is safe was asked and not established. Choose not known, or how else it is known',
} as const satisfies FieldMessage

/** What only a grown-up is to anybody. */
const ofGrownUps: readonly Relation[] = [
  'mother',
  'father',
  'father-of-expected',
  'partner-of-mother',
  'grandparent',
  'foster-carer',
  'special-guardian',
]

/**
 * What somebody cannot be to anybody, whatever the basis, at its field: a mother on record is nobody's father, and a
 * baby is nobody's parent, partner or carer (Finding Seven: paternity is not assumed). Truth table: docs/states/people.md, 10.
 */
export function relationFaults(person: PersonKind, relation: Relation): FieldMessage[] {
  const fault = (message: string) => [{ field: 'relation', message }]
  if (person === 'mother' && isPaternity(relation))
    return fault(
      'A mother on record is not the father. Choose the father, or the partner of the mother where she is that',
    )
  return person === 'baby' && ofGrownUps.includes(relation)
    ? fault('A baby is not this to anybody. Choose the relation, or the person, again')
    : []
}

/** What cannot be said of how somebody is contacted (decision 30), at its field; empty when nothing is wrong. */
export function throughFaults({
  safeToContact,
  contactThrough,
}: Pick<TieFacts, 'safeToContact' | 'contactThrough'>): FieldMessage[] {
  const needsThrough = safeToContact === 'only-through'
  if (needsThrough && contactThrough === null)
    return [{ field: 'contactThrough', message: 'Enter through whom they may be contacted' }]
  if (!needsThrough && contactThrough !== null)
    return [
      {
        field: 'contactThrough',
        message: 'Leave this empty, or choose "only through somebody else"',
      },
    ]
  return []
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
  return isPaternity(relation) || basisKind === 'not-established'
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
