import type { DutyStatus } from '#domain/communications/status.ts'
import type { Instant } from '#domain/shared/time.ts'
import { dutyAnswer, dutyConsidered } from '#drizzle/schema/communications.ts'
import type { ReadContext } from '../../platform/serve.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import type { Loop, LoopEvent } from './loop.ts'
import { loopsOf } from './loops.ts'
import { eventsOf } from './rows.ts'

// Narrows to events that may have an open loop; whether one is open is decided by the rules.
const maybeOpenSql = `select distinct d.event_id as id from duty d
  where not exists (select 1 from duty_acknowledgement a where a.duty_id = d.record_id
      and a.withdrawn = 0 and a.acknowledged_at is not null and a.by_name is not null
      and not exists (select 1 from duty_acknowledgement n
        where n.record_id = a.record_id and n.version > a.version))
    and not exists (select 1 from duty_drop x where x.duty_id = d.record_id and x.withdrawn = 0
      and not exists (select 1 from duty_drop n
        where n.record_id = x.record_id and n.version > x.version))
    and not (d.question is not null
      and exists (select 1 from duty_answer q where q.event_id = d.event_id
        and q.question = d.question and q.answer = 'no' and q.withdrawn = 0)
      and not exists (select 1 from duty_answer q where q.event_id = d.event_id
        and q.question = d.question and (q.answer = 'yes' or q.withdrawn = 1)))`

/** The events that may have an open loop. */
export const maybeOpen = (db: ReadDb): string[] =>
  db.rows<{ id: string }>(maybeOpenSql).map(({ id }) => id)

/** A line of the queue: one loop, and what it is about. */
export interface QueueLine {
  event: Omit<LoopEvent, 'loops'>
  loop: Loop
}

/** When somebody has to act next; null where that is not set. */
export function actBy(status: DutyStatus): Instant | null {
  if (status.state === 'late') return status.since
  if (status.state === 'due') return status.dueAt
  return status.state === 'sent' ? status.acknowledgeBy : null
}

/** Every open loop of the unit: what is due at once or within the hour first, then whatever has to be acted on soonest. */
export function openLoops(ctx: ReadContext): { at: Instant; lines: QueueLine[]; late: number } {
  const events = loopsOf(ctx, eventsOf(ctx.db, 'ids', maybeOpen(ctx.db)), 'open')
  const lines = events
    .flatMap(({ loops, ...event }) => loops.map((loop) => ({ event, loop })))
    .sort((a, b) => order(a.loop, b.loop))
  const late = lines.filter(({ loop }) => loop.status.state === 'late').length
  return { at: ctx.now, lines, late }
}

const never = '9999'
const order = (a: Loop, b: Loop) =>
  Number(b.urgent) - Number(a.urgent) ||
  (actBy(a.status) ?? never).localeCompare(actBy(b.status) ?? never) ||
  a.dutyId.localeCompare(b.dutyId)

const considered = standing(
  dutyConsidered,
  ['eventId', 'label', 'because'],
  't.event_id in (select value from json_each(@events))',
)
const answers = standing(
  dutyAnswer,
  ['eventId', 'question', 'answer', 'because', 'answeredAt'],
  't.event_id in (select value from json_each(@events))',
  't.answered_at',
)

/** Everything that others had to be told about one pair, the newest first, with who was considered and is not told. */
export function duties(ctx: ReadContext, pairId: string) {
  const events = loopsOf(ctx, eventsOf(ctx.db, 'pairs', [pairId]), 'all')
  const ids = JSON.stringify(events.map(({ eventId }) => eventId))
  const notTold = Map.groupBy(considered.at(ctx.db, newest, { events: ids }), (row) => row.eventId)
  const answered = Map.groupBy(answers.at(ctx.db, newest, { events: ids }), (row) => row.eventId)
  return {
    at: ctx.now,
    events: events.reverse().map((event) => ({
      ...event,
      considered: (notTold.get(event.eventId) ?? []).map(({ label, because }) => ({
        label,
        because,
      })),
      answers: (answered.get(event.eventId) ?? []).map(({ eventId: _, ...row }) => row),
    })),
  }
}
