import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { isInstant, isInteger } from './columns.ts'

/**
 * The audit: one row for each act and each read of identifiable records, chained by a keyed hash
 * (reliability.md 4.3). `mac` covers every other column in canonical encoding, and the row before.
 */
export const audit = sqliteTable(
  'audit',
  {
    seq: integer('seq').primaryKey(),
    at: text('at').notNull(),
    utcOffsetMinutes: integer('utc_offset_minutes').notNull(),
    zone: text('zone').notNull(),
    monotonicMs: integer('monotonic_ms').notNull(),
    bootId: text('boot_id').notNull(),
    appVersion: text('app_version').notNull(),
    userId: text('user_id').notNull(),
    staffId: text('staff_id').notNull(),
    role: text('role').notNull(),
    action: text('action').notNull(),
    entity: text('entity').notNull(),
    entityId: text('entity_id').notNull(),
    entityVersion: integer('entity_version'),
    /** Record ids of the people whom the entry concerns, joined by a space; indexed in audit_patient. */
    patients: text('patients').notNull().default(''),
    reason: text('reason').notNull().default(''),
    breakGlass: integer('break_glass').notNull().default(0),
    beforeHash: text('before_hash'),
    afterHash: text('after_hash'),
    payload: text('payload').notNull().default(''),
    prev: text('prev').notNull(),
    mac: text('mac').notNull(),
    /**
     * Since the second version of the encoding `mac` covers the words (reason and payload) by this hash over a random
     * salt and them, so that they can be disposed of one day and the chain holds. Null in entries of the first.
     */
    wordsSalt: text('words_salt'),
    wordsHash: text('words_hash'),
  },
  (t) => [
    isInstant('audit_at_instant', t.at),
    isInteger('audit_seq_int', t.seq),
    index('audit_at').on(t.at),
    index('audit_entity').on(t.entityId, t.seq),
    index('audit_user').on(t.userId, t.seq),
  ],
)

/** Finds the audit entries of one patient: who looked, who changed. */
export const auditPatient = sqliteTable(
  'audit_patient',
  {
    personId: text('person_id').notNull(),
    seq: integer('seq')
      .notNull()
      .references(() => audit.seq),
  },
  (t) => [primaryKey({ name: 'audit_patient_key', columns: [t.personId, t.seq] })],
)

/** The acts already done, by the id that the client made: a retry after a lost answer finds its answer here. */
export const operation = sqliteTable('operation', {
  operationId: text('operation_id').primaryKey(),
  procedure: text('procedure').notNull(),
  userId: text('user_id').notNull(),
  inputHash: text('input_hash').notNull(),
  auditSeq: integer('audit_seq').notNull(),
  answer: text('answer').notNull(),
})
