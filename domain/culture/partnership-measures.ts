import type { Measure, RecordRef } from '../assurance/measure.ts'
import { fail, incomplete, notEligible, pass, type Verdict, worstOf } from '../assurance/verdict.ts'
import { dateOf } from '../shared/calendar.ts'
import type { Cut } from '../shared/time.ts'
import type { CultureFacts, FeedbackFact, MeetingFact, StepFact } from './facts.ts'

/** Measures 5f-2 to 5f-4 (assurance.md 2): the unit's part with other agencies. Truth tables: docs/states/culture.md 5 to 7. */

const ref = (
  type: string,
  { recordId, version }: { recordId: string; version: number },
): RecordRef => ({
  type,
  recordId,
  version,
})

/** Being there, and the report in by its limit. */
export function meetingVerdict(meeting: MeetingFact, cut: Cut): Verdict {
  if (meeting.cancelled) return notEligible('It was cancelled')
  if (meeting.invited === 'no') return notEligible('The unit was not invited')
  if (cut.at < meeting.heldAt) return notEligible('Not yet held')
  if (meeting.attended === null)
    return cut.at < meeting.recordDueAt
      ? notEligible('Not yet due: the limit to record it has not run out')
      : fail('What came of it was not recorded')
  if (meeting.attended === 'no') return fail('Nobody of the unit was there')
  const report = reportVerdict(meeting)
  return meeting.attended === 'not-known' && report.class !== 'fail'
    ? incomplete('Whether the unit was there is not known')
    : report
}

function reportVerdict({ reportDueAt, report, reportSentAt }: MeetingFact): Verdict {
  if (reportDueAt === null) return pass('The unit was there; no report was asked for')
  if (report === 'not-known' || (report === 'sent' && reportSentAt === null))
    return incomplete('Whether the report was sent in time is not known')
  if (report !== 'sent' || reportSentAt === null) return fail('The report was not sent')
  return reportSentAt <= reportDueAt
    ? pass('The unit was there, and its report was in on time')
    : fail('The report was late')
}

export function feedbackVerdict({ dueAt, returnedOn }: FeedbackFact, cut: Cut): Verdict {
  if (returnedOn !== null)
    return returnedOn <= dateOf(dueAt) ? pass('Returned within the limit') : fail('Returned late')
  return cut.at < dueAt
    ? notEligible('Not yet due: the limit has not run out')
    : fail('Not returned')
}

/** One rung: left by its limit, resolved or upwards. */
export function stepVerdict({ dueAt, outcome, endedAt }: StepFact, cut: Cut): Verdict {
  if (outcome !== null && endedAt !== null)
    return endedAt <= dueAt
      ? pass(outcome === 'resolved' ? 'Resolved within the limit' : 'Escalated within the limit')
      : fail('Resolved or escalated after the limit')
  return cut.at < dueAt
    ? notEligible('Not yet due: the limit of its rung has not run out')
    : fail('Neither resolved nor escalated within the limit')
}

export const meetingsAttended: Measure<CultureFacts> = {
  id: '5f-2',
  version: 1,
  requirement: '5f',
  title: 'The unit is at meetings about the child, with its report in on time',
  population:
    'Conferences, core groups, reviews, hearings and other meetings of other agencies held in the period',
  placedBy: 'The time at which the meeting is held',
  rule: 'Of those to which the unit was invited: somebody of the unit was there, and the report, where one was asked for, was in by its limit',
  source:
    'Child Z, Finding Five f; working days before a meeting follow local procedures and are confirmed by the unit',
  safetyCritical: false,
  minimumN: 5,
  unit: 'count',
  members: ({ meetings }, period, cut) =>
    meetings
      .filter(({ heldAt }) => period.from <= heldAt && heldAt < period.to)
      .map((meeting) => ({
        ...meetingVerdict(meeting, cut),
        key: meeting.recordId,
        at: meeting.heldAt,
        quantity: 1,
        records: [ref('agency_meeting', meeting)],
      })),
}

export const feedbackReturned: Measure<CultureFacts> = {
  id: '5f-3',
  version: 1,
  requirement: '5f',
  title: 'Partners say what working with the unit is like',
  population: 'Partners asked for feedback whose limit to answer ends in the period',
  placedBy: 'The end of the limit to answer',
  rule: 'The form came back within the limit',
  source: 'Child Z, Finding Five f; the limit is a default that the unit approves',
  safetyCritical: false,
  minimumN: 5,
  unit: 'count',
  members: ({ feedback }, period, cut) =>
    feedback
      .filter(({ dueAt }) => period.from <= dueAt && dueAt < period.to)
      .map((form) => ({
        ...feedbackVerdict(form, cut),
        key: form.recordId,
        at: form.dueAt,
        quantity: 1,
        records: [ref('partner_feedback', form)],
      })),
}

export const disagreementsMoved: Measure<CultureFacts> = {
  id: '5f-4',
  version: 1,
  requirement: '5f',
  title: 'Disagreements with other agencies are resolved or taken further in time',
  population: 'Disagreements with another agency that came up in the period',
  placedBy: 'The time at which it came up',
  rule: 'Each rung of the ladder that it reached was left within its limit: resolved, or taken to the next',
  source: 'Child Z, Finding Five f; the ladder and its limits are defaults that the unit approves',
  safetyCritical: false,
  minimumN: 5,
  unit: 'count',
  members({ disagreements, steps }, period, cut) {
    const ofOne = Map.groupBy(steps, ({ subjectId }) => subjectId)
    return disagreements
      .filter(({ openedAt }) => period.from <= openedAt && openedAt < period.to)
      .map((one) => {
        const own = ofOne.get(one.recordId) ?? []
        const verdicts = own.map((step) => stepVerdict(step, cut))
        return {
          ...(own.length === 0
            ? incomplete('No rung of the ladder is on record')
            : worstOf(verdicts, 'Resolved or escalated within the limit of each rung')),
          key: one.recordId,
          at: one.openedAt,
          quantity: 1,
          records: [ref('disagreement', one), ...own.map((step) => ref('disagreement_step', step))],
        }
      })
  },
}

export const partnershipMeasures: readonly Measure<CultureFacts>[] = [
  meetingsAttended,
  feedbackReturned,
  disagreementsMoved,
]
