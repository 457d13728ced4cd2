import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { isInstant, refersTo, versioned, versionKeys } from './columns.ts'

/**
 * A rule that held something back, overridden by name with a reason: a line of its own in every report
 * (product.md 2). It is a record against a rule, never an answer (decision 17).
 */
export const ruleOverride = sqliteTable(
  'rule_override',
  {
    ...versioned(),
    /** The record that the rule held back. */
    subjectId: refersTo('subject_id').notNull(),
    /** The rule or clause, by its id in the rule set or in docs/states. */
    ruleId: text('rule_id').notNull(),
    because: text('because').notNull(),
    /** When what is missing must be there. */
    dueAt: text('due_at'),
    secondPersonId: refersTo('second_person_id'),
    overriddenAt: text('overridden_at').notNull(),
  },
  (t) => [
    ...versionKeys('rule_override', t),
    isInstant('rule_override_due', t.dueAt),
    isInstant('rule_override_at', t.overriddenAt),
    index('rule_override_subject').on(t.subjectId),
  ],
)
