import { addMinutes, minutesBetween } from '#domain/shared/calendar.ts'
import { refuse } from '#domain/shared/failure.ts'
import type { Change } from '#domain/supervision/change.ts'
import type { Unmet } from '#domain/supervision/conditions.ts'
import { factorFaults } from '#domain/supervision/factors.ts'
import { latestReview } from '#domain/supervision/faults.ts'
import type { Actor } from '#domain/users/roles.ts'
import type { CommandContext, ReadContext } from '../../platform/serve.ts'
import { holdBack, type Judging, judge, judgingOf, type RunningEpisodesOf } from './judging.ts'
import { recordDecision } from './record-decision.ts'
import type { DecideInput } from './schemas.ts'

export interface Considered {
  change: Change
  unmet: Unmet[]
  /** The latest that the review may be due at these levels. */
  latestReview: string
}

/**
 * What a proposed decision would change and what still holds it back, so that the screen can say so before
 * anybody signs. Refuses where a field is wrong.
 */
export function consider(
  ctx: ReadContext,
  input: DecideInput,
  running: RunningEpisodesOf,
): Considered {
  const judging = judgingOf(ctx, input)
  return {
    ...judge(ctx, judging, running, 'assessment'),
    latestReview: latestReview(judging.supervised.rules, input.startsAt, input.cells),
  }
}

/**
 * Records a decision. Refuses a wrong field with `invalid`, and with `held` while a condition is unmet that
 * is not overridden by somebody who may.
 */
export function decide(
  ctx: CommandContext & { second?: Actor | undefined },
  input: DecideInput,
  running: RunningEpisodesOf,
): { decisionId: string; kind: string } {
  const judging = judgingOf(ctx, input)
  needSeen(judging)
  const unanswered = factorFaults(input.factors, input.authorityRequirement)
  const { change, unmet } = judge(ctx, judging, running, 'assessment', ctx.second, unanswered)
  holdBack(ctx, input, unmet)
  return ctx.write((tx) =>
    recordDecision(
      tx,
      judging.supervised,
      input,
      { kind: change.kind, isReview: true },
      ctx.second,
    ),
  )
}

/**
 * Two windows on one assessment: what the other signed is looked at first, and what was typed here is kept. A
 * raise never waits for that.
 */
function needSeen({ input, supervised }: Judging): void {
  if (input.seenDecisionId === undefined) return
  const last = supervised.decisions.at(-1)?.recordId ?? null
  if (last !== input.seenDecisionId)
    refuse(
      'clash',
      'Somebody else has signed a decision meanwhile. Look at theirs, then sign yours again or leave it',
    )
}

/**
 * Raises at once, without a password: whatever else the decision does is refused (decision 21). What a court
 * or an authority requires stays as it is, and a separation is only ever a signed decision (decision 19).
 */
export function raise(
  ctx: CommandContext,
  input: DecideInput,
  running: RunningEpisodesOf,
): { decisionId: string; kind: string } {
  const judging = judgingOf(ctx, input)
  const requirement = judging.limit?.text ?? null
  if (input.authorityRequirement !== undefined && input.authorityRequirement !== requirement)
    refuse(
      'held',
      'A raise does not change what a court or an authority requires. Enter an assessment, and sign it',
    )
  if (input.cells.some(({ level }) => level === 'SUP-0'))
    refuse(
      'held',
      'Keeping them apart is a decision with its legal basis. Enter an assessment, and sign it',
    )
  const held = inEffect(judging)
  const kept = requirement === null ? held : { ...held, authorityRequirement: requirement }
  const { change, unmet } = judge(ctx, { ...judging, input: kept }, running, 'raise')
  if (change.kind !== 'raise' || change.cells.some(({ kind }) => kind === 'first'))
    refuse('held', 'This is not only a raise. Enter it as an assessment, and sign it')
  holdBack(ctx, input, unmet)
  return ctx.write((tx) =>
    recordDecision(tx, judging.supervised, kept, { kind: change.kind, isReview: false }, undefined),
  )
}

/**
 * A raise holds from now at the latest: one dated before the last decision, as by a clock that was set back,
 * would stand behind it and raise nothing. Its review moves with it.
 */
function inEffect({ input, supervised, now }: Judging): DecideInput {
  const last = supervised.decisions.at(-1)?.startsAt
  if (last === undefined || input.startsAt >= last || input.startsAt >= now) return input
  const moved = minutesBetween(input.startsAt, now)
  return { ...input, startsAt: now, reviewDueAt: addMinutes(input.reviewDueAt, moved) }
}
