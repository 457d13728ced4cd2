import { codesIn } from '#domain/training/facts.ts'
import { certificateKey } from '#domain/training/import/certificates.ts'
import type { CertificateSays } from '#domain/training/import/differences.ts'
import { dutyKey } from '#domain/training/import/roster.ts'
import type { Agency } from '#domain/training/record.ts'
import { certificate } from '#drizzle/schema/training.ts'
import { newest, standing } from '../../../platform/standing.ts'
import type { ReadDb } from '../../../platform/unit-of-work.ts'

type CertificateKeyed = Parameters<typeof certificateKey>[0]
type DutyKeyed = Parameters<typeof dutyKey>[0]

const everyCertificate = standing(certificate, [
  'staffId',
  'courseId',
  'completedOn',
  'expiresOn',
  'minutes',
  'topics',
  'agenciesPresent',
])

const certificateColumns = `e.staff_id as staffId, e.course_id as courseId, e.completed_on as completedOn,
  e.expires_on as expiresOn`
const dutyColumns = 'e.staff_id as staffId, e.starts_at as startsAt, e.ends_at as endsAt'

const newestOf = (table: string) => `from ${table} e join ${table} l on l.record_id = e.record_id
    and not exists (select 1 from ${table} n where n.record_id = l.record_id and n.version > l.version)`

/** As each record stood before somebody changed it. */
const changedSql = (table: string, columns: string) =>
  `select ${columns} ${newestOf(table)} where l.withdrawn = 0 and e.version < l.version`

/** As each record stood that somebody took out by hand; what an undone import took out may come again. */
const takenOutSql = (table: string, columns: string) =>
  `select ${columns} ${newestOf(table)} where l.withdrawn = 1
    and not exists (select 1 from training_import t where t.withdrawn = 1 and t.audit_seq = l.audit_seq)`

/** What is recorded of certificates now, and was before. */
export function certificatesBefore(db: ReadDb) {
  const keys = (sql: string) => new Set(db.rows<CertificateKeyed>(sql).map(certificateKey))
  return {
    recorded: new Map(
      everyCertificate
        .at(db, newest)
        .map(({ topics, agenciesPresent, ...row }): [string, CertificateSays] => [
          certificateKey(row),
          {
            expiresOn: row.expiresOn,
            minutes: row.minutes,
            topics: codesIn(topics),
            agenciesPresent:
              agenciesPresent === null ? null : (codesIn(agenciesPresent) as Agency[]),
          },
        ]),
    ),
    corrected: keys(changedSql('certificate', certificateColumns)),
    takenOut: keys(takenOutSql('certificate', certificateColumns)),
  }
}

/** What was on the roster before somebody changed it or took it off. */
export function dutiesBefore(db: ReadDb) {
  const keys = (sql: string) => new Set(db.rows<DutyKeyed>(sql).map(dutyKey))
  return {
    changed: keys(changedSql('shift_duty', dutyColumns)),
    takenOut: keys(takenOutSql('shift_duty', dutyColumns)),
  }
}
