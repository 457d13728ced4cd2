import type { DutyEvent } from '#domain/communications/record.ts'
import { dutyStatus } from '#domain/communications/status.ts'
import type { Instant } from '#domain/shared/time.ts'
import { pair, stay } from '#drizzle/schema/stays.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { AuditNote, WriteTx } from '../../platform/unit-of-work.ts'
import { legalStanding } from './basis.ts'
import { deriveAgain } from './derive-again.ts'
import { isDeadOffer, tellOfOffered } from './offered-children.ts'
import { type EventFacts, eventsOf, recordsOf } from './rows.ts'

const pairsOfBaby = standing(
  pair,
  ['recordId', 'stayId'],
  't.baby_id = @babyId and (t.ended_at is null or t.ended_at > @now)',
)
const stayRow = standing(stay, ['motherId'], 't.record_id = @stayId')

/**
 * Derives the duties of the present stay again after the child's legal status, or who may be contacted,
 * has changed (decision 31): a status that was in force when something happened counts from then, one that
 * came later counts from its own start, for events with an open loop and for episodes that still run. What was done is kept. Gives the notes
 * to go with the caller's own.
 */
export function statusChanged(tx: WriteTx, babyId: string, reason: string): AuditNote[] {
  const again = familiesNow(tx, babyId).flatMap(({ recordId, motherId }) => {
    const facts = eventsOf(tx, 'pairs', [recordId])
    return facts.events.flatMap((event) => {
      if (isDeadOffer(tx, event)) return []
      const family = { babyId, motherId, reason }
      const then = deriveAgain(tx, event, family).audit
      const limitsFrom = laterStart(tx, babyId, event, facts)
      const since =
        limitsFrom === undefined ? [] : deriveAgain(tx, event, { ...family, limitsFrom }).audit
      return [...then, ...since]
    })
  })
  return [...again, ...tellOfOffered(tx, babyId)]
}

const referredSql = `select c.record_id as recordId, r.mother_id as motherId
  from referral_child c join referral r on r.record_id = c.referral_id and r.version = 1
  where (c.person_id = @babyId or (c.person_id is null and r.mother_id = @babyId)) and c.withdrawn = 0 and not exists (select 1 from referral_child n
    where n.record_id = c.record_id and n.version > c.version)`

/** The pair that the baby is in now, and the referrals that it is or was of. */
function familiesNow(tx: WriteTx, babyId: string): { recordId: string; motherId: string }[] {
  const pairs = pairsOfBaby
    .at(tx, newest, { babyId, now: tx.now })
    .flatMap(({ recordId, stayId }) => {
      const motherId = stayRow.at(tx, newest, { stayId })[0]?.motherId
      return motherId === undefined ? [] : [{ recordId, motherId }]
    })
  return [...pairs, ...tx.rows<{ recordId: string; motherId: string }>(referredSql, { babyId })]
}

const stoppedSql = `select 1 from episode_outcome o where o.withdrawn = 0
    and o.episode_id = @sourceId
    and not exists (select 1 from episode_outcome n where n.record_id = o.record_id and n.version > o.version)`

/** The event is of an unwell baby whose clock still runs: whoever has to know by a new order has to know of it. */
const stillRuns = (tx: WriteTx, { sourceId, sourceType }: DutyEvent): boolean =>
  sourceType === 'episode' && tx.row(stoppedSql, { sourceId }) === undefined

/**
 * When the newest status in force now began, where that was after the event, and its loops are not closed or
 * its episode still runs.
 */
function laterStart(
  tx: WriteTx,
  babyId: string,
  event: DutyEvent,
  facts: EventFacts,
): Instant | undefined {
  const open = (recordsOf(facts).get(event.recordId) ?? []).some((record) => {
    const { state } = dutyStatus(record, tx.now)
    return state === 'due' || state === 'late' || state === 'sent'
  })
  if (!open && !stillRuns(tx, event)) return undefined
  return legalStanding(tx, babyId, tx.now)
    .inForce.map(({ fact }) => fact.startsAt)
    .filter((startsAt) => startsAt > event.occurredAt)
    .sort()
    .at(-1)
}
