import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { isInstant, isInteger, refersTo, versioned, versionKeys } from './columns.ts'

/** One bruise, injury or mark, placed on the body map (domain row 3.8). */
export const injuryMark = sqliteTable(
  'injury_mark',
  {
    ...versioned(),
    episodeId: refersTo('episode_id').notNull(),
    /** bruise-or-injury or unsure-mark */
    finding: text('finding').notNull(),
    seenAt: text('seen_at').notNull(),
    seenBy: text('seen_by').notNull(),
    /** The outline: front, back, left, right, head-front, head-back */
    view: text('view').notNull(),
    /** Thousandths of the outline's width from the left, and of its height from the top. */
    x: integer('x').notNull(),
    y: integer('y').notNull(),
    /** Whole millimetres at the widest; empty where it was not measured. */
    sizeMm: integer('size_mm'),
    /** bruise, swelling, burn, cut and so on; empty in what was entered before it was asked. */
    markKind: text('mark_kind'),
    /** The colours in words, as they were seen. */
    colour: text('colour'),
    /** The name of the region of the body map that it lies in. */
    region: text('region'),
    description: text('description').notNull(),
    /** The explanation in the speaker's own words, and who gave it; empty where none was given. */
    explanation: text('explanation'),
    explainedBy: text('explained_by'),
    /** Who held the baby in the last 24 hours. */
    heldBy: text('held_by').notNull(),
  },
  (t) => [
    ...versionKeys('injury_mark', t),
    isInstant('injury_mark_seen', t.seenAt),
    isInteger('injury_mark_x_int', t.x),
    isInteger('injury_mark_y_int', t.y),
    isInteger('injury_mark_size_int', t.sizeMm),
    index('injury_mark_episode').on(t.episodeId),
  ],
)
