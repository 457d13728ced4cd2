import { dateOf } from '#domain/shared/calendar.ts'
import { mentalHealthActAt } from '#domain/shared/mental-health-act.ts'
import type { Instant } from '#domain/shared/time.ts'
import { mentalHealthActStatus } from '#drizzle/schema/people.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { AuditNote, WriteTx } from '../../platform/unit-of-work.ts'
import type { ReferralRow } from './queries.ts'

const recorded = standing(
  mentalHealthActStatus,
  ['recordId', 'code', 'startsAt', 'endsAt', 'endedAt', 'recordedAt'],
  't.person_id = @id',
)

const notKnown = '99'

/**
 * The Mental Health Act status that was told at the referral stands for the stay from the arrival, as told by the referrer
 * on that day: nobody takes a detained mother for an informal one because no one has typed it again. What is on record
 * since the referral goes before it. Its end is not known: no paper has been seen.
 */
export function carryActStatus(
  tx: WriteTx,
  referral: Pick<
    ReferralRow,
    | 'recordId'
    | 'motherId'
    | 'motherStatus'
    | 'receivedAt'
    | 'referrerName'
    | 'referrerOrganisation'
  >,
  arrivedAt: Instant,
): AuditNote[] {
  const { motherId, motherStatus, receivedAt } = referral
  if (!motherStatus || motherStatus === notKnown) return []
  const now = mentalHealthActAt(recorded.at(tx, newest, { id: motherId }), arrivedAt)
  const isNewer = now !== undefined && now.fact.startsAt >= receivedAt
  if (isNewer || now?.status.code === motherStatus) return []
  const { recordId } = tx.insert(mentalHealthActStatus, {
    personId: motherId,
    code: motherStatus,
    startsAt: receivedAt,
    endsAt: null,
    carriedFrom: referral.recordId,
    basisKind: 'told',
    basisBy: `${referral.referrerName}, ${referral.referrerOrganisation}`,
    basisOn: dateOf(receivedAt),
  })
  return [
    {
      action: 'carry-at-arrival',
      entity: 'mental-health-act-status',
      entityId: recordId,
      entityVersion: 1,
      patients: [motherId],
    },
  ]
}
