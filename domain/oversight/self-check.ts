import type { Instant } from '#domain/shared/time.ts'
import type { LeadsTo } from '../shared/leads-to.ts'

/** What kind of thing is wrong; in this order it is worked through. */
export const faultKinds = {
  late: 'Past its limit',
  contradiction: 'Two records that cannot both be true',
  gap: 'Missing',
} as const
export type FaultKind = keyof typeof faultKinds

interface Check {
  kind: FaultKind
  /** What was found, as a heading. */
  title: string
  /** What is to be done about each. */
  mend: string
  /** Why a visitor would ask. */
  source: string
}

/**
 * What the unit asks itself before a visit: everything that a visitor would find by laying the records side
 * by side (product.md 2, 5g: the self-check; Finding Five g). It changes no figure.
 */
export const selfChecks = {
  overdue: {
    kind: 'late',
    title: 'Overdue on the ward now',
    mend: 'Open the stay and do what is late, or record that it was done and when.',
    source: 'Finding Five c, d and e',
  },
  'duty-after-stay': {
    kind: 'late',
    title: 'An agency that was not told, or has not answered, after the family left',
    mend: 'Tell them, log their answer, or drop the duty with its reason.',
    source: 'Finding Two e, Finding Five e',
  },
  'episode-after-stay': {
    kind: 'contradiction',
    title: 'An episode of an unwell baby that is still open though the stay has ended',
    mend: 'Sign the outcome: where the baby was when it ended, and what came of it.',
    source: 'Finding Five e; decision 26',
  },
  'referral-after-arrival': {
    kind: 'contradiction',
    title: 'A referral that is still open though she has come',
    mend: 'Tie the stay to the referral, or end the referral with its reason.',
    source: 'Finding Five a',
  },
  'signed-after-leaving': {
    kind: 'contradiction',
    title: 'Signed or recorded by somebody who had left',
    mend: 'Put the day of leaving right, or find out who used the account.',
    source: 'Finding Five b; decision 11',
  },
  'leaver-account': {
    kind: 'contradiction',
    title: 'An account that is open though its owner has left',
    mend: 'Disable the account.',
    source: 'Finding Five b; decision 11',
  },
  'same-person': {
    kind: 'contradiction',
    title: 'Two people on record with one name and one date of birth',
    mend: 'Look whether they are one person. If so, withdraw the record that nothing hangs on.',
    source: 'Finding Seven',
  },
  'action-fell-back': {
    kind: 'contradiction',
    title: 'An action that was verified, and its figure has fallen back since',
    mend: 'Look at it again: record that it fell back, and by when it is done anew.',
    source: 'Finding Five g; domain 7.5',
  },
  'no-status': {
    kind: 'gap',
    title: 'A baby on the unit whose legal status is not recorded',
    mend: 'Record it with its document, or that nobody is involved and how that is known.',
    source: 'Finding Two e; domain 4.4',
  },
  'status-run-out': {
    kind: 'gap',
    title: 'A legal status that has run out on paper, and nobody has said what follows',
    mend: 'Record the new order, or that it has ended and how that is known.',
    source: 'Finding Two e; domain 4.4',
  },
  'status-without-document': {
    kind: 'gap',
    title: 'An order or a plan without the document behind it',
    mend: 'Put the order or the plan into the register and name it at the status.',
    source: 'Finding Two e; domain 4.4',
  },
  'supervision-lowered': {
    kind: 'gap',
    title: 'Supervision that was lowered without a document',
    mend: 'Put what it rested on into the register: the round, the assessment, the letter. Or decide anew.',
    source: 'Finding Five d; decision 20',
  },
  'level-lowered': {
    kind: 'gap',
    title: 'A level of assurance that was lowered without a document',
    mend: 'Record the evidence that it rests on, or take the level back.',
    source: 'Finding Five g; domain 7.2',
  },
  'unapproved-rules': {
    kind: 'gap',
    title: 'Rules that the unit has not approved',
    mend: 'Read them, and have them approved by a second person.',
    source: 'Finding Five a and g',
  },
  'training-not-declared': {
    kind: 'gap',
    title: 'The training register is not declared complete',
    mend: 'Enter what is missing and declare it: until then lapsed training warns and refuses nobody.',
    source: 'Finding Five b; decision 11',
  },
  'without-evidence': {
    kind: 'gap',
    title: 'A requirement that no evidence is recorded for',
    mend: 'Record the document that shows it, or pin the record that does.',
    source: 'Finding Five g; measure 5g-3',
  },
  'evidence-not-counting': {
    kind: 'gap',
    title: 'Evidence that does not count',
    mend: 'Enter its new revision, look at the pinned record again, or give it an owner.',
    source: 'Finding Five g; measure 5g-3',
  },
} as const satisfies Record<string, Check>

export type SelfCheckId = keyof typeof selfChecks

/** One thing that a check found. */
export interface Finding {
  id: string
  /** Whose or what it is, as it is spoken of. */
  what: string
  /** The particulars: which document, by whom, how late. */
  about: string
  /** Since when it has been so, where that is known. */
  since: Instant | null
  leadsTo: LeadsTo
  /** The people whom it tells of. */
  people: readonly string[]
}

/** A check with all that it found; the ones without a finding are shown as passed. */
export interface CheckResult {
  check: SelfCheckId
  findings: Finding[]
}
