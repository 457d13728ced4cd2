import type { CapacityAnswer, Timescale } from '#domain/relationship/capacity.ts'
import type {
  ChangeSince,
  Purpose,
  Recipient,
  Setting,
  Trained,
} from '#domain/relationship/codes.ts'
import type { Score } from '#domain/relationship/record.ts'
import type { Instant } from '#domain/shared/time.ts'
import {
  relationshipAcknowledgement,
  relationshipAssessment,
  relationshipChase,
  relationshipSharing,
} from '#drizzle/schema/relationship.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'

const ofPairs = 't.pair_id in (select value from json_each(@pairs))'

const assessments = standing(
  relationshipAssessment,
  [
    'recordId',
    'version',
    'recordedAt',
    'author',
    'pairId',
    'ratedAt',
    'purpose',
    'askedBy',
    'observedFrom',
    'observedTo',
    'hoursWatched',
    'settings',
    'observed',
    'interpretation',
    'strengths',
    'concerns',
    'illness',
    'change',
    'changeText',
    'capacity',
    'capacitySteps',
    'capacityBy',
    'capacityForBaby',
    'diagnosis',
    'diagnosisBy',
    'diagnosisOn',
    'ruleSetId',
  ],
  ofPairs,
  't.rated_at, t.record_id',
)
const oneAssessment = standing(
  relationshipAssessment,
  ['recordId', 'version', 'pairId', 'ratedAt'],
  't.record_id = @id',
)
const sharings = standing(
  relationshipSharing,
  [
    'recordId',
    'version',
    'author',
    'pairId',
    'assessmentId',
    'assessmentVersion',
    'recipient',
    'outcome',
    'contactId',
    'name',
    'through',
    'how',
    'because',
    'sharedAt',
    'scopeSetId',
    'acknowledgeDueAt',
  ],
  ofPairs,
  't.shared_at, t.record_id',
)
const ofSharings = 't.subject_id in (select value from json_each(@ids))'
const chases = standing(
  relationshipChase,
  ['recordId', 'version', 'subjectId', 'chasedAt', 'chasedOf', 'nextDueAt'],
  ofSharings,
  't.chased_at',
)
const acknowledgements = standing(
  relationshipAcknowledgement,
  ['recordId', 'version', 'subjectId', 'acknowledgedAt', 'by', 'how'],
  ofSharings,
  't.acknowledged_at',
)
const enteredSql = `select record_id as id, recorded_at as at from relationship_assessment
  where version = 1 and pair_id in (select value from json_each(@pairs))`
const ratersSql = `select staff_id as staffId, trained from relationship_rater
  where record_id = @id and version = @version order by staff_id`
const scoresSql = `select tool_id as toolId, scale_id as scaleId, scored_on as scoredOn, score
  from relationship_score where record_id = @id and version = @version order by tool_id, rowid`

/** Raters and scores of one version of an assessment. */
export const partsOf = (db: ReadDb, id: string, version: number) => ({
  raters: db.rows<{ staffId: string; trained: Trained }>(ratersSql, { id, version }),
  scores: db.rows<Score>(scoresSql, { id, version }),
})

/** The assessments of these pairs by when they were rated, the earliest first, each with when it was first entered. */
export function assessmentsOf(db: ReadDb, pairIds: readonly string[]) {
  const pairs = JSON.stringify(pairIds)
  const entered = new Map(
    db.rows<{ id: string; at: Instant }>(enteredSql, { pairs }).map(({ id, at }) => [id, at]),
  )
  return assessments.at(db, newest, { pairs }).map((row) => ({
    ...row,
    enteredAt: entered.get(row.recordId) ?? row.recordedAt,
    purpose: row.purpose as Purpose,
    change: row.change as ChangeSince | 'first',
    capacity: row.capacity as CapacityAnswer,
    capacityForBaby: row.capacityForBaby as Timescale | null,
    settings: row.settings.split(' ').filter(Boolean) as Setting[],
    ...partsOf(db, row.recordId, row.version),
  }))
}
export type AssessmentRow = ReturnType<typeof assessmentsOf>[number]

/** One assessment as it stands; undefined where there is none. */
export const assessmentNow = (db: ReadDb, id: string) => oneAssessment.at(db, newest, { id })[0]

/** Who has been given what, with the chases and the acknowledgement of each. */
export function sharingsOf(db: ReadDb, pairIds: readonly string[]) {
  const rows = sharings.at(db, newest, { pairs: JSON.stringify(pairIds) })
  const ids = JSON.stringify(rows.map(({ recordId }) => recordId))
  const chased = Map.groupBy(chases.at(db, newest, { ids }), ({ subjectId }) => subjectId)
  const answered = new Map(
    acknowledgements.at(db, newest, { ids }).map((row) => [row.subjectId, row]),
  )
  return rows.map((row) => ({
    ...row,
    recipient: row.recipient as Recipient,
    outcome: row.outcome as 'shared' | 'withheld',
    chases: chased.get(row.recordId) ?? [],
    acknowledgement: answered.get(row.recordId),
  }))
}
export type SharingRow = ReturnType<typeof sharingsOf>[number]

const times = standing(relationshipAssessment, ['recordId', 'pairId', 'ratedAt'], ofPairs)

/** When each pair was assessed. */
export const assessmentTimes = (db: ReadDb, pairIds: readonly string[]) =>
  times.at(db, newest, { pairs: JSON.stringify(pairIds) })
