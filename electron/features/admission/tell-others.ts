import { socialCareInvolved } from '#domain/admission/social-care.ts'
import { dutiesRuleSetKind } from '#domain/communications/duties-content.ts'
import { lastDecision } from '#domain/shared/decision-order.ts'
import type { Instant } from '#domain/shared/time.ts'
import type { AuditNote, WriteTx } from '../../platform/unit-of-work.ts'
import { deriveDuties } from '../communications/derive-duties.ts'
import { childCame, dropUnanswered, dropUnsent, toldOf } from '../communications/referral-events.ts'
import { ruleInForce } from '../rule-sets/in-force.ts'
import type { CameIn } from '../stays/when-arrived.ts'
import { type ReferralCase, referralCase } from './case.ts'
import type { DecisionInput } from './decision-service.ts'

/**
 * Those who must be told of a decision on a referral, child by child, though no pair exists yet (domain.md
 * 4.6, COM-01 and COM-03). Where social care is not involved, by word and by the CP-IS look-up, nobody is
 * told of an offer.
 */
export function tellOfDecision(tx: WriteTx, file: ReferralCase, input: DecisionInput): AuditNote[] {
  const event = input.outcome === 'offered' ? 'COM-01' : 'COM-03'
  if (input.outcome === 'waiting') return []
  const involved = socialCareInvolved(file)
  const told =
    input.outcome === 'withdrawn' || (event === 'COM-01' && involved === 'no')
      ? []
      : file.children.flatMap(
          (child) =>
            deriveDuties(tx, {
              event,
              at: input.decidedAt,
              startsAt: input.outcome === 'offered' ? input.expectedArrivalAt : null,
              pairId: child.recordId,
              // A baby not yet born has no record: the mother's stands for it.
              babyId: child.personId ?? file.referral.motherId,
              motherId: file.referral.motherId,
              subjectId: file.referral.recordId,
              subjectType: 'referral',
              answers: involved === 'no' ? [notInvolved] : [],
            }).audit,
        )
  return input.outcome === 'offered'
    ? told
    : [
        ...told,
        ...offerIsOver(tx, file, input.outcome),
        ...tellThatItIsOver(tx, file, input.decidedAt),
      ]
}

/** The same duties once more where an offer changes in when they are expected: limits come forward, none goes back. */
export const tellOfOffer = (
  tx: WriteTx,
  file: ReferralCase,
  decidedAt: Instant,
  expectedArrivalAt: Instant | null,
): AuditNote[] =>
  socialCareInvolved(file) === 'no'
    ? []
    : file.children.flatMap(
        (child) =>
          deriveDuties(tx, {
            event: 'COM-01',
            at: decidedAt,
            startsAt: expectedArrivalAt,
            pairId: child.recordId,
            babyId: child.personId ?? file.referral.motherId,
            motherId: file.referral.motherId,
            subjectId: file.referral.recordId,
            subjectType: 'referral',
          }).audit,
      )

/**
 * What becomes known after an offer and before the arrival is told as at the offer, in the act by which it becomes known:
 * a flag in CP-IS, or that social care is involved after all. The limits of what is new run from then.
 */
export function tellOfWhatIsKnownNow(tx: WriteTx, referralId: string): AuditNote[] {
  const file = referralCase(tx, referralId)
  const offer = lastDecision(file.decisions)
  return offer?.outcome === 'offered' && file.arrival === null
    ? tellOfOffer(tx, file, tx.now, offer.expectedArrivalAt)
    : []
}

const notInvolved = {
  question: 'legal-status',
  answer: 'no',
  because: 'Children’s social care is not involved, as told and by the CP-IS checks',
} as const

const offerIsOver = (tx: WriteTx, file: ReferralCase, outcome: string): AuditNote[] =>
  file.children.flatMap((child) =>
    dropUnsent(tx, child.recordId, 'COM-01', `The offer does not stand any more: ${outcome}`),
  )

/**
 * Whoever was told of an offer is told that it does not stand any more, but for those whom the refusal itself is told
 * (COM-20; COM-03). Rules of the unit's own that do not know the event tell of a refusal.
 */
function tellThatItIsOver(tx: WriteTx, file: ReferralCase, at: Instant): AuditNote[] {
  const { events } = ruleInForce(tx, dutiesRuleSetKind, at).content
  const event = events.some(({ id }) => id === 'COM-20') ? 'COM-20' : 'COM-03'
  return file.children.flatMap((child) => {
    const toldBefore = toldOf(tx, child.recordId, 'COM-01', { event: 'COM-03', at })
    // What was sent of the offer is answered with what takes its place: the refusal, or that it is over.
    const answered = () =>
      dropUnanswered(tx, child.recordId, 'COM-01', 'Told that the offer does not stand any more')
    if (toldBefore.length === 0) return answered()
    return [
      ...deriveDuties(tx, {
        event,
        at,
        pairId: child.recordId,
        babyId: child.personId ?? file.referral.motherId,
        motherId: file.referral.motherId,
        subjectId: file.referral.recordId,
        subjectType: 'referral',
        toldBefore,
      }).audit,
      ...answered(),
    ]
  })
}

/** They have come: what was to be told of the referral goes on with the pair. */
export const tellOfArrival = (
  tx: WriteTx,
  file: ReferralCase,
  pairs: readonly { pairId: string; babyId: string }[],
  at: string,
): AuditNote[] =>
  pairs.flatMap(({ pairId, babyId }) => {
    const child = file.children.find(({ personId }) => personId === babyId)
    const { motherId } = file.referral
    return child ? childCame(tx, { childId: child.recordId, pairId, babyId, motherId, at }) : []
  })

/**
 * They came without an offer: what was to be told before an arrival is due with it, child by child, a baby not yet
 * born included; and nobody is told of a refusal any more (COM-01 and COM-03).
 */
export function tellOfArrivalWithoutOffer(
  tx: WriteTx,
  file: ReferralCase,
  { pairs, arrivedAt }: CameIn,
): AuditNote[] {
  const moved = tellOfArrival(tx, file, pairs, arrivedAt)
  const dropped = file.children.flatMap((child) =>
    dropUnsent(tx, idIn(child, pairs), 'COM-03', 'She came in without an offer'),
  )
  const involved = socialCareInvolved(file)
  const told =
    involved === 'no'
      ? []
      : file.children.flatMap(
          (child) =>
            deriveDuties(tx, {
              event: 'COM-01',
              at: arrivedAt,
              startsAt: arrivedAt,
              pairId: idIn(child, pairs),
              babyId: child.personId ?? file.referral.motherId,
              motherId: file.referral.motherId,
              subjectId: file.referral.recordId,
              subjectType: 'referral',
            }).audit,
        )
  return [...moved, ...dropped, ...told]
}

/** What a duty hangs on: the pair, or the child of the referral while there is none. */
const idIn = (
  { recordId, personId }: ReferralCase['children'][number],
  pairs: CameIn['pairs'],
): string => pairs.find(({ babyId }) => babyId === personId)?.pairId ?? recordId
