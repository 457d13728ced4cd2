import type { z } from 'zod'
import { departureFaults, returnFaults } from '#domain/leave/faults.ts'
import type { StillOutAnswer } from '#domain/leave/record.ts'
import { leaveLimitsRuleSet } from '#domain/leave/rule-content.ts'
import { isAgreed, type Persons, staysOutAlone } from '#domain/leave/standing.ts'
import { formatDateTime, minutesBetween } from '#domain/shared/calendar.ts'
import { refuse } from '#domain/shared/failure.ts'
import { dueOf } from '#domain/shared/limits.ts'
import type { Instant } from '#domain/shared/time.ts'
import { leaveDeparture, leaveReturn, missingReport } from '#drizzle/schema/leave.ts'
import type { CommandContext } from '../../platform/serve.ts'
import type { AuditNote, ReadDb, WriteTx } from '../../platform/unit-of-work.ts'
import { openReviews } from '../reviews/open.ts'
import { ruleInForce } from '../rule-sets/in-force.ts'
import { caseOfLeave, type LeaveCase, leaveNote, pairsNamed } from './case.ts'
import type { Leave } from './rows.ts'
import type { backInput, leftInput } from './schemas.ts'
import { holdDeparture } from './still-stands.ts'

/**
 * They left on leave that was agreed. What the record says is looked at once more, over the whole of the leave
 * and as it stands now: leave that was revoked, a stricter level, a limit or a new order holds it.
 */
export function left(ctx: CommandContext, { leaveId, ...gone }: z.output<typeof leftInput>) {
  const { found, leave } = caseOfLeave(ctx, leaveId)
  const { decision, stayId } = leave
  if (leave.departure) refuse('held', 'They are recorded as gone already')
  if (!isAgreed(leave.standing.state) || !decision)
    refuse(
      'held',
      'This leave is not agreed as it stands. If they have left all the same, record that they are missing',
    )
  const goes = ({ mother, babies }: Persons) =>
    (leave.mother && mother) || babies.some((one) => gone.babies.includes(one))
  if (found.missing.some(({ endedAt, ...sought }) => endedAt === null && goes(sought)))
    refuse('held', 'Somebody who would go is missing. Record how the search ended first')
  if (found.leaves.some(({ standing }) => goes(standing.out)))
    refuse(
      'held',
      'Somebody who would go is recorded as away on another leave. Record the return from it first',
    )
  const faults = departureFaults(gone, leave, decision.decidedAt, found.now)
  if (faults.length > 0) refuse('invalid', 'Check what was entered', faults)
  holdDeparture(ctx.db, found, leave, gone)
  const rules = ruleInForce(ctx.db, leaveLimitsRuleSet, gone.leftAt)
  const { withBaby, withoutBaby } = rules.content
  const { limit } = gone.babies.length > 0 ? withBaby : withoutBaby
  return ctx.write((tx) => {
    const made = tx.insert(leaveDeparture, {
      leaveId,
      stayId,
      ...gone,
      mother: leave.mother,
      babies: JSON.stringify(gone.babies),
      dueBackAt: leave.plannedBackAt,
      missingAt: dueOf(limit, leave.plannedBackAt).at,
      ruleSetId: rules.recordId,
    })
    return {
      value: { departureId: made.recordId },
      audit: [leaveNote(found, 'left', 'leave_departure', made, gone.babies)],
    }
  })
}

/** Who came back, and how they were. A search for them ends with it, by the name of who records it. */
export function back(ctx: CommandContext, { leaveId, ...came }: z.output<typeof backInput>) {
  const { found, leave } = caseOfLeave(ctx, leaveId)
  const { departure } = leave
  const { out } = leave.standing
  if (!departure) refuse('held', 'They have not left. Record that they left first')
  if (leave.standing.state === 'back') refuse('held', 'They are recorded as back already')
  const alone = staysOutAlone(came, leave)
  const faults = returnFaults(came, { ...out, leftAt: departure.leftAt }, alone, found.now)
  if (faults.length > 0) refuse('invalid', 'Check what was entered', faults)
  const { stillOut, ...who } = came
  return ctx.write((tx) => {
    const made = tx.insert(leaveReturn, {
      leaveId,
      ...who,
      babies: JSON.stringify(came.babies),
      ...(alone.length > 0 && stillOut ? outColumns(ctx.db, stillOut, came.backAt) : {}),
    })
    const note = leaveNote(found, 'back', 'leave_return', made, came.babies)
    return {
      value: { returnId: made.recordId },
      audit: [
        note,
        ...endSearch(tx, found, came),
        ...reviewLeave(tx, found, leave, came.babies, came.backAt),
      ],
    }
  })
}

/**
 * Of a baby who stays out: where, with whom and until when. Its limits are fixed here. A baby of whom nobody
 * knows where it is has no time to wait for: the steps begin at once.
 */
function outColumns(db: ReadDb, said: StillOutAnswer, backAt: Instant) {
  const { content } = ruleInForce(db, leaveLimitsRuleSet, backAt)
  const dueAt = said.known ? (said.dueAt ?? backAt) : backAt
  return {
    outKnown: said.known,
    outWhere: said.where,
    outCarer: said.carer ?? '',
    outWith: said.withWhom,
    outTelephone: said.telephone,
    outConsentBy: said.consentBy,
    outDueBackAt: dueAt,
    outMissingAt: said.known ? dueOf(content.withBaby.limit, dueAt).at : backAt,
  }
}

type Came = Pick<z.output<typeof backInput>, 'backAt' | 'mother' | 'babies'>

/** Who came back is not missing any more; who did not is. */
function endSearch(tx: WriteTx, found: LeaveCase, came: Came): AuditNote[] {
  const report = found.missing.find(
    ({ endedAt, ...sought }) =>
      endedAt === null &&
      ((came.mother && sought.mother) || sought.babies.some((one) => came.babies.includes(one))),
  )
  if (!report) return []
  const mother = report.mother && !came.mother
  const babies = report.babies.filter((one) => !came.babies.includes(one))
  const over = !mother && babies.length === 0
  const reason = over ? 'Back on the unit' : 'Some of them are back on the unit'
  const changes = over
    ? { endedAt: came.backAt, endedHow: 'returned', endedWords: reason }
    : { mother, babies: JSON.stringify(babies) }
  const made = tx.amend(missingReport, report.recordId, report.version, changes, reason)
  const action = over ? 'missing-ended' : 'missing-changed'
  return [leaveNote(found, action, 'missing_report', made, report.babies, { reason })]
}

/** Leave that was taken with the baby asks for a review of the supervision (product.md 5d). */
function reviewLeave(
  tx: WriteTx,
  found: LeaveCase,
  leave: Leave,
  babies: readonly string[],
  backAt: string,
): AuditNote[] {
  if (babies.length === 0 || !leave.departure) return []
  const { leftAt, dueBackAt, mother } = leave.departure
  const late = minutesBetween(dueBackAt, backAt)
  return openReviews(tx, {
    kind: 'leave',
    babyIds: pairsNamed(found, babies).map(({ babyId }) => babyId),
    happenedAt: backAt,
    what: `Leave ${mother ? '' : 'without the mother '}taken from ${formatDateTime(leftAt)} to ${formatDateTime(backAt)}${late > 0 ? `, ${late} minutes late` : ''}`,
    sourceId: leave.recordId,
    alsoSources: found.missing
      .filter(({ endedAt }) => endedAt === null || endedAt >= leftAt)
      .map(({ recordId }) => recordId),
  })
}
