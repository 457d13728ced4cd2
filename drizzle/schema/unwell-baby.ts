import { foreignKey, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { basisColumns, isInstant, refersTo, versioned, versionKeys } from './columns.ts'

/**
 * An episode of an unwell baby: the concern that opened it. A correction of the time of recognition is a
 * further version; the earliest that any version named starts the clock (decision 26).
 */
export const episode = sqliteTable(
  'episode',
  {
    ...versioned(),
    pairId: refersTo('pair_id').notNull(),
    recognisedAt: text('recognised_at').notNull(),
    /** staff or carer: both count alike */
    whose: text('whose').notNull(),
    words: text('words').notNull().default(''),
    /** not-mobile, mobile or not-known */
    mobility: text('mobility').notNull(),
    ...basisColumns(),
    /** The revisions that the episode is worked by: those in force when the concern was raised. */
    feverId: refersTo('fever_id').notNull(),
    sepsisId: refersTo('sepsis_id').notNull(),
    pewsId: refersTo('pews_id').notNull(),
    routesId: refersTo('routes_id').notNull(),
  },
  (t) => [
    ...versionKeys('episode', t),
    isInstant('episode_recognised', t.recognisedAt),
    index('episode_pair').on(t.pairId, t.recognisedAt),
    index('episode_time').on(t.recognisedAt),
  ],
)

/** What was noticed with the concern: one row for each finding of a version. */
export const episodeFinding = sqliteTable(
  'episode_finding',
  {
    recordId: text('record_id').notNull(),
    version: integer('version').notNull(),
    finding: text('finding').notNull(),
  },
  (t) => [
    primaryKey({ name: 'episode_finding_key', columns: [t.recordId, t.version, t.finding] }),
    foreignKey({
      name: 'episode_finding_episode',
      columns: [t.recordId, t.version],
      foreignColumns: [episode.recordId, episode.version],
    }),
  ],
)

/** Could this be infection? A change of mind is a new answer (decision 24). */
export const infectionAnswer = sqliteTable(
  'infection_answer',
  {
    ...versioned(),
    episodeId: refersTo('episode_id').notNull(),
    /** yes, not-sure or no */
    answer: text('answer').notNull(),
    why: text('why').notNull(),
    answeredAt: text('answered_at').notNull(),
    /** Who answered is a registered nurse or doctor: only they rule infection out. */
    byNurseOrDoctor: integer('by_nurse_or_doctor', { mode: 'boolean' }).notNull(),
  },
  (t) => [
    ...versionKeys('infection_answer', t),
    isInstant('infection_answer_at', t.answeredAt),
    index('infection_answer_episode').on(t.episodeId),
  ],
)

/** A level that a person chose above the tables: free, and nothing lowers it. */
export const episodeRaise = sqliteTable(
  'episode_raise',
  {
    ...versioned(),
    episodeId: refersTo('episode_id').notNull(),
    /** emergency, high or medium */
    level: text('level').notNull(),
    chosenAt: text('chosen_at').notNull(),
    why: text('why').notNull(),
  },
  (t) => [
    ...versionKeys('episode_raise', t),
    isInstant('episode_raise_at', t.chosenAt),
    index('episode_raise_episode').on(t.episodeId),
  ],
)

/** Who answers for the next step; the next person takes over by signing (decision 32). */
export const episodeResponder = sqliteTable(
  'episode_responder',
  {
    ...versioned(),
    episodeId: refersTo('episode_id').notNull(),
    staffId: refersTo('staff_id').notNull(),
    tookOverAt: text('took_over_at').notNull(),
  },
  (t) => [
    ...versionKeys('episode_responder', t),
    isInstant('episode_responder_at', t.tookOverAt),
    index('episode_responder_episode').on(t.episodeId),
  ],
)

/**
 * *Baby concern* pressed on the lock screen, by whoever stood there: the bed and the time (decision 5). Who
 * signs in next answers it, as a further version: raised as an episode, or why it was none.
 */
export const pressedConcern = sqliteTable(
  'pressed_concern',
  {
    ...versioned(),
    bedId: refersTo('bed_id').notNull(),
    pressedAt: text('pressed_at').notNull(),
    /** waiting, raised or not-a-concern */
    answer: text('answer').notNull(),
    episodeId: refersTo('episode_id'),
    because: text('because').notNull().default(''),
  },
  (t) => [
    ...versionKeys('pressed_concern', t),
    isInstant('pressed_concern_at', t.pressedAt),
    index('pressed_concern_time').on(t.pressedAt),
  ],
)
