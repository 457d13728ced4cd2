import { sql } from 'drizzle-orm'
import { check, index, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { basisColumns, isDate, refersTo, versioned, versionKeys } from './columns.ts'

/**
 * One event of the history of a mother and baby, as one source tells it (product.md 2, 5c). It belongs to the
 * mother, so that it is there at her next stay. When it happened stands apart from when it was recorded.
 */
export const chronologyEntry = sqliteTable(
  'chronology_entry',
  {
    ...versioned(),
    motherId: refersTo('mother_id').notNull(),
    /** Whom it is about: the mother or a baby; empty for the family. */
    personId: refersTo('person_id'),
    /** One of the kinds of domain/chronology/entry.ts. */
    kind: text('kind').notNull(),
    /** The first day that it may have been; empty where the day is not known at all. */
    happenedOn: text('happened_on'),
    /** day, month, year or not-known */
    precision: text('precision').notNull(),
    /** The last day of something that went on. */
    endedOn: text('ended_on'),
    what: text('what').notNull(),
    ...basisColumns(),
    /** What was received in which it stands, and where in it. */
    receivedId: refersTo('received_id'),
    place: text('place'),
  },
  (t) => [
    ...versionKeys('chronology_entry', t),
    isDate('chronology_entry_on', t.happenedOn),
    isDate('chronology_entry_ended', t.endedOn),
    check(
      'chronology_entry_dated',
      sql`(${t.happenedOn} is null) = (${t.precision} = 'not-known')`,
    ),
    index('chronology_entry_mother').on(t.motherId),
  ],
)

/** What a person says of two accounts that differ: that they do, or how it was settled. Both accounts stay. */
export const historyClash = sqliteTable(
  'history_clash',
  {
    ...versioned(),
    motherId: refersTo('mother_id').notNull(),
    firstId: refersTo('first_id').notNull(),
    secondId: refersTo('second_id').notNull(),
    /** In what they differ. */
    what: text('what').notNull(),
    /** open or settled */
    state: text('state').notNull(),
    /** Which account holds, or why both may; empty while it is open. */
    settlement: text('settlement').notNull().default(''),
    basisKind: text('basis_kind'),
    basisBy: text('basis_by'),
    basisOn: text('basis_on'),
    basisDocument: text('basis_document'),
  },
  (t) => [...versionKeys('history_clash', t), index('history_clash_mother').on(t.motherId)],
)
