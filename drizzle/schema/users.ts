import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { isDate, isInstant, refersTo, versioned, versionKeys } from './columns.ts'

/** A member of staff: everyone who works on the unit, with an account or without. */
export const staff = sqliteTable(
  'staff',
  {
    ...versioned(),
    name: text('name').notNull(),
    profession: text('profession').notNull(),
    /** Substantive, bank, agency or student. */
    employment: text('employment').notNull(),
    registration: text('registration'),
    startedOn: text('started_on').notNull(),
    leftOn: text('left_on'),
  },
  (t) => [
    ...versionKeys('staff', t),
    isDate('staff_started', t.startedOn),
    isDate('staff_left', t.leftOn),
  ],
)

/**
 * A post that a member of staff had here before the one that the register shows: what somebody was asked to
 * hold on a day goes by the post of that day.
 */
export const earlierPost = sqliteTable(
  'earlier_post',
  {
    ...versioned(),
    staffId: refersTo('staff_id').notNull(),
    profession: text('profession').notNull(),
    employment: text('employment').notNull(),
    /** Its first and its last day. */
    fromOn: text('from_on').notNull(),
    untilOn: text('until_on').notNull(),
  },
  (t) => [
    ...versionKeys('earlier_post', t),
    isDate('earlier_post_from', t.fromOn),
    isDate('earlier_post_until', t.untilOn),
    index('earlier_post_staff').on(t.staffId),
  ],
)

/** An account: who may sign in, in which one role (decision 11). The key slot is found by its id. */
export const userAccount = sqliteTable(
  'user_account',
  {
    ...versioned(),
    staffId: refersTo('staff_id').notNull(),
    signInName: text('sign_in_name').notNull(),
    role: text('role').notNull(),
    slotId: text('slot_id').notNull(),
    /** A one-shift account of a bank or agency nurse ends here. */
    expiresAt: text('expires_at'),
    disabled: integer('disabled', { mode: 'boolean' }).notNull().default(false),
  },
  (t) => [...versionKeys('user_account', t), isInstant('user_account_expires', t.expiresAt)],
)

/** One person's duty on one shift; nurse in charge is a duty, not a role (decision 11). */
export const shiftDuty = sqliteTable(
  'shift_duty',
  {
    ...versioned(),
    staffId: refersTo('staff_id').notNull(),
    startsAt: text('starts_at').notNull(),
    endsAt: text('ends_at').notNull(),
    nurseInCharge: integer('nurse_in_charge', { mode: 'boolean' }).notNull().default(false),
  },
  (t) => [
    ...versionKeys('shift_duty', t),
    isInstant('shift_duty_starts', t.startsAt),
    isInstant('shift_duty_ends', t.endsAt),
    index('shift_duty_time').on(t.startsAt, t.endsAt),
  ],
)

/**
 * A password that the nurse in charge set for somebody who could not get in, to be confirmed by the
 * administrator or the ward manager (decision 11). Version 1 is the reset, version 2 the word on it.
 */
export const passwordReset = sqliteTable(
  'password_reset',
  {
    ...versioned(),
    userId: refersTo('user_id').notNull(),
    because: text('because').notNull(),
    /** How whoever set it made sure that the person in front of them is the one whose account it is. */
    identifiedBy: text('identified_by'),
    resetAt: text('reset_at').notNull(),
    /** confirmed or refused; empty while it waits. */
    outcome: text('outcome'),
    decidedAt: text('decided_at'),
  },
  (t) => [
    ...versionKeys('password_reset', t),
    isInstant('password_reset_at', t.resetAt),
    isInstant('password_reset_decided', t.decidedAt),
    index('password_reset_user').on(t.userId),
  ],
)
