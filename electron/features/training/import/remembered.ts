import type { ImportKind } from '#domain/training/import/columns.ts'
import { leaveOut } from '#domain/training/import/plan.ts'
import type { ReadDb } from '../../../platform/unit-of-work.ts'

const lastSql = `select headings, words from training_import
  where kind = @kind and version = 1 order by audit_seq desc limit 1`

export interface Remembered {
  /** The heading that stood over each column. */
  headings: Record<string, string>
  words: Record<string, string>
}

/** What was said of the columns and words of the unit's last file of the kind, also where it was taken back. */
export function remembered(db: ReadDb, kind: ImportKind): Remembered {
  const row = db.row<{ headings: string; words: string }>(lastSql, { kind })
  if (!row) return { headings: {}, words: {} }
  const words = JSON.parse(row.words) as Record<string, string>
  return {
    headings: JSON.parse(row.headings) as Record<string, string>,
    // What was left out once is asked again: otherwise rows would go missing without a word.
    words: Object.fromEntries(Object.entries(words).filter(([, meaning]) => meaning !== leaveOut)),
  }
}
