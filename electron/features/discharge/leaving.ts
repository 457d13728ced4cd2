import { dueAtOf, dutyStatus, newestOf } from '#domain/communications/status.ts'
import {
  type LeavingFacts,
  type MissingCode,
  missingAtEnd,
  missingLabels,
} from '#domain/discharge/missing.ts'
import { laterOf } from '#domain/shared/calendar.ts'
import { legalStandingAt } from '#domain/shared/legal-status-at.ts'
import type { Instant } from '#domain/shared/time.ts'
import type { EndReason } from '#domain/stays/record.ts'
import { dischargeGap } from '#drizzle/schema/discharge.ts'
import { childLegalStatus } from '#drizzle/schema/people.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { eventsOf, recordsOf } from '../communications/rows.ts'
import type { MissingAtEnd } from '../stays/before-leaving.ts'
import { pairsInStay } from '../stays/queries.ts'
import { planOf } from './rows.ts'

/** The event of a planned discharge or transfer (domain.md 4.6). */
export const dischargePlanned = 'COM-16'

const legal = standing(
  childLegalStatus,
  ['recordId', 'code', 'startsAt', 'endsAt', 'endedAt', 'recordedAt'],
  't.person_id = @babyId',
)

/** The children whom the discharge of a stay is about: those here, or all where none is any more. */
export function leavingPairs(db: ReadDb, stayId: string) {
  const pairs = pairsInStay(db, stayId)
  const here = pairs.filter(({ endedAt }) => endedAt === null)
  return here.length > 0 ? here : pairs
}

function planOrOrderOf(db: ReadDb, babyIds: readonly string[], at: Instant) {
  const standings = babyIds.map((babyId) => legalStandingAt(legal.at(db, newest, { babyId }), at))
  if (standings.some(({ planOrOrder }) => planOrOrder)) return 'yes'
  return standings.some(({ known }) => !known) ? 'not-known' : 'no'
}

/** The duties to tell others of the discharge of these pairs. */
export function tellingOf(db: ReadDb, pairIds: readonly string[]) {
  const facts = eventsOf(db, 'pairs', pairIds)
  const records = recordsOf(facts)
  return facts.events
    .filter(({ event, withdrawn }) => event === dischargePlanned && !withdrawn)
    .map((event) => ({
      event,
      records: (records.get(event.recordId) ?? []).filter((one) => !newestOf(one).withdrawn),
    }))
}

function tellingState(
  db: ReadDb,
  pairIds: readonly string[],
  now: Instant,
): LeavingFacts['telling'] {
  const told = tellingOf(db, pairIds)
  const begun = new Set(told.map(({ event }) => event.pairId))
  if (pairIds.some((id) => !begun.has(id))) return 'not-begun'
  const open = told.flatMap(({ event, records }) =>
    records.filter((record) => {
      const status = dutyStatus(record, now)
      const isToDo =
        status.state === 'due' || (status.state === 'late' && status.what !== 'acknowledge')
      const dueAt = dueAtOf(record)
      // Who may be told after the leaving is not missing at it.
      return isToDo && (dueAt === null || dueAt <= laterOf(now, event.startsAt ?? now))
    }),
  )
  return open.length > 0 ? 'open' : 'done'
}

/** What is missing if the stay were ended now as this. */
export function missingNow(
  db: ReadDb,
  stayId: string,
  reason: EndReason,
  now: Instant,
): MissingCode[] {
  const pairs = leavingPairs(db, stayId)
  return missingAtEnd({
    reason,
    agreement: planOf(db, stayId)?.agreement ?? null,
    planOrOrder: planOrOrderOf(
      db,
      pairs.map(({ babyId }) => babyId),
      now,
    ),
    telling: tellingState(
      db,
      pairs.map(({ id }) => id),
      now,
    ),
  })
}

/** What the end of a stay asks, handed to the stays where the features meet (electron/router.ts). */
export const missingAtLeaving: MissingAtEnd = {
  now: (db, stayId, reason, at) =>
    missingNow(db, stayId, reason, at).map((code) => ({ code, label: missingLabels[code] })),
  keep: (tx, stayId, codes, because) =>
    void tx.insert(dischargeGap, { stayId, missing: codes.join(','), because }),
}
