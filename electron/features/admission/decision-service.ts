import type { z } from 'zod'
import {
  declineFaults,
  isTheReferrer,
  keptClauses,
  keptItems,
  mayDecide,
  referrerToldDue,
} from '#domain/admission/decision.ts'
import type { Hold } from '#domain/admission/hold.ts'
import { holdsOfEntry, overridesUsed, stillHolding } from '#domain/admission/rules.ts'
import { stageOf } from '#domain/admission/stages.ts'
import { laterOf } from '#domain/shared/calendar.ts'
import { lastDecision } from '#domain/shared/decision-order.ts'
import { refuse, refuseField } from '#domain/shared/failure.ts'
import { afterInMinute } from '#domain/shared/minute.ts'
import type { Instant } from '#domain/shared/time.ts'
import {
  admissionDecision,
  decisionClause,
  decisionItem,
  decisionOverride,
} from '#drizzle/schema/admission-decisions.ts'
import type { CommandContext } from '../../platform/serve.ts'
import type { WriteTx } from '../../platform/unit-of-work.ts'
import { refuseAll } from '../people/person-service.ts'
import { bedById, staysOfMother } from '../stays/queries.ts'
import { type ReferralCase, referralCase, referralCases, referralNote } from './case.ts'
import { needSafeToTell } from './contact-of-referrer.ts'
import { openReferralIds } from './open-referrals.ts'
import { deciderOf } from './override-service.ts'
import { asOf, type ChangeOfferInput, decisionInput, referrerToldInput } from './schemas.ts'
import { checkSeenDecision } from './seen.ts'
import { needOpen } from './standing-now.ts'
import { tellOfDecision, tellOfOffer } from './tell-others.ts'

export type DecisionInput = z.output<ReturnType<typeof decisionInput>>

/**
 * Records a decision with the facts and the rules that it was made on. An offer is refused with `held` while
 * anything holds it that is not overridden by two authorised people (decisions 17 and 18).
 */
export function decide(ctx: CommandContext, typed: DecisionInput) {
  asOf(decisionInput, typed, ctx.now)
  const file = referralCase(ctx.db, typed.referralId)
  const input = { ...typed, decidedAt: afterInMinute(typed.decidedAt, restsOn(file)) }
  checkSeenDecision(ctx.db, file, typed.seenDecision)
  needOpen(file, ctx.now)
  const decider = deciderOf(ctx, ctx.actor)
  if (!mayDecide(decider))
    refuse(
      'not-permitted',
      'The ward manager, a consultant or the nurse in charge decides on an admission',
    )
  checkTime(file, input.decidedAt)
  const { facts, holds } = holdsOfEntry(file, file.rules, input.decidedAt, ctx.now)
  checkOutcome(ctx, file, input, holds)
  return ctx.write((tx) => {
    const made = tx.insert(admissionDecision, {
      referralId: input.referralId,
      outcome: input.outcome,
      decidedAt: input.decidedAt,
      deciderId: decider.staffId,
      deciderRole: decider.role,
      deciderInCharge: decider.nurseInCharge,
      ...outcomeContent(file, input),
      socialCare: facts.socialCare,
      childIds: file.facts.children.map((child) => child.key).join(' '),
      criteriaId: file.criteriaSet.recordId,
      informationSetId: file.informationSet.recordId,
    })
    const of = { recordId: made.recordId, version: made.version }
    for (const clause of keptClauses(facts)) tx.append(decisionClause, { ...of, ...clause })
    for (const item of keptItems(facts)) tx.append(decisionItem, { ...of, ...item })
    if (input.outcome === 'offered') rememberOverrides(tx, of, holds)
    return {
      value: { id: made.recordId },
      audit: [
        referralNote(file, {
          action: `admission.${input.outcome}`,
          entity: 'admission_decision',
          entityId: made.recordId,
          entityVersion: 1,
        }),
        ...tellOfDecision(tx, file, input),
      ],
    }
  })
}

const rememberOverrides = (
  tx: WriteTx,
  of: { recordId: string; version: number },
  holds: readonly Hold[],
) => {
  for (const overrideId of overridesUsed(holds)) tx.append(decisionOverride, { ...of, overrideId })
}

function outcomeContent(file: ReferralCase, input: DecisionInput) {
  const note = input.note ?? ''
  switch (input.outcome) {
    case 'offered':
      return { note, bedId: input.bedId, expectedArrivalAt: input.expectedArrivalAt }
    case 'declined':
      return {
        note,
        reasonCode: input.reasonCode,
        signposting: input.signposting.join(' '),
        signpostingNote: input.signpostingNote ?? null,
        referrerToldDueAt: referrerToldDue(input.decidedAt, file.rules.criteria).at,
      }
    case 'waiting':
      return { note, waitingOn: input.waitingOn.join(' ') }
    case 'withdrawn':
      return {
        note,
        withdrawnBy: input.withdrawnBy,
        referrerToldDueAt: isTheReferrer(input.withdrawnBy, file.referral.referrerName)
          ? null
          : referrerToldDue(input.decidedAt, file.rules.criteria).at,
      }
  }
}

/** A decision comes after the referral, after the decision before it, and after what it rests on. */
function checkTime(file: ReferralCase, decidedAt: Instant): void {
  if (decidedAt < file.receivedAt)
    refuseField('decidedAt', 'This is before the referral was received. Check the time')
  const before = file.decisions.map((one) => one.decidedAt)
  if (before.length > 0 && decidedAt <= before.reduce(laterOf))
    refuseField('decidedAt', 'There is a later decision on record. Check the time')
  if (restsOn(file).some((at) => at > decidedAt))
    refuseField(
      'decidedAt',
      'Something that the decision rests on came in after this time. Enter when it was made on all that is known',
    )
}

/** When everything came that a decision now would rest on. */
const restsOn = (file: ReferralCase): Instant[] => [
  ...file.answers.flatMap((one) => (one.answer === 'not-yet-asked' ? [] : one.answeredAt)),
  ...file.items.flatMap((one) => (one.outcome === 'open' ? [] : (one.receivedAt ?? []))),
  ...file.cpisChecks.flatMap((one) => one.checkedAt ?? []),
  ...file.overrides.map((one) => one.overriddenAt),
]

function checkOutcome(
  ctx: CommandContext,
  file: ReferralCase,
  input: DecisionInput,
  holds: readonly Hold[],
): void {
  switch (input.outcome) {
    case 'offered': {
      if (stageOf(file, file.rules, ctx.now) === 'offered')
        refuse(
          'held',
          'An offer stands already, and her arrival is counted from it. Record the arrival, or that it is declined or withdrawn',
        )
      const holding = stillHolding(holds)
      if (holding.length > 0)
        refuse(
          'held',
          `The offer is held. ${holding.map(({ reason, release }) => `${reason}. To release it: ${release}`).join('. ')}`,
          holding.map(({ ruleId, reason, release }) => ({
            field: `holds.${ruleId}`,
            message: `${reason}. To release it: ${release}`,
          })),
        )
      if (isHere(ctx, file.referral.motherId))
        refuse(
          'held',
          'She is on the unit already, so no bed is promised to her. Tie her stay to the referral',
        )
      if (input.bedId !== null) checkPromise(ctx, file, input.bedId)
      if (input.expectedArrivalAt !== null && input.expectedArrivalAt < input.decidedAt)
        refuseField('expectedArrivalAt', 'This is before the offer. Check both times')
      return
    }
    case 'declined':
      refuseAll(
        declineFaults(
          {
            reasonCode: input.reasonCode,
            signposting: input.signposting,
            signpostingNote: input.signpostingNote ?? null,
          },
          file.rules.criteria,
        ),
      )
      return
    case 'waiting': {
      const open = new Set(
        holds.flatMap(({ ruleId, overrideAgainst }) => [ruleId, ...overrideAgainst]),
      )
      const met = input.waitingOn.filter((id) => !open.has(id))
      if (met.length > 0)
        refuseField(
          'waitingOn',
          `${met.join(', ')} does not hold the offer, so there is nothing to wait for. Choose what still holds it`,
        )
      return
    }
    case 'withdrawn':
      return
  }
}

const isHere = (ctx: CommandContext, motherId: string) =>
  staysOfMother(ctx.db, motherId).some(({ endedAt }) => endedAt === null)

/**
 * Another bed, or another time, on an offer that stands or was re-opened. The decision is not made anew: what it rests on is
 * what it was, and the promise before stays readable.
 */
export function changeOffer(ctx: CommandContext, input: ChangeOfferInput) {
  const found = ctx.db.row<{ referralId: string }>(decisionSql, { id: input.id })
  if (!found) refuse('not-found', 'This decision is not on record')
  const file = referralCase(ctx.db, found.referralId)
  needOpen(file, ctx.now)
  const offer = lastDecision(file.decisions)
  if (offer?.outcome !== 'offered' || offer.recordId !== input.id)
    refuse('held', 'This offer does not stand any more. Open the referral again')
  const { bedId, expectedArrivalAt, reason } = input
  if (bedId !== null && bedId !== offer.bedId) checkPromise(ctx, file, bedId)
  if (expectedArrivalAt !== null && expectedArrivalAt < offer.decidedAt)
    refuseField('expectedArrivalAt', 'This is before the offer. Check both times')
  if (bedId === offer.bedId && expectedArrivalAt === offer.expectedArrivalAt)
    refuseField(
      'expectedArrivalAt',
      'This is what was promised already. Change the bed or the time',
    )
  return ctx.write((tx) => {
    const promise = { bedId, expectedArrivalAt }
    const { version } = tx.amend(admissionDecision, input.id, input.version, promise, reason)
    return {
      value: { id: input.id, version },
      audit: [
        referralNote(file, {
          action: 'admission.promise-changed',
          entity: 'admission_decision',
          entityId: input.id,
          entityVersion: version,
          reason,
        }),
        // What is to be told before the arrival is due with the new time, where that is earlier.
        ...tellOfOffer(tx, file, offer.decidedAt, expectedArrivalAt),
      ],
    }
  })
}

/** A bed is offered once. Whether somebody is in it is looked at on the day of arrival. */
function checkPromise(ctx: CommandContext, file: ReferralCase, bedId: string): void {
  if (bedById(ctx.db, bedId).closed) refuseField('bedId', 'This bed is closed. Choose another')
  const others = referralCases(
    ctx.db,
    openReferralIds(ctx.db).filter((id) => id !== file.referral.recordId),
  )
  const isTaken = others.some((one) => {
    const last = one.arrivedAt === null ? lastDecision(one.decisions) : undefined
    return last?.outcome === 'offered' && last.bedId === bedId
  })
  if (isTaken) refuseField('bedId', 'This bed is offered to somebody else. Choose another')
}

const decisionSql =
  'select referral_id as referralId from admission_decision where record_id = @id limit 1'

/** Records that the referrer was told of the decision. */
export function tellReferrer(
  ctx: CommandContext,
  input: z.output<ReturnType<typeof referrerToldInput>>,
) {
  asOf(referrerToldInput, input, ctx.now)
  const found = ctx.db.row<{ referralId: string }>(decisionSql, { id: input.decisionId })
  if (!found) refuse('not-found', 'This decision is not on record')
  const file = referralCase(ctx.db, found.referralId)
  const decision = file.decisions.find((one) => one.recordId === input.decisionId)
  if (!decision) refuse('not-found', 'This decision is not on record')
  if (decision.referrerToldAt !== null)
    refuse('held', 'That the referrer was told is recorded already')
  needSafeToTell(ctx.db, file, input.toldTo)
  const toldAt = afterInMinute(input.toldAt, [decision.decidedAt])
  if (toldAt < decision.decidedAt)
    refuseField('toldAt', 'This is before the decision was made. Check the time')
  return ctx.write((tx) => {
    const made = tx.amend(
      admissionDecision,
      decision.recordId,
      decision.version,
      {
        referrerToldAt: toldAt,
        referrerToldTo: input.toldTo,
        referrerToldHow: input.how,
      },
      'Referrer told',
    )
    return {
      value: { id: decision.recordId, version: made.version },
      audit: [
        referralNote(file, {
          action: 'admission.referrer-told',
          entity: 'admission_decision',
          entityId: decision.recordId,
          entityVersion: made.version,
        }),
      ],
    }
  })
}
