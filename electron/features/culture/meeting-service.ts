import {
  type MeetingInput,
  type MeetingOutcome,
  meetingFaults,
  meetingLimits,
  outcomeFaults,
} from '#domain/culture/meeting-record.ts'
import { cultureRuleSet } from '#domain/culture/rule-content.ts'
import { refuse } from '#domain/shared/failure.ts'
import { agencyMeeting } from '#drizzle/schema/culture.ts'
import type { CommandContext } from '../../platform/serve.ts'
import type { Change } from '../people/facts.ts'
import { ruleInForce } from '../rule-sets/in-force.ts'
import { staffMember } from '../users/staff-service.ts'
import { familyOf, gone } from './family-of.ts'
import { meetingById } from './partnership-rows.ts'

/** A meeting about a baby, to which the unit was invited or was not. Its limits are fixed now. */
export function addMeeting(ctx: CommandContext, input: MeetingInput) {
  const { pair, patients } = familyOf(ctx.db, input.pairId)
  const rules = ruleInForce(ctx.db, cultureRuleSet, ctx.now)
  const faults = meetingFaults(input, pair, rules.content, ctx.now)
  if (faults.length > 0) refuse('invalid', 'Check the meeting', faults)
  return ctx.write((tx) => {
    const { recordId } = tx.insert(agencyMeeting, {
      ...input,
      invitedOn: input.invitedOn ?? null,
      ...meetingLimits(rules.content, input),
      ruleSetId: rules.recordId,
    })
    return { value: { id: recordId }, audit: [note('meeting-added', recordId, 1, patients)] }
  })
}

/** What came of a meeting: who was there, and what became of the report. Its limits stay as they were. */
export function meetingOutcome(ctx: CommandContext, input: MeetingOutcome) {
  const meeting = meetingById(ctx.db, input.id) ?? gone()
  const { patients } = familyOf(ctx.db, meeting.pairId)
  const faults = outcomeFaults(input, meeting, ctx.now)
  if (faults.length > 0) refuse('invalid', 'Check what came of it', faults)
  if (input.attendedById) staffMember(ctx.db, input.attendedById, 'attendedById')
  const held = !input.cancelled
  return ctx.write((tx) => {
    const { version } = tx.amend(
      agencyMeeting,
      input.id,
      input.version,
      {
        cancelled: input.cancelled,
        attended: held ? (input.attended ?? null) : null,
        attendedById: held && input.attended === 'yes' ? (input.attendedById ?? null) : null,
        notAttendedBecause: held && input.attended === 'no' ? (input.notAttendedBecause ?? '') : '',
        report: held && meeting.reportAsked ? (input.report ?? null) : null,
        reportSentAt: held && input.report === 'sent' ? (input.reportSentAt ?? null) : null,
        decided: input.decided ?? '',
      },
      held ? 'What came of it' : 'It was cancelled',
    )
    return {
      value: { id: input.id, version },
      audit: [note('meeting-outcome', input.id, version, patients)],
    }
  })
}

/** Marks a meeting as entered in error. */
export function withdrawMeeting(ctx: CommandContext, { id, version: expected, reason }: Change) {
  const { patients } = familyOf(ctx.db, (meetingById(ctx.db, id) ?? gone()).pairId)
  return ctx.write((tx) => {
    const { version } = tx.withdraw(agencyMeeting, id, expected, reason)
    return {
      value: { id, version },
      audit: [{ ...note('meeting-withdrawn', id, version, patients), reason }],
    }
  })
}

const note = (action: string, entityId: string, entityVersion: number, patients: string[]) => ({
  action: `partnership.${action}`,
  entity: 'agency_meeting',
  entityId,
  entityVersion,
  patients,
})
