import type {
  AttendanceAnswer,
  CheckOutcome,
  ReportAnswer,
  SessionKind,
  StepOutcome,
} from '#domain/culture/codes.ts'
import type { CultureFacts, SpotCheckFact } from '#domain/culture/facts.ts'
import { cultureRuleSet } from '#domain/culture/rule-content.ts'
import {
  addDays,
  addMonthsToDate,
  dateOf,
  earlierOf,
  epochMs,
  instantOf,
} from '#domain/shared/calendar.ts'
import type { Cut, Instant, Period } from '#domain/shared/time.ts'
import { asOn } from '#domain/users/posts.ts'
import {
  agencyMeeting,
  disagreement,
  disagreementStep,
  learningCheck,
  learningPoint,
  partnerFeedback,
  spotCheck,
} from '#drizzle/schema/culture.ts'
import { staff } from '#drizzle/schema/users.ts'
import { standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { ruleSetsOf } from '../rule-sets/in-force.ts'
import { earlierPostsOf } from '../users/posts-service.ts'
import { attendedSql, sessionsBetween } from './session-rows.ts'

/** Longer than any time between two sessions that the rules can ask for. */
const longestMonths = 24

const staffTouching = standing(
  staff,
  ['recordId', 'version', 'profession', 'employment', 'startedOn', 'leftOn'],
  `(t.started_on <= @last and (t.left_on is null or t.left_on >= @first))
     or t.record_id in (select e.staff_id from earlier_post e
       where e.from_on <= @last and e.until_on >= @first)`,
)
const learning = standing(
  learningPoint,
  ['recordId', 'version', 'checkDueOn', 'madeOn'],
  't.check_due_on >= @first and t.check_due_on <= @last',
)
const ofSubjects = 't.subject_id in (select value from json_each(@ids))'
const checks = standing(
  learningCheck,
  ['recordId', 'version', 'subjectId', 'checkedOn', 'outcome'],
  ofSubjects,
)
const meetings = standing(
  agencyMeeting,
  [
    'recordId',
    'version',
    'heldAt',
    'invited',
    'cancelled',
    'recordDueAt',
    'attended',
    'reportDueAt',
    'report',
    'reportSentAt',
  ],
  't.held_at >= @from and t.held_at < @to',
)
const feedback = standing(
  partnerFeedback,
  ['recordId', 'version', 'dueAt', 'returnedOn'],
  't.due_at >= @from and t.due_at < @to',
)
const disagreements = standing(
  disagreement,
  ['recordId', 'version', 'openedAt'],
  't.opened_at >= @from and t.opened_at < @to',
)
const steps = standing(
  disagreementStep,
  ['recordId', 'version', 'subjectId', 'dueAt', 'outcome', 'endedAt'],
  ofSubjects,
  't.rung',
)
const spotChecks = standing(
  spotCheck,
  ['recordId', 'version', 'askedAt', 'dueAt', 'answeredAt', 'questions', 'answers', 'rightAnswers'],
  't.asked_at >= @from and t.asked_at < @to',
)

const idsOf = (rows: readonly { recordId: string }[]) =>
  JSON.stringify(rows.map(({ recordId }) => recordId))

/** What the measures of culture read of a period, as it had been recorded by the cut. */
export function cultureFacts(db: ReadDb, { from, to }: Period, cut: Cut): CultureFacts {
  const seq = cut.auditSeq
  const days = { first: dateOf(from), last: dateOf(to) }
  const points = learning.at(db, seq, { first: dateOf(addDays(from, -1)), last: days.last })
  const open = disagreements.at(db, seq, { from, to })
  return {
    staff: staffOn(db, seq, days, earlierOf(instantOf(epochMs(to) - 1), cut.at)),
    sessions: withAttendance(db, seq, addMonthsToDate(days.first, -longestMonths), days.last),
    learning: points,
    checks: checks
      .at(db, seq, { ids: idsOf(points) })
      .map((row) => ({ ...row, outcome: row.outcome as CheckOutcome })),
    meetings: meetings.at(db, seq, { from, to }).map((row) => ({
      ...row,
      invited: row.invited as 'yes' | 'no',
      attended: row.attended as AttendanceAnswer | null,
      report: row.report as ReportAnswer | null,
    })),
    feedback: feedback.at(db, seq, { from, to }),
    disagreements: open,
    steps: steps
      .at(db, seq, { ids: idsOf(open) })
      .map((row) => ({ ...row, outcome: row.outcome as StepOutcome | null })),
    spotChecks: spotChecks.at(db, seq, { from, to }).map(asSpotCheck),
    ruleSets: ruleSetsOf(db, cultureRuleSet, seq),
  }
}

/** Everybody who was here in these days, each in the post of the last of them. */
function staffOn(db: ReadDb, seq: number, days: { first: string; last: string }, last: Instant) {
  const rows = staffTouching.at(db, seq, days)
  const posts = earlierPostsOf(
    db,
    rows.map(({ recordId }) => recordId),
    seq,
  )
  return rows.map((row) => asOn(row, posts.get(row.recordId) ?? [], dateOf(last)))
}

function withAttendance(db: ReadDb, seq: number, first: string, last: string) {
  const sessions = sessionsBetween.at(db, seq, { first, last })
  const refs = JSON.stringify(sessions.map(({ recordId, version }) => [recordId, version]))
  const came = Map.groupBy(
    db.rows<{ sessionId: string; staffId: string }>(attendedSql, { refs }),
    ({ sessionId }) => sessionId,
  )
  return sessions.map(({ recordId, version, kind, heldOn }) => ({
    recordId,
    version,
    kind: kind as SessionKind,
    heldOn,
    attended: (came.get(recordId) ?? []).map(({ staffId }) => staffId),
  }))
}

type SpotRow = ReturnType<typeof spotChecks.at>[number]

const asSpotCheck = ({ questions, answers, rightAnswers, ...row }: SpotRow): SpotCheckFact => ({
  ...row,
  asked: questions.split(' ').filter(Boolean).length,
  answered: Object.keys(JSON.parse(answers) as object).length,
  right: rightAnswers ?? 0,
})
