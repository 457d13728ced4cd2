import type { DisagreementTopic, SessionKind, SessionPrompt } from '#domain/culture/codes.ts'
import {
  type EventToReflectOn,
  jointDue,
  promptOfDisagreement,
  promptOfDutyEvent,
  reflectionsDue,
} from '#domain/culture/reflection-due.ts'
import { cultureRuleSet } from '#domain/culture/rule-content.ts'
import { addDays, dateOf } from '#domain/shared/calendar.ts'
import type { CivilDate, Instant } from '#domain/shared/time.ts'
import { dutyEvent } from '#drizzle/schema/communications.ts'
import { pair, stay } from '#drizzle/schema/stays.ts'
import { supervisionDecision } from '#drizzle/schema/supervision.ts'
import type { ReadContext } from '../../platform/serve.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { ruleInForce } from '../rule-sets/in-force.ts'
import { disagreementRows } from './partnership-rows.ts'
import { sessionsBetween } from './session-rows.ts'

/** What lies further back is not asked for any more: a reflection so late is another kind of session. */
const askedForDays = 90

const told = standing(
  dutyEvent,
  ['event', 'occurredAt', 'sourceId', 'sourceType', 'pairId'],
  `t.occurred_at >= @since and t.event in ('COM-05', 'COM-06', 'COM-17')`,
)
const apart = standing(
  pair,
  ['recordId', 'stayId', 'endedAt'],
  't.ended_at >= @since and t.ended_at <= @now',
)
const stays = standing(
  stay,
  ['recordId', 'endedAt'],
  't.record_id in (select value from json_each(@ids))',
)
// A legal basis is given where mother and baby are separated, and nowhere else (decision 19).
const separated = standing(
  supervisionDecision,
  ['pairId', 'startsAt'],
  't.legal_basis is not null and t.starts_at <= @now',
  't.starts_at',
)
const firstStay = standing(stay, ['arrivedAt'], '1', 't.arrived_at limit 1')

/** What has to be reflected on by when, and when next with social workers: by kind and day alone. */
export function reflectionReminders({ db, now }: ReadContext) {
  const today = dateOf(now)
  const since = addDays(now, -askedForDays)
  const { content } = ruleInForce(db, cultureRuleSet, now)
  const first = firstStay.at(db, newest)[0]?.arrivedAt
  return {
    waiting: reflectionsDue(
      eventsSince(db, since, now),
      sessionsFrom(db, dateOf(since), today),
      content.eventReflectionWithin.workingDays,
      today,
    ),
    joint: jointDue(
      lastJoint(db, today),
      first ? dateOf(first) : null,
      content.jointReflectionEvery.months,
      today,
    ),
  }
}

function sessionsFrom(db: ReadDb, first: CivilDate, last: CivilDate) {
  return sessionsBetween.at(db, newest, { first, last }).map((one) => ({
    kind: one.kind as SessionKind,
    prompt: one.prompt as SessionPrompt,
    heldOn: one.heldOn,
    episodeId: one.episodeId,
  }))
}

const lastJoint = (db: ReadDb, today: CivilDate): CivilDate | null =>
  sessionsBetween
    .at(db, newest, { first: '0000-01-01', last: today })
    .find(({ kind }) => kind === 'joint-reflection')?.heldOn ?? null

function eventsSince(db: ReadDb, since: Instant, now: Instant): EventToReflectOn[] {
  const events = told.at(db, newest, { since })
  const toldOf = events.flatMap(({ event, occurredAt, sourceId, sourceType }) => {
    const prompt = promptOfDutyEvent[event]
    const episodeId = sourceType === 'episode' ? sourceId : null
    return prompt ? [{ prompt, at: occurredAt, episodeId }] : []
  })
  const disputes = disagreementRows(db, since).flatMap(({ about, openedAt }) => {
    const prompt = promptOfDisagreement[about as DisagreementTopic]
    return prompt && openedAt >= since ? [{ prompt, at: openedAt, episodeId: null }] : []
  })
  // Whose baby died was not separated by anybody.
  const died = new Set(events.filter(({ event }) => event === 'COM-17').map(({ pairId }) => pairId))
  return [...toldOf, ...disputes, ...separationsSince(db, since, now, died)]
}

/** Each mother and baby once: where *Separate* was first decided, or the baby left and the mother stayed. */
function separationsSince(
  db: ReadDb,
  since: Instant,
  now: Instant,
  died: ReadonlySet<string | null>,
): EventToReflectOn[] {
  const left = apart.at(db, newest, { since, now })
  const ids = JSON.stringify(left.map(({ stayId }) => stayId))
  const endOfStay = new Map(
    stays.at(db, newest, { ids }).map(({ recordId, endedAt }) => [recordId, endedAt]),
  )
  const first = new Map<string, Instant>()
  for (const { pairId, startsAt } of separated.at(db, newest, { now }))
    if (!first.has(pairId)) first.set(pairId, startsAt)
  for (const { recordId, stayId, endedAt } of left)
    if (endedAt && endedAt < (endOfStay.get(stayId) ?? now) && !first.has(recordId))
      first.set(recordId, endedAt)
  return [...first]
    .filter(([pairId, at]) => at >= since && !died.has(pairId))
    .map(([, at]) => ({ prompt: 'separation' as const, at, episodeId: null }))
}
