import {
  type AnySQLiteColumn,
  foreignKey,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
} from 'drizzle-orm/sqlite-core'
import { isInstant, isInteger, refersTo, versioned, versionKeys } from './columns.ts'

/** One set of observations; a repeat is a new set. Never a score: scores are computed (decision 24). */
export const observationSet = sqliteTable(
  'observation_set',
  {
    ...versioned(),
    episodeId: refersTo('episode_id').notNull(),
    observedAt: text('observed_at').notNull(),
    /** settled, crying, feeding or asleep */
    babyState: text('baby_state').notNull(),
    feverReport: text('fever_report').notNull(),
    /** Empty where it was not recorded. */
    consciousness: text('consciousness'),
    /** Air, or the device that gives oxygen; empty where it was not recorded. */
    support: text('support'),
    /** The level that staff, or the carer's words, call for whatever the score; empty for none. */
    staffConcern: text('staff_concern'),
    carerConcern: text('carer_concern'),
    carerView: text('carer_view').notNull(),
    note: text('note').notNull().default(''),
  },
  (t) => [
    ...versionKeys('observation_set', t),
    isInstant('observation_set_observed', t.observedAt),
    index('observation_set_episode').on(t.episodeId, t.observedAt),
  ],
)

const ofSet = (name: string, t: { recordId: AnySQLiteColumn; version: AnySQLiteColumn }) =>
  foreignKey({
    name,
    columns: [t.recordId, t.version],
    foreignColumns: [observationSet.recordId, observationSet.version],
  })

/** A sign of a set's version: its value, or why it was not measured. A sign without a row was not recorded. */
export const observationReading = sqliteTable(
  'observation_reading',
  {
    recordId: text('record_id').notNull(),
    version: integer('version').notNull(),
    sign: text('sign').notNull(),
    /** In the sign's smallest step, so that it is whole: 38.2 °C is 382 (domain/unwell-baby/signs.ts). */
    value: integer('value'),
    /** An unlikely value was asked again and is right. */
    confirmed: integer('confirmed', { mode: 'boolean' }).notNull().default(false),
    notMeasured: text('not_measured'),
    note: text('note'),
  },
  (t) => [
    primaryKey({ name: 'observation_reading_key', columns: [t.recordId, t.version, t.sign] }),
    isInteger('observation_reading_value_int', t.value),
    ofSet('observation_reading_set', t),
  ],
)

/** A group of signs that was looked at, or why it was not. A group without a row was not recorded. */
export const observationGroup = sqliteTable(
  'observation_group',
  {
    recordId: text('record_id').notNull(),
    version: integer('version').notNull(),
    /** The name of a group of domain/unwell-baby/findings.ts. */
    findingGroup: text('finding_group').notNull(),
    checked: integer('checked', { mode: 'boolean' }).notNull(),
    because: text('because'),
  },
  (t) => [
    primaryKey({ name: 'observation_group_key', columns: [t.recordId, t.version, t.findingGroup] }),
    ofSet('observation_group_set', t),
  ],
)

/** A finding that is there. In a group that was looked at, one without a row is absent. */
export const observationFinding = sqliteTable(
  'observation_finding',
  {
    recordId: text('record_id').notNull(),
    version: integer('version').notNull(),
    finding: text('finding').notNull(),
  },
  (t) => [
    primaryKey({ name: 'observation_finding_key', columns: [t.recordId, t.version, t.finding] }),
    ofSet('observation_finding_set', t),
  ],
)
