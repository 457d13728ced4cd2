import { addMinutes, dateOf, minutesBetween } from '#domain/shared/calendar.ts'
import { refuse, refuseField } from '#domain/shared/failure.ts'
import type { Instant } from '#domain/shared/time.ts'
import { openingWith } from '#domain/users/opening.ts'
import type { WayOfKnowing } from '#domain/users/password-reset.ts'
import { roleFault } from '#domain/users/role-professions.ts'
import type { Role } from '#domain/users/roles.ts'
import { type Employment, type Profession, registrationFault } from '#domain/users/staff.ts'
import { passwordReset, shiftDuty, userAccount } from '#drizzle/schema/users.ts'
import type { CommandContext, SignedContext } from '../../platform/serve.ts'
import { newPasswordFault } from '../../platform/store/keys.ts'
import type { ReadDb, WriteTx } from '../../platform/unit-of-work.ts'
import { account, accountBySignInName, managersBeside } from './account-queries.ts'
import { secondsFor } from './seconds.ts'
import { needNurseInCharge } from './shift.ts'
import { giveSlot, hasSlot, takeSlot } from './slots.ts'
import { insertStaff, staffMember } from './staff-service.ts'
import { unitName } from './unit-name.ts'

/** A one-shift account lasts no longer than the longest shift. */
const oneShiftMinutes = 14 * 60

export interface NewAccount {
  staffId: string
  signInName: string
  role: Role
  newPassword: string
  /** How both signers know that it is the owner who types the password. */
  identifiedBy: WayOfKnowing
}

/** Refuses a new password that is not good enough for this unit, at its field. */
export function checkNewPassword(
  newPassword: string,
  signInName: string,
  unit: string,
  field = 'newPassword',
) {
  const fault = newPasswordFault(newPassword, signInName, unit)
  if (fault !== null) refuseField(field, fault)
}

function checkRole(role: Role, profession: string): void {
  const fault = roleFault(role, profession)
  if (fault !== null) refuseField('role', fault)
}

function checkNewName(db: ReadDb, signInName: string): void {
  if (accountBySignInName(db, signInName))
    refuseField('signInName', 'This sign-in name is used already. Choose another')
}

/**
 * Opens an account with a key slot of its own for somebody in the staff register, who is there and types the
 * password. A second person signs that they saw it, or one manager could be two people (docs/states/accounts.md).
 */
export async function openAccount(ctx: SignedContext, input: NewAccount) {
  const person = staffMember(ctx.db, input.staffId)
  if (person.leftOn !== null)
    refuseField('staffId', 'This member of staff has left. Choose somebody else')
  checkRole(input.role, person.profession)
  checkNewName(ctx.db, input.signInName)
  checkNewPassword(input.newPassword, input.signInName, unitName(ctx.db))
  const opening = openingWith({
    second: ctx.second !== undefined,
    others: secondsFor(ctx, 'users:open-second').length,
  })
  if (opening === 'refused')
    refuse('held', needsSecond, [{ field: 'second.signInName', message: needsSecond }])
  const { newPassword, identifiedBy, ...content } = input
  return withSlot(ctx, input.signInName, newPassword, (slotId) =>
    ctx.write((tx) => {
      const made = tx.insert(userAccount, { ...content, slotId })
      if (opening === 'waits')
        tx.insert(passwordReset, {
          userId: made.recordId,
          because: 'First password: nobody else could sign',
          identifiedBy,
          resetAt: ctx.now,
        })
      return {
        value: { id: made.recordId },
        audit: [opened(made.recordId, input.role, { identifiedBy, second: ctx.second?.userId })],
      }
    }),
  )
}

const needsSecond =
  'A second person signs that the owner typed this password. Enter their sign-in name'

export interface OneShiftAccount {
  name: string
  profession: Profession
  employment: Employment
  registration: string
  signInName: string
  newPassword: string
  endsAt: Instant
}

const oneShiftRole: Partial<Record<Profession, Role>> = {
  'registered-nurse': 'nurse',
  'nursery-nurse': 'nursery-nurse',
}

/**
 * Opens an account for a named bank or agency nurse until the end of this shift (decision 11): staff record,
 * duty and account together. The report lists these accounts.
 */
export async function openOneShiftAccount(ctx: CommandContext, input: OneShiftAccount) {
  needNurseInCharge(ctx)
  checkNewName(ctx.db, input.signInName)
  checkNewPassword(input.newPassword, input.signInName, unitName(ctx.db))
  const fault = registrationFault(input.profession, input.registration)
  if (fault !== null) refuseField('registration', fault)
  checkShiftEnd(ctx.now, input.endsAt)
  const { signInName, newPassword, endsAt, ...person } = input
  return withSlot(ctx, signInName, newPassword, (slotId) =>
    ctx.write((tx) => {
      const staffId = insertStaff(tx, {
        ...person,
        startedOn: dateOf(ctx.now),
        leftOn: null,
      }).recordId
      const role = oneShiftRole[input.profession] ?? 'nursery-nurse'
      const made = tx.insert(userAccount, { staffId, signInName, role, slotId, expiresAt: endsAt })
      const duty = { staffId, startsAt: ctx.now, endsAt, nurseInCharge: false }
      const { recordId: dutyId } = tx.insert(shiftDuty, duty)
      return {
        value: { id: made.recordId, staffId },
        audit: [
          { ...opened(made.recordId, role), reason: 'one shift' },
          { action: 'add', entity: 'staff', entityId: staffId, entityVersion: 1 },
          { action: 'add', entity: 'shift-duty', entityId: dutyId, entityVersion: 1 },
        ],
      }
    }),
  )
}

function checkShiftEnd(now: Instant, endsAt: Instant): void {
  if (endsAt <= now)
    refuseField('endsAt', 'The end of the shift is in the past. Enter when it ends')
  if (minutesBetween(now, endsAt) > oneShiftMinutes)
    refuseField(
      'endsAt',
      'An account for one shift lasts 14 hours at most. Ask the ward manager for a longer one',
    )
}

export interface AccountChange {
  id: string
  version: number
  reason: string
}

/** Gives an account another role. Whoever is signed in with it must sign in again. */
export function changeRole(ctx: CommandContext, input: AccountChange & { role: Role }) {
  const { staffId } = account(ctx.db, input.id)
  if (input.id === ctx.actor.userId)
    refuse('held', 'You cannot change your own role. Ask another administrator or ward manager')
  checkRole(input.role, staffMember(ctx.db, staffId).profession)
  const manages = input.role === 'administrator' || input.role === 'ward-manager'
  if (!manages) needManager(ctx, input.id)
  return amendAccount(ctx, input, { role: input.role }, 'change-role')
}

/** Disables an account: its key slot is removed and its sessions end. */
export async function disableAccount(ctx: CommandContext, input: AccountChange) {
  const { slotId, disabled } = account(ctx.db, input.id)
  if (disabled) refuse('held', 'This account is disabled already')
  if (input.id === ctx.actor.userId)
    refuse('held', 'You cannot disable your own account. Ask another administrator or ward manager')
  needManager(ctx, input.id)
  const done = amendAccount(ctx, input, { disabled: true }, 'disable')
  ctx.house.sessions.endOf(input.id, 'account')
  await takeSlot(ctx.house, slotId)
  return done
}

/**
 * Opens a disabled account again, or one whose key slot a restore has lost, with a new password. Like any password
 * that was set with somebody else, it waits for the word of another manager of accounts, and until then the two sign
 * nothing together.
 */
export async function enableAccount(
  ctx: CommandContext,
  input: AccountChange & { newPassword: string },
) {
  const { signInName, slotId: last, disabled, expiresAt } = account(ctx.db, input.id)
  const isOpen = !disabled && (expiresAt === null || expiresAt > ctx.now)
  if (isOpen && hasSlot(ctx.house, last)) refuse('held', 'This account is open already')
  if (expiresAt !== null)
    refuse('held', 'An account for one shift is not opened again. Open a new one')
  checkNewPassword(input.newPassword, signInName, unitName(ctx.db))
  return withSlot(ctx, signInName, input.newPassword, (slotId) =>
    amendAccount(ctx, input, { disabled: false, slotId }, 'enable', (tx) => {
      tx.insert(passwordReset, { userId: input.id, because: input.reason, resetAt: ctx.now })
    }),
  )
}

function amendAccount(
  ctx: CommandContext,
  { id, version, reason }: AccountChange,
  changes: { role?: Role; disabled?: boolean; slotId?: string },
  action: string,
  follows: (tx: WriteTx) => void = () => {},
) {
  return ctx.write((tx) => {
    follows(tx)
    const amended = tx.amend(userAccount, id, version, changes, reason)
    return {
      value: { id, version: amended.version },
      audit: [{ action, entity: 'account', entityId: id, entityVersion: amended.version, reason }],
    }
  })
}

function needManager(ctx: CommandContext, besideId: string): void {
  if (managersBeside(ctx.db, besideId, ctx.now) === 0)
    refuse('held', 'Nobody would be left who can manage accounts. Open another administrator first')
}

const opened = (
  id: string,
  role: Role,
  seen?: { identifiedBy: WayOfKnowing; second: string | undefined },
) => ({
  action: 'open-account',
  entity: 'account',
  entityId: id,
  entityVersion: 1,
  payload: {
    role,
    ...(seen && { identifiedBy: seen.identifiedBy }),
    ...(seen?.second === undefined ? {} : { second: seen.second }),
  },
})

/** Makes a key slot, then writes what it belongs to; a write that fails takes the slot away again. */
async function withSlot<T>(
  ctx: CommandContext,
  signInName: string,
  newPassword: string,
  write: (slotId: string) => T,
): Promise<T> {
  const slotId = await giveSlot(ctx.house, signInName, newPassword)
  try {
    return write(slotId)
  } catch (error) {
    await takeSlot(ctx.house, slotId)
    throw error
  }
}

/** When a one-shift account opened now ends at the latest. */
export const oneShiftLimit = (now: Instant): Instant => addMinutes(now, oneShiftMinutes)
