import { blob, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { isInstant, isInteger, versioned, versionKeys } from './columns.ts'

/** A quality-visit report as it was made: period, cut, the frozen model and its hash (assurance.md 4). */
export const report = sqliteTable(
  'report',
  {
    ...versioned(),
    title: text('title').notNull(),
    /** restricted or shareable (decision 36) */
    disclosure: text('disclosure').notNull(),
    periodFrom: text('period_from').notNull(),
    periodTo: text('period_to').notNull(),
    cutAt: text('cut_at').notNull(),
    cutSeq: integer('cut_seq').notNull(),
    /** draft, factual-check or final */
    state: text('state').notNull(),
    model: blob('model', { mode: 'buffer' }).notNull(),
    modelHash: text('model_hash').notNull(),
  },
  (t) => [
    ...versionKeys('report', t),
    isInstant('report_from', t.periodFrom),
    isInstant('report_to', t.periodTo),
    isInstant('report_cut', t.cutAt),
    isInteger('report_cut_int', t.cutSeq),
    index('report_period').on(t.periodFrom),
  ],
)
