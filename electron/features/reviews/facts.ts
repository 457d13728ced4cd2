import type { ReviewEventsFacts } from '#domain/reviews/measures.ts'
import type { Cut, Period } from '#domain/shared/time.ts'
import { reviewAnswer } from '#drizzle/schema/reviews.ts'
import { standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'

const eventsSql = `select t.record_id as recordId, t.version, t.pair_id as pairId,
    t.happened_at as happenedAt, t.review_due_at as reviewDueAt,
    case when t.withdrawn = 1 then t.recorded_at end as takenBackAt,
    (select p.ended_at from pair p where p.record_id = t.pair_id and p.audit_seq <= @seq
      order by p.version desc limit 1) as pairEndedAt
  from review_event t
  where t.audit_seq <= @seq and t.review_due_at >= @from and t.review_due_at < @to
    and not exists (select 1 from review_event n
      where n.record_id = t.record_id and n.version > t.version and n.audit_seq <= @seq)
  order by t.review_due_at, t.record_id`
const answers = standing(
  reviewAnswer,
  ['recordId', 'version', 'subjectId', 'answeredAt'],
  't.subject_id in (select value from json_each(@ids))',
  't.answered_at',
)
// When a decision was first entered is when it was signed, whatever was corrected since.
const decisionsSql = `select t.record_id as recordId, t.version, t.pair_id as pairId, t.is_review as isReview,
    t.starts_at as startsAt,
    (select f.recorded_at from supervision_decision f
      where f.record_id = t.record_id and f.version = 1) as recordedAt
  from supervision_decision t
  where t.audit_seq <= @seq and t.withdrawn = 0
    and t.pair_id in (select value from json_each(@pairs))
    and not exists (select 1 from supervision_decision n
      where n.record_id = t.record_id and n.version > t.version and n.audit_seq <= @seq)
  order by t.starts_at, t.record_id`

type DecisionRow = Omit<ReviewEventsFacts['decisions'][number], 'isReview'> & { isReview: number }

/** What measure 5d-5 reads of a period, as it had been recorded by the cut. */
export function reviewEventsFacts(db: ReadDb, { from, to }: Period, cut: Cut): ReviewEventsFacts {
  const seq = cut.auditSeq
  const events = db.rows<ReviewEventsFacts['events'][number]>(eventsSql, { seq, from, to })
  const pairs = JSON.stringify([...new Set(events.map(({ pairId }) => pairId))])
  const ids = JSON.stringify(events.map(({ recordId }) => recordId))
  return {
    events,
    answers: answers.at(db, seq, { ids }),
    decisions: db
      .rows<DecisionRow>(decisionsSql, { seq, pairs })
      .map(({ isReview, ...row }) => ({ ...row, isReview: isReview === 1 })),
  }
}
