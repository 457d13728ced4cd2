import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { isDate, isInstant, refersTo, versioned, versionKeys } from './columns.ts'

/**
 * A rule set: criteria, thresholds, levels, limits and duties as data. One record for each revision of a
 * kind, so that a decision can name the one it was made under. A draft may be changed, a version each time;
 * its approval is its last version.
 */
export const ruleSet = sqliteTable(
  'rule_set',
  {
    ...versioned(),
    kind: text('kind').notNull(),
    revision: text('revision').notNull(),
    title: text('title').notNull(),
    source: text('source').notNull(),
    effectiveFrom: text('effective_from').notNull(),
    reviewDue: text('review_due'),
    /** The second person who approved it, and when; empty = a draft, or a default that nobody has approved. */
    approvedBy: text('approved_by'),
    approvedAt: text('approved_at'),
    /** Who outside the unit agreed to the approved revision, where its kind asks for somebody. */
    agreedWith: text('agreed_with'),
    /** shipped with the app, written here, or imported from a file. */
    origin: text('origin').notNull().default('shipped'),
    /** The revision that a draft was begun from, and what it changes and why, in the words of its author. */
    basedOn: refersTo('based_on'),
    changes: text('changes').notNull().default(''),
    /** The rules themselves as JSON; its shape is the kind's schema in domain/rule-sets. */
    content: text('content').notNull(),
  },
  (t) => [
    ...versionKeys('rule_set', t),
    isInstant('rule_set_effective', t.effectiveFrom),
    isInstant('rule_set_approved', t.approvedAt),
    isDate('rule_set_review', t.reviewDue),
    index('rule_set_kind').on(t.kind, t.effectiveFrom),
  ],
)
