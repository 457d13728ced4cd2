import { actionStatus, isOpen } from '#domain/oversight/action.ts'
import type { ActionFact, OversightMeasureFacts, VisitFact } from '#domain/oversight/measures.ts'
import { dateOf } from '#domain/shared/calendar.ts'
import type { Cut, Period } from '#domain/shared/time.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { actionRows } from './rows.ts'

// Every version: a round that fell back is counted beside the one that follows it.
const actionsSql = `select t.record_id as recordId, t.version, t.due_on as dueOn, t.done_on as doneOn,
    t.evidence, t.verified_on as verifiedOn, t.retest_on as retestOn, t.retested_on as retestedOn,
    t.retest_result as retestResult, t.closed_because as closedBecause
  from improvement_action t
  where t.audit_seq <= @seq and not exists (select 1 from improvement_action n
    where n.record_id = t.record_id and n.withdrawn = 1 and n.audit_seq <= @seq)
  order by t.record_id, t.version`

const visitsSql = `select t.record_id as recordId, t.version, t.planned_on as plannedOn,
    t.held_on as heldOn, t.called_off_because as calledOffBecause
  from oversight_visit t
  where t.audit_seq <= @seq and t.withdrawn = 0 and not exists (select 1 from oversight_visit n
    where n.record_id = t.record_id and n.version > t.version and n.audit_seq <= @seq)
  order by t.planned_on, t.record_id`

/** What the measures of visits and actions read, as it had been recorded by the cut. */
export function oversightMeasureFacts(
  db: ReadDb,
  _period: Period,
  { auditSeq: seq }: Cut,
): OversightMeasureFacts {
  return {
    actions: db.rows<ActionFact>(actionsSql, { seq }),
    visits: db.rows<VisitFact>(visitsSql, { seq }),
  }
}

/** How many high actions are open for each requirement: they keep it from substantial (decision 35). */
export function openHighActions(db: ReadDb, cut: Cut): Map<string, number> {
  const today = dateOf(cut.at)
  const open = actionRows(db, null, cut.auditSeq).filter(
    (action) => action.high && isOpen(actionStatus(action, today)),
  )
  return new Map(
    [...Map.groupBy(open, ({ requirement }) => requirement)].map(([id, of]) => [id, of.length]),
  )
}
