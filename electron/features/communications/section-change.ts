import { endedByItself, sectionBefore } from '#domain/communications/events-of-mother.ts'
import { mentalHealthActStatusOf } from '#domain/shared/mental-health-act.ts'
import type { Instant } from '#domain/shared/time.ts'
import { mentalHealthActStatus } from '#drizzle/schema/people.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { AuditNote, WriteTx } from '../../platform/unit-of-work.ts'
import { deriveDuties } from './derive-duties.ts'
import { withdrawDutiesOf } from './events-service.ts'
import { pairsOfMother } from './pairs-of-mother.ts'

const statuses = standing(
  mentalHealthActStatus,
  ['recordId', 'code', 'startsAt', 'endedAt', 'whatFollowed'],
  't.person_id = @motherId',
)
const motherSql =
  'select distinct person_id as motherId from mental_health_act_status where record_id = @statusId'
/** What an event of the mother comes from: that a status began, or that one ended. */
const began = 'mental-health-act-status'
const ended = 'mental-health-act-end'
const labelOf = (code: string) => mentalHealthActStatusOf(code).label

/**
 * A section that changed, or ended with nothing after it, while mother and baby are here is an episode of the
 * mother that others are told of (COM-07; domain row 4.6, Finding Two d), for each of her babies. The first
 * status that is recorded is no change; what was entered in error takes its event back. Gives the notes to go
 * with the caller's own.
 */
export function sectionChanged(tx: WriteTx, statusId: string, why: string): AuditNote[] {
  const motherId = tx.row<{ motherId: string }>(motherSql, { statusId })?.motherId
  if (motherId === undefined) return []
  const all = statuses.at(tx, newest, { motherId })
  const now = all.find(({ recordId }) => recordId === statusId)
  const before = now && sectionBefore(all, now)
  const endedAt = now ? endedByItself(all, now) : null
  return [
    ...(now && before
      ? tellOf(tx, motherId, { statusId, from: began, at: now.startsAt }, changed(before, now))
      : withdrawDutiesOf(tx, statusId, why, began).audit),
    ...(now && endedAt !== null
      ? tellOf(tx, motherId, { statusId, from: ended, at: endedAt }, over(now))
      : withdrawDutiesOf(tx, statusId, why, ended).audit),
  ]
}

interface Source {
  statusId: string
  from: typeof began | typeof ended
  at: Instant
}

const tellOf = (
  tx: WriteTx,
  motherId: string,
  { statusId, from, at }: Source,
  details: string,
): AuditNote[] =>
  pairsOfMother(tx, motherId, at).flatMap(
    ({ pairId, babyId }) =>
      deriveDuties(tx, {
        event: 'COM-07',
        at,
        details,
        pairId,
        babyId,
        motherId,
        subjectId: statusId,
        subjectType: from,
      }).audit,
  )

interface Section {
  code: string
  whatFollowed: string | null
}

const changed = (before: Section, now: Section) =>
  `Her status under the Mental Health Act changed from ${labelOf(before.code)} to ${labelOf(now.code)}`

const over = ({ code, whatFollowed }: Section) =>
  `Her status under the Mental Health Act, ${labelOf(code)}, has ended${whatFollowed ? `: ${whatFollowed}` : ''}`
