import type { DutyEvent } from '#domain/communications/record.ts'
import { lastDecision } from '#domain/shared/decision-order.ts'
import { involvesSocialCare } from '#domain/shared/legal-status.ts'
import { admissionDecision } from '#drizzle/schema/admission-decisions.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { AuditNote, WriteTx } from '../../platform/unit-of-work.ts'
import { legalStanding } from './basis.ts'
import { deriveDuties } from './derive-duties.ts'

const decisions = standing(
  admissionDecision,
  ['recordId', 'outcome', 'decidedAt', 'recordedAt', 'expectedArrivalAt'],
  't.referral_id = @referralId',
)

const lastDecisionOn = (tx: WriteTx, referralId: string) =>
  lastDecision(
    decisions
      .at(tx, newest, { referralId })
      .map((row) => ({ ...row, decidedAt: row.decidedAt ?? row.recordedAt })),
  )

/** An offer that was declined or withdrawn afterwards: nobody new is told of it, whatever becomes known. */
export function isDeadOffer(
  tx: WriteTx,
  { event, sourceId }: Pick<DutyEvent, 'event' | 'sourceId'>,
): boolean {
  if (event !== 'COM-01' || sourceId === null) return false
  const outcome = lastDecisionOn(tx, sourceId)?.outcome
  return outcome === 'declined' || outcome === 'withdrawn'
}

// Of a referral from which nobody has come yet; a baby who is not born is known by the mother.
const childrenSql = `select c.record_id as childId, c.referral_id as referralId,
    (select r.mother_id from referral r where r.record_id = c.referral_id limit 1) as motherId
  from referral_child c
  where c.withdrawn = 0 and not exists (select 1 from referral_child n
      where n.record_id = c.record_id and n.version > c.version)
    and (c.person_id = @personId or (c.person_id is null and exists (select 1 from referral r
      where r.record_id = c.referral_id and r.mother_id = @personId)))
    and not exists (select 1 from referral_arrival a where a.referral_id = c.referral_id
      and a.withdrawn = 0)`

/**
 * Those who must be told of a referral that was accepted, where a plan or an order of the child becomes known after the
 * offer and before the arrival (domain.md 4.6, COM-01). Limits run from now: nobody knew before.
 */
export function tellOfOffered(tx: WriteTx, personId: string): AuditNote[] {
  const { inForce } = legalStanding(tx, personId, tx.now)
  if (!inForce.some(({ status }) => involvesSocialCare(status.code))) return []
  return tx
    .rows<{ childId: string; referralId: string; motherId: string }>(childrenSql, { personId })
    .flatMap(({ childId, referralId, motherId }) => {
      const offer = lastDecisionOn(tx, referralId)
      if (offer?.outcome !== 'offered') return []
      return deriveDuties(tx, {
        event: 'COM-01',
        at: tx.now,
        startsAt: offer.expectedArrivalAt,
        pairId: childId,
        babyId: personId,
        motherId,
        subjectId: referralId,
        subjectType: 'referral',
      }).audit
    })
}
