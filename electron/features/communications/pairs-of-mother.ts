import type { Instant } from '#domain/shared/time.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'

// Every pair of hers that was together at that moment, twins each by itself.
const pairsSql = `select p.record_id as pairId, p.baby_id as babyId from pair p
  join stay s on s.record_id = p.stay_id and s.version = 1
  where s.mother_id = @motherId and p.withdrawn = 0 and p.started_at <= @at
    and (p.ended_at is null or p.ended_at > @at)
    and p.version = (select max(n.version) from pair n where n.record_id = p.record_id)`

interface PairThen {
  pairId: string
  babyId: string
}

/** The pairs of a mother at a moment. */
export const pairsOfMother = (db: ReadDb, motherId: string, at: Instant): PairThen[] =>
  db.rows<PairThen>(pairsSql, { motherId, at })
