import { dateOf } from '#domain/shared/calendar.ts'
import { carriedAtBirth } from '#domain/shared/carried-status.ts'
import { childLegalStatus } from '#drizzle/schema/people.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { AuditNote, WriteTx } from '../../platform/unit-of-work.ts'
import { statusChanged } from '../communications/status-change.ts'
import { personById } from './queries.ts'

const columns = [
  'recordId',
  'code',
  'startsAt',
  'endsAt',
  'endedAt',
  'recordedAt',
  'authority',
  'documentId',
  'basisKind',
  'basisBy',
  'basisOn',
  'basisDocument',
  'carriedFrom',
] as const
const statuses = standing(
  childLegalStatus,
  columns,
  't.person_id = @id',
  't.starts_at, t.record_id',
)

/**
 * What was recorded of the child's legal status before the birth, with the record of the mother, stands for the baby from
 * the act by which the baby is recorded as hers: each with its own start and basis, and where it came from. Said twice, it
 * is carried once.
 */
export function carryStatuses(
  tx: WriteTx,
  { motherId, babyId }: { motherId: string; babyId: string },
): AuditNote[] {
  const own = statuses.at(tx, newest, { id: babyId }).map(({ carriedFrom }) => carriedFrom)
  const carried = carriedAtBirth(statuses.at(tx, newest, { id: motherId }), {
    bornOn: personById(tx, babyId).bornOn,
    recordedOn: dateOf(tx.now),
  }).filter(({ recordId }) => !own.includes(recordId))
  if (carried.length === 0) return []
  const notes = carried.map(({ recordId: carriedFrom, recordedAt: _, ...fact }): AuditNote => {
    const { recordId } = tx.insert(childLegalStatus, { ...fact, personId: babyId, carriedFrom })
    return {
      action: 'carry-at-birth',
      entity: 'child-legal-status',
      entityId: recordId,
      entityVersion: 1,
      patients: [motherId, babyId],
    }
  })
  return [...notes, ...statusChanged(tx, babyId, 'Carried over at the birth')]
}
