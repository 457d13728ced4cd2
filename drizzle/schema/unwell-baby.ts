import {
  type AnySQLiteColumn,
  foreignKey,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
} from 'drizzle-orm/sqlite-core'
import { basisColumns, isInstant, isInteger, refersTo, versioned, versionKeys } from './columns.ts'

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

/** One try to get help. Reached means spoken to, with time and name (decision 25). */
export const helpContact = sqliteTable(
  'help_contact',
  {
    ...versioned(),
    episodeId: refersTo('episode_id').notNull(),
    whom: text('whom').notNull(),
    calledAt: text('called_at').notNull(),
    calledBy: text('called_by').notNull(),
    /** yes, no or not-known; not-known in imports alone */
    reached: text('reached').notNull(),
    reachedAt: text('reached_at'),
    reachedName: text('reached_name'),
    advice: text('advice').notNull().default(''),
    /** A case or incident number of the service. */
    reference: text('reference'),
    transferAdvised: integer('transfer_advised', { mode: 'boolean' }).notNull().default(false),
    /** When the crew or the clinician was with the baby, and who. */
    seenAt: text('seen_at'),
    seenBy: text('seen_by'),
  },
  (t) => [
    ...versionKeys('help_contact', t),
    isInstant('help_contact_called', t.calledAt),
    isInstant('help_contact_reached', t.reachedAt),
    isInstant('help_contact_seen', t.seenAt),
    index('help_contact_episode').on(t.episodeId),
  ],
)

/** Who goes with the baby, with the facts and the rules that it was decided on (decision 28). */
export const escortDecision = sqliteTable(
  'escort_decision',
  {
    ...versioned(),
    episodeId: refersTo('episode_id').notNull(),
    decidedAt: text('decided_at').notNull(),
    /** The facts as JSON (EscortFacts); empty only in what was imported without them. */
    facts: text('facts'),
    babyEscorts: integer('baby_escorts').notNull(),
    motherEscorts: integer('mother_escorts').notNull(),
    section17Escort: integer('section_17_escort', { mode: 'boolean' }).notNull(),
    /** no, with-escort or yes */
    motherMayGo: text('mother_may_go').notNull(),
    /** The names of who goes, in words. */
    escortNames: text('escort_names').notNull().default(''),
    /** Who was reached before leaving, as JSON: whom, name, at. */
    reached: text('reached').notNull().default('[]'),
    /** The named override that let it be lower than the rules. */
    overrideId: refersTo('override_id'),
    ruleSetId: refersTo('rule_set_id').notNull(),
    /** Leave under section 17, Mental Health Act that the decision rests on: who granted it, when, by which document. */
    leaveGrantedBy: text('leave_granted_by'),
    leaveGrantedAt: text('leave_granted_at'),
    leaveDocument: text('leave_document'),
  },
  (t) => [
    ...versionKeys('escort_decision', t),
    isInstant('escort_decision_leave_at', t.leaveGrantedAt),
    isInstant('escort_decision_at', t.decidedAt),
    isInteger('escort_decision_baby_int', t.babyEscorts),
    isInteger('escort_decision_mother_int', t.motherEscorts),
    index('escort_decision_episode').on(t.episodeId, t.decidedAt),
  ],
)

/** The baby left the unit for a hospital. */
export const departure = sqliteTable(
  'departure',
  {
    ...versioned(),
    episodeId: refersTo('episode_id').notNull(),
    leftAt: text('left_at').notNull(),
    destination: text('destination').notNull(),
    arrivedAt: text('arrived_at'),
    handedOverTo: text('handed_over_to'),
    handedOverAt: text('handed_over_at'),
    /** The mother cannot be with the baby in hospital (Finding One c). */
    motherCannotGo: integer('mother_cannot_go', { mode: 'boolean' }).notNull().default(false),
    /** When the baby was back on the unit. */
    returnedAt: text('returned_at'),
  },
  (t) => [
    ...versionKeys('departure', t),
    isInstant('departure_left', t.leftAt),
    isInstant('departure_arrived', t.arrivedAt),
    isInstant('departure_handed_over', t.handedOverAt),
    isInstant('departure_returned', t.returnedAt),
    index('departure_episode').on(t.episodeId),
    index('departure_time').on(t.leftAt),
  ],
)

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
