import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { isInstant, isInteger, refersTo, versioned, versionKeys } from './columns.ts'

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
