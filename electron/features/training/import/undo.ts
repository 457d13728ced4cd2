import { refuse } from '#domain/shared/failure.ts'
import type { Instant } from '#domain/shared/time.ts'
import type { ImportKind } from '#domain/training/import/columns.ts'
import { certificate, trainingImport } from '#drizzle/schema/training.ts'
import { shiftDuty, staff } from '#drizzle/schema/users.ts'
import type { CommandContext } from '../../../platform/serve.ts'
import type { ReadDb } from '../../../platform/unit-of-work.ts'
import { staffNameOf } from '../../users/staff-names.ts'
import { needMayImport } from './plan-import.ts'
import type { UndoInput } from './schemas.ts'

interface ImportRow {
  id: string
  version: number
  kind: ImportKind
  fileName: string
  sheet: string
  importedAt: Instant
  author: string
  added: number
  already: number
  leftOut: number
  report: string
  takenBack: number
  reason: string
  seq: number
}

const importsSql = `select n.record_id as id, n.version, n.kind, n.file_name as fileName, n.sheet,
    f.recorded_at as importedAt, f.author, n.added, n.already, n.left_out as leftOut, n.report,
    n.withdrawn as takenBack, n.reason, f.audit_seq as seq
  from training_import n join training_import f on f.record_id = n.record_id and f.version = 1
  where not exists (select 1 from training_import l where l.record_id = n.record_id and l.version > n.version)
  order by f.audit_seq desc`

/** Every import of these kinds, newest first, with the rows that it left out and why. */
export function listImports(db: ReadDb, kinds: readonly ImportKind[]) {
  const nameOf = staffNameOf(db)
  return db
    .rows<ImportRow>(importsSql)
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ seq: _, report, takenBack, author, ...row }) => ({
      ...row,
      by: nameOf(author),
      takenBack: takenBack === 1,
      report: JSON.parse(report) as { row: number; messages: string[] }[],
    }))
}

const madeSql = (table: string) => `select m.record_id as id, l.version, l.withdrawn
  from ${table} m join ${table} l on l.record_id = m.record_id
  where m.version = 1 and m.audit_seq = @seq
    and not exists (select 1 from ${table} x where x.record_id = l.record_id and x.version > l.version)`

/** Where the records of each kind of import lie. */
const tables = {
  certificates: { name: 'certificate', table: certificate },
  staff: { name: 'staff', table: staff },
  roster: { name: 'shift_duty', table: shiftDuty },
} as const satisfies Record<ImportKind, { name: string; table: unknown }>

interface Made {
  id: string
  version: number
  withdrawn: number
}

/** What would lose its person if a member of staff were withdrawn. */
const usedSql = `select staff_id as id from (
    select staff_id from user_account
    union select d.staff_id from shift_duty d where d.withdrawn = 0 and not exists
      (select 1 from shift_duty n where n.record_id = d.record_id and n.version > d.version)
    union select staff_id from staff_session_attendance union select facilitator_id from staff_session
    union select owner_id from learning_point union select staff_id from spot_check
    union select owner_id from evidence union select owner_id from improvement_action
    union select staff_id from relationship_rater union select staff_id from episode_responder
    union select staff_id from named_reader union select staff_id from reader_stand_in
    union select c.staff_id from certificate c where c.withdrawn = 0 and not exists
      (select 1 from certificate n where n.record_id = c.record_id and n.version > c.version))
  where staff_id in (select value from json_each(@people))`

/**
 * Takes a whole import back: everything that it made is marked as entered in error, in one transaction, and
 * stays readable. Refuses where something of it was corrected since, or is leaned upon.
 */
export function undoImport(ctx: CommandContext, { id, version, reason }: UndoInput) {
  const found =
    ctx.db.rows<ImportRow>(importsSql).find((row) => row.id === id) ??
    refuse('not-found', 'This import is not on the list any more. Open the list again')
  needMayImport(ctx, found.kind)
  if (found.takenBack === 1) refuse('held', 'This import was taken back already')
  const { name, table } = tables[found.kind]
  const made = ctx.db
    .rows<Made>(madeSql(name), { seq: found.seq })
    .filter(({ withdrawn }) => withdrawn === 0)
  const changed = made.filter((one) => one.version > 1)
  if (changed.length > 0)
    refuse(
      'held',
      `${changed.length} of what it made ${changed.length === 1 ? 'was' : 'were'} corrected since. Mark those as entered in error first, then take the import back`,
    )
  if (found.kind === 'staff') needNobodyUsed(ctx.db, made)
  return ctx.write((tx) => {
    const ended = tx.withdraw(trainingImport, id, version, reason)
    for (const one of made) tx.withdraw(table, one.id, one.version, reason)
    return {
      value: { id, version: ended.version, withdrawn: made.length },
      audit: [
        {
          action: 'undo-import',
          entity: 'training-import',
          entityId: id,
          entityVersion: ended.version,
          reason,
          payload: { kind: found.kind, withdrawn: made.length },
        },
      ],
    }
  })
}

function needNobodyUsed(db: ReadDb, made: readonly Made[]): void {
  const people = JSON.stringify(made.map(({ id }) => id))
  const used = db.rows<{ id: string }>(usedSql, { people })
  if (used.length > 0)
    refuse(
      'held',
      `${used.length} of these people ${used.length === 1 ? 'has' : 'have'} an account, training, a shift or another part in the records by now. Correct those by hand`,
    )
}
