import { weekBand } from '../shared/age.ts'
import { dateOf, dayOfStay, formatTime } from '../shared/calendar.ts'
import type { CivilDate, Instant } from '../shared/time.ts'

/**
 * What may leave the unit in the restricted output, and in what form (decisions 36 and 37; domain.md 7.6).
 * Columns leave by allow-list: what is not named here stays inside. Identifiers become pseudonyms that hold
 * within one report, dates become the day of the stay and the clock time, ages become bands of weeks, free
 * text is withheld and says so.
 */

export const pseudonymKinds = ['stay', 'mother', 'baby', 'staff', 'episode', 'record'] as const
export type PseudonymKind = (typeof pseudonymKinds)[number]

/**
 * Turns an id into a pseudonym: the same within one report, unlinkable between reports. The key is the
 * platform's (electron/features/assurance/pseudonyms.ts) and is destroyed once the report is made.
 */
export type Pseudonym = (kind: PseudonymKind, id: string) => string

/** Whose record it is, so that its times can be told as days of the stay. */
export interface Subject {
  stayId?: string | undefined
  arrivedAt?: Instant | undefined
  babyId?: string | undefined
  babyBornOn?: CivilDate | undefined
  staffId?: string | undefined
}

/** Record id -> whose it is. */
export type Subjects = ReadonlyMap<string, Subject>

/** How a column may leave. `text` never does: it is listed so that the reader sees that it is there. */
type Treatment = 'code' | 'codes' | 'count' | 'moment' | 'text' | PseudonymKind

export interface AllowedColumn {
  column: string
  label: string
  as: Treatment
}

const column = (column: string, label: string, as: Treatment): AllowedColumn => ({
  column,
  label,
  as,
})

/** Record type -> the columns that may leave. A type that is not here gives its pseudonym and nothing else. */
export const allowedColumns: Readonly<Record<string, readonly AllowedColumn[]>> = {
  stay: [
    column('planned', 'Planned admission', 'code'),
    column('endedAt', 'Stay ended', 'moment'),
    column('endReason', 'How it ended', 'text'),
  ],
  pair: [
    column('babyId', 'Baby', 'baby'),
    column('startedAt', 'Mother and baby together from', 'moment'),
    column('endedAt', 'Together until', 'moment'),
  ],
  supervision_decision: [
    column('kind', 'Kind', 'code'),
    column('startsAt', 'Starts', 'moment'),
    column('reviewDueAt', 'Review due', 'moment'),
    column('decidedByRole', 'Decided by', 'code'),
    column('author', 'Recorded by', 'staff'),
    column('secondSignerId', 'Second signer', 'staff'),
    column('agreedAt', 'Agreed with the social worker', 'moment'),
    column('motherToldAt', 'Mother told', 'moment'),
    column('rationale', 'Reason', 'text'),
    column('evidence', 'Evidence', 'text'),
    column('authorityRequirement', 'Required by a court or authority', 'text'),
    column('legalBasis', 'Legal basis of a separation', 'text'),
  ],
  raise_confirmation: [
    column('confirmed', 'Confirmed', 'code'),
    column('confirmedAt', 'At', 'moment'),
    column('author', 'Recorded by', 'staff'),
    column('note', 'Note', 'text'),
  ],
  rule_override: [
    column('ruleId', 'Rule', 'code'),
    column('overriddenAt', 'Overridden', 'moment'),
    column('dueAt', 'What was missing was due', 'moment'),
    column('author', 'Overridden by', 'staff'),
    column('secondPersonId', 'Second person', 'staff'),
    column('because', 'Reason', 'text'),
  ],
  staff: [
    column('profession', 'Profession', 'code'),
    column('employment', 'Employed as', 'code'),
    column('startedOn', 'Started', 'moment'),
    column('leftOn', 'Left', 'moment'),
  ],
  certificate: [
    column('staffId', 'Member of staff', 'staff'),
    column('subject', 'Teaches', 'code'),
    column('level', 'Level', 'code'),
    column('topics', 'Topics', 'codes'),
    column('completedOn', 'Completed', 'moment'),
    column('expiresOn', 'Printed expiry', 'moment'),
    column('deliveredByAnother', 'Delivered by another agency', 'code'),
    column('agenciesPresent', 'Other agencies present', 'codes'),
    column('minutes', 'Minutes', 'count'),
    column('mode', 'Held', 'code'),
    column('evidence', 'How it is known', 'text'),
  ],
  course: [
    column('subject', 'Teaches', 'code'),
    column('level', 'Level', 'code'),
    column('topics', 'Topics', 'codes'),
    column('deliveredByAnother', 'Delivered by another agency', 'code'),
    column('mode', 'Held', 'code'),
    column('minutes', 'Minutes', 'count'),
  ],
  history_document: [
    column('classId', 'Kind of document', 'code'),
    column('babyId', 'Baby', 'baby'),
    column('outcome', 'Outcome', 'code'),
    column('expectedAt', 'Expected from', 'moment'),
    column('askDueAt', 'To be asked for by', 'moment'),
    column('askedAt', 'Asked for', 'moment'),
    column('chaseDueAt', 'To be chased by', 'moment'),
    column('closedAt', 'Source said it holds none', 'moment'),
    column('title', 'Title', 'text'),
    column('sourceName', 'Source', 'text'),
    column('because', 'Why', 'text'),
  ],
  document_chase: [
    column('chasedAt', 'Chased', 'moment'),
    column('nextDueAt', 'Next chase due', 'moment'),
    column('author', 'Recorded by', 'staff'),
    column('chasedOf', 'Asked', 'text'),
  ],
  received_document: [
    column('receivedAt', 'Received', 'moment'),
    column('author', 'Recorded by', 'staff'),
    column('title', 'Title', 'text'),
    column('writer', 'Written by', 'text'),
    column('summary', 'What it says', 'text'),
  ],
  reader_signature: [
    column('readerRole', 'Read as', 'code'),
    column('readerId', 'Reader', 'staff'),
    column('signedAt', 'Signed', 'moment'),
    column('openedAt', 'Opened here', 'moment'),
    column('significance', 'Significance for safeguarding', 'text'),
  ],
  episode: [
    column('recognisedAt', 'Recognised', 'moment'),
    column('whose', 'Whose worry', 'code'),
    column('mobility', 'Mobility', 'code'),
    column('basisKind', 'How it is known', 'code'),
    column('author', 'Recorded by', 'staff'),
    column('words', 'In their words', 'text'),
  ],
  observation_set: [
    column('observedAt', 'Observed', 'moment'),
    column('babyState', 'The baby was', 'code'),
    column('feverReport', 'Fever', 'code'),
    column('consciousness', 'Consciousness', 'code'),
    column('support', 'Air or device', 'code'),
    column('staffConcern', 'Staff concern', 'code'),
    column('carerConcern', 'Carer’s concern', 'code'),
    column('carerView', 'Carer says', 'code'),
    column('author', 'Recorded by', 'staff'),
    column('note', 'Note', 'text'),
  ],
  infection_answer: [
    column('answer', 'Could be infection', 'code'),
    column('answeredAt', 'Answered', 'moment'),
    column('byNurseOrDoctor', 'By a nurse or doctor', 'code'),
    column('author', 'Recorded by', 'staff'),
    column('why', 'Why', 'text'),
  ],
  episode_raise: [
    column('level', 'Level', 'code'),
    column('chosenAt', 'Raised', 'moment'),
    column('author', 'Recorded by', 'staff'),
    column('why', 'Why', 'text'),
  ],
  help_contact: [
    column('whom', 'Whom', 'code'),
    column('calledAt', 'Rung', 'moment'),
    column('reached', 'Reached', 'code'),
    column('reachedAt', 'Spoken to', 'moment'),
    column('seenAt', 'With the baby', 'moment'),
    column('transferAdvised', 'Transfer advised', 'code'),
    column('author', 'Recorded by', 'staff'),
    column('reachedName', 'Who was spoken to', 'text'),
    column('advice', 'Advice', 'text'),
  ],
  escort_decision: [
    column('decidedAt', 'Decided', 'moment'),
    column('babyEscorts', 'Staff for the baby', 'count'),
    column('motherEscorts', 'Staff for the mother', 'count'),
    column('section17Escort', 'Escort by leave under section 17, Mental Health Act', 'code'),
    column('motherMayGo', 'May the mother go', 'code'),
    column('author', 'Recorded by', 'staff'),
    column('escortNames', 'Who went', 'text'),
  ],
  departure: [
    column('leftAt', 'Left', 'moment'),
    column('arrivedAt', 'Arrived', 'moment'),
    column('handedOverAt', 'Handed over', 'moment'),
    column('returnedAt', 'Back on the unit', 'moment'),
    column('motherCannotGo', 'Mother could not go', 'code'),
    column('destination', 'Where', 'text'),
  ],
  episode_outcome: [
    column('kind', 'Outcome', 'code'),
    column('at', 'At', 'moment'),
    column('signedByDoctor', 'Signed by a doctor', 'code'),
    column('author', 'Signed by', 'staff'),
    column('secondPersonId', 'Second person', 'staff'),
    column('plan', 'Plan', 'text'),
  ],
  episode_debrief: [
    column('heldAt', 'Held', 'moment'),
    column('author', 'Recorded by', 'staff'),
    column('learning', 'What was learned', 'text'),
  ],
  unwell_baby_drill: [column('learning', 'What was learned', 'text')],
  duty_event: [
    column('event', 'Event', 'code'),
    column('occurredAt', 'Happened', 'moment'),
    column('startsAt', 'Starts', 'moment'),
    column('sourceType', 'From', 'code'),
    column('legalClass', 'Class of the child', 'code'),
    column('legalCodes', 'Legal status', 'codes'),
    column('concernOrConsent', 'Concern or consent recorded', 'code'),
  ],
  duty: [
    column('recipient', 'Recipient', 'code'),
    column('dueAt', 'Due', 'moment'),
    column('calendarKnown', 'Bank holidays known', 'code'),
    column('label', 'Whom', 'text'),
    column('what', 'What', 'text'),
    column('insteadBecause', 'Why the social worker is asked', 'text'),
  ],
  duty_answer: [
    column('answer', 'Answer', 'code'),
    column('answeredAt', 'Answered', 'moment'),
    column('author', 'Recorded by', 'staff'),
    column('because', 'Reason', 'text'),
  ],
  duty_sending: [
    column('sentAt', 'Sent', 'moment'),
    column('method', 'How', 'code'),
    column('sharingBasis', 'Basis for sharing', 'code'),
    column('acknowledgeBy', 'To be acknowledged by', 'moment'),
    column('sentBy', 'Sent by', 'staff'),
    column('toName', 'To', 'text'),
    column('shared', 'What was shared', 'text'),
  ],
  duty_acknowledgement: [
    column('acknowledgedAt', 'Acknowledged', 'moment'),
    column('method', 'How', 'code'),
    column('byName', 'By', 'text'),
    column('byRole', 'Their role', 'text'),
    column('outcome', 'What came of it', 'text'),
  ],
  duty_drop: [
    column('droppedAt', 'Dropped', 'moment'),
    column('author', 'Recorded by', 'staff'),
    column('because', 'Reason', 'text'),
  ],
  rule_set: [column('kind', 'Rules', 'code'), column('revision', 'Revision', 'code')],
  referral: [
    column('referrer', 'Type of referrer', 'code'),
    column('planned', 'Planned', 'code'),
    column('receivedAt', 'Received', 'moment'),
    column('decisionDueAt', 'Decision due', 'moment'),
    column('socialCare', 'Children’s social care involved', 'code'),
    column('author', 'Recorded by', 'staff'),
    column('referralReason', 'Reason for admission', 'text'),
  ],
  admission_decision: [
    column('outcome', 'Outcome', 'code'),
    column('decidedAt', 'Decided', 'moment'),
    column('deciderRole', 'Decided by', 'code'),
    column('deciderInCharge', 'Nurse in charge', 'code'),
    column('deciderId', 'Decider', 'staff'),
    column('reasonCode', 'Reason of a decline', 'code'),
    column('referrerToldDueAt', 'Referrer to be told by', 'moment'),
    column('referrerToldAt', 'Referrer told', 'moment'),
    column('socialCare', 'Children’s social care involved', 'code'),
    column('note', 'Note', 'text'),
    column('signpostingNote', 'Where else to turn', 'text'),
  ],
  clause_answer: [
    column('clauseId', 'Clause', 'code'),
    column('answer', 'Answer', 'code'),
    column('basisKind', 'How it is known', 'code'),
    column('setByCourt', 'Set by a court', 'code'),
    column('answeredAt', 'Answered', 'moment'),
    column('author', 'Recorded by', 'staff'),
    column('note', 'Note', 'text'),
  ],
  information_item: [
    column('itemId', 'Item', 'code'),
    column('outcome', 'What came of asking', 'code'),
    column('basisKind', 'How it is known', 'code'),
    column('essentialPart', 'Holds what is essential', 'code'),
    column('askedAt', 'Asked', 'moment'),
    column('chaseDueAt', 'Chase due', 'moment'),
    column('receivedAt', 'Received', 'moment'),
    column('author', 'Recorded by', 'staff'),
    column('summary', 'What was received', 'text'),
  ],
  cpis_check: [
    column('checkedAt', 'Looked up', 'moment'),
    column('author', 'Recorded by', 'staff'),
    column('note', 'Note', 'text'),
  ],
  clause_override: [
    column('ruleId', 'Clause or item', 'code'),
    column('overriddenAt', 'Overridden', 'moment'),
    column('dueAt', 'What was missing was due', 'moment'),
    column('firstRole', 'First person', 'code'),
    column('firstId', 'First person', 'staff'),
    column('secondRole', 'Second person', 'code'),
    column('secondId', 'Second person', 'staff'),
    column('secondBy', 'Second person agreed by', 'code'),
    column('secondSignedAt', 'Second person signed', 'moment'),
    column('because', 'Reason', 'text'),
  ],
  referral_arrival: [
    column('cameFrom', 'Came from', 'code'),
    column('author', 'Recorded by', 'staff'),
  ],
  observation_level: [
    column('level', 'Level', 'code'),
    column('startsAt', 'Starts', 'moment'),
    column('rationale', 'Reason', 'text'),
  ],
}

/** A record's columns as they were read, by the names of its schema. */
export type Row = Readonly<Record<string, unknown>>

export interface DisclosedField {
  label: string
  value: string
  withheld: boolean
}

/** The word that stands where something is kept back; it never stands for 0 or for nothing. */
export const withheldWord = 'withheld'

const withheld = (label: string, why: string): DisclosedField => ({
  label,
  value: `${withheldWord}: ${why}`,
  withheld: true,
})

/** The fields of a record that may leave, in the form in which they may. Empty columns say nothing. */
export function discloseRow(
  type: string,
  row: Row,
  subject: Subject,
  pseudonym: Pseudonym,
): DisclosedField[] {
  const fields: DisclosedField[] = []
  for (const { column, label, as } of allowedColumns[type] ?? []) {
    const value = row[column]
    if (value === null || value === undefined || value === '') continue
    fields.push(discloseValue(label, value, as, subject, pseudonym))
  }
  return fields
}

function discloseValue(
  label: string,
  value: unknown,
  as: Treatment,
  subject: Subject,
  pseudonym: Pseudonym,
): DisclosedField {
  switch (as) {
    case 'text':
      return withheld(label, 'free text that nobody has cleared')
    case 'code':
      return discloseCode(label, value)
    case 'codes':
      return discloseCodes(label, value)
    case 'count':
      return Number.isSafeInteger(value)
        ? { label, value: String(value), withheld: false }
        : withheld(label, 'not a whole number')
    case 'moment': {
      const when = typeof value === 'string' ? momentOf(value, subject) : null
      return when
        ? { label, value: momentText(when), withheld: false }
        : withheld(label, 'a date outside a stay')
    }
    default:
      return { label, value: pseudonym(as, String(value)), withheld: false }
  }
}

// A code is a word of a closed list. What does not look like one may be text that an import put there.
const codePattern = /^([A-Za-z][A-Za-z-]{0,29}(-?\d{1,3})?|\d|999)$/

function discloseCode(label: string, value: unknown): DisclosedField {
  if (typeof value === 'boolean') return { label, value: value ? 'yes' : 'no', withheld: false }
  return typeof value === 'string' && codePattern.test(value)
    ? { label, value, withheld: false }
    : withheld(label, 'not a code')
}

/** A list of codes joined by a space, as the tables keep one; all of it is kept back if any of it is no code. */
function discloseCodes(label: string, value: unknown): DisclosedField {
  const codes = typeof value === 'string' ? value.split(' ') : []
  return codes.length > 0 && codes.every((code) => codePattern.test(code))
    ? { label, value: codes.join(', '), withheld: false }
    : withheld(label, 'not a list of codes')
}

export interface Moment {
  /** The day of the stay: 1 is the day of arrival; less than 1 is before it. */
  day: number
  /** The time on the clock in England. */
  time: string
}

/** A time as it may leave: the day of the stay and the clock time; null where there is no stay to count from. */
export function momentOf(at: Instant, subject: Subject): Moment | null {
  if (!subject.arrivedAt || Number.isNaN(Date.parse(at))) return null
  return { day: dayOfStay(subject.arrivedAt, at), time: formatTime(at) }
}

export function momentText({ day, time }: Moment): string {
  return day >= 1 ? `day ${day}, ${time}` : `${1 - day} d before arrival, ${time}`
}

/** The baby's age as a band of weeks; null where the birth is not known. */
export const ageBand = (bornOn: CivilDate | undefined, at: Instant): string | null =>
  bornOn ? weekBand(bornOn, dateOf(at)) : null

const identifying = [
  /\d{4}-\d{2}-\d{2}/, // a date
  /\b\d{1,2} (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)/i, // a date in words
  /\b\d{1,2}\/\d{1,2}\/\d{2,4}\b/, // a date in figures
  /\d{3}[ -]?\d{3}[ -]?\d{4}/, // an NHS number, or a telephone number
  /[0-9a-f]{8}-[0-9a-f]{4}-/i, // a record id
]

/**
 * The reason for a member's class, as its measure gives it. A measure promises that it holds no name or
 * identifier; this is the net beneath the promise.
 */
export function discloseReason(reason: string): string {
  return identifying.some((pattern) => pattern.test(reason))
    ? `${withheldWord}: the reason holds a date or a number that could identify`
    : reason
}
