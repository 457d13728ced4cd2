import {
  addDays,
  addMonthsToDate,
  dateOf,
  earlierOf,
  epochMs,
  instantOf,
} from '#domain/shared/calendar.ts'
import type { Cut, Instant, Period } from '#domain/shared/time.ts'
import {
  type CertificateRow,
  certificateOf,
  type RequirementsFact,
  type ShiftFacts,
  type StaffFact,
  type TrainingFacts,
} from '#domain/training/facts.ts'
import { trainingRequirements } from '#domain/training/requirements.ts'
import { asOn } from '#domain/users/posts.ts'
import type { Role } from '#domain/users/roles.ts'
import { certificate } from '#drizzle/schema/training.ts'
import { shiftDuty, staff } from '#drizzle/schema/users.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { ruleSetsOf } from '../rule-sets/in-force.ts'
import { earlierPostsOf } from '../users/posts-service.ts'

const staffColumns = [
  'recordId',
  'version',
  'profession',
  'employment',
  'startedOn',
  'leftOn',
] as const
// Whoever left long before the period can be in no measure of it; a starter may have left within the limit.
const staffTouching = standing(
  staff,
  staffColumns,
  `(t.started_on <= @last and (t.left_on is null or t.left_on >= @first or t.started_on >= @starters))
     or t.record_id in (select e.staff_id from earlier_post e
       where e.from_on <= @last and e.until_on >= @first)`,
)
const oneOfStaff = standing(staff, staffColumns, 't.record_id = @staffId')
const certificates = standing(
  certificate,
  [
    'recordId',
    'version',
    'staffId',
    'subject',
    'level',
    'topics',
    'completedOn',
    'expiresOn',
    'deliveredByAnother',
    'agenciesPresent',
    'minutes',
  ],
  `t.staff_id in (select value from json_each(@staff))
     and (t.completed_on is null or t.completed_on <= @last)`,
)

// A shift that begins on the last day is over by the next one's evening.
const duties = standing(
  shiftDuty,
  ['recordId', 'version', 'staffId', 'startsAt', 'endsAt'],
  't.starts_at < @to and t.ends_at > @from',
  't.starts_at, t.record_id',
)

const sinceSql = `select starts_at as startsAt from shift_duty
  where audit_seq <= @seq and withdrawn = 0 order by starts_at limit 1`

/** When the first shift began that was ever on the roster, as recorded by a cut. */
export const rosterSince = (db: ReadDb, seq: number): Instant | null =>
  db.row<{ startsAt: Instant }>(sinceSql, { seq })?.startsAt ?? null

// The role that an account had on the day: an account is changed when it is, never entered afterwards.
const rolesSql = `select t.staff_id as staffId, t.role from user_account t
  where t.audit_seq <= @seq and t.recorded_at <= @at and t.withdrawn = 0 and t.disabled = 0
    and (t.expires_at is null or t.expires_at > @at)
    and t.staff_id in (select value from json_each(@staff))
    and not exists (select 1 from user_account n where n.record_id = t.record_id
      and n.version > t.version and n.audit_seq <= @seq and n.recorded_at <= @at)`

/** The roles of these members of staff by their accounts at an instant, as recorded by a cut. */
function rolesAt(db: ReadDb, seq: number, at: Instant, ids: string): Map<string, Role[]> {
  const rows = db.rows<{ staffId: string; role: Role }>(rolesSql, { seq, at, staff: ids })
  const byStaff = Map.groupBy(rows, ({ staffId }) => staffId)
  return new Map([...byStaff].map(([id, of]) => [id, of.map(({ role }) => role)]))
}

type StaffRow = ReturnType<typeof oneOfStaff.at>[number]

function withTraining(
  db: ReadDb,
  rows: readonly StaffRow[],
  seq: number,
  at: Instant,
  known?: TrainingFacts['certificates'],
): Omit<TrainingFacts, 'requirements'> {
  const ids = JSON.stringify(rows.map(({ recordId }) => recordId))
  const roles = rolesAt(db, seq, at, ids)
  const earlier = earlierPostsOf(
    db,
    rows.map(({ recordId }) => recordId),
    seq,
  )
  const asFact = (row: StaffRow): StaffFact => {
    const posts = earlier.get(row.recordId) ?? []
    return {
      ...asOn(row, posts, dateOf(at)),
      staffId: row.recordId,
      roles: roles.get(row.recordId) ?? [],
      posts,
    }
  }
  return {
    staff: rows.map(asFact),
    certificates:
      known ??
      certificates
        .at(db, seq, { staff: ids, last: dateOf(at) })
        .map((row) => certificateOf(row as CertificateRow)),
  }
}

/** Every revision of the required training that was recorded by a cut. */
const requirementsOf = (db: ReadDb, seq: number): RequirementsFact[] =>
  ruleSetsOf(db, trainingRequirements, seq)

/** Every revision of the required training as it is recorded now. */
export const requirementsNow = (db: ReadDb) => ({ requirements: requirementsOf(db, newest) })

/** The longest limit of a starter in any revision, in months; days count as months of 28 and one more. */
const longestStart = (revisions: readonly RequirementsFact[]): number =>
  Math.max(
    0,
    ...revisions.flatMap(({ content }) =>
      content.starters.map(({ days, months }) => months ?? Math.ceil((days ?? 0) / 28) + 1),
    ),
  )

/** What the measures of training read of a period, as it had been recorded by the cut. */
export function trainingFacts(db: ReadDb, period: Period, cut: Cut): ShiftFacts {
  const requirements = requirementsOf(db, cut.auditSeq)
  const at = earlierOf(instantOf(epochMs(period.to) - 1), cut.at)
  const first = dateOf(period.from)
  const touching = staffTouching.at(db, cut.auditSeq, {
    first,
    last: dateOf(at),
    starters: addMonthsToDate(first, -longestStart(requirements)),
  })
  return {
    ...withTraining(db, touching, cut.auditSeq, at),
    requirements,
    duties: duties.at(db, cut.auditSeq, {
      from: addDays(period.from, -1),
      to: addDays(period.to, 1),
    }),
    rosterSince: rosterSince(db, cut.auditSeq),
  }
}

/** What is known of everybody's training at each of these instants, by what is recorded now. */
export function factsAtEach(db: ReadDb, instants: readonly Instant[], now: Instant): ShiftFacts[] {
  const sorted = instants.toSorted()
  const [first, last] = [sorted[0] ?? now, sorted.at(-1) ?? now]
  const touching = staffTouching.at(db, newest, {
    first: dateOf(first),
    last: dateOf(last),
    starters: dateOf(first),
  })
  // Certificates are read once: each instant looks at those that had been completed by then.
  const whole = withTraining(db, touching, newest, last)
  const requirements = requirementsOf(db, newest)
  return instants.map((at) => ({
    ...whole,
    staff: withTraining(db, touching, newest, at, whole.certificates).staff,
    requirements,
    duties: [],
    rosterSince: null,
  }))
}

/** What is known of one member of staff's training at an instant; no staff in it where there is no such person. */
export function trainingFactsOf(
  db: ReadDb,
  staffId: string,
  at: Instant,
  seq: number,
): TrainingFacts {
  const rows = oneOfStaff.at(db, seq, { staffId })
  return { ...withTraining(db, rows, seq, at), requirements: requirementsOf(db, seq) }
}
