import type { Recipient } from '#domain/relationship/codes.ts'
import type { RelationshipFacts } from '#domain/relationship/facts.ts'
import { relationshipRuleSet } from '#domain/relationship/rule-content.ts'
import { addDays } from '#domain/shared/calendar.ts'
import type { Cut, Period } from '#domain/shared/time.ts'
import { contact } from '#drizzle/schema/people.ts'
import { relationshipAcknowledgement, relationshipSharing } from '#drizzle/schema/relationship.ts'
import { standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { ruleSetsOf } from '../rule-sets/in-force.ts'

/** Longer than the limits of the baseline and of sending can run together (60 days, and 60 working days). */
const longestLimitDays = 160

// Together at any time from so long before the period on: the newest version decides.
const pairsSql = `select p.record_id as recordId, p.version, p.started_at as startedAt,
    p.ended_at as endedAt, p.baby_id as babyId, s.mother_id as motherId
  from pair p join stay s on s.record_id = p.stay_id and s.audit_seq <= @seq and s.withdrawn = 0
    and not exists (select 1 from stay n
      where n.record_id = s.record_id and n.version > s.version and n.audit_seq <= @seq)
  where p.audit_seq <= @seq and p.withdrawn = 0 and p.started_at < @to
    and (p.ended_at is null or p.ended_at >= @since)
    and not exists (select 1 from pair n
      where n.record_id = p.record_id and n.version > p.version and n.audit_seq <= @seq)
  order by p.record_id`

const assessmentsSql = `select t.record_id as recordId, t.version, t.pair_id as pairId, t.rated_at as ratedAt,
    (select f.recorded_at from relationship_assessment f
      where f.record_id = t.record_id and f.version = 1) as enteredAt,
    (select count(*) from relationship_rater r
      where r.record_id = t.record_id and r.version = t.version) as raters
  from relationship_assessment t
  where t.audit_seq <= @seq and t.withdrawn = 0
    and t.pair_id in (select value from json_each(@pairs))
    and not exists (select 1 from relationship_assessment n
      where n.record_id = t.record_id and n.version > t.version and n.audit_seq <= @seq)
  order by t.rated_at, t.record_id`

const network = standing(
  contact,
  ['recordId', 'version', 'personId', 'agency'],
  't.person_id in (select value from json_each(@people))',
)
const sharings = standing(
  relationshipSharing,
  ['recordId', 'version', 'pairId', 'recipient', 'sharedAt', 'acknowledgeDueAt'],
  't.pair_id in (select value from json_each(@pairs))',
)
const acknowledgements = standing(
  relationshipAcknowledgement,
  ['recordId', 'version', 'subjectId', 'acknowledgedAt'],
  't.subject_id in (select value from json_each(@ids))',
)

/** What measures 5d-1, 5d-2 and 5d-6 read of a period, as it had been recorded by the cut. */
export function relationshipFacts(db: ReadDb, { from, to }: Period, cut: Cut): RelationshipFacts {
  const seq = cut.auditSeq
  const since = addDays(from, -longestLimitDays)
  const pairs = db.rows<RelationshipFacts['pairs'][number]>(pairsSql, { seq, since, to })
  const ids = JSON.stringify(pairs.map(({ recordId }) => recordId))
  const people = JSON.stringify(pairs.flatMap(({ babyId, motherId }) => [babyId, motherId]))
  const sent = sharings.at(db, seq, { pairs: ids })
  return {
    pairs,
    assessments: db.rows(assessmentsSql, { seq, pairs: ids }),
    network: network
      .at(db, seq, { people })
      .flatMap(({ personId, ...row }) => (personId === null ? [] : [{ ...row, personId }])),
    sharings: sent.map((row) => ({ ...row, recipient: row.recipient as Recipient })),
    acknowledgements: acknowledgements.at(db, seq, {
      ids: JSON.stringify(sent.map(({ recordId }) => recordId)),
    }),
    ruleSets: ruleSetsOf(db, relationshipRuleSet, seq),
  }
}
