import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { isInstant, refersTo, versioned, versionKeys } from './columns.ts'

/** Who has read the pathway in force, and signed that they did: one row for each reading. */
export const pathwayReading = sqliteTable(
  'pathway_reading',
  {
    ...versioned(),
    staffId: refersTo('staff_id').notNull(),
    /** The revisions that made up the pathway that was read. */
    routesId: refersTo('routes_id').notNull(),
    feverId: refersTo('fever_id').notNull(),
    sepsisId: refersTo('sepsis_id').notNull(),
    pewsId: refersTo('pews_id').notNull(),
    escortId: refersTo('escort_id').notNull(),
    dutiesId: refersTo('duties_id').notNull(),
    readAt: text('read_at').notNull(),
  },
  (t) => [
    ...versionKeys('pathway_reading', t),
    isInstant('pathway_reading_at', t.readAt),
    index('pathway_reading_staff').on(t.staffId),
  ],
)

/** The part of an episode that was written on the blank form, because the computer could not be used. */
export const paperForm = sqliteTable(
  'paper_form',
  {
    ...versioned(),
    episodeId: refersTo('episode_id').notNull(),
    writtenFrom: text('written_from').notNull(),
    writtenUntil: text('written_until').notNull(),
    /** Why the computer could not be used. */
    because: text('because').notNull(),
    keptWhere: text('kept_where').notNull(),
  },
  (t) => [
    ...versionKeys('paper_form', t),
    isInstant('paper_form_from', t.writtenFrom),
    isInstant('paper_form_until', t.writtenUntil),
    index('paper_form_episode').on(t.episodeId),
  ],
)

/** The strategy discussion about a bruise or injury: social worker, police and paediatrician. */
export const strategyDiscussion = sqliteTable(
  'strategy_discussion',
  {
    ...versioned(),
    episodeId: refersTo('episode_id').notNull(),
    /** Empty where the authority decided that none is held. */
    heldAt: text('held_at'),
    socialWorker: text('social_worker').notNull(),
    police: text('police'),
    paediatrician: text('paediatrician'),
    decision: text('decision').notNull(),
    decidedAt: text('decided_at').notNull(),
  },
  (t) => [
    ...versionKeys('strategy_discussion', t),
    isInstant('strategy_discussion_held', t.heldAt),
    isInstant('strategy_discussion_decided', t.decidedAt),
    index('strategy_discussion_episode').on(t.episodeId),
  ],
)
