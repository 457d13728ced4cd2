import type { CivilDate, Instant } from '#domain/shared/time.ts'
import { codesIn, peopleOf } from '#domain/training/facts.ts'
import { isFromEarlierEmployer } from '#domain/training/faults.ts'
import { trainingLine } from '#domain/training/line.ts'
import { groupLabel } from '#domain/users/staff-groups.ts'
import type { ReadContext } from '../../platform/serve.ts'
import { sessionPermits } from '../../platform/session.ts'
import { newest } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { staffNameOf } from '../users/staff-names.ts'
import { staffMember } from '../users/staff-service.ts'
import { trainingFactsOf } from './facts.ts'
import { dayOf, endOf, listsOf, requirementsIn } from './queries.ts'

/** Every version of a person's certificates, the newest of each first, with the title of its course. */
const versionsSql = `select c.record_id as id, c.version, c.recorded_at as recordedAt, c.author, c.reason,
    c.withdrawn, c.course_id as courseId, c.subject, c.level, c.topics,
    c.completed_on as completedOn, c.expires_on as expiresOn,
    c.delivered_by_another as deliveredByAnother, c.agencies_present as agenciesPresent,
    c.minutes, c.mode, c.evidence, c.evidence_hash as evidenceHash, c.reflection,
    exists (select 1 from training_import i where i.file_hash = c.evidence_hash) as imported,
    (select k.title from course k where k.record_id = c.course_id order by k.version desc limit 1) as course
  from certificate c where c.staff_id = @staffId
  order by c.record_id, c.version desc`

interface VersionRow {
  id: string
  version: number
  recordedAt: Instant
  author: string
  reason: string
  withdrawn: number
  courseId: string
  course: string
  subject: string
  level: string | null
  topics: string
  completedOn: CivilDate | null
  expiresOn: CivilDate | null
  deliveredByAnother: number | null
  agenciesPresent: string | null
  minutes: number | null
  mode: string
  evidence: string | null
  evidenceHash: string | null
  imported: number
  reflection: string | null
}

/** A certificate as it stands, with the versions before it. */
export interface CertificateView extends CertificateVersion {
  earlier: CertificateVersion[]
}

type CertificateVersion = ReturnType<typeof versionOf>

const versionOf = (row: VersionRow, nameOf: (staffId: string) => string, mayReflect: boolean) => ({
  ...row,
  withdrawn: row.withdrawn === 1,
  author: nameOf(row.author),
  topics: codesIn(row.topics),
  deliveredByAnother: row.deliveredByAnother === null ? null : row.deliveredByAnother === 1,
  agenciesPresent: row.agenciesPresent === null ? null : codesIn(row.agenciesPresent),
  reflection: mayReflect ? row.reflection : null,
  /** The hash is that of a spreadsheet, which is not kept. */
  imported: row.imported === 1,
  hasFile: mayReflect && row.evidenceHash !== null && row.imported === 0,
})

/** Everything on one person's certificates, those entered in error among them; the newest completion first. */
export function certificatesOf(
  db: ReadDb,
  staffId: string,
  startedOn: CivilDate,
  mayReflect: boolean,
): (CertificateView & { fromEarlierEmployer: boolean })[] {
  const nameOf = staffNameOf(db)
  const versions = db
    .rows<VersionRow>(versionsSql, { staffId })
    .map((row) => versionOf(row, nameOf, mayReflect))
  return [...Map.groupBy(versions, ({ id }) => id).values()]
    .flatMap(([last, ...earlier]) => (last ? [{ ...last, earlier }] : []))
    .map((one) => ({
      ...one,
      fromEarlierEmployer: isFromEarlierEmployer(one.completedOn, { startedOn }),
    }))
    .sort((a, b) => (b.completedOn ?? '').localeCompare(a.completedOn ?? ''))
}

/** Whether somebody sees what is a person's own: they themselves, and who keeps the register. */
export const keepsTrainingOf = ({ actor, session }: ReadContext, staffId: string): boolean =>
  actor.staffId === staffId || sessionPermits(session, 'training:edit')

/**
 * One person's training as of a day: what is asked of them, how it stands, and every certificate as it is
 * now. What they wrote on it for themselves is shown to them and to those who keep the register.
 */
export function personTraining(
  ctx: ReadContext,
  input: { staffId: string; on?: CivilDate | undefined },
) {
  const { db, now } = ctx
  const on = dayOf(now, input.on)
  const member = staffMember(db, input.staffId)
  const at = endOf(on, now)
  const facts = trainingFactsOf(db, input.staffId, at, newest)
  const set = requirementsIn(facts, at).content
  const mayReflect = keepsTrainingOf(ctx, input.staffId)
  const [found] = peopleOf(facts)
  return {
    on,
    ...listsOf(facts, at),
    mayPassport: mayReflect,
    person: {
      staffId: member.recordId,
      name: member.name,
      profession: member.profession,
      employment: member.employment,
      startedOn: member.startedOn,
      leftOn: member.leftOn,
      group: found ? groupLabel(found.staff) : '',
    },
    line: found ? trainingLine(set, found.person, on) : null,
    certificates: certificatesOf(db, input.staffId, member.startedOn, mayReflect),
  }
}
