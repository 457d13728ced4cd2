import { recordLateBy } from '#domain/audit/event-times.ts'
import { actWords, fieldLabel, typeLabel } from '#domain/audit/words.ts'
import { refuse } from '#domain/shared/failure.ts'
import type { Instant } from '#domain/shared/time.ts'
import type { Role } from '#domain/users/roles.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { staffNameOf } from '../users/staff-names.ts'
import { personNames } from './person-names.ts'
import { type ReadOfRecord, readsOf } from './reads.ts'
import { type HistoryTable, tablesOfParts, versionTable } from './record-tables.ts'
import { type ShownValue, valuesShown } from './values.ts'

/** One field of a version that differs from the version before. */
export interface FieldChange {
  field: string
  label: string
  before: ShownValue | null
  after: ShownValue | null
}

export interface VersionOfRecord {
  version: number
  at: Instant
  who: string
  role: Role | null
  what: string
  reason: string
  /** Minutes between what the first version tells of and its entry, where that is late; null else. */
  lateBy: number | null
  /** This version says that the record was entered in error. */
  withdrawn: boolean
  changes: FieldChange[]
}

/** A record field by field: every version with what it changed, and who read about the people beside it. */
export interface RecordHistory {
  id: string
  type: string
  label: string
  people: { id: string; name: string }[]
  /** Newest first. */
  versions: VersionOfRecord[]
  reads: ReadOfRecord[]
}

interface StampRow {
  version: number
  recordedAt: Instant
  auditSeq: number
  author: string
  reason: string
  withdrawn: number
}

type Values = Record<string, unknown>

/** The history of one record of any type; refuses an id that is none. */
export function recordHistory(db: ReadDb, id: string): RecordHistory {
  const known = db.row<{ type: string }>('select type from record where record_id = @id', { id })
  const table = known && versionTable(known.type)
  if (!known || !table)
    refuse('not-found', 'There is no record with this number. Open it again from the audit')
  const stamps = stampsOf(db, table, id)
  const values = valuesOf(db, table, id)
  const show = valuesShown(db)
  const audit = auditOf(db, stamps)
  const staffName = staffNameOf(db)
  const versions = stamps.map((stamp, index): VersionOfRecord => {
    const entry = audit.get(stamp.auditSeq)
    return {
      version: stamp.version,
      at: stamp.recordedAt,
      who: staffName(stamp.author),
      role: entry?.role ?? null,
      what: entry ? actWords(entry.action, entry.entity) : '',
      reason: stamp.reason,
      lateBy: index === 0 ? recordLateBy(values[0] ?? {}, stamp.recordedAt) : null,
      withdrawn: stamp.withdrawn === 1,
      changes: changesBetween(values[index - 1], values[index] ?? {}, show),
    }
  })
  const patients = peopleOf(db, id, known.type, audit)
  const nameOf = personNames(db, patients)
  return {
    id,
    type: known.type,
    label: typeLabel(known.type),
    people: patients.map((personId) => ({ id: personId, name: nameOf(personId) })),
    versions: versions.reverse(),
    reads: readsOf(db, patients, stamps.at(-1)?.recordedAt ?? ''),
  }
}

/** A record as one version of it says it, field by field in words; what is empty is left out. */
export function versionShown(
  db: ReadDb,
  id: string,
  version: number,
): { field: string; label: string; text: string }[] {
  const known = db.row<{ type: string }>('select type from record where record_id = @id', { id })
  const table = known && versionTable(known.type)
  if (!table) return []
  const found = valuesOf(db, table, id)[version - 1] ?? {}
  const show = valuesShown(db)
  return Object.entries(found).flatMap(([field, value]) => {
    const shown = show(value, field)
    return shown === null ? [] : [{ field, label: fieldLabel(field), text: shown.text }]
  })
}

const stampsOf = (db: ReadDb, table: HistoryTable, id: string) =>
  db.rows<StampRow>(
    `select version, recorded_at as recordedAt, audit_seq as auditSeq, author, reason, withdrawn
     from ${table.name} where record_id = @id order by version`,
    { id },
  )

/** What each version says, in the order of versions: its own columns, and the parts that belong to it. */
function valuesOf(db: ReadDb, table: HistoryTable, id: string): Values[] {
  const picked = (of: HistoryTable) =>
    ['version', ...of.columns.map(({ sqlName, key }) => `${sqlName} as "${key}"`)].join(', ')
  const rows = db.rows<Values>(
    `select ${picked(table)} from ${table.name} where record_id = @id order by version`,
    { id },
  )
  const values = rows.map((row) => plain(table, row))
  for (const parts of tablesOfParts())
    for (const row of db.rows<Values>(
      `select ${picked(parts)} from ${parts.name} where record_id = @id order by version, rowid`,
      { id },
    )) {
      const at = rows.findIndex(({ version }) => version === row.version)
      const [first, ...others] = Object.entries(plain(parts, row)).filter(
        ([, value]) => value !== null && value !== '',
      )
      const version = values[at]
      if (!version || !first) continue
      const name = others.length === 0 ? parts.name : `${parts.name}: ${String(first[1])}`
      const said = others.length === 0 ? String(first[1]) : others.map(partText).join('; ')
      version[name] = version[name] ? `${String(version[name])}\n${said}` : said
    }
  return values
}

const partText = ([key, value]: [string, unknown]) =>
  key === 'level' || key === 'answer' || key === 'value'
    ? String(value)
    : `${fieldLabel(key).toLowerCase()}: ${String(value)}`

function plain(table: HistoryTable, row: Values): Values {
  return Object.fromEntries(
    table.columns.map(({ key, isBoolean }) => {
      const value = row[key]
      return [key, isBoolean && value !== null ? (value === 1 ? 'yes' : 'no') : value]
    }),
  )
}

function changesBetween(
  before: Values | undefined,
  after: Values,
  show: ReturnType<typeof valuesShown>,
): FieldChange[] {
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after)])]
  return fields
    .filter((field) => (before?.[field] ?? null) !== (after[field] ?? null))
    .map((field) => ({
      field,
      label: fieldLabel(field),
      before: show(before?.[field], field),
      after: show(after[field], field),
    }))
    .filter((change) => change.before !== null || change.after !== null)
}

interface AuditRow {
  seq: number
  role: Role
  action: string
  entity: string
  patients: string
}

const auditOf = (db: ReadDb, stamps: readonly StampRow[]): Map<number, AuditRow> =>
  new Map(
    db
      .rows<AuditRow>(
        `select seq, role, action, entity, patients from audit
         where seq in (select value from json_each(@seqs))`,
        { seqs: JSON.stringify(stamps.map(({ auditSeq }) => auditSeq)) },
      )
      .map((row) => [row.seq, row]),
  )

/** Whom the record concerns: those whom the audit names beside it, and a person themselves. */
function peopleOf(
  db: ReadDb,
  id: string,
  type: string,
  audit: ReadonlyMap<number, AuditRow>,
): string[] {
  const direct = db.rows<{ patients: string }>(
    `select patients from audit where entity_id = @id and action <> 'read'`,
    { id },
  )
  const lists = direct.length > 0 ? direct : [...audit.values()]
  const found = lists.flatMap(({ patients }) => patients.split(' ').filter(Boolean))
  return [...new Set(type === 'person' ? [id, ...found] : found)]
}
