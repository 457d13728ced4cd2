import { eventTime, type LegalVersion, legalChange, opensReview } from '#domain/reviews/opening.ts'
import { reviewEventsRuleSet, type ToldKind } from '#domain/reviews/rule-content.ts'
import { dueOf } from '#domain/shared/limits.ts'
import type { Instant } from '#domain/shared/time.ts'
import { reviewEvent } from '#drizzle/schema/reviews.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { AuditNote, WriteTx } from '../../platform/unit-of-work.ts'
import { ruleInForce } from '../rule-sets/in-force.ts'

/** What another page of the record tells of babies: it may open a review of their supervision. */
export interface Told {
  kind: ToldKind
  babyIds: readonly string[]
  happenedAt: Instant
  what: string
  /** The record that tells of it. */
  sourceId: string
  /** Others that tell of the same: where one of them has an event that nobody has answered, it opens no second. */
  alsoSources?: readonly string[]
}

const pairsSql = `select p.record_id as pairId, p.baby_id as babyId, p.started_at as startedAt,
    (select s.mother_id from stay s where s.record_id = p.stay_id order by s.version desc limit 1) as motherId,
    exists (select 1 from supervision_decision d where d.pair_id = p.record_id and d.withdrawn = 0
      and not exists (select 1 from supervision_decision n
        where n.record_id = d.record_id and n.version > d.version)) as assessed
  from pair p
  where p.withdrawn = 0 and p.baby_id in (select value from json_each(@babyIds))
    and p.started_at <= @now and (p.ended_at is null or p.ended_at > @now)
    and not exists (select 1 from pair n where n.record_id = p.record_id and n.version > p.version)
  order by p.started_at, p.record_id`

interface PairHere {
  pairId: string
  babyId: string
  motherId: string
  startedAt: Instant
  assessed: number
}

const ofSource = standing(
  reviewEvent,
  ['recordId', 'version', 'pairId'],
  `t.source_id = @sourceId and not exists (select 1 from review_answer a
     where a.subject_id = t.record_id and a.withdrawn = 0)`,
)

/**
 * Opens a review of the supervision of each of these babies who is here with the mother, within the act that
 * recorded what happened. Answers the notes for the audit that go with the act's own.
 */
export function openReviews(tx: WriteTx, told: Told): AuditNote[] {
  const { kind, happenedAt, what, sourceId, alsoSources = [] } = told
  const unanswered = new Set(
    [sourceId, ...alsoSources]
      .flatMap((one) => ofSource.at(tx, newest, { sourceId: one }))
      .map(({ pairId }) => pairId),
  )
  const babyIds = JSON.stringify(told.babyIds)
  return tx
    .rows<PairHere>(pairsSql, { babyIds, now: tx.now })
    .filter(({ pairId, assessed }) =>
      opensReview({
        together: true,
        assessed: assessed === 1,
        unanswered: unanswered.has(pairId),
      }),
    )
    .map(({ pairId, babyId, motherId, startedAt }): AuditNote => {
      const at = eventTime(happenedAt, startedAt)
      const rules = ruleInForce(tx, reviewEventsRuleSet, at)
      const { recordId } = tx.insert(reviewEvent, {
        pairId,
        kind,
        happenedAt: at,
        what,
        sourceId,
        reviewDueAt: dueOf(rules.content[kind].limit, at).at,
        ruleSetId: rules.recordId,
      })
      return {
        action: 'review.opened',
        entity: 'review_event',
        entityId: recordId,
        entityVersion: 1,
        patients: [babyId, motherId],
        payload: { kind },
      }
    })
}

/**
 * What never was opens nothing: takes back the events of a record that nobody has answered yet; `pairs` where it
 * never was for some alone.
 */
export function withdrawReviews(
  tx: WriteTx,
  sourceId: string,
  reason: string,
  pairs?: readonly string[],
): AuditNote[] {
  const events = ofSource.at(tx, newest, { sourceId })
  const those = pairs ? events.filter(({ pairId }) => pairs.includes(pairId)) : events
  return those.map(({ recordId, version }): AuditNote => {
    const made = tx.withdraw(reviewEvent, recordId, version, reason)
    return {
      action: 'review.event-withdrawn',
      entity: 'review_event',
      entityId: recordId,
      entityVersion: made.version,
      reason,
    }
  })
}

const legalVersionsSql = `select person_id as babyId, code, starts_at as startsAt, ends_at as endsAt,
    ended_at as endedAt, withdrawn
  from child_legal_status where record_id = @id order by version desc limit 2`

/** A child's legal status was recorded, changed or taken back (product.md 5d). */
export function legalStatusChanged(tx: WriteTx, recordId: string): AuditNote[] {
  const [after, before] = tx
    .rows<Omit<LegalVersion, 'withdrawn'> & { withdrawn: number; babyId: string }>(
      legalVersionsSql,
      { id: recordId },
    )
    .map((row) => ({ ...row, withdrawn: row.withdrawn === 1 }))
  const change = after && legalChange(before, after, tx.now)
  if (!change) return []
  return openReviews(tx, {
    ...change,
    kind: 'legal-change',
    babyIds: [after.babyId],
    sourceId: recordId,
  })
}
