import { z } from 'zod'
import { agencies } from '../people/record.ts'
import {
  addMinutes,
  civilDateSchema,
  dateOf,
  firstInstantAt,
  instantSchema,
} from '../shared/calendar.ts'
import type { FieldMessage } from '../shared/failure.ts'
import { dueOf } from '../shared/limits.ts'
import { ruleCode } from '../shared/source.ts'
import { note, optionalText, reason } from '../shared/text.ts'
import type { Instant } from '../shared/time.ts'
import { workingDayBefore } from '../shared/working-days.ts'
import { attendanceAnswers, reportAnswers } from './codes.ts'
import type { CultureRules } from './rule-content.ts'

/** A conference, core group, review or court date about a baby (assurance.md 5f-2). */

export const meetingInput = z
  .strictObject({
    pairId: z.uuid(),
    kind: ruleCode,
    agency: z.enum(agencies, 'Choose who calls it'),
    heldAt: instantSchema,
    invited: z.enum(['yes', 'no'], 'Say whether the unit was invited'),
    invitedOn: civilDateSchema.nullish(),
    reportAsked: z.boolean('Say whether a report is asked for'),
  })
  .superRefine((input, context) => {
    if (input.invited === 'yes' && !input.invitedOn)
      context.addIssue({
        code: 'custom',
        path: ['invitedOn'],
        message: 'Enter the day on which the invitation came',
      })
  })
export type MeetingInput = z.output<typeof meetingInput>

export const meetingOutcomeInput = z
  .strictObject({
    id: z.uuid(),
    version: z.int().min(1),
    cancelled: z.boolean('Say whether it was held'),
    attended: z.enum(attendanceAnswers, 'Say whether the unit was there').optional(),
    attendedById: z.uuid().nullish(),
    notAttendedBecause: optionalText(reason),
    report: z.enum(reportAnswers, 'Say what became of the report').optional(),
    reportSentAt: instantSchema.nullish(),
    decided: optionalText(note),
  })
  .superRefine((input, context) => {
    const complain = (field: string, message: string) =>
      context.addIssue({ code: 'custom', path: [field], message })
    if (input.cancelled) return
    if (input.attended === undefined) complain('attended', 'Say whether the unit was there')
    if (input.attended === 'yes' && !input.attendedById)
      complain('attendedById', 'Choose who was there')
    if (input.attended === 'no' && input.notAttendedBecause === undefined)
      complain('notAttendedBecause', 'Enter why nobody was there')
    if (input.report === 'sent' && !input.reportSentAt)
      complain('reportSentAt', 'Enter when the report was sent')
  })
export type MeetingOutcome = z.output<typeof meetingOutcomeInput>

/** Limits of a meeting, fixed when it is recorded (architecture law 5). */
export function meetingLimits(
  rules: CultureRules,
  { kind, heldAt, reportAsked }: Pick<MeetingInput, 'kind' | 'heldAt' | 'reportAsked'>,
): { reportDueAt: Instant | null; recordDueAt: Instant } {
  const before = rules.meetingKinds.find(({ id }) => id === kind)?.reportWorkingDaysBefore ?? 0
  // On the day itself the report is there when the meeting begins.
  const dueAt =
    before === 0 ? heldAt : firstInstantAt(workingDayBefore(dateOf(heldAt), before), '17:00')
  return {
    reportDueAt: reportAsked ? dueAt : null,
    recordDueAt: dueOf(rules.recordMeetingWithin.limit, heldAt).at,
  }
}

export function meetingFaults(
  input: MeetingInput,
  pair: { startedAt: Instant; endedAt: Instant | null },
  rules: CultureRules,
  now: Instant,
): FieldMessage[] {
  const faults: FieldMessage[] = []
  const complain = (field: string, message: string) => faults.push({ field, message })
  if (!rules.meetingKinds.some(({ id }) => id === input.kind))
    complain('kind', 'Choose what kind of meeting it is')
  if (input.heldAt < pair.startedAt)
    complain('heldAt', 'Mother and baby were not together here yet. Check the date')
  if (pair.endedAt !== null && input.heldAt > pair.endedAt && input.heldAt < now)
    complain('heldAt', 'Mother and baby had left by then. Check the date')
  if (input.invitedOn && input.invitedOn > dateOf(now))
    complain('invitedOn', 'This day has not come yet. Enter when the invitation came')
  if (input.invitedOn && input.invitedOn > dateOf(input.heldAt))
    complain('invitedOn', 'The invitation cannot have come after the meeting. Check both dates')
  return faults
}

// A clock on another screen may be a little ahead of the service's.
const clockLeewayMinutes = 2

export function outcomeFaults(
  input: MeetingOutcome,
  meeting: { heldAt: Instant; reportDueAt: Instant | null },
  now: Instant,
): FieldMessage[] {
  const latest = addMinutes(now, clockLeewayMinutes)
  if (!input.cancelled && meeting.heldAt > latest)
    return [{ field: 'attended', message: 'It has not been held yet. Record what came of it then' }]
  const faults: FieldMessage[] = []
  if (!input.cancelled && meeting.reportDueAt !== null && input.report === undefined)
    faults.push({ field: 'report', message: 'A report was asked for. Say what became of it' })
  if (input.reportSentAt && input.reportSentAt > latest)
    faults.push({
      field: 'reportSentAt',
      message: 'This time is still to come. Enter when it was sent',
    })
  return faults
}
