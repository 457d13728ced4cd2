import type { Cut, Instant, Period } from '#domain/shared/time.ts'
import type { UnwellBabyFacts } from '#domain/unwell-baby/facts.ts'
import { escortRuleSetKind } from '#domain/unwell-baby/rule-set-kinds.ts'
import { unwellBabyDrill } from '#drizzle/schema/unwell-baby-outcome.ts'
import { standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { ruleSetsOf } from '../rule-sets/in-force.ts'
import { rulesRecorded } from './case.ts'
import { episodeRows } from './rows.ts'

const drills = standing(unwellBabyDrill, [
  'recordId',
  'version',
  'auditSeq',
  'recordedAt',
  'author',
  'withdrawn',
  'heldAt',
  'scenario',
  'learning',
])

// Every version narrows: the rules decide by which one an episode is placed (decision 1).
const idsSql = `select record_id as id from episode
    where audit_seq <= @seq and recognised_at >= @from and recognised_at < @to
  union select episode_id from departure
    where audit_seq <= @seq and left_at >= @from and left_at < @to`

const sinceSql = 'select min(recorded_at) as since from unit'

/** The episodes that a period touches: recognised in it, or from which a baby left in it. */
export const episodeIdsOf = (db: ReadDb, period: Period, cut: Cut): string[] =>
  db
    .rows<{ id: string }>(idsSql, { seq: cut.auditSeq, from: period.from, to: period.to })
    .map(({ id }) => id)

/** What the measures of the unwell baby read of a period, as it had been recorded by the cut. */
export function unwellBabyFacts(db: ReadDb, period: Period, cut: Cut): UnwellBabyFacts {
  const seq = cut.auditSeq
  return {
    ...episodeRows(db, episodeIdsOf(db, period, cut), seq),
    ...rulesRecorded(db, seq),
    escortRules: ruleSetsOf(db, escortRuleSetKind, seq),
    drills: drills.at(db, seq),
    recordingSince: db.row<{ since: Instant | null }>(sinceSql)?.since ?? cut.at,
  }
}
