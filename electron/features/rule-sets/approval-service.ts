import { mayBeApproved, revisionState } from '#domain/rule-sets/revisions.ts'
import { inForceAt } from '#domain/rule-sets/rule-set.ts'
import { dateOf, formatDate } from '#domain/shared/calendar.ts'
import { refuse, refuseField } from '#domain/shared/failure.ts'
import type { CivilDate, Instant } from '#domain/shared/time.ts'
import { ruleSet } from '#drizzle/schema/rule-sets.ts'
import type { SignedContext } from '../../platform/serve.ts'
import { areOneHand } from '../users/hands.ts'
import { checkedContent, kindNamed, type RuleSetKinds } from './content.ts'
import {
  contentText,
  type RevisionRow,
  revisionRow,
  revisionsOfKind,
  writersOf,
} from './revision-rows.ts'

export interface Approval {
  id: string
  version: number
  reason: string
  /** When it takes effect; at once where it is left out. Never in the past: old decisions keep their rules. */
  effectiveFrom: Instant | null
  reviewDue: CivilDate
  /** Who outside the unit agreed, where the kind asks for somebody. */
  agreedWith: string | null
  /** The rules in force against which the approver saw what would change; empty where nothing was shown. */
  comparedWith?: string | null | undefined
}

/**
 * Approves a revision. Two people stand behind it: whoever wrote the draft and somebody else who approves
 * it; a default that nobody here wrote is signed by two at once. Refuses one who wrote any version of it, and with
 * `clash` where other rules came into force since the approver looked.
 */
export function approve(ctx: SignedContext, kinds: RuleSetKinds, input: Approval) {
  const row = revisionRow(ctx.db, input.id)
  const kind = kindNamed(kinds, row.kind)
  const now = ctx.now
  if (!mayBeApproved(revisionState(row, revisionsOfKind(ctx.db, row.kind), now, dateOf(now))))
    refuse('held', 'These rules are approved already')
  needSeen(ctx, row, input)
  checkDates(now, input)
  if (kind.agreement !== undefined && input.agreedWith === null)
    refuseField('agreedWith', `Enter who agreed: these rules need ${kind.agreement}`)
  // A newer version of the app may ask for more than a draft of an older one holds.
  const content: unknown = JSON.parse(contentText(ctx.db, row.recordId))
  checkedContent(kind, content, 'content')
  const missing = kind.needsFirst?.(content)
  if (missing !== undefined) refuse('held', missing)
  notByItsWriters(ctx, row, 'approve them')
  const approver = secondHand(ctx, row)
  const { id, reason, reviewDue, agreedWith } = input
  const approvedAt = now
  return ctx.write((tx) => {
    const { version } = tx.amend(
      ruleSet,
      id,
      input.version,
      {
        approvedBy: approver,
        approvedAt,
        effectiveFrom: input.effectiveFrom ?? now,
        reviewDue,
        agreedWith,
      },
      reason,
    )
    return {
      value: { id, version },
      audit: [
        {
          action: 'approve',
          entity: 'rule-set',
          entityId: id,
          entityVersion: version,
          reason,
          payload: { kind: row.kind, revision: row.revision, approver },
        },
      ],
    }
  })
}

/** Refuses where other rules came into force since the approver looked: they would be changed back unseen. */
function needSeen({ db, now }: SignedContext, { kind }: RevisionRow, { comparedWith }: Approval) {
  const current = inForceAt(revisionsOfKind(db, kind), kind, now)
  if (comparedWith && current && current.recordId !== comparedWith)
    refuse(
      'clash',
      `Version ${current.revision} has come into force meanwhile. Look again at what this one would change, then approve it or leave it`,
    )
}

function checkDates(now: Instant, { effectiveFrom, reviewDue }: Approval): void {
  if (effectiveFrom !== null && effectiveFrom < now)
    refuseField(
      'effectiveFrom',
      'This is in the past. What was decided until now keeps the rules that it was decided under: choose now or later',
    )
  checkReview(now, reviewDue)
}

function checkReview(now: Instant, reviewDue: CivilDate): void {
  if (reviewDue <= dateOf(now))
    refuseField('reviewDue', `Enter a day after today, ${formatDate(dateOf(now))}`)
}

/** The staff id of the second person behind the approval; refuses where there is none. */
function secondHand(ctx: SignedContext, row: RevisionRow): string {
  if (row.origin === 'shipped')
    return (
      ctx.second?.staffId ??
      refuse('held', 'Nobody in the unit wrote this default, so two people approve it together', [
        { field: 'second.signInName', message: 'Enter the sign-in name of the second person' },
      ])
    )
  return ctx.actor.staffId
}

/** Refuses who wrote these rules in the unit, or whoever may know the password of one who did. */
function notByItsWriters(ctx: SignedContext, row: RevisionRow, act: string): void {
  const isInOneHand = writersOf(ctx.db, row).some((writer) =>
    areOneHand(ctx.db, ctx.actor.staffId, writer),
  )
  ctx.notBy(isInOneHand ? [ctx.actor.staffId] : [], {
    message: `You wrote these rules, or one of you may know the password of the other. Somebody else must ${act}`,
  })
}

/** Approved rules were looked at and stay as they are: signs that, and sets the next review date. */
export function renewReview(
  ctx: SignedContext,
  input: { id: string; version: number; reason: string; reviewDue: CivilDate },
) {
  const row = revisionRow(ctx.db, input.id)
  if (row.approvedAt === null) refuse('held', 'These rules are not approved. Approve them first')
  notByItsWriters(ctx, row, 'sign that they were looked at')
  checkReview(ctx.now, input.reviewDue)
  const { id, reason, reviewDue } = input
  return ctx.write((tx) => {
    const { version } = tx.amend(ruleSet, id, input.version, { reviewDue }, reason)
    return {
      value: { id, version },
      audit: [
        { action: 'review', entity: 'rule-set', entityId: id, entityVersion: version, reason },
      ],
    }
  })
}
