import { addMinutes, earlierOf, laterOf } from '#domain/shared/calendar.ts'
import { type FieldMessage, refuse } from '#domain/shared/failure.ts'
import type { Instant } from '#domain/shared/time.ts'
import { type Change, changeOf } from '#domain/supervision/change.ts'
import { type DecisionFacts, type Unmet, unmetConditions } from '#domain/supervision/conditions.ts'
import { type AuthorityLimit, authorityLimitAt } from '#domain/supervision/current.ts'
import { decisionFaults } from '#domain/supervision/faults.ts'
import { permits } from '#domain/users/permissions.ts'
import type { Actor } from '#domain/users/roles.ts'
import type { ReadContext } from '../../platform/serve.ts'
import { trustedNow } from '../../platform/trusted-now.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { unreadRiskCriticalOf } from '../documents/files.ts'
import { type PairCase, pairCase } from './case.ts'
import type { DecideInput } from './schemas.ts'

// A clock on another screen may be a little ahead of the service's.
const clockLeewayMinutes = 2

/**
 * How many episodes of the unwell baby no outcome has ended: open events (decision 20). Handed in where the
 * features meet (electron/router.ts).
 */
export type RunningEpisodesOf = (db: ReadDb, babyId: string) => number

/** A proposed decision with all that it is judged by, reckoned once. */
export interface Judging {
  input: DecideInput
  supervised: PairCase
  /** Now, by a clock that no setting back can turn (trusted-now.ts). */
  now: Instant
  /** What holds it back is looked at when it is signed: a start in the past gets past nothing. */
  at: Instant
  /** The limit of a court or an authority that stands then. */
  limit: AuthorityLimit | null
}

export function judgingOf(ctx: ReadContext, input: DecideInput): Judging {
  const now = trustedNow(ctx.db, ctx.now)
  const at = laterOf(input.startsAt, now)
  const supervised = pairCase(ctx.db, input.pairId, at)
  return { input, supervised, now, at, limit: authorityLimitAt(supervised, at) }
}

/** What the proposal changes and what of its conditions is unmet. Refuses with `invalid` where a field is wrong. */
export function judge(
  ctx: ReadContext,
  judging: Judging,
  running: RunningEpisodesOf,
  asks: 'assessment' | 'raise',
  second?: Actor,
  /** What else is wrong with the fields. */
  further: readonly FieldMessage[] = [],
): { change: Change; unmet: Unmet[] } {
  const { input, supervised, now, at, limit } = judging
  const { pair, decisions, judgedAgainst, earlierStays, rules, legal } = supervised
  const faults = [
    ...decisionFaults(input, {
      rules,
      pair,
      // A raise of one place leaves the others as they are, also where nothing stands yet.
      isFirst: asks === 'assessment' && !decisions.some(({ isReview }) => isReview),
      limit,
      now,
    }),
    ...toldFaults(judging),
    ...further,
  ]
  if (faults.length > 0) refuse('invalid', 'Check what was entered', faults)
  const change = changeOf({ decisions: judgedAgainst, earlierStays, rules }, input, at)
  const facts: DecisionFacts = {
    actor: ctx.actor,
    isReview: asks === 'assessment',
    startsAt: earlierOf(input.startsAt, now),
    team: input.team,
    secondSigner: second,
    unreadRiskCritical: unreadRiskCriticalOf(ctx.db, input.pairId, at).length,
    openEvents: running(ctx.db, pair.babyId),
    planOrOrder: !legal.known ? 'not-known' : legal.planOrOrder ? 'yes' : 'no',
    socialWorkerToldAt: input.socialWorkerTold?.at,
    authorityRequirement: limit?.text ?? null,
    agreedWith: input.agreedWith,
    agreedAt: input.agreedAt,
  }
  return { change, unmet: unmetConditions(change, facts) }
}

/** What is wrong with who was told and who agreed: not still to come, not about an earlier decision. */
function toldFaults({ input, supervised, now }: Judging): FieldMessage[] {
  const { socialWorkerTold: told, agreedAt } = input
  const faults: FieldMessage[] = []
  const lastStart = supervised.judgedAgainst.at(-1)?.startsAt
  const isOld = (at: Instant | undefined) =>
    at !== undefined && lastStart !== undefined && at < lastStart
  if (told && told.at > addMinutes(now, clockLeewayMinutes))
    faults.push({ field: 'socialWorkerTold.at', message: 'This time is still to come' })
  if (isOld(told?.at))
    faults.push({
      field: 'socialWorkerTold.at',
      message: 'This is before the last decision. Tell the social worker of this one',
    })
  if (isOld(agreedAt))
    faults.push({
      field: 'agreedAt',
      message: 'This is before the last decision. Enter when this one was agreed',
    })
  return faults
}

/** Refuses with `held` while a condition is unmet that is not overridden by somebody who may. */
export function holdBack(ctx: ReadContext, input: DecideInput, unmet: readonly Unmet[]): void {
  const named = new Set(input.overrides.map(({ rule }) => rule))
  if (named.size > 0 && !permits(ctx.actor.role, 'supervision:override'))
    refuse('not-permitted', 'Only a ward manager or a consultant overrides what holds a lowering')
  const holding = unmet.filter(({ rule, overridable }) => !overridable || !named.has(rule))
  if (holding.length > 0)
    refuse(
      'held',
      holding.map(({ message, release }) => `${message}. ${release}`).join('. '),
      holding.map(({ rule, message, release }) => ({
        field: `conditions.${rule}`,
        message: `${message}. ${release}`,
      })),
    )
}
