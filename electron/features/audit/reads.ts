import { actWords } from '#domain/audit/words.ts'
import type { Instant } from '#domain/shared/time.ts'
import type { Role } from '#domain/users/roles.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { staffNameOf } from '../users/staff-names.ts'

/** Who opened what about these people, and whether that was after the newest version of the record. */
export interface ReadOfRecord {
  staffId: string
  who: string
  role: Role
  what: string
  times: number
  firstAt: Instant
  lastAt: Instant
  sinceNewest: boolean
}

interface Row extends Omit<ReadOfRecord, 'who' | 'what' | 'sinceNewest'> {
  entity: string
}

/** The reads of these people, one line for each reader and what they opened, latest first. */
export function readsOf(db: ReadDb, people: readonly string[], newestAt: Instant): ReadOfRecord[] {
  const staffName = staffNameOf(db)
  return db
    .rows<Row>(
      `select a.staff_id as staffId, a.role, a.entity, count(distinct a.seq) as times,
         min(a.at) as firstAt, max(a.at) as lastAt
       from audit_patient p join audit a on a.seq = p.seq
       where p.person_id in (select value from json_each(@people)) and a.action = 'read'
       group by a.staff_id, a.role, a.entity order by max(a.seq) desc`,
      { people: JSON.stringify(people) },
    )
    .map(({ entity, ...row }) => ({
      ...row,
      who: staffName(row.staffId),
      what: actWords('read', entity),
      sinceNewest: row.lastAt >= newestAt,
    }))
}
