import type { z } from 'zod'
import type { Hold } from '#domain/admission/hold.ts'
import { isReleasing, latestDeadline, peopleFault } from '#domain/admission/overrides.ts'
import type { Decider } from '#domain/admission/record.ts'
import { formatDateTime } from '#domain/shared/calendar.ts'
import { refuse, refuseField } from '#domain/shared/failure.ts'
import { limitText } from '#domain/shared/limits.ts'
import type { Instant } from '#domain/shared/time.ts'
import type { Actor } from '#domain/users/roles.ts'
import { clauseOverride } from '#drizzle/schema/admission.ts'
import type { CommandContext, SignedContext } from '../../platform/serve.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { listAccounts } from '../users/account-queries.ts'
import { isNurseInCharge } from '../users/shift.ts'
import { type ReferralCase, referralCase, referralNote } from './case.ts'
import { asOf, overrideInput, type signOverrideInput } from './schemas.ts'
import { needOpen, standingNow } from './standing-now.ts'

type OverrideInput = z.output<ReturnType<typeof overrideInput>>

/** Somebody as one of the two people of an override or as who decides. */
export const deciderOf = (
  { db, now }: Pick<CommandContext, 'db' | 'now'>,
  { staffId, role }: Pick<Actor, 'staffId' | 'role'>,
): Decider => ({ staffId, role, nurseInCharge: isNurseInCharge(db, staffId, now) })

/**
 * Overrides one clause, group or item by name. The second person has signed beside the first with their own
 * password, or agreed by telephone and signs within the limit (decision 18). Refuses what nobody may override.
 */
export function overrideClause(ctx: SignedContext, input: OverrideInput) {
  asOf(overrideInput, input, ctx.now)
  const file = referralCase(ctx.db, input.referralId)
  needOpen(file, ctx.now)
  const hold = standingNow(file, ctx.now).holds.find((one) =>
    one.overrideAgainst.includes(input.ruleId),
  )
  if (!hold) refuseField('ruleId', 'Nothing is held by this any more. Look at the list again')
  checkHold(hold)
  if (hold.missing) checkDeadline(file, input, ctx.now)
  const first = deciderOf(ctx, ctx.actor)
  const second = secondOf(ctx, input)
  const fault = peopleFault(first, second)
  if (fault) refuse('not-permitted', fault, [{ field: secondField(input), message: fault }])
  return ctx.write((tx) => {
    const { recordId } = tx.insert(clauseOverride, {
      referralId: input.referralId,
      ruleId: input.ruleId,
      because: input.because,
      // A deadline is for what is missing: against an answer it would say what the override never did.
      dueAt: hold.missing ? input.dueAt : null,
      firstId: first.staffId,
      firstRole: first.role,
      firstInCharge: first.nurseInCharge,
      overriddenAt: tx.now,
      secondId: second.staffId,
      secondRole: second.role,
      secondInCharge: second.nurseInCharge,
      secondBy: input.second.by,
      secondTelephone: input.second.by === 'telephone' ? input.second.telephone : null,
      secondSignedAt: input.second.by === 'password' ? tx.now : null,
    })
    return {
      value: { id: recordId },
      audit: [
        referralNote(file, {
          action: 'override',
          entity: 'clause_override',
          entityId: recordId,
          entityVersion: 1,
          reason: input.because.slice(0, 500),
          payload: { rule: input.ruleId, second: second.staffId, by: input.second.by },
        }),
      ],
    }
  })
}

function checkHold(hold: Hold): void {
  if (!hold.overridable) refuse('held', `${hold.reason}. Nobody may override this`)
  if (hold.override !== null && isReleasing(hold.override))
    refuse('held', 'This is overridden already')
}

function checkDeadline({ rules }: ReferralCase, { dueAt }: OverrideInput, now: Instant): void {
  if (dueAt === null) refuseField('dueAt', 'Enter by when what is missing has to be there')
  const latest = latestDeadline(rules.criteria, now)
  if (dueAt > latest)
    refuseField(
      'dueAt',
      `What is missing has to be there ${limitText(rules.criteria.limits.plannedDecision.limit)}, as for a planned referral. Enter ${formatDateTime(latest)} or earlier`,
    )
}

const secondField = ({ second }: OverrideInput) =>
  second.by === 'password' ? 'second.signInName' : 'second.staffId'

function secondOf(ctx: SignedContext, { second }: OverrideInput): Decider {
  if (second.by === 'password') {
    if (!ctx.second)
      refuseField('second.signInName', 'The second person signs here with their own password')
    return deciderOf(ctx, ctx.second)
  }
  if (ctx.second)
    refuseField('second.by', 'The second person is here. Choose “With their own password”')
  const account = accountsNow(ctx.db, ctx.now).find((one) => one.staffId === second.staffId)
  if (!account) refuseField('second.staffId', 'Choose somebody who has an account of this unit')
  return deciderOf(ctx, account)
}

const accountsNow = (db: ReadDb, now: string) =>
  listAccounts(db).filter((one) => !one.disabled && (one.expiresAt === null || one.expiresAt > now))

const overrideSql =
  'select referral_id as referralId from clause_override where record_id = @id limit 1'

/** The second person of an agreement by telephone signs it with their own password, late or not. */
export function signOverride(ctx: SignedContext, input: z.output<typeof signOverrideInput>) {
  const found = ctx.db.row<{ referralId: string }>(overrideSql, { id: input.overrideId })
  if (!found) refuse('not-found', 'This override is not on record')
  const file = referralCase(ctx.db, found.referralId)
  const override = file.overrides.find((one) => one.recordId === input.overrideId)
  if (!override) refuse('not-found', 'This override is not on record')
  if (override.second?.staffId !== ctx.actor.staffId)
    refuse('not-permitted', 'Only the person who agreed by telephone signs this')
  if (override.secondSignedAt !== null) refuse('held', 'You have signed this already')
  ctx.notBy([override.first.staffId], { message: 'Whoever overrode does not agree to it as well' })
  return ctx.write((tx) => {
    const made = tx.amend(
      clauseOverride,
      override.recordId,
      override.version,
      { secondSignedAt: tx.now },
      'Signed by the second person',
    )
    return {
      value: { id: override.recordId, version: made.version },
      audit: [
        referralNote(file, {
          action: 'override.signed',
          entity: 'clause_override',
          entityId: override.recordId,
          entityVersion: made.version,
        }),
      ],
    }
  })
}
