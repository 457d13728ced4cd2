import type { SafeToContact } from '#domain/people/record.ts'
import { assessmentDue, giveBy, type WaitingFor } from '#domain/relationship/due.ts'
import { relationshipRuleSet } from '#domain/relationship/rule-content.ts'
import { socialWorkAgencies } from '#domain/relationship/scope-measure.ts'
import { sendingRoute, sharingState } from '#domain/relationship/sharing.ts'
import type { Instant } from '#domain/shared/time.ts'
import { contact } from '#drizzle/schema/people.ts'
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

const contacts = standing(
  contact,
  ['personId', 'agency', 'safeToContact', 'contactThrough'],
  `t.person_id in (select value from json_each(@people))
    and t.agency in (select value from json_each(@agencies))`,
)

/** Those of these people who have a social worker who may be sent something (decision 30). */
function withSocialWorker(db: ReadDb, people: readonly string[]): ReadonlySet<string | null> {
  const asked = { people: JSON.stringify(people), agencies: JSON.stringify(socialWorkAgencies) }
  return new Set(
    contacts
      .at(db, newest, asked)
      .filter(
        (row) => sendingRoute({ ...row, safeToContact: row.safeToContact as SafeToContact }).may,
      )
      .map(({ personId }) => personId),
  )
}

const notGiven: Record<WaitingFor, string> = {
  'nobody-has-it': 'relationship assessment given to nobody',
  mother: 'relationship assessment not shared with the mother',
  'social-worker': 'relationship assessment not sent to the social worker',
}

interface PairHere {
  recordId: string
  startedAt: Instant
  babyId: string
  motherId: string
}

/** What is late of the assessments of these pairs, for the board: without a name, and without what they say. */
export function lateRelationship(
  db: ReadDb,
  pairs: readonly PairHere[],
  now: Instant,
): Map<string, LateOfPair[]> {
  const ids = pairs.map(({ recordId }) => recordId)
  const rules = ruleInForce(db, relationshipRuleSet, now).content
  const rated = Map.groupBy(assessmentTimes(db, ids), ({ pairId }) => pairId)
  const sent = Map.groupBy(sharingsOf(db, ids), ({ pairId }) => pairId)
  const socialWork = withSocialWorker(
    db,
    pairs.flatMap(({ babyId, motherId }) => [babyId, motherId]),
  )
  return new Map(
    pairs.map(({ recordId, startedAt, babyId, motherId }) => {
      const times = (rated.get(recordId) ?? []).flatMap(({ ratedAt }) => ratedAt ?? [])
      const due = assessmentDue(rules, startedAt, times, now)
      const given = giveBy(
        rules,
        rated.get(recordId) ?? [],
        sent.get(recordId) ?? [],
        socialWork.has(babyId) || socialWork.has(motherId),
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
          ...(given !== null && given.dueAt <= now
            ? given.to.map((whom) => ({ what: notGiven[whom], since: given.dueAt }))
            : []),
          ...(first === undefined
            ? []
            : [{ what: 'scope statement not acknowledged, chase it', since: first }]),
        ],
      ]
    }),
  )
}
