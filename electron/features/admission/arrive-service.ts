import type { z } from 'zod'
import { reopeningOf } from '#domain/admission/reopening.ts'
import { grownOld, hasCome, stageOf } from '#domain/admission/stages.ts'
import { lastDecision } from '#domain/shared/decision-order.ts'
import { refuse, refuseField } from '#domain/shared/failure.ts'
import { afterInMinute } from '#domain/shared/minute.ts'
import { referralArrival } from '#drizzle/schema/admission.ts'
import type { CommandContext } from '../../platform/serve.ts'
import type { WriteTx } from '../../platform/unit-of-work.ts'
import { checkArrival, insertArrival } from '../stays/arrival-service.ts'
import { pairsInStay, stayById } from '../stays/queries.ts'
import type { WhenTogether } from '../stays/when-together.ts'
import { bedPromisedTo } from './bed-board.ts'
import { carryActStatus } from './carry-act-status.ts'
import { type ReferralCase, referralCase, referralNote } from './case.ts'
import { expectDocuments } from './expected-documents.ts'
import { type ArriveInput, arriveInput, asOf, type linkInput } from './schemas.ts'
import { needOpen } from './standing-now.ts'
import { tellOfArrival } from './tell-others.ts'
import { isTied } from './unlinked-stays.ts'
import { endWithoutOffer } from './when-she-came.ts'

/**
 * She arrives on an offer that stands: stay, pairs and the end of the referral in one act. Refuses with
 * `held` where nothing was offered, or a change has re-opened the offer (decision 18).
 */
export function arriveOnReferral(ctx: CommandContext, typed: ArriveInput, together: WhenTogether) {
  asOf(arriveInput, typed, ctx.now)
  const file = referralCase(ctx.db, typed.referralId)
  const decided = file.decisions.map((one) => one.decidedAt)
  const input = { ...typed, arrivedAt: afterInMinute(typed.arrivedAt, decided) }
  needStandingOffer(ctx, file, input.arrivedAt)
  needWordOnAge(file, input.arrivedAt, input.outOfDateBecause)
  const born = file.children.some(({ personId }) => personId !== null)
  if (born && input.childIds.length === 0 && !input.withoutBabies)
    refuseField('childIds', 'Choose who came with her, or say that no baby did')
  const babies = input.childIds.map((childId) => {
    const child = file.children.find((one) => one.recordId === childId)
    if (!child) refuseField('childIds', 'Choose children of this referral')
    if (child.personId === null)
      refuseField('childIds', 'Record the birth first: a baby not yet born does not arrive')
    return { baby: { id: child.personId }, startedAt: null }
  })
  const arrival = {
    mother: { id: file.referral.motherId },
    bedId: input.bedId,
    bedBecause: input.bedBecause,
    planned: file.planned,
    arrivedAt: input.arrivedAt,
    babies,
  }
  const promise = checkArrival(ctx, arrival, bedPromisedTo)
  return ctx.write((tx) => {
    // Everybody on a referral is on record already, with how they are known.
    const made = insertArrival(tx, { ...arrival, promise }, together, undefined)
    const [stayNote, ...notes] = made.audit
    return {
      value: made.value,
      audit: [
        stayNote,
        ...notes,
        arrivalNote(tx, file, made.value.stayId, input),
        ...carryActStatus(tx, file.referral, input.arrivedAt),
        ...tellOfArrival(tx, file, made.value.pairs, input.arrivedAt),
        ...expectDocuments(tx, file.referral.recordId),
      ],
    }
  })
}

function arrivalNote(
  tx: WriteTx,
  file: ReferralCase,
  stayId: string,
  { cameFrom, outOfDateBecause }: Pick<ArriveInput, 'cameFrom' | 'outOfDateBecause'>,
) {
  const { recordId } = tx.insert(referralArrival, {
    referralId: file.referral.recordId,
    stayId,
    cameFrom,
    outOfDateBecause: outOfDateBecause ?? null,
  })
  return referralNote(file, {
    action: 'referral.arrived',
    entity: 'referral_arrival',
    entityId: recordId,
    entityVersion: 1,
  })
}

function needStandingOffer(ctx: CommandContext, file: ReferralCase, arrivedAt: string): void {
  const stage = stageOf(file, file.rules, ctx.now)
  if (hasCome(stage)) refuse('held', 'She has arrived on this referral already')
  const reopening = reopeningOf(file, file.rules, ctx.now)
  // What came to light after she had come re-opens nothing: it is told as it was, also when it is entered late.
  if (reopening && arrivedAt >= reopening.at) {
    const reasons = reopening.holds.map(({ reason }) => reason).join('. ')
    refuse('held', `A change has re-opened the offer: ${reasons}. Decide again first`)
  }
  const offer = lastDecision(file.decisions)
  if ((stage !== 'offered' && !reopening) || !offer)
    refuse('held', 'There is no offer that stands. Decide first')
  if (arrivedAt < offer.decidedAt)
    refuseField('arrivedAt', 'This is before the offer was made. Check both times')
}

/** An old offer is no bar: what has grown old since is shown, and somebody says why she comes in on it. */
function needWordOnAge(file: ReferralCase, arrivedAt: string, because: string | undefined): void {
  const old = grownOld(file, file.rules, arrivedAt)
  if (old.length > 0 && because === undefined)
    refuseField(
      'outOfDateBecause',
      `Since the offer this has grown old: ${old.map(({ reason }) => reason).join('. ')}. Get it anew, or enter why she comes in on it`,
    )
}

/**
 * Ties a stay that is on record already to the referral that it came from: to the offer that stood when she came, or
 * as one that came without an offer.
 */
export function linkArrival(ctx: CommandContext, input: z.output<typeof linkInput>) {
  const file = referralCase(ctx.db, input.referralId)
  const stay = stayById(ctx.db, input.stayId)
  if (stay.motherId !== file.referral.motherId)
    refuseField('stayId', 'This is the stay of another mother. Choose hers')
  if (isTied(ctx.db, input.stayId))
    refuseField('stayId', 'This stay is tied to another referral already')
  if (input.withoutOffer) needOpen(file, ctx.now)
  else {
    needStandingOffer(ctx, file, stay.arrivedAt)
    needWordOnAge(file, stay.arrivedAt, input.outOfDateBecause)
  }
  const { stayId } = input
  const { arrivedAt } = stay
  const pairs = pairsInStay(ctx.db, stayId).map(({ id, babyId }) => ({ pairId: id, babyId }))
  return ctx.write((tx) => {
    const tied = input.withoutOffer
      ? endWithoutOffer(tx, file, { ...input, motherId: stay.motherId, arrivedAt, pairs })
      : [
          arrivalNote(tx, file, stayId, input),
          ...carryActStatus(tx, file.referral, arrivedAt),
          ...tellOfArrival(tx, file, pairs, arrivedAt),
        ]
    const [first, ...rest] = [...tied, ...expectDocuments(tx, file.referral.recordId)]
    if (!first) throw new Error('Nothing was written')
    return { value: { stayId }, audit: [first, ...rest] }
  })
}
