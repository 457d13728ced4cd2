import {
  blob,
  foreignKey,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
} from 'drizzle-orm/sqlite-core'
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

/**
 * The ledger of what shareable reports have printed (decision 36): a line for each cell, with the exact figure
 * behind it, which never leaves. A later report is held against it.
 */
export const releasedCell = sqliteTable(
  'released_cell',
  {
    recordId: text('record_id').notNull(),
    version: integer('version').notNull(),
    /** The measure, or what else was counted. */
    measure: text('measure').notNull(),
    /** The group that is shown apart; empty for the whole. */
    part: text('part').notNull(),
    cell: text('cell').notNull(),
    periodFrom: text('period_from').notNull(),
    periodTo: text('period_to').notNull(),
    /** How many it speaks of, and what was counted of them: records, or minutes. */
    size: integer('size').notNull(),
    quantity: integer('quantity').notNull(),
    /** As it was printed; empty where it was withheld. */
    printed: integer('printed'),
  },
  (t) => [
    primaryKey({
      name: 'released_cell_key',
      columns: [t.recordId, t.version, t.measure, t.part, t.cell, t.periodFrom, t.periodTo],
    }),
    foreignKey({
      name: 'released_cell_of',
      columns: [t.recordId, t.version],
      foreignColumns: [report.recordId, report.version],
    }),
    isInstant('released_cell_from', t.periodFrom),
    isInstant('released_cell_to', t.periodTo),
    isInteger('released_cell_size_int', t.size),
    isInteger('released_cell_quantity_int', t.quantity),
    isInteger('released_cell_printed_int', t.printed),
  ],
)
