import {
  type EventKind,
  eventKinds,
  reviewAfter,
  reviewEventsRuleSet,
} from '#domain/reviews/rule-content.ts'
import { eventStanding } from '#domain/reviews/standing.ts'
import { limitText } from '#domain/shared/limits.ts'
import type { Instant } from '#domain/shared/time.ts'
import type { ReadContext } from '../../platform/serve.ts'
import { trustedNow } from '../../platform/trusted-now.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { basisOf } from '../people/facts.ts'
import { ruleInForce } from '../rule-sets/in-force.ts'
import { pairById, stayById } from '../stays/queries.ts'
import { decisionsOf } from '../supervision/queries.ts'
import { staffNameOf } from '../users/staff-names.ts'
import { type EventRow, eventsOf } from './rows.ts'

/** The events of each pair with how they stand at an instant. */
function standingEvents(db: ReadDb, pairIds: readonly string[], now: Instant) {
  const events = eventsOf(db, pairIds)
  if (events.length === 0) return []
  const decisions = Map.groupBy(decisionsOf(db, pairIds), ({ pairId }) => pairId)
  return events.map((event) => ({
    ...event,
    standing: eventStanding(
      event,
      event.answer?.answeredAt ?? null,
      decisions.get(event.pairId) ?? [],
      now,
    ),
  }))
}

/** What opened a review for one mother and baby, the newest first, and how soon each is reviewed. */
export function eventsView({ db, now: wall }: ReadContext, pairId: string) {
  const now = trustedNow(db, wall)
  const pair = pairById(db, pairId)
  const nameOf = staffNameOf(db)
  const rules = ruleInForce(db, reviewEventsRuleSet, now).content
  return {
    at: now,
    open: pair.endedAt === null,
    patients: [pair.babyId, stayById(db, pair.stayId).motherId],
    limits: Object.fromEntries(
      eventKinds.map((kind) => [kind, limitText(rules[kind].limit)]),
    ) as Record<EventKind, string>,
    events: standingEvents(db, [pairId], now)
      .reverse()
      .map((event) => ({
        ...event,
        basis: event.basisKind === null ? null : basisOf({ ...event, basisKind: event.basisKind }),
        notedBy: nameOf(event.author),
        answer: event.answer && { ...event.answer, by: nameOf(event.answer.author) },
      })),
  }
}

const ofBaby = `select record_id as id from pair p where baby_id = @babyId and withdrawn = 0
  and not exists (select 1 from pair n where n.record_id = p.record_id and n.version > p.version)`

/** How many events of a baby no review has answered: a renewal and a lowering wait for it (decision 20). */
export function unansweredEvents(db: ReadDb, babyId: string): number {
  const pairs = db.rows<{ id: string }>(ofBaby, { babyId }).map(({ id }) => id)
  return eventsOf(db, pairs).filter(({ answer }: EventRow) => answer === undefined).length
}

/** What events ask of the review of one mother and baby. */
export interface OpenReview {
  /** Events that no review has closed yet. */
  count: number
  /** When the first of them is to be reviewed; `what` is its kind, without a name and without what happened. */
  dueAt: Instant
  what: string
  late: boolean
}

/** The reviews that events have opened and nobody has signed yet, by pair: what is due, and whether it is late. */
export function openReviews(
  db: ReadDb,
  pairIds: readonly string[],
  now: Instant,
): Map<string, OpenReview> {
  const open = standingEvents(db, pairIds, now).filter(
    ({ standing }) => standing.state !== 'closed',
  )
  return new Map(
    [...Map.groupBy(open, ({ pairId }) => pairId)].flatMap(([pairId, events]) => {
      const [first] = events.sort((a, b) => (a.reviewDueAt < b.reviewDueAt ? -1 : 1))
      if (!first) return []
      const { kind, reviewDueAt: dueAt, standing } = first
      return [
        [pairId, { count: events.length, dueAt, what: reviewAfter[kind], late: standing.late }],
      ]
    }),
  )
}
