import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { basisColumns, isInstant, isInteger, refersTo, versioned, versionKeys } from './columns.ts'

/** A question about somebody that a member of staff wants answered; others follow from what is recorded. */
export const personQuestion = sqliteTable(
  'person_question',
  {
    ...versioned(),
    personId: refersTo('person_id').notNull(),
    question: text('question').notNull(),
  },
  (t) => [...versionKeys('person_question', t), index('person_question_person').on(t.personId)],
)

/** Somebody was asked a question again; its basis says whom, when, and whether it was established. */
export const questionAsking = sqliteTable(
  'question_asking',
  {
    ...versioned(),
    personId: refersTo('person_id').notNull(),
    /** The question, by its key among those about this person (domain/people/unknowns.ts). */
    questionKey: text('question_key').notNull(),
    /** The question as it was worded then. */
    question: text('question').notNull(),
    askedAt: text('asked_at').notNull(),
    /** What was answered, or what was said instead of an answer. */
    answer: text('answer').notNull(),
    /** When it is asked next; empty once it is established. */
    nextAskAt: text('next_ask_at'),
    ...basisColumns(),
  },
  (t) => [
    ...versionKeys('question_asking', t),
    isInstant('question_asking_asked', t.askedAt),
    isInstant('question_asking_next', t.nextAskAt),
    index('question_asking_person').on(t.personId),
  ],
)

/** Which of two statements that differ was found to hold, for the versions that were looked at. */
export const clashSettlement = sqliteTable(
  'clash_settlement',
  {
    ...versioned(),
    personId: refersTo('person_id').notNull(),
    topic: text('topic').notNull(),
    firstId: refersTo('first_id').notNull(),
    firstVersion: integer('first_version').notNull(),
    otherId: refersTo('other_id').notNull(),
    otherVersion: integer('other_version').notNull(),
    /** first or other */
    holds: text('holds').notNull(),
    because: text('because').notNull(),
  },
  (t) => [
    ...versionKeys('clash_settlement', t),
    isInteger('clash_settlement_first_int', t.firstVersion),
    isInteger('clash_settlement_other_int', t.otherVersion),
    index('clash_settlement_person').on(t.personId),
  ],
)

/** A planning meeting about the placement of a baby (Finding Six). */
export const placementMeeting = sqliteTable(
  'placement_meeting',
  {
    ...versioned(),
    pairId: refersTo('pair_id').notNull(),
    /** looked-after-review or planning-meeting */
    kind: text('kind').notNull(),
    plannedAt: text('planned_at'),
    heldAt: text('held_at'),
    chairedBy: text('chaired_by').notNull(),
    chairName: text('chair_name'),
    /** there, told, no or not-known */
    officer: text('officer').notNull(),
    /** What was decided, and who does it. */
    decided: text('decided').notNull().default(''),
    ...basisColumns(),
    /** How the meeting is known (Finding Seven); empty only in what was recorded before it was asked. */
    basisKind: text('basis_kind'),
  },
  (t) => [
    ...versionKeys('placement_meeting', t),
    isInstant('placement_meeting_planned', t.plannedAt),
    isInstant('placement_meeting_held', t.heldAt),
    index('placement_meeting_pair').on(t.pairId),
  ],
)
