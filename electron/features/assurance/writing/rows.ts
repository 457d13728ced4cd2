import type { Level } from '#domain/assurance/levels.ts'
import type { Disclosure, ReportState } from '#domain/assurance/report-model.ts'
import type { CommentOutcome } from '#domain/assurance/written/words.ts'
import { refuse } from '#domain/shared/failure.ts'
import type { CivilDate } from '#domain/shared/time.ts'
import type { Role } from '#domain/users/roles.ts'
import {
  factualComment,
  reportNarrative,
  setLevel,
  writtenReport,
} from '#drizzle/schema/report-writing.ts'
import { newest, standing } from '../../../platform/standing.ts'
import type { ReadDb } from '../../../platform/unit-of-work.ts'

const stamps = ['recordId', 'version', 'author', 'recordedAt'] as const

const reports = standing(
  writtenReport,
  [
    ...stamps,
    'disclosure',
    'first',
    'last',
    'requirements',
    'distribution',
    'stage',
    'commentsBy',
    'madeId',
  ],
  '@id is null or t.record_id = @id',
  't.record_id desc',
)
const narratives = standing(
  reportNarrative,
  [...stamps, 'writtenId', 'requirement', 'words'],
  't.written_id = @id',
  't.requirement',
)
const comments = standing(
  factualComment,
  [...stamps, 'writtenId', 'requirement', 'saidBy', 'office', 'words', 'outcome', 'answer'],
  't.written_id = @id',
)
const levels = standing(
  setLevel,
  [
    ...stamps,
    'side',
    'requirement',
    'level',
    'because',
    'computedLevel',
    'byRole',
    'secondId',
    'secondRole',
  ],
  't.first = @first and t.last = @last',
)

/** Reports that are being written or are final, the newest first. */
export const writtenRows = (db: ReadDb, id: string | null = null) =>
  reports.at(db, newest, { id }).map(({ requirements, distribution, ...row }) => ({
    ...row,
    disclosure: row.disclosure as Disclosure,
    stage: row.stage as ReportState,
    requirements: requirements.split(' '),
    distribution: distribution.split('\n'),
  }))
export type WrittenRow = ReturnType<typeof writtenRows>[number]

/** One report that is being written; refuses where there is none. */
export const writtenById = (db: ReadDb, id: string): WrittenRow =>
  writtenRows(db, id)[0] ?? refuse('not-found', 'This report is not on record any more')

/** Who began it: the author of its first version. */
export const begunBy = (db: ReadDb, id: string): string =>
  db.row<{ author: string }>(
    'select author from written_report where record_id = @id and version = 1',
    { id },
  )?.author ?? ''

/** The report that was sent to the factual check, where one was. */
export const checkedReport = (db: ReadDb, id: string): string | null =>
  db.row<{ madeId: string | null }>(
    `select made_id as madeId from written_report
     where record_id = @id and stage = 'factual-check' order by version desc limit 1`,
    { id },
  )?.madeId ?? null

export const narrativeRows = (db: ReadDb, id: string, seq = newest) =>
  narratives.at(db, seq, { id })

export const commentRows = (db: ReadDb, id: string, seq = newest) =>
  comments
    .at(db, seq, { id })
    .map((row) => ({ ...row, outcome: row.outcome as CommentOutcome | null }))

/** The levels that people set for just this period, as they stood at the cut. */
export const levelRows = (
  db: ReadDb,
  { first, last }: { first: CivilDate; last: CivilDate },
  seq = newest,
) =>
  levels.at(db, seq, { first, last }).map((row) => ({
    ...row,
    side: row.side as 'unit' | 'commissioner',
    level: row.level as Level,
    byRole: row.byRole as Role,
    secondRole: row.secondRole as Role | null,
  }))
