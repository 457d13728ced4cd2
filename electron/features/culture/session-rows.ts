import { staffSession } from '#drizzle/schema/culture.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'

const columns = [
  'recordId',
  'version',
  'kind',
  'heldOn',
  'minutes',
  'theme',
  'prompt',
  'episodeId',
  'facilitatorId',
  'facilitatorFrom',
  'outsideCount',
  'agencies',
  'learnt',
  'author',
  'recordedAt',
] as const

export const sessionsBetween = standing(
  staffSession,
  columns,
  't.held_on >= @first and t.held_on <= @last',
  't.held_on desc, t.record_id desc',
)
const oneSession = standing(staffSession, columns, 't.record_id = @id')

export type SessionRow = ReturnType<typeof oneSession.at>[number]

/** Who came to these versions of sessions. */
export const attendedSql = `select a.record_id as sessionId, a.staff_id as staffId
  from staff_session_attendance a
  join json_each(@refs) r on a.record_id = r.value ->> 0 and a.version = r.value ->> 1
  order by a.record_id, a.staff_id`

/** The sessions of these days, newest first, each with the ids of those who came. */
export function sessionsOf(db: ReadDb, first: string, last: string) {
  const sessions = sessionsBetween.at(db, newest, { first, last })
  return sessions.map((session) => ({ ...session, attended: attendedOf(db, session) }))
}

/** One session as it stands now; undefined where there is none. */
export function sessionById(db: ReadDb, id: string) {
  const [found] = oneSession.at(db, newest, { id })
  return found && { ...found, attended: attendedOf(db, found) }
}

const attendedOf = (db: ReadDb, { recordId, version }: { recordId: string; version: number }) =>
  db
    .rows<{ staffId: string }>(attendedSql, { refs: JSON.stringify([[recordId, version]]) })
    .map(({ staffId }) => staffId)
