import { sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { isInstant } from './columns.ts'

/**
 * What somebody has typed and not yet saved, kept field by field. Not a record: it is replaced and removed,
 * is read by its owner alone, and no measure sees it; so it has neither versions nor audit.
 */
export const draft = sqliteTable(
  'draft',
  {
    draftId: text('draft_id').primaryKey(),
    userId: text('user_id').notNull(),
    form: text('form').notNull(),
    content: text('content').notNull(),
    savedAt: text('saved_at').notNull(),
  },
  (t) => [isInstant('draft_saved', t.savedAt)],
)
