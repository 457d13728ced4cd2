import { assessmentDue, giveBy } from '#domain/relationship/due.ts'
import { relationshipRuleSet } from '#domain/relationship/rule-content.ts'
import { sharingState } from '#domain/relationship/sharing.ts'
import type { Instant } from '#domain/shared/time.ts'
import { pair } from '#drizzle/schema/stays.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { ruleInForce } from '../rule-sets/in-force.ts'
import { assessmentTimes, sharingsOf } from './rows.ts'

export interface LateOfPair {
  what: string
  since: Instant
}

const leftBehind = standing(
  pair,
  ['recordId', 'stayId'],
  `t.ended_at is not null and t.record_id in (select s.pair_id from relationship_sharing s
    where s.acknowledge_due_at <= @now and s.withdrawn = 0
      and not exists (select 1 from relationship_acknowledgement a
        where a.subject_id = s.record_id and a.withdrawn = 0))`,
)

/**
 * Scope statements that nobody has acknowledged of mothers and babies who have left: chased until somebody has,
 * or until the sending is taken back with a reason (Finding Five d). Oldest first, with the stay of each.
 */
export function lateAfterLeaving(db: ReadDb, now: Instant): { stayId: string; since: Instant }[] {
  const gone = new Map(
    leftBehind.at(db, newest, { now }).map(({ recordId, stayId }) => [recordId, stayId]),
  )
  return sharingsOf(db, [...gone.keys()])
    .flatMap((one) => {
      const state = sharingState(one, one.chases, one.acknowledgement, now)
      const stayId = gone.get(one.pairId)
      return stayId !== undefined && state.state === 'late' && state.chaseDueAt <= now
        ? [{ stayId, since: state.chaseDueAt }]
        : []
    })
    .sort((a, b) => (a.since < b.since ? -1 : 1))
}

/** What is late of the assessments of these pairs, for the board: without a name, and without what they say. */
export function lateRelationship(
  db: ReadDb,
  pairs: readonly { recordId: string; startedAt: Instant }[],
  now: Instant,
): Map<string, LateOfPair[]> {
  const ids = pairs.map(({ recordId }) => recordId)
  const rules = ruleInForce(db, relationshipRuleSet, now).content
  const rated = Map.groupBy(assessmentTimes(db, ids), ({ pairId }) => pairId)
  const sent = Map.groupBy(sharingsOf(db, ids), ({ pairId }) => pairId)
  return new Map(
    pairs.map(({ recordId, startedAt }) => {
      const times = (rated.get(recordId) ?? []).flatMap(({ ratedAt }) => ratedAt ?? [])
      const due = assessmentDue(rules, startedAt, times, now)
      const given = giveBy(
        rules,
        rated.get(recordId) ?? [],
        (sent.get(recordId) ?? []).map(({ assessmentId }) => assessmentId),
      )
      const waits = (sent.get(recordId) ?? []).flatMap((one) => {
        const state = sharingState(one, one.chases, one.acknowledgement, now)
        return state.state === 'late' && state.chaseDueAt <= now ? [state.chaseDueAt] : []
      })
      const [first] = waits.sort()
      return [
        recordId,
        [
          ...(due.late
            ? [
                {
                  what:
                    due.kind === 'baseline'
                      ? 'first relationship assessment'
                      : 'weekly relationship assessment',
                  since: due.dueAt,
                },
              ]
            : []),
          ...(given !== null && given <= now
            ? [{ what: 'relationship assessment given to nobody', since: given }]
            : []),
          ...(first === undefined
            ? []
            : [{ what: 'scope statement not acknowledged, chase it', since: first }]),
        ],
      ]
    }),
  )
}
