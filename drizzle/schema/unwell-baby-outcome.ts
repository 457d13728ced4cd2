import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { isInstant, refersTo, versioned, versionKeys } from './columns.ts'

/** How an episode ends: nothing else stops its clock (decision 26). */
export const episodeOutcome = sqliteTable(
  'episode_outcome',
  {
    ...versioned(),
    episodeId: refersTo('episode_id').notNull(),
    kind: text('kind').notNull(),
    at: text('at').notNull(),
    plan: text('plan').notNull(),
    reviewAt: text('review_at'),
    signedByDoctor: integer('signed_by_doctor', { mode: 'boolean' }).notNull(),
    /** The second person of an episode that was entered in error. */
    secondPersonId: refersTo('second_person_id'),
  },
  (t) => [
    ...versionKeys('episode_outcome', t),
    isInstant('episode_outcome_at', t.at),
    isInstant('episode_outcome_review', t.reviewAt),
    index('episode_outcome_episode').on(t.episodeId),
  ],
)

export const episodeDebrief = sqliteTable(
  'episode_debrief',
  {
    ...versioned(),
    episodeId: refersTo('episode_id').notNull(),
    heldAt: text('held_at').notNull(),
    /** No patient's name and no blame (domain row 5.3). */
    learning: text('learning').notNull(),
  },
  (t) => [
    ...versionKeys('episode_debrief', t),
    isInstant('episode_debrief_held', t.heldAt),
    index('episode_debrief_episode').on(t.episodeId),
  ],
)

/** A drill of the pathway: recorded as a drill, never counted as an episode. */
export const unwellBabyDrill = sqliteTable(
  'unwell_baby_drill',
  {
    ...versioned(),
    heldAt: text('held_at').notNull(),
    scenario: text('scenario').notNull(),
    learning: text('learning').notNull(),
  },
  (t) => [
    ...versionKeys('unwell_baby_drill', t),
    isInstant('unwell_baby_drill_held', t.heldAt),
    index('unwell_baby_drill_time').on(t.heldAt),
  ],
)
