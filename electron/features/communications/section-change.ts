import { sectionBefore } from '#domain/communications/events-of-mother.ts'
import { mentalHealthActStatusOf } from '#domain/shared/mental-health-act.ts'
import { mentalHealthActStatus } from '#drizzle/schema/people.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { AuditNote, WriteTx } from '../../platform/unit-of-work.ts'
import { deriveDuties } from './derive-duties.ts'
import { withdrawDutiesOf } from './events-service.ts'
import { pairsOfMother } from './pairs-of-mother.ts'

const statuses = standing(
  mentalHealthActStatus,
  ['recordId', 'code', 'startsAt'],
  't.person_id = @motherId',
)
const motherSql =
  'select distinct person_id as motherId from mental_health_act_status where record_id = @statusId'
/**
 * A section that changed while mother and baby are here is an episode of the mother that others are told of
 * (COM-07; domain row 4.6, Finding Two d), for each of her babies. The first status that is recorded is no
 * change; one that was entered in error takes its event back. Gives the notes to go with the caller's own.
 */
export function sectionChanged(tx: WriteTx, statusId: string, why: string): AuditNote[] {
  const motherId = tx.row<{ motherId: string }>(motherSql, { statusId })?.motherId
  if (motherId === undefined) return []
  const all = statuses.at(tx, newest, { motherId })
  const now = all.find(({ recordId }) => recordId === statusId)
  const before = now && sectionBefore(all, now)
  if (!now || !before) return withdrawDutiesOf(tx, statusId, why).audit
  const label = (code: string) => mentalHealthActStatusOf(code).label
  return pairsOfMother(tx, motherId, now.startsAt).flatMap(
    ({ pairId, babyId }) =>
      deriveDuties(tx, {
        event: 'COM-07',
        at: now.startsAt,
        details: `Her status under the Mental Health Act changed from ${label(before.code)} to ${label(now.code)}`,
        pairId,
        babyId,
        motherId,
        subjectId: statusId,
        subjectType: 'mental-health-act-status',
      }).audit,
  )
}
