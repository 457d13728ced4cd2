import { refuse } from '#domain/shared/failure.ts'
import type { WayOfKnowing } from '#domain/users/password-reset.ts'
import { passwordReset, userAccount } from '#drizzle/schema/users.ts'
import { accountFault } from '../../platform/accounts.ts'
import type { CommandContext, SignedContext } from '../../platform/serve.ts'
import { newest, standing } from '../../platform/standing.ts'
import { forgetTries, lockedUntil } from '../../platform/store/keys.ts'
import { account } from './account-queries.ts'
import { checkNewPassword } from './accounts-service.ts'
import { areOneHand, startedBy } from './hands.ts'
import { needNurseInCharge } from './shift.ts'
import { renewSlot, takeSlot } from './slots.ts'
import { unitName } from './unit-name.ts'

const reset = standing(passwordReset, ['recordId', 'userId', 'outcome'], 't.record_id = @id')

/** Changes the person's own password; the old one was checked at the door. */
export async function changeOwnPassword(ctx: SignedContext, input: { newPassword: string }) {
  const { signInName, userId } = ctx.session.account
  checkNewPassword(input.newPassword, signInName, unitName(ctx.db))
  await renewSlot(ctx.house, ctx.session.account, input.newPassword)
  return ctx.write(() => ({
    value: null,
    audit: [{ action: 'change-password', entity: 'account', entityId: userId }],
  }))
}

/**
 * Sets a new password for somebody who cannot get in and is there to type it (decision 11). It counts at once, since the shift
 * cannot wait, and stands on a list until the administrator or the ward manager confirms it.
 */
export async function startReset(
  ctx: CommandContext,
  input: { userId: string; newPassword: string; because: string; identifiedBy: WayOfKnowing },
) {
  needNurseInCharge(ctx)
  const theirs = accountInUse(ctx, input.userId)
  if (input.userId === ctx.actor.userId) refuse('held', 'Change your own password instead')
  if (outranks(theirs.role, ctx.actor.role))
    refuse('held', 'The password of an administrator or a ward manager is reset by one of them')
  checkNewPassword(input.newPassword, theirs.signInName, unitName(ctx.db))
  const slotId = await renewSlot(ctx.house, theirs, input.newPassword)
  ctx.house.sessions.endOf(input.userId, 'account')
  return ctx.write((tx) => {
    if (slotId !== theirs.slotId)
      tx.amend(userAccount, input.userId, theirs.version, { slotId }, input.because)
    const { recordId } = tx.insert(passwordReset, {
      userId: input.userId,
      because: input.because,
      identifiedBy: input.identifiedBy,
      resetAt: ctx.now,
    })
    return {
      value: { id: recordId },
      audit: [
        {
          action: 'reset-password',
          entity: 'account',
          entityId: input.userId,
          reason: input.because,
          payload: { identifiedBy: input.identifiedBy },
        },
      ],
    }
  })
}

/**
 * Takes the wait after wrong tries away, for somebody who knows their password and mistyped it. The password
 * stays as it was.
 */
export async function unlock(ctx: CommandContext, input: { userId: string; because: string }) {
  needNurseInCharge(ctx)
  const { signInName } = accountInUse(ctx, input.userId)
  if (lockedUntil(ctx.house.paths, signInName, ctx.house.clock) === undefined)
    refuse('held', 'This account is not locked: the next try is taken now')
  await forgetTries(ctx.house.paths, signInName, ctx.house.clock)
  return ctx.write(() => ({
    value: null,
    audit: [{ action: 'unlock', entity: 'account', entityId: input.userId, reason: input.because }],
  }))
}

/** An account that can be signed in with; refuses one that is disabled, over, or of somebody who has left. */
function accountInUse(ctx: CommandContext, id: string) {
  const fault = accountFault(ctx.house.accounts.byId(ctx.db, id), ctx.now)
  const theirs = account(ctx.db, id)
  if (fault !== null) refuse('held', fault)
  return theirs
}

/** A nurse in charge could otherwise make herself administrator for a night. */
export const outranks = (theirs: string, own: string) =>
  (theirs === 'administrator' || theirs === 'ward-manager') &&
  own !== 'administrator' &&
  own !== 'ward-manager'

/**
 * The word on a reset: confirmed, or refused, which disables the account. By somebody who knows neither the
 * old password nor the new one.
 */
export async function decideReset(
  ctx: SignedContext,
  input: { id: string; version: number; confirmed: boolean; reason: string },
) {
  const found = reset.at(ctx.db, newest, { id: input.id })[0]
  if (!found) refuse('not-found', 'This password reset is not on the list any more')
  if (found.outcome !== null) refuse('held', 'This password reset was decided already')
  if (startedBy(ctx.db, input.id) === ctx.actor.staffId)
    refuse('held', 'Somebody else than who started the reset must confirm it')
  if (found.userId === ctx.actor.userId)
    refuse('held', 'Somebody else than whose password it is must confirm it')
  const starter = startedBy(ctx.db, input.id)
  // A refusal is free: it takes a password away and gives nobody anything.
  if (input.confirmed && starter !== undefined && areOneHand(ctx.db, ctx.actor.staffId, starter))
    refuse(
      'held',
      'Whoever set this password may know yours too, or you theirs. Another manager of accounts must confirm it',
    )
  const theirs = account(ctx.db, found.userId)
  const refused = !input.confirmed && !theirs.disabled
  const done = ctx.write((tx) => {
    const outcome = input.confirmed ? 'confirmed' : 'refused'
    const changes = { outcome, decidedAt: ctx.now }
    const { version } = tx.amend(passwordReset, input.id, input.version, changes, input.reason)
    if (refused)
      tx.amend(userAccount, found.userId, theirs.version, { disabled: true }, input.reason)
    return {
      value: { id: input.id, version },
      audit: [
        {
          action: `reset-${outcome}`,
          entity: 'account',
          entityId: found.userId,
          reason: input.reason,
        },
      ],
    }
  })
  if (refused) {
    ctx.house.sessions.endOf(found.userId, 'account')
    await takeSlot(ctx.house, theirs.slotId)
  }
  return done
}
