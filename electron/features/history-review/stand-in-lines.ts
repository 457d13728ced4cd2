import type { OverrideInput } from '#domain/assurance/report-input.ts'
import { type ReaderRole, readerRoleLabels } from '#domain/documents/rule-content.ts'
import type { Cut, Period } from '#domain/shared/time.ts'
import { readerStandIn } from '#drizzle/schema/history-review.ts'
import { userAccount } from '#drizzle/schema/users.ts'
import { standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'

const standIns = standing(
  readerStandIn,
  ['recordId', 'version', 'role', 'staffId', 'namedAt'],
  't.named_at >= @from and t.named_at < @to',
  't.named_at, t.record_id',
)
const roleOf = standing(userAccount, ['role'], 't.staff_id = @staffId')

/**
 * Whoever was named to read in the part of an author, a line each in the report: the ward manager names, the stand-in is
 * the second person.
 */
export function readerStandIns(
  db: ReadDb,
  { from, to }: Period,
  cut: Cut,
): (OverrideInput & { type: string; version: number })[] {
  return standIns.at(db, cut.auditSeq, { from, to }).map((row) => ({
    type: 'reader_stand_in',
    recordId: row.recordId,
    version: row.version,
    requirement: '5c',
    rule: `Somebody stood in for the author of a document: ${readerRoleLabels[row.role as ReaderRole].toLowerCase()}`,
    at: row.namedAt,
    byRole: 'ward-manager',
    secondRole: roleOf.at(db, cut.auditSeq, { staffId: row.staffId })[0]?.role ?? null,
    dueAt: null,
    kept: null,
  }))
}
