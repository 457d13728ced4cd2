import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { isDate, isInteger, refersTo, versioned, versionKeys } from './columns.ts'

/** A piece of evidence behind requirements: a document by its hash, or a record pinned at its version (5g). */
export const evidence = sqliteTable(
  'evidence',
  {
    ...versioned(),
    title: text('title').notNull(),
    /** One of evidenceKinds (domain/oversight/evidence.ts). */
    kind: text('kind').notNull(),
    /** Ids of the requirements that it is evidence for, joined by a space. */
    requirements: text('requirements').notNull(),
    /** The member of staff who answers for it. */
    ownerId: refersTo('owner_id').notNull(),
    effectiveFrom: text('effective_from').notNull(),
    /** The last day on which it holds; empty where it holds until it is replaced. */
    effectiveTo: text('effective_to'),
    reviewDue: text('review_due').notNull(),
    /** Of a document: which revision, the SHA-256 of its file, its name, and where it is kept. */
    revision: text('revision'),
    fileHash: text('file_hash'),
    fileName: text('file_name'),
    keptAt: text('kept_at'),
    /** Of a record: its table, and the version that was looked at. */
    pinnedType: text('pinned_type'),
    pinnedId: refersTo('pinned_id'),
    pinnedVersion: integer('pinned_version'),
  },
  (t) => [
    ...versionKeys('evidence', t),
    isDate('evidence_from', t.effectiveFrom),
    isDate('evidence_to', t.effectiveTo),
    isDate('evidence_review', t.reviewDue),
    isInteger('evidence_pinned_int', t.pinnedVersion),
  ],
)
