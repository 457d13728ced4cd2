import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { isInstant, isInteger, refersTo, versioned, versionKeys } from './columns.ts'

/** The unit whose records these are. */
export const unit = sqliteTable(
  'unit',
  {
    ...versioned(),
    name: text('name').notNull(),
    provider: text('provider').notNull(),
    odsCode: text('ods_code'),
    region: text('region'),
    /** Where an ambulance is sent, and the number that a call script says (domain/communications/call-script.ts). */
    address: text('address'),
    telephone: text('telephone'),
    /** A folder on another disk or a trust share that gets a copy of each backup (reliability.md 4.5). */
    secondBackupFolder: text('second_backup_folder'),
    /** Minutes without use after which the screen locks: 2 to 15 (decision 5). */
    idleMinutes: integer('idle_minutes').notNull().default(5),
    /** The ward manager has declared the training register complete (decision 11). */
    trainingRegisterComplete: integer('training_register_complete', { mode: 'boolean' })
      .notNull()
      .default(false),
    /**
     * The unit has confirmed that the wall hangs where staff alone see it: then it shows legal status,
     * supervision and documents too (decision 5).
     */
    staffOnlyWall: integer('staff_only_wall', { mode: 'boolean' }).notNull().default(false),
    /** A limit of an episode that has run out is heard too; 999 is always heard (decision 32). */
    alarmWhenLate: integer('alarm_when_late', { mode: 'boolean' }).notNull().default(true),
  },
  (t) => [...versionKeys('unit', t), isInteger('unit_idle_int', t.idleMinutes)],
)

export const bed = sqliteTable(
  'bed',
  {
    ...versioned(),
    name: text('name').notNull(),
    position: integer('position').notNull(),
    closed: integer('closed', { mode: 'boolean' }).notNull().default(false),
  },
  (t) => [...versionKeys('bed', t)],
)

/** A stay is the mother's time on the unit (decision 3). */
export const stay = sqliteTable(
  'stay',
  {
    ...versioned(),
    motherId: refersTo('mother_id').notNull(),
    bedId: refersTo('bed_id'),
    /** Why she came in without a bed, or into a closed one; empty where the bed was open. */
    bedBecause: text('bed_because'),
    planned: integer('planned', { mode: 'boolean' }).notNull(),
    /** When the mother arrived on the unit, and when the stay ended. */
    arrivedAt: text('arrived_at').notNull(),
    endedAt: text('ended_at'),
    endReason: text('end_reason'),
    /** Why she came in without an offer of a referral; empty where she came on one. */
    withoutOfferBecause: text('without_offer_because'),
  },
  (t) => [
    ...versionKeys('stay', t),
    isInstant('stay_arrived', t.arrivedAt),
    isInstant('stay_ended', t.endedAt),
    index('stay_mother').on(t.motherId),
    index('stay_time').on(t.arrivedAt, t.endedAt),
  ],
)

/** A pair is mother and one baby within a stay, from the birth or the baby's arrival (decision 3). Twins are two pairs. */
export const pair = sqliteTable(
  'pair',
  {
    ...versioned(),
    stayId: refersTo('stay_id').notNull(),
    babyId: refersTo('baby_id').notNull(),
    /** When mother and baby were first together on the unit. */
    startedAt: text('started_at').notNull(),
    endedAt: text('ended_at'),
    /** Why a baby whom no check covered joined her; empty where one did, or the baby was born here. */
    withoutCheckBecause: text('without_check_because'),
  },
  (t) => [
    ...versionKeys('pair', t),
    isInstant('pair_started', t.startedAt),
    isInstant('pair_ended', t.endedAt),
    index('pair_stay').on(t.stayId),
    index('pair_baby').on(t.babyId),
    index('pair_time').on(t.startedAt, t.endedAt),
  ],
)

/** The mother's own observation level, a scale apart from supervision of mother with baby (domain.md 4.1). */
export const observationLevel = sqliteTable(
  'observation_level',
  {
    ...versioned(),
    stayId: refersTo('stay_id').notNull(),
    level: text('level').notNull(),
    startsAt: text('starts_at').notNull(),
    rationale: text('rationale').notNull(),
    /** By when it is set anew: fixed when it is set (architecture law 5). Empty of what was set before there were reviews. */
    reviewDueAt: text('review_due_at'),
  },
  (t) => [
    ...versionKeys('observation_level', t),
    isInstant('observation_level_starts', t.startsAt),
    isInstant('observation_level_review', t.reviewDueAt),
    index('observation_level_stay').on(t.stayId, t.startsAt),
  ],
)
