import { assessmentDue } from '#domain/relationship/due.ts'
import { relationshipRuleSet } from '#domain/relationship/rule-content.ts'
import { sharingState } from '#domain/relationship/sharing.ts'
import type { Instant } from '#domain/shared/time.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { ruleInForce } from '../rule-sets/in-force.ts'
import { assessmentTimes, sharingsOf } from './rows.ts'

export interface LateOfPair {
  what: string
  since: Instant
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
          ...(first === undefined
            ? []
            : [{ what: 'scope statement not acknowledged, chase it', since: first }]),
        ],
      ]
    }),
  )
}
