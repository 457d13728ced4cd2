import type { CpisResult } from '#domain/admission/record.ts'
import type { Instant } from '#domain/shared/time.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'

/** What was said before of a look-up or an offer, and why it was changed: it stays readable. */

const pastChecksSql = `select p.child_id as childKey, p.result, p.checked_at as checkedAt,
    n.reason, n.author, n.recorded_at as changedAt, n.withdrawn
  from cpis_check p join cpis_check n on n.record_id = p.record_id and n.version = p.version + 1
  where p.referral_id = @referralId order by n.audit_seq`

export interface PastCheck {
  childKey: string
  result: CpisResult
  checkedAt: Instant | null
  /** Why, by whom and when it was corrected, ended or taken out. */
  reason: string
  author: string
  changedAt: Instant
  withdrawn: number
}

/** Every look-up of a referral as it read before somebody changed it. */
export const pastChecks = (db: ReadDb, referralId: string): PastCheck[] =>
  db.rows<PastCheck>(pastChecksSql, { referralId })

const pastPromisesSql = `select p.record_id as decisionId, p.bed_id as bedId,
    p.expected_arrival_at as expectedArrivalAt, n.reason, n.author, n.recorded_at as changedAt
  from admission_decision p
  join admission_decision n on n.record_id = p.record_id and n.version = p.version + 1
  where p.referral_id = @referralId and (p.bed_id is not n.bed_id
    or p.expected_arrival_at is not n.expected_arrival_at)
  order by n.audit_seq`

export interface PastPromise {
  decisionId: string
  bedId: string | null
  expectedArrivalAt: Instant | null
  reason: string
  author: string
  changedAt: Instant
}

/** What an offer promised before its bed or its time was changed. */
export const pastPromises = (db: ReadDb, referralId: string): PastPromise[] =>
  db.rows<PastPromise>(pastPromisesSql, { referralId })
