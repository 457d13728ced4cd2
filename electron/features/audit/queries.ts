import type { Instant } from '#domain/shared/time.ts'
import type { Role } from '#domain/users/roles.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { staffNameOf } from '../users/staff-names.ts'

export interface AuditEntry {
  seq: number
  at: Instant
  who: string
  role: Role
  action: string
  entity: string
  entityId: string
  entityVersion: number | null
  reason: string
  breakGlass: boolean
}

const pageRows = 100

const columns = `a.seq, a.at, a.staff_id as staffId, a.role, a.action, a.entity,
  a.entity_id as entityId, a.entity_version as entityVersion, a.reason, a.break_glass as breakGlass`

type Row = Omit<AuditEntry, 'who' | 'breakGlass'> & { staffId: string; breakGlass: number }

function entries(db: ReadDb, rows: Row[]): AuditEntry[] {
  const nameOf = staffNameOf(db)
  return rows.map(({ staffId, breakGlass, ...row }) => ({
    ...row,
    who: nameOf(staffId),
    breakGlass: breakGlass === 1,
  }))
}

/** Who looked at or changed the record of a person: newest first, 100 at a time, older than `before`. */
export function entriesOfPatient(db: ReadDb, personId: string, before: number): AuditEntry[] {
  const sql = `select ${columns} from audit_patient p join audit a on a.seq = p.seq
    where p.person_id = @personId and p.seq < @before order by p.seq desc limit ${pageRows}`
  return entries(db, db.rows<Row>(sql, { personId, before }))
}

/** What was done to one record: newest first, 100 at a time, older than `before`. */
export function entriesOfRecord(db: ReadDb, entityId: string, before: number): AuditEntry[] {
  const sql = `select ${columns} from audit a
    where a.entity_id = @entityId and a.seq < @before order by a.seq desc limit ${pageRows}`
  return entries(db, db.rows<Row>(sql, { entityId, before }))
}
