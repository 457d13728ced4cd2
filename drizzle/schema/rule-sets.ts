import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { isDate, isInstant, versioned, versionKeys } from './columns.ts'

/**
 * A rule set: criteria, thresholds, levels, limits and duties as data. One record for each released
 * revision of a kind, so that a decision can name the one it was made under.
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
    /** The staff records of the author and of the second person who approved it; empty = unapproved default. */
    approvedBy: text('approved_by'),
    approvedAt: text('approved_at'),
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
