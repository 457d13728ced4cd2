import type { ShownBy } from '#domain/oversight/pinnable.ts'
import { dateOf, formatDate, formatDateTime } from '#domain/shared/calendar.ts'
import type { CivilDate, Instant } from '#domain/shared/time.ts'
import { admissionDecision } from '#drizzle/schema/admission-decisions.ts'
import { learningPoint, spotCheck, staffSession } from '#drizzle/schema/culture.ts'
import { evidence } from '#drizzle/schema/evidence.ts'
import { patternReview } from '#drizzle/schema/health-use.ts'
import { readerSignature } from '#drizzle/schema/history-review.ts'
import { improvementAction, oversightVisit } from '#drizzle/schema/oversight.ts'
import { placementMeeting } from '#drizzle/schema/people-questions.ts'
import { relationshipAssessment } from '#drizzle/schema/relationship.ts'
import { ruleSet } from '#drizzle/schema/rule-sets.ts'
import { supervisionDecision } from '#drizzle/schema/supervision.ts'
import { certificate, trainingImport } from '#drizzle/schema/training.ts'
import { episode } from '#drizzle/schema/unwell-baby.ts'
import { unwellBabyDrill } from '#drizzle/schema/unwell-baby-outcome.ts'
import { newest, standing, type VersionTable } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'

/** The newest of a kind are offered: a list of ten years is no list to choose from. */
const offered = 40

type ReadKind = (db: ReadDb, id: string | null) => { id: string; title: string }[]

/**
 * The records of a kind that show something, newest first, each in a few words that name no patient. `shows` is SQL over
 * the row `t`: what is planned or drafted shows nothing yet.
 */
function kind<T extends VersionTable, K extends keyof T['$inferSelect'] & string>(
  table: T,
  columns: readonly K[],
  { shows, order }: { shows: string; order: string },
  title: (row: Pick<T['$inferSelect'], K>) => string,
): ReadKind {
  const where = `(@id is null or t.record_id = @id) and (${shows})`
  const read = standing(table, ['recordId', ...columns], where, `t.${order} desc limit ${offered}`)
  return (db, id) =>
    read.at(db, newest, { id }).map((row) => ({ id: String(row.recordId), title: title(row) }))
}

const always = (order: string) => ({ shows: '1', order })
const once = (column: string) => ({ shows: `t.${column} is not null`, order: column })
/** Codes of other features are plain words joined by hyphens; their labels are theirs. */
const inWords = (code: string) => code.replaceAll('-', ' ')
const at = (instant: Instant | null) => (instant === null ? '' : formatDateTime(instant))
const on = (day: CivilDate | null) => (day === null ? '' : formatDate(day))

/** Of each kind of record, which show something and what they are called. */
export const pinnableKinds: Record<ShownBy, ReadKind> = {
  oversight_visit: kind(oversightVisit, ['title'], once('held_on'), ({ title }) => title),
  improvement_action: kind(improvementAction, ['what'], once('verified_on'), ({ what }) => what),
  learning_point: kind(learningPoint, ['change'], always('noted_on'), ({ change }) => change),
  rule_set: kind(
    ruleSet,
    ['title', 'revision'],
    once('approved_at'),
    ({ title, revision }) => `${title}, revision ${revision}`,
  ),
  evidence: kind(evidence, ['title'], always('effective_from'), ({ title }) => title),
  admission_decision: kind(
    admissionDecision,
    ['outcome', 'decidedAt'],
    once('decided_at'),
    ({ outcome, decidedAt }) => `${inWords(outcome)}, ${at(decidedAt)}`,
  ),
  certificate: kind(
    certificate,
    ['level', 'subject', 'completedOn'],
    once('completed_on'),
    ({ level, subject, completedOn }) => `${level ?? subject}, ${on(completedOn)}`,
  ),
  training_import: kind(
    trainingImport,
    ['fileName', 'recordedAt'],
    always('recorded_at'),
    ({ fileName, recordedAt }) => `${fileName}, ${at(recordedAt)}`,
  ),
  reader_signature: kind(readerSignature, ['signedAt'], always('signed_at'), (row) =>
    at(row.signedAt),
  ),
  pattern_review: kind(patternReview, ['reviewedAt'], once('reviewed_at'), (row) =>
    at(row.reviewedAt),
  ),
  supervision_decision: kind(supervisionDecision, ['startsAt'], always('starts_at'), (row) =>
    at(row.startsAt),
  ),
  relationship_assessment: kind(relationshipAssessment, ['ratedAt'], once('rated_at'), (row) =>
    at(row.ratedAt),
  ),
  episode: kind(episode, ['recognisedAt'], always('recognised_at'), (row) => at(row.recognisedAt)),
  unwell_baby_drill: kind(unwellBabyDrill, ['heldAt'], always('held_at'), ({ heldAt }) =>
    formatDate(dateOf(heldAt)),
  ),
  staff_session: kind(
    staffSession,
    ['kind', 'heldOn'],
    always('held_on'),
    (row) => `${inWords(row.kind)}, ${on(row.heldOn)}`,
  ),
  spot_check: kind(spotCheck, ['answeredAt'], once('answered_at'), (row) => at(row.answeredAt)),
  placement_meeting: kind(placementMeeting, ['heldAt'], once('held_at'), (row) => at(row.heldAt)),
}
