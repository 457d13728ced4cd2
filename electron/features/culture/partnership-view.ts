import type {
  AttendanceAnswer,
  DisagreementTopic,
  ReportAnswer,
  StepOutcome,
} from '#domain/culture/codes.ts'
import { meansOf } from '#domain/culture/feedback-record.ts'
import { cultureRuleSet, labelIn } from '#domain/culture/rule-content.ts'
import type { Agency } from '#domain/people/record.ts'
import { addDays, addMonthsToDate, dateOf } from '#domain/shared/calendar.ts'
import { limitText } from '#domain/shared/limits.ts'
import { isInPost } from '#domain/users/staff-groups.ts'
import type { ReadContext } from '../../platform/serve.ts'
import { ruleInForce } from '../rule-sets/in-force.ts'
import { listStaff } from '../users/staff-service.ts'
import { familyOf, namesOf, pairsHere } from './family-of.ts'
import { disagreementRows, feedbackRows, meetingRows, stepRows } from './partnership-rows.ts'

/** How far back the lists go. */
const shownDays = 366
const shownMonths = 12

/** Meetings of other agencies, disagreements on their ladder and feedback of partners, of the last year. */
export function partnershipView({ db, now }: ReadContext) {
  const today = dateOf(now)
  const rules = ruleInForce(db, cultureRuleSet, now).content
  const since = addDays(now, -shownDays)
  const staff = listStaff(db)
  const staffName = new Map(staff.map((one) => [one.recordId, one.name]))
  const meetings = meetingRows(db, since)
  const open = disagreementRows(db, since)
  const pairIds = [...meetings, ...open].flatMap(({ pairId }) => pairId ?? [])
  const families = new Map([...new Set(pairIds)].map((id) => [id, familyOf(db, id)]))
  const here = pairsHere(db)
  const name = namesOf(
    db,
    [...families.values()].flatMap(({ patients }) => patients),
  )
  const babyOf = (pairId: string | null) => {
    const family = pairId === null ? undefined : families.get(pairId)
    return family ? name(family.pair.babyId) : null
  }
  const steps = Map.groupBy(
    stepRows(
      db,
      open.map(({ recordId }) => recordId),
    ),
    ({ subjectId }) => subjectId,
  )
  const feedback = feedbackRows(db, addMonthsToDate(today, -shownMonths)).map(
    ({ recordId, marks, ...form }) => ({
      id: recordId,
      ...form,
      agency: form.agency as Agency,
      marks: JSON.parse(marks) as Record<string, number>,
      late: form.returnedOn === null && form.dueAt < now,
    }),
  )
  return {
    meetingKinds: rules.meetingKinds.map(({ id, name: label, reportWorkingDaysBefore }) => ({
      id,
      name: label,
      reportWorkingDaysBefore,
    })),
    ladder: rules.ladder.map(({ who, limit }) => ({ who, limit: limitText(limit) })),
    questions: rules.feedbackQuestions.map(({ id, name: label }) => ({ id, name: label })),
    feedbackWithin: limitText(rules.feedbackReturnedWithin.limit),
    meanFrom: rules.meanFrom.answers,
    here: here.map(({ pairId, baby, mother }) => ({ pairId, baby, mother })),
    staff: staff
      .filter((one) => isInPost(one, today))
      .map((one) => ({ id: one.recordId, name: one.name })),
    meetings: meetings.map(({ recordId, ...meeting }) => ({
      id: recordId,
      ...meeting,
      kindName: labelIn(rules.meetingKinds, meeting.kind),
      agency: meeting.agency as Agency,
      invited: meeting.invited as 'yes' | 'no',
      attended: meeting.attended as AttendanceAnswer | null,
      report: meeting.report as ReportAnswer | null,
      attendedBy: meeting.attendedById ? (staffName.get(meeting.attendedById) ?? '') : null,
      baby: babyOf(meeting.pairId) ?? '',
      toRecord: !meeting.cancelled && meeting.attended === null && meeting.heldAt <= now,
      late: !meeting.cancelled && meeting.attended === null && meeting.recordDueAt < now,
      reportLate:
        !meeting.cancelled &&
        meeting.attended === null &&
        meeting.reportDueAt !== null &&
        meeting.reportDueAt < now,
    })),
    disagreements: open.map(({ recordId, ...one }) => {
      const rungs = (steps.get(recordId) ?? []).map(({ recordId: id, outcome, ...step }) => ({
        id,
        ...step,
        outcome: outcome as StepOutcome | null,
        who: rules.ladder[step.rung - 1]?.who ?? '',
        late: outcome === null && step.dueAt < now,
      }))
      return {
        id: recordId,
        ...one,
        agency: one.agency as Agency,
        about: one.about as DisagreementTopic,
        baby: babyOf(one.pairId),
        rungs,
        standing: rungs.find(({ outcome }) => outcome === null) ?? null,
      }
    }),
    feedback,
    means: meansOf(rules, feedback),
    patients: [
      ...new Set([
        ...[...families.values()].flatMap(({ patients }) => patients),
        ...here.flatMap(({ babyId, motherId }) => [babyId, motherId]),
      ]),
    ],
  }
}
