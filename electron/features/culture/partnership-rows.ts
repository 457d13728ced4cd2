import {
  agencyMeeting,
  disagreement,
  disagreementStep,
  partnerFeedback,
} from '#drizzle/schema/culture.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'

const meetingColumns = [
  'recordId',
  'version',
  'pairId',
  'kind',
  'agency',
  'heldAt',
  'invited',
  'invitedOn',
  'reportAsked',
  'reportDueAt',
  'recordDueAt',
  'cancelled',
  'attended',
  'attendedById',
  'notAttendedBecause',
  'report',
  'reportSentAt',
  'decided',
] as const
const meetingsSince = standing(
  agencyMeeting,
  meetingColumns,
  't.held_at >= @since',
  't.held_at desc',
)
const oneMeeting = standing(agencyMeeting, meetingColumns, 't.record_id = @id')

const feedbackColumns = [
  'recordId',
  'version',
  'agency',
  'occasion',
  'askedOn',
  'dueAt',
  'returnedOn',
  'marks',
  'comment',
] as const
const feedbackSince = standing(
  partnerFeedback,
  feedbackColumns,
  't.asked_on >= @since',
  't.asked_on desc, t.record_id desc',
)
const oneFeedback = standing(partnerFeedback, feedbackColumns, 't.record_id = @id')

const disagreementColumns = [
  'recordId',
  'version',
  'pairId',
  'agency',
  'about',
  'openedAt',
  'ours',
  'theirs',
] as const
const disagreementsSince = standing(
  disagreement,
  disagreementColumns,
  `t.opened_at >= @since or exists (select 1 from disagreement_step s
     where s.subject_id = t.record_id and s.outcome is null and s.withdrawn = 0
       and not exists (select 1 from disagreement_step n
         where n.record_id = s.record_id and n.version > s.version))`,
  't.opened_at desc',
)
const oneDisagreement = standing(disagreement, disagreementColumns, 't.record_id = @id')

const stepColumns = [
  'recordId',
  'version',
  'subjectId',
  'rung',
  'startedAt',
  'dueAt',
  'withWhom',
  'outcome',
  'endedAt',
  'said',
] as const
const steps = standing(
  disagreementStep,
  stepColumns,
  't.subject_id in (select value from json_each(@ids))',
  't.rung',
)
const oneStep = standing(disagreementStep, stepColumns, 't.record_id = @id')

/** Meetings held from then on, and those that are still to come; newest first. */
export const meetingRows = (db: ReadDb, since: string) => meetingsSince.at(db, newest, { since })
export const meetingById = (db: ReadDb, id: string) => oneMeeting.at(db, newest, { id })[0]

export const feedbackRows = (db: ReadDb, since: string) => feedbackSince.at(db, newest, { since })
export const feedbackById = (db: ReadDb, id: string) => oneFeedback.at(db, newest, { id })[0]

/** Disagreements that came up from then on, and older ones that stand on a rung still. */
export const disagreementRows = (db: ReadDb, since: string) =>
  disagreementsSince.at(db, newest, { since })
export const disagreementById = (db: ReadDb, id: string) =>
  oneDisagreement.at(db, newest, { id })[0]

/** The rungs of these disagreements, lowest first. */
export const stepRows = (db: ReadDb, ids: readonly string[]) =>
  steps.at(db, newest, { ids: JSON.stringify(ids) })
export const stepById = (db: ReadDb, id: string) => oneStep.at(db, newest, { id })[0]
