import { loweredStaff } from '#domain/leave/escort.ts'
import { dateOf } from '#domain/shared/calendar.ts'
import { type FieldMessage, refuse } from '#domain/shared/failure.ts'
import { permits } from '#domain/users/permissions.ts'
import { leaveDecision } from '#drizzle/schema/leave.ts'
import { ruleOverride } from '#drizzle/schema/overrides.ts'
import type { CommandContext, SignedContext } from '../../platform/serve.ts'
import type { AuditNote, WriteTx } from '../../platform/unit-of-work.ts'
import { deriveDuties } from '../communications/derive-duties.ts'
import { byRule, type LeaveByRule } from './by-rule.ts'
import { caseOfLeave, type LeaveCase, leaveNote, pairsNamed, patientsOf } from './case.ts'
import { heldByCompany } from './company.ts'
import type { Leave } from './rows.ts'
import type { DecideInput } from './schemas.ts'

/** The rule that less staff on leave overrides, as it is counted in reports. */
export const leaveOverrideRule = 'LEAVE-ESCORT'

/**
 * Decides one version of a leave. What the law, a court's limit or the level holds back is never agreed; less
 * staff than the rules say is an override that two people sign (decisions 19 and 28).
 */
export function decideLeave(ctx: SignedContext, input: DecideInput) {
  const { found, leave } = caseOfLeave(ctx, input.leaveId)
  if (leave.version !== input.version)
    refuse('clash', 'Somebody else has changed this leave. Look at it again')
  if (leave.departure) refuse('held', 'They have left already')
  const rule = byRule(ctx.db, found, leave, input.answers, found.now)
  return input.outcome === 'refused'
    ? write(ctx, found, leave, input, rule, [])
    : agree(ctx, found, leave, input, rule)
}

function agree(
  ctx: SignedContext,
  found: LeaveCase,
  leave: Leave,
  input: DecideInput,
  rule: LeaveByRule,
) {
  const { answer } = rule
  if (answer.held.length > 0)
    refuse(
      'held',
      `This leave cannot be agreed. ${answer.held.join('. ')}`,
      answer.held.map((message) => ({ field: 'outcome', message })),
    )
  if (leave.plannedBackAt <= found.now)
    refuse('held', 'The planned times are past. Change the leave first')
  const patients = patientsOf(found, leave.babies)
  const faults = [
    ...reachFaults(input, rule, found),
    ...adultFaults(input, rule),
    ...heldByCompany(ctx.db, patients, [input.adult ?? '']).map((message) => ({
      field: 'adult',
      message,
    })),
  ]
  if (faults.length > 0) refuse('invalid', 'Check what was entered', faults)
  const lowered = loweredStaff(answer, input.staff ?? answer)
  if (lowered.length > 0) holdLower(ctx, lowered, input.because)
  return write(ctx, found, leave, input, rule, lowered)
}

/** Everybody who has to be reached before they go is named, with the time: nothing here is an emergency. */
function reachFaults({ reached }: DecideInput, { answer }: LeaveByRule, { now }: LeaveCase) {
  const missing = answer.reach
    .filter(({ when, whom }) => when === 'before-leaving' && !reached.some((r) => r.whom === whom))
    .map(
      ({ whom, what }): FieldMessage => ({
        field: `reached.${whom}.name`,
        message: `Enter who was reached, and when: ${what.join('; ')}`,
      }),
    )
  const future = reached
    .filter(({ at }) => at > now)
    .map(
      ({ whom }): FieldMessage => ({
        field: `reached.${whom}.at`,
        message: 'This is in the future. Enter when they were reached',
      }),
    )
  return [...missing, ...future]
}

const adultFaults = ({ adult, staff }: DecideInput, { answer }: LeaveByRule): FieldMessage[] =>
  answer.approvedAdult && adult === undefined && (staff?.babyEscorts ?? 0) === 0
    ? [{ field: 'adult', message: 'Name the adult who was approved for it, or send staff' }]
    : []

function holdLower(ctx: SignedContext, lowered: readonly string[], because?: string): void {
  const what = `Less than the rules say: ${lowered.join(', ').toLowerCase()}`
  if (!permits(ctx.actor.role, 'leave:override'))
    refuse('not-permitted', `${what}. Ask a nurse, a consultant or the ward manager`)
  if (because === undefined)
    refuse('held', `${what}. Say why: it is recorded as an override by name`, [
      { field: 'because', message: `${what}. Enter why` },
    ])
  if (!ctx.second)
    refuse('held', `${what}. A second person has to sign with you`, [
      { field: 'second.signInName', message: 'Less staff than the rules say needs two signatures' },
    ])
}

function write(
  ctx: SignedContext,
  found: LeaveCase,
  leave: Leave,
  input: DecideInput,
  rule: LeaveByRule,
  lowered: readonly string[],
) {
  const { leaveId, outcome, because = '' } = input
  const staff = input.staff ?? rule.answer
  return ctx.write((tx) => {
    const override = lowered.length > 0 ? overrideOf(tx, ctx, found, leave, because) : undefined
    const made = tx.insert(leaveDecision, {
      leaveId,
      leaveVersion: leave.version,
      outcome,
      because,
      decidedAt: found.now,
      facts: JSON.stringify(rule.facts),
      babyEscorts: staff.babyEscorts,
      motherEscorts: staff.motherEscorts,
      section17Escort: rule.answer.section17Escort,
      adult: input.adult ?? '',
      reached: JSON.stringify(input.reached),
      section17Id: rule.section17?.recordId ?? null,
      overrideId: override?.recordId ?? null,
      secondSignerId: override ? (ctx.second?.staffId ?? null) : null,
      ruleSetId: rule.ruleSet.recordId,
    })
    const note = leaveNote(found, 'decide', 'leave_decision', made, leave.babies, {
      payload: { outcome, lowered: lowered.length > 0 },
    })
    const told = outcome === 'agreed' ? tellOfLeave(tx, found, leave) : []
    return {
      value: { decisionId: made.recordId, lowered: [...lowered] },
      audit: [note, ...(override ? [override.note] : []), ...told],
    }
  })
}

/** Overnight, or at an address that nobody knows: others are told before (domain row 4.6, COM-10). */
function tellOfLeave(tx: WriteTx, found: LeaveCase, leave: Leave): AuditNote[] {
  const overnight =
    leave.place === 'overnight-leave' || dateOf(leave.plannedOutAt) < dateOf(leave.plannedBackAt)
  if (!overnight && !leave.newAddress) return []
  return pairsNamed(found, leave.babies).flatMap(
    ({ id, babyId }) =>
      deriveDuties(tx, {
        event: 'COM-10',
        at: found.now,
        startsAt: leave.plannedOutAt,
        pairId: id,
        babyId,
        motherId: found.stay.motherId,
        subjectId: leave.recordId,
        subjectType: 'leave_request',
      }).audit,
  )
}

function overrideOf(
  tx: WriteTx,
  ctx: CommandContext & Pick<SignedContext, 'second'>,
  found: LeaveCase,
  leave: Leave,
  because: string,
): { recordId: string; note: AuditNote } {
  const { recordId } = tx.insert(ruleOverride, {
    subjectId: leave.recordId,
    ruleId: leaveOverrideRule,
    because,
    secondPersonId: ctx.second?.staffId ?? null,
    overriddenAt: tx.now,
  })
  return {
    recordId,
    note: {
      action: 'override',
      entity: 'rule_override',
      entityId: recordId,
      patients: patientsOf(found, leave.babies),
      reason: because,
      payload: { rule: leaveOverrideRule, leave: leave.recordId },
    },
  }
}
