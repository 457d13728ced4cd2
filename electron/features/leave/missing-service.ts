import type { z } from 'zod'
import { dutiesRuleSetKind } from '#domain/communications/duties-content.ts'
import { foundFaults, missingFaults } from '#domain/leave/faults.ts'
import { missingSinceOf, whoIsMissing } from '#domain/leave/standing.ts'
import { refuse, refuseField } from '#domain/shared/failure.ts'
import type { Instant } from '#domain/shared/time.ts'
import { missingReport } from '#drizzle/schema/leave.ts'
import type { CommandContext } from '../../platform/serve.ts'
import type { AuditNote, WriteTx } from '../../platform/unit-of-work.ts'
import { deriveDuties } from '../communications/derive-duties.ts'
import { withdrawDutiesOf } from '../communications/events-service.ts'
import { openReviews, withdrawReviews } from '../reviews/open.ts'
import { ruleInForce } from '../rule-sets/in-force.ts'
import { caseOfMissing, type LeaveCase, leaveCase, leaveNote, pairsNamed } from './case.ts'
import type { foundInput, missingInput } from './schemas.ts'

/**
 * Begins the steps for who is missing, from leave or without it. Whom to tell is derived at once (domain row
 * 4.6); the app itself tells nobody (decision 32). Of leave it counts from its limit at the latest.
 */
export function reportMissing(
  ctx: CommandContext,
  { stayId, leaveId, ...input }: z.output<typeof missingInput>,
) {
  const found = leaveCase(ctx, stayId)
  const leave = leaveId === undefined ? undefined : leaveOf(found, leaveId)
  if (found.missing.some(({ endedAt }) => endedAt === null))
    refuse('held', 'The steps for who is missing have begun already. Look at them')
  const since = leave?.departure?.leftAt ?? found.stay.arrivedAt
  const here = found.pairs.map(({ id }) => id)
  const faults = missingFaults(input, since, here, found.now)
  if (faults.length > 0) refuse('invalid', 'Check what was entered', faults)
  if (leave) stillOut(leave.standing.out, input)
  const missingSince = missingSinceOf(input.missingSince, leave?.departure?.missingAt ?? null)
  return ctx.write((tx) => {
    const made = tx.insert(missingReport, {
      stayId,
      leaveId: leaveId ?? null,
      ...input,
      babies: JSON.stringify(input.babies),
      missingSince,
      endedAt: null,
      endedHow: null,
      endedWords: null,
    })
    const who = whoIsMissing(input)
    const note = leaveNote(found, 'missing', 'missing_report', made, input.babies, {
      payload: { who },
    })
    return {
      value: { missingId: made.recordId },
      audit: [
        note,
        ...tell(tx, found, made.recordId, input.babies, missingSince),
        ...openReviews(tx, {
          kind: 'leave',
          babyIds: pairsNamed(found, input.babies).map(({ babyId }) => babyId),
          happenedAt: missingSince,
          what: leave ? 'Not back from leave: missing' : 'Left without leave: missing',
          sourceId: leaveId ?? made.recordId,
        }),
      ],
    }
  })
}

function leaveOf(found: LeaveCase, leaveId: string) {
  const leave = found.leaves.find(({ recordId }) => recordId === leaveId)
  if (!leave?.departure)
    refuse('held', 'They have not left on this leave. Record that they are missing without it')
  return leave
}

function stillOut(
  out: { mother: boolean; babies: readonly string[] },
  input: { mother: boolean; babies: readonly string[] },
): void {
  if (input.mother && !out.mother) refuseField('mother', 'The mother is back from this leave')
  if (input.babies.some((one) => !out.babies.includes(one)))
    refuseField('babies', 'This baby did not go on this leave, or is back')
}

/** A baby missing: COM-11. The mother alone: COM-19, for each baby who is without her, where the rules know it. */
function tell(
  tx: WriteTx,
  found: LeaveCase,
  subjectId: string,
  babies: readonly string[],
  at: Instant,
): AuditNote[] {
  const event = babies.length > 0 ? 'COM-11' : 'COM-19'
  const { content } = ruleInForce(tx, dutiesRuleSetKind, at)
  if (!content.events.some(({ id }) => id === event)) return []
  const whose = babies.length > 0 ? pairsNamed(found, babies) : found.pairs
  return whose.flatMap(
    ({ id, babyId }) =>
      deriveDuties(tx, {
        event,
        at,
        pairId: id,
        babyId,
        motherId: found.stay.motherId,
        subjectId,
        subjectType: 'missing_report',
      }).audit,
  )
}

/** Ends a search by name: found, back, or never missing. Back from leave is recorded as the return. */
export function endMissing(
  ctx: CommandContext,
  { id, version, ...ended }: z.output<typeof foundInput>,
) {
  const { found, report } = caseOfMissing(ctx, id)
  if (report.endedAt !== null) refuse('held', 'This has ended already')
  if (report.leaveId !== null && ended.endedHow === 'returned')
    refuseField('endedHow', 'Record the return from the leave: who came back, and how they were')
  const faults = foundFaults(ended.endedAt, report.missingSince, found.now)
  if (faults.length > 0) refuse('invalid', 'Check what was entered', faults)
  return ctx.write((tx) => {
    const reason = ended.endedWords
    const made = tx.amend(missingReport, id, version, ended, reason)
    const withdrawn =
      ended.endedHow === 'entered-in-error'
        ? [...withdrawDutiesOf(tx, id, reason).audit, ...withdrawReviews(tx, id, reason)]
        : []
    const note = leaveNote(found, 'missing-ended', 'missing_report', made, report.babies, {
      reason,
      payload: { how: ended.endedHow },
    })
    return { value: { id, version: made.version }, audit: [note, ...withdrawn] }
  })
}
