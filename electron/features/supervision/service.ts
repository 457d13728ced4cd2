import { addMinutes, laterOf } from '#domain/shared/calendar.ts'
import { type FieldMessage, refuse } from '#domain/shared/failure.ts'
import type { Instant } from '#domain/shared/time.ts'
import { type Change, changeOf } from '#domain/supervision/change.ts'
import { type DecisionFacts, type Unmet, unmetConditions } from '#domain/supervision/conditions.ts'
import { authorityRequirementAt } from '#domain/supervision/current.ts'
import { decisionFaults, latestReview } from '#domain/supervision/faults.ts'
import { confirmationState, isNurseOrDoctor } from '#domain/supervision/raises.ts'
import { type ConfirmationInput, legalBasisText } from '#domain/supervision/record.ts'
import { permits } from '#domain/users/permissions.ts'
import type { Actor } from '#domain/users/roles.ts'
import { ruleOverride } from '#drizzle/schema/overrides.ts'
import {
  raiseConfirmation,
  supervisionCell,
  supervisionDecision,
} from '#drizzle/schema/supervision.ts'
import type { CommandContext, ReadContext } from '../../platform/serve.ts'
import type { AuditNote, ReadDb, WriteTx } from '../../platform/unit-of-work.ts'
import { deriveDuties } from '../communications/derive-duties.ts'
import { unreadRiskCriticalOf } from '../documents/files.ts'
import { type PairCase, pairCase } from './case.ts'
import type { DecideInput } from './schemas.ts'

// A clock on another screen may be a little ahead of the service's.
const clockLeewayMinutes = 2

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
export function consider(ctx: ReadContext, input: DecideInput, second?: Actor): Considered {
  const supervised = pairCase(ctx.db, input.pairId, judgedAt(ctx, input))
  const { change, unmet } = judge(ctx, supervised, input, second)
  return {
    change,
    unmet,
    latestReview: latestReview(supervised.rules, input.startsAt, input.cells),
  }
}

/**
 * Records a decision. Refuses a wrong field with `invalid`, and with `held` while a condition is unmet that
 * is not overridden by somebody who may.
 */
export function decide(
  ctx: CommandContext & { second?: Actor | undefined },
  input: DecideInput,
): { decisionId: string; kind: string } {
  const supervised = pairCase(ctx.db, input.pairId, judgedAt(ctx, input))
  const { change, unmet } = judge(ctx, supervised, input, ctx.second)
  holdBack(ctx, input, unmet)
  return ctx.write((tx) => record(tx, supervised, input, change, ctx.second))
}

/**
 * Raises at once, without a password: whatever else the decision does is refused (decision 21). What a court
 * or an authority requires stays as it is, and a separation is only ever a signed decision (decision 19).
 */
export function raise(
  ctx: CommandContext,
  input: DecideInput,
): { decisionId: string; kind: string } {
  const supervised = pairCase(ctx.db, input.pairId, judgedAt(ctx, input))
  const standing = requirementAt(supervised, judgedAt(ctx, input))
  if (input.authorityRequirement !== undefined && input.authorityRequirement !== standing)
    refuse(
      'held',
      'A raise does not change what a court or an authority requires. Enter an assessment, and sign it',
    )
  if (input.cells.some(({ level }) => level === 'SUP-0'))
    refuse(
      'held',
      'Keeping them apart is a decision with its legal basis. Enter an assessment, and sign it',
    )
  const kept = standing === null ? input : { ...input, authorityRequirement: standing }
  const { change, unmet } = judge(ctx, supervised, kept, undefined)
  if (change.kind !== 'raise' || change.cells.some(({ kind }) => kind === 'first'))
    refuse('held', 'This is not only a raise. Enter it as an assessment, and sign it')
  holdBack(ctx, input, unmet)
  return ctx.write((tx) => record(tx, supervised, kept, change, undefined))
}

/** What holds a decision back is looked at when it is signed: a start in the past gets past nothing. */
const judgedAt = (ctx: ReadContext, input: DecideInput): Instant => laterOf(input.startsAt, ctx.now)

const requirementAt = ({ ofBaby }: PairCase, at: Instant) =>
  authorityRequirementAt({ decisions: ofBaby }, at)

function judge(ctx: ReadContext, supervised: PairCase, input: DecideInput, second?: Actor) {
  const { pair, decisions, judgedAgainst, rules } = supervised
  const at = judgedAt(ctx, input)
  const authorityRequirement = requirementAt(supervised, at)
  const faults = decisionFaults(input, {
    rules,
    pair,
    isFirst: decisions.length === 0,
    authorityRequirement,
    now: ctx.now,
  })
  faults.push(...toldFaults(ctx, input, supervised, authorityRequirement))
  if (faults.length > 0) refuse('invalid', 'Check what was entered', faults)
  const change = changeOf({ decisions: judgedAgainst, rules }, input, at)
  const facts: DecisionFacts = {
    actor: ctx.actor,
    startsAt: at,
    team: input.team,
    secondSigner: second,
    unreadRiskCritical: unreadRiskCriticalOf(ctx.db, input.pairId, at).length,
    openEvents: runningEpisodes(ctx.db, pair.babyId),
    planOrOrder: !supervised.legal.known
      ? 'not-known'
      : supervised.legal.planOrOrder
        ? 'yes'
        : 'no',
    socialWorkerToldAt: input.socialWorkerTold?.at,
    authorityRequirement,
    agreedWith: input.agreedWith,
    agreedAt: input.agreedAt,
  }
  return { change, unmet: unmetConditions(change, facts) }
}

/** What is wrong with who was told and who agreed: not still to come, not about an earlier decision. */
function toldFaults(
  ctx: ReadContext,
  { socialWorkerTold: told, agreedAt, authorityRequirement }: DecideInput,
  { judgedAgainst }: PairCase,
  standing: string | null,
): FieldMessage[] {
  const faults: FieldMessage[] = []
  const lastStart = judgedAgainst.at(-1)?.startsAt
  const isOld = (at: Instant | undefined) =>
    at !== undefined && lastStart !== undefined && at < lastStart
  if (told && told.at > addMinutes(ctx.now, clockLeewayMinutes))
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
  if (
    standing !== null &&
    authorityRequirement !== undefined &&
    authorityRequirement !== standing &&
    agreedAt === undefined
  )
    faults.push({
      field: 'authorityRequirement',
      message:
        'This changes what a court or an authority requires. Enter below who of theirs agreed, and when',
    })
  return faults
}

const runningSql = `select count(distinct e.record_id) as running from episode e
  join pair p on p.record_id = e.pair_id
  where p.baby_id = @babyId
    and not exists (select 1 from episode_outcome o where o.episode_id = e.record_id and o.withdrawn = 0
      and not exists (select 1 from episode_outcome n
        where n.record_id = o.record_id and n.version > o.version))
    and not exists (select 1 from episode w where w.record_id = e.record_id and w.withdrawn = 1)`

/** Episodes of the unwell baby that no outcome has ended: open events (decision 20). */
const runningEpisodes = (db: ReadDb, babyId: string): number =>
  db.row<{ running: number }>(runningSql, { babyId })?.running ?? 0

function holdBack(ctx: ReadContext, input: DecideInput, unmet: readonly Unmet[]): void {
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

function record(
  tx: WriteTx,
  { pair, ruleSetId }: PairCase,
  input: DecideInput,
  change: Change,
  second: Actor | undefined,
) {
  const { recordId, version } = tx.insert(supervisionDecision, {
    pairId: input.pairId,
    kind: change.kind,
    startsAt: input.startsAt,
    reviewDueAt: input.reviewDueAt,
    rationale: input.rationale,
    evidence: input.evidence,
    authorityRequirement: input.authorityRequirement ?? null,
    legalBasis: input.legalBasis ? legalBasisText(input.legalBasis) : null,
    agreedWith: input.agreedWith ?? null,
    agreedAt: input.agreedAt ?? null,
    motherToldAt: input.motherToldAt ?? null,
    socialWorkerTold: input.socialWorkerTold?.who ?? null,
    socialWorkerToldAt: input.socialWorkerTold?.at ?? null,
    team: input.team ?? null,
    decidedByRole: tx.actor.role,
    secondSignerId: second?.staffId ?? null,
    ruleSetId,
  })
  for (const { place, activity, level, note } of input.cells)
    tx.append(supervisionCell, { recordId, version, place, activity, level, note: note ?? '' })
  const patients = [pair.babyId, pair.motherId]
  // A raise is told to others from the moment at which it takes effect (domain row 4.6, COM-08).
  const told =
    change.kind === 'raise'
      ? deriveDuties(tx, {
          event: 'COM-08',
          at: input.startsAt,
          pairId: input.pairId,
          babyId: pair.babyId,
          motherId: pair.motherId,
          subjectId: recordId,
          subjectType: 'supervision_decision',
        }).audit
      : []
  const overridden: AuditNote[] = input.overrides.map(({ rule, because }) => {
    const made = tx.insert(ruleOverride, {
      subjectId: recordId,
      ruleId: rule,
      because,
      secondPersonId: second?.staffId ?? null,
      overriddenAt: tx.now,
    })
    return {
      action: 'override',
      entity: 'rule_override',
      entityId: made.recordId,
      patients,
      reason: because,
      payload: { rule, decision: recordId },
    }
  })
  return {
    value: { decisionId: recordId, kind: change.kind },
    audit: [
      {
        action: `supervision.${change.kind}`,
        entity: 'supervision_decision',
        entityId: recordId,
        entityVersion: version,
        patients,
        payload: { second: second?.staffId ?? null },
      },
      ...overridden,
      ...told,
    ] as const,
  }
}

/** A registered nurse's word on a raise. Refuses one that needs none or has it already (decision 21). */
export function confirmRaise(
  ctx: CommandContext,
  input: ConfirmationInput,
): { confirmed: boolean } {
  const pairId =
    ctx.db.row<{ pairId: string }>(
      'select pair_id as pairId from supervision_decision where record_id = @id',
      { id: input.decisionId },
    )?.pairId ?? refuse('not-found', 'This decision is not in the unit’s records')
  const supervised = pairCase(ctx.db, pairId, ctx.now)
  const decision = supervised.decisions.find(({ recordId }) => recordId === input.decisionId)
  if (!decision) refuse('not-found', 'This decision was entered in error')
  const state = confirmationState(decision, supervised.rules, ctx.now)
  if (state === 'not-needed') refuse('held', 'This decision needs no confirmation')
  if (state === 'confirmed' || state === 'refused')
    refuse('clash', 'Somebody else has given their word on this raise. Look at it again')
  if (decision.author === ctx.actor.staffId || !isNurseOrDoctor(ctx.actor.role))
    refuse('not-permitted', 'Another person, a registered nurse or a doctor, confirms a raise')
  return ctx.write((tx) => {
    const { recordId } = tx.insert(raiseConfirmation, {
      decisionId: input.decisionId,
      confirmed: input.confirmed,
      confirmedAt: tx.now,
      note: input.note ?? '',
    })
    return {
      value: { confirmed: input.confirmed },
      audit: [
        {
          action: input.confirmed ? 'supervision.raise-confirmed' : 'supervision.raise-refused',
          entity: 'raise_confirmation',
          entityId: recordId,
          patients: [supervised.pair.babyId, supervised.pair.motherId],
        },
      ],
    }
  })
}
