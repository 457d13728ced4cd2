import { addDaysToDate } from '../shared/calendar.ts'
import { legalStatusOf } from '../shared/legal-status.ts'
import { clashWords, codesThatDiffer } from '../shared/legal-status-at.ts'
import type { BasisKind } from '../shared/provenance.ts'
import type { CivilDate } from '../shared/time.ts'
import { asSettled, clashesOf, clashTopicLabels, type Settlement, settlementOf } from './clashes.ts'
import type { Relation } from './record.ts'
import { paternityOf, relationText, type TieStatement } from './ties.ts'

/**
 * What is not known of the people round a mother and her babies, as questions to ask again. Source: review
 * of Child Z, Finding Seven; domain.md 7.3, K7. Truth table: docs/states/people.md, 2.
 */

/** What closes a question: an answer kept with it, a statement, a legal status, a document seen, or a settled clash. */
export type ClosedBy =
  | 'answer'
  | 'statement'
  | 'legal-status'
  | 'document'
  | 'settling'
  | 'end-of-status'

export interface Unknown {
  /** Names the question among those about one person; stable for as long as it stands. */
  key: string
  aboutId: string
  question: string
  /** The person whom it asks of, where it is not the one it is about. */
  whoId: string | null
  closedBy: ClosedBy
  /** The record that leaves it open; null where it is the absence of one. */
  record: { type: 'tie' | 'child_legal_status' | 'person_question'; recordId: string } | null
}

/** A family as it is recorded at one moment. */
export interface FamilyNow {
  motherId: string
  /** Each baby who was not born yet when it was recorded, with the date where that is known. */
  expected: readonly { expectedOn: CivilDate | null }[]
  babies: readonly { personId: string; bornOn: CivilDate | null }[]
  ties: readonly TieStatement[]
  /** The statuses in force, of each baby. */
  legal: readonly { recordId: string; personId: string; code: string; basisKind: BasisKind }[]
  settlements: readonly Settlement[]
  /** Questions that were answered, by `answerKey`. */
  answered: ReadonlySet<string>
  /** What a person asked to be found out. */
  own: readonly { recordId: string; personId: string; question: string }[]
}

export const answerKey = (aboutId: string, key: string) => `${aboutId} ${key}`

/** A baby born this long before the expected date or later is the one who was expected. */
const earliestBirthDays = 140

/** Whether she expects a baby who is not among those recorded. */
export const isExpecting = ({ expected, babies }: Pick<FamilyNow, 'expected' | 'babies'>) =>
  expected.some(({ expectedOn }) =>
    expectedOn === null
      ? babies.length === 0
      : !babies.some(
          ({ bornOn }) =>
            bornOn !== null && bornOn >= addDaysToDate(expectedOn, -earliestBirthDays),
        ),
  )

/** Every question that is open, in the order in which they are shown. */
export function unknownsOf(family: FamilyNow): Unknown[] {
  const ties = asSettled(family.ties, family.settlements)
  const open = [
    ...aboutMother(family, ties),
    ...family.babies.flatMap(({ personId }) => aboutBaby(personId, ties)),
    ...family.babies.flatMap(({ personId }) => aboutStatus(personId, family.legal)),
    ...ties.flatMap(aboutTie),
    ...family.legal.flatMap(aboutOrder),
    ...family.babies.flatMap(({ personId }) => aboutStatusClash(personId, family.legal)),
    ...aboutClashes(family),
    ...family.own.map(
      ({ recordId, personId, question }): Unknown => ({
        key: `own:${recordId}`,
        aboutId: personId,
        question,
        whoId: null,
        closedBy: 'answer',
        record: { type: 'person_question', recordId },
      }),
    ),
  ]
  return open.filter(
    ({ aboutId, key, closedBy }) =>
      closedBy !== 'answer' || !family.answered.has(answerKey(aboutId, key)),
  )
}

const absent = { whoId: null, record: null } as const

interface Household {
  key: string
  question: string
  /** The statement that answers it. */
  isSaid: (tie: TieStatement, motherId: string) => boolean
}

const says = (tie: TieStatement, ...relations: Relation[]) =>
  relations.includes(tie.relation) && tie.basisKind !== 'not-established'

const household: readonly Household[] = [
  {
    key: 'partner',
    question: 'Has she a partner, and who is it?',
    isSaid: (tie, motherId) => tie.toPersonId === motherId && says(tie, 'partner-of-mother'),
  },
  {
    key: 'household',
    question: 'Who lives with her?',
    isSaid: (tie, motherId) => tie.toPersonId === motherId && tie.livesWith === 'yes',
  },
  {
    key: 'other-children',
    question: 'Has she other children, and where are they?',
    isSaid: (tie) => says(tie, 'child', 'sibling'),
  },
]

function aboutMother(family: FamilyNow, ties: readonly TieStatement[]): Unknown[] {
  const { motherId } = family
  const asked = household
    .filter(({ isSaid }) => !ties.some((tie) => isSaid(tie, motherId)))
    .map(({ key, question }) => ({ key, question }))
  if (isExpecting(family) && !ties.some((tie) => says(tie, 'father-of-expected')))
    asked.push({ key: 'father-of-expected', question: 'Who is the father of the expected baby?' })
  return asked.map((one) => ({ ...absent, ...one, aboutId: motherId, closedBy: 'answer' }))
}

const paternityQuestions = {
  'not-established': 'Who is the father?',
  claimed: 'Who is the father? He is named, and not established: what document shows it?',
} as const

/** A father and a holder of responsibility are established by a statement alone, not by a note of an answer. */
function aboutBaby(babyId: string, all: readonly TieStatement[]): Unknown[] {
  const ties = all.filter(({ toPersonId }) => toPersonId === babyId)
  const paternity = paternityOf(ties)
  const ask = (key: string, question: string): Unknown => ({
    ...absent,
    key,
    question,
    aboutId: babyId,
    closedBy: 'statement',
  })
  return [
    ...(paternity === 'established' ? [] : [ask('father', paternityQuestions[paternity])]),
    ...(ties.some(({ parentalResponsibility }) => parentalResponsibility === 'yes')
      ? []
      : [ask('responsibility', 'Who holds parental responsibility?')]),
  ]
}

function aboutTie(tie: TieStatement): Unknown[] {
  const about = relationText(tie.relation, tie.basisKind)
  const ask = (key: string, question: string): Unknown => ({
    key: `${key}:${tie.recordId}`,
    aboutId: tie.toPersonId,
    whoId: tie.personId,
    question: `${about}: ${question}`,
    closedBy: 'statement',
    record: { type: 'tie', recordId: tie.recordId },
  })
  return [
    ...(tie.parentalResponsibility === 'not-known'
      ? [ask('tie-responsibility', 'do they hold parental responsibility?')]
      : []),
    ...(tie.safeToContact === 'not-known' ? [ask('tie-contact', 'is contact safe?')] : []),
  ]
}

/** Names the question of a baby's legal status. */
export const legalStatusKey = 'legal-status'

/**
 * That social care is not involved is a status too (LEG-00): where none is recorded it is not known whether an
 * order or a plan is in force. Source: domain.md 4.4; Child Z, Finding Seven.
 */
function aboutStatus(babyId: string, legal: FamilyNow['legal']): Unknown[] {
  if (legal.some(({ personId }) => personId === babyId)) return []
  const question = 'What is the legal status of the baby?'
  return [{ ...absent, key: legalStatusKey, question, aboutId: babyId, closedBy: 'legal-status' }]
}

function aboutOrder({ recordId, personId, code, basisKind }: FamilyNow['legal'][number]) {
  const { label, dutyClass } = legalStatusOf(code)
  if (basisKind === 'document' || dutyClass === 'none') return []
  const open: Unknown = {
    key: `legal-document:${recordId}`,
    aboutId: personId,
    whoId: null,
    question: `${label}: what document shows it?`,
    closedBy: 'document',
    record: { type: 'child_legal_status', recordId },
  }
  return [open]
}

/** Names the question that two statuses of a baby which differ leave open. */
export const statusClashKey = 'legal-clash'

/** Truth table: docs/states/people.md, 13. */
function aboutStatusClash(babyId: string, legal: FamilyNow['legal']): Unknown[] {
  const found = codesThatDiffer(legal.filter(({ personId }) => personId === babyId))
  if (!found) return []
  return [
    {
      key: statusClashKey,
      aboutId: babyId,
      whoId: null,
      question: `Two sources differ on the legal status: ${clashWords(found)}. Which holds?`,
      closedBy: 'end-of-status',
      record: { type: 'child_legal_status', recordId: found.none.recordId },
    },
  ]
}

const aboutClashes = ({ ties, settlements }: FamilyNow): Unknown[] =>
  clashesOf(ties)
    .filter((clash) => !settlementOf(clash, settlements))
    .map(({ key, topic, other }) => ({
      key,
      aboutId: other.toPersonId,
      whoId: other.personId,
      question: `Two sources differ on ${clashTopicLabels[topic]}: which holds?`,
      closedBy: 'settling',
      record: { type: 'tie', recordId: other.recordId },
    }))
