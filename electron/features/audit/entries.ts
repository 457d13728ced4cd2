import type { AuditFilter } from '#domain/audit/filter.ts'
import { type EntryKind, kindCase } from '#domain/audit/kinds.ts'
import { actWords } from '#domain/audit/words.ts'
import { addDaysToDate, startOfDay } from '#domain/shared/calendar.ts'
import type { Instant } from '#domain/shared/time.ts'
import type { Role } from '#domain/users/roles.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { staffNameOf } from '../users/staff-names.ts'
import { personNames } from './person-names.ts'

/** One line of the audit as the viewer shows it. */
export interface AuditEntry {
  seq: number
  at: Instant
  staffId: string
  who: string
  role: Role
  kind: EntryKind
  action: string
  entity: string
  /** What was done, in words. */
  what: string
  entityId: string
  entityVersion: number | null
  /** Whether the record has versions that can be opened. */
  hasHistory: boolean
  /** The people whom it concerns; of a list with many, the first few. */
  people: { id: string; name: string }[]
  peopleCount: number
  reason: string
  breakGlass: boolean
}

/** How many lines a page has. */
export const pageRows = 100
/** More people than this are counted, not named: a list of everybody names nobody. */
const mostNamed = 4

const columns = `a.seq, a.at, a.staff_id as staffId, a.role, a.action, a.entity,
  a.entity_id as entityId, a.entity_version as entityVersion, a.patients, a.reason,
  case when a.action = 'read' and a.payload <> '' then json_extract(a.payload, '$.found') end as found,
  a.break_glass as breakGlass, ${kindCase('a.action')} as kind,
  exists (select 1 from record r where r.record_id = a.entity_id) as hasHistory`

interface Row
  extends Omit<
    AuditEntry,
    'who' | 'what' | 'people' | 'peopleCount' | 'hasHistory' | 'breakGlass'
  > {
  patients: string
  hasHistory: number
  breakGlass: number
  /** How many records a search found, or how many entries were shown. */
  found: number | null
}

/** The lines that fit the filter, newest first, older than `before`, at most `limit`. */
export function auditEntries(
  db: ReadDb,
  filter: AuditFilter,
  before = Number.MAX_SAFE_INTEGER,
  limit = pageRows,
): AuditEntry[] {
  const { sql, parameters } = statementOf(filter)
  return shown(db, db.rows<Row>(sql, { ...parameters, before, limit }))
}

/** Each filter narrows by an index where there is one: of a patient, of a record; else the newest are walked. */
function statementOf(filter: AuditFilter) {
  const { personId, staffId, recordId, kind, breakGlass, from, to } = filter
  const parameters = {
    personId,
    staffId,
    recordId,
    kind,
    from: from && startOfDay(from),
    to: to && startOfDay(addDaysToDate(to, 1)),
  }
  const given = Object.fromEntries(
    Object.entries(parameters).filter(([, value]) => value !== undefined),
  )
  const tests = [
    personId ? 'p.person_id = @personId and p.seq < @before' : 'a.seq < @before',
    recordId && 'a.entity_id = @recordId',
    staffId && 'a.staff_id = @staffId',
    kind && `${kindCase('a.action')} = @kind`,
    breakGlass && 'a.break_glass = 1',
    from && 'a.at >= @from',
    to && 'a.at < @to',
  ].filter(Boolean)
  const source = personId ? 'audit_patient p join audit a on a.seq = p.seq' : 'audit a'
  const order = personId ? 'p.seq' : 'a.seq'
  return {
    sql: `select ${columns} from ${source} where ${tests.join(' and ')} order by ${order} desc limit @limit`,
    parameters: given,
  }
}

function shown(db: ReadDb, rows: Row[]): AuditEntry[] {
  const staffName = staffNameOf(db)
  const idsOf = ({ patients }: Row) => patients.split(' ').filter(Boolean)
  const named = (row: Row) => (idsOf(row).length > mostNamed ? [] : idsOf(row))
  const nameOf = personNames(db, rows.flatMap(named))
  return rows.map(({ patients: _, hasHistory, breakGlass, found, ...row }, index) => ({
    ...row,
    who: staffName(row.staffId),
    what: `${actWords(row.action, row.entity)}${found === null ? '' : `: ${found} found`}`,
    hasHistory: hasHistory === 1,
    people: named(rows[index] as Row).map((id) => ({ id, name: nameOf(id) })),
    peopleCount: idsOf(rows[index] as Row).length,
    breakGlass: breakGlass === 1,
  }))
}

/** Whom a page of lines names: opening it is a read of them. */
export const namedIn = (entries: readonly AuditEntry[]): string[] => [
  ...new Set(entries.flatMap(({ people }) => people.map(({ id }) => id))),
]
