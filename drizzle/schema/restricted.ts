import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { basisColumns, isInstant, isInteger, refersTo, versioned, versionKeys } from './columns.ts'

/**
 * An entry that some people must not see, such as a professional's concern about a partner or the mother
 * (HZ-11). It stands apart from every other table, so that no print and no other page can hold it.
 */
export const restrictedEntry = sqliteTable(
  'restricted_entry',
  {
    ...versioned(),
    /** The mother or baby whom it is about. */
    personId: refersTo('person_id').notNull(),
    /** Codes of whom it is kept from, joined by a comma: mother, partner, family. */
    keptFrom: text('kept_from').notNull(),
    /** Why they must not see it. */
    because: text('because').notNull(),
    happenedAt: text('happened_at').notNull(),
    what: text('what').notNull(),
    ...basisColumns(),
  },
  (t) => [
    ...versionKeys('restricted_entry', t),
    isInstant('restricted_entry_happened', t.happenedAt),
    index('restricted_entry_person').on(t.personId),
  ],
)

/**
 * Somebody opened restricted entries of one person in an emergency: version 1 is the opening with its reason and
 * window, version 2 the word of whoever reviewed it.
 */
export const emergencyAccess = sqliteTable(
  'emergency_access',
  {
    ...versioned(),
    personId: refersTo('person_id').notNull(),
    /** The member of staff who opened them. */
    staffId: refersTo('staff_id').notNull(),
    because: text('because').notNull(),
    openedAt: text('opened_at').notNull(),
    endsAt: text('ends_at').notNull(),
    reviewDueAt: text('review_due_at').notNull(),
    /** needed or not-needed; empty while nobody has reviewed it. */
    outcome: text('outcome'),
    reviewerId: refersTo('reviewer_id'),
    reviewedAt: text('reviewed_at'),
    review: text('review'),
  },
  (t) => [
    ...versionKeys('emergency_access', t),
    isInstant('emergency_access_opened', t.openedAt),
    isInstant('emergency_access_ends', t.endsAt),
    isInstant('emergency_access_due', t.reviewDueAt),
    isInstant('emergency_access_reviewed', t.reviewedAt),
    index('emergency_access_person').on(t.personId, t.staffId),
  ],
)

/** Why the record of a person is not disposed of, whatever its age: an inquiry, a claim, a complaint. */
export const legalHold = sqliteTable(
  'legal_hold',
  {
    ...versioned(),
    personId: refersTo('person_id').notNull(),
    because: text('because').notNull(),
    reference: text('reference'),
    placedAt: text('placed_at').notNull(),
    liftedAt: text('lifted_at'),
    liftedBecause: text('lifted_because'),
  },
  (t) => [
    ...versionKeys('legal_hold', t),
    isInstant('legal_hold_placed', t.placedAt),
    isInstant('legal_hold_lifted', t.liftedAt),
    index('legal_hold_person').on(t.personId),
  ],
)

/** A copy of a person's record that was made for a subject access request, and what of it was held back. */
export const subjectAccess = sqliteTable(
  'subject_access',
  {
    ...versioned(),
    personId: refersTo('person_id').notNull(),
    /** Who asked: themselves, or whoever acts for them, and by what right. */
    askedBy: text('asked_by').notNull(),
    identified: text('identified').notNull(),
    receivedAt: text('received_at').notNull(),
    copiedAt: text('copied_at').notNull(),
    /** Numbers of entries given, given with third parties taken out, and held back. */
    entries: text('entries').notNull(),
    fileHash: text('file_hash').notNull(),
  },
  (t) => [
    ...versionKeys('subject_access', t),
    isInstant('subject_access_received', t.receivedAt),
    isInstant('subject_access_copied', t.copiedAt),
    index('subject_access_person').on(t.personId),
  ],
)

/**
 * What everybody could read became a restricted entry: version 1 is the move; later versions are the word of
 * whoever reviewed it, and that the one who wrote it has been told.
 */
export const restrictedMove = sqliteTable(
  'restricted_move',
  {
    ...versioned(),
    personId: refersTo('person_id').notNull(),
    /** The restricted entry that it became. */
    entryId: refersTo('entry_id').notNull(),
    /** The record that its words stood in, and the last version of it that had them. */
    fromId: refersTo('from_id').notNull(),
    fromVersion: integer('from_version').notNull(),
    /** The member of staff who wrote that record first. */
    writerId: refersTo('writer_id').notNull(),
    moverId: refersTo('mover_id').notNull(),
    /** When the writer said that they have seen it; empty until then. */
    writerSeenAt: text('writer_seen_at'),
    reviewDueAt: text('review_due_at').notNull(),
    /** needed or not-needed; empty while nobody has reviewed it. */
    outcome: text('outcome'),
    reviewerId: refersTo('reviewer_id'),
    reviewedAt: text('reviewed_at'),
    review: text('review'),
  },
  (t) => [
    ...versionKeys('restricted_move', t),
    isInteger('restricted_move_from_int', t.fromVersion),
    isInstant('restricted_move_seen', t.writerSeenAt),
    isInstant('restricted_move_due', t.reviewDueAt),
    isInstant('restricted_move_reviewed', t.reviewedAt),
    index('restricted_move_person').on(t.personId),
    index('restricted_move_entry').on(t.entryId),
    index('restricted_move_from').on(t.fromId),
  ],
)
