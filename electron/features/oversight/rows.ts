import type { RetestResult } from '#domain/oversight/action.ts'
import type { ShownBy } from '#domain/oversight/pinnable.ts'
import type { FindingKind, VisitKind } from '#domain/oversight/visit.ts'
import { refuse } from '#domain/shared/failure.ts'
import { improvementAction, oversightVisit, visitFinding } from '#drizzle/schema/oversight.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'

const visits = standing(
  oversightVisit,
  [
    'recordId',
    'version',
    'author',
    'kind',
    'title',
    'plannedOn',
    'heldOn',
    'visitors',
    'spokenTo',
    'seen',
    'calledOffBecause',
  ],
  '@id is null or t.record_id = @id',
  't.planned_on desc, t.record_id',
)
const findings = standing(
  visitFinding,
  ['recordId', 'version', 'visitId', 'kind', 'requirement', 'words', 'recordedAt', 'author'],
  '1',
  't.record_id',
)
const actions = standing(
  improvementAction,
  [
    'recordId',
    'version',
    'author',
    'findingId',
    'requirement',
    'what',
    'measure',
    'ownerId',
    'dueOn',
    'high',
    'startedOn',
    'doneOn',
    'evidence',
    'pinnedType',
    'pinnedId',
    'pinnedVersion',
    'impact',
    'verifiedById',
    'verifiedOn',
    'retestOn',
    'retestedOn',
    'retestResult',
    'retestNote',
    'closedBecause',
    'recordedAt',
  ],
  '@id is null or t.record_id = @id',
  't.due_on, t.record_id',
)

export const visitRows = (db: ReadDb, id: string | null = null, seq = newest) =>
  visits.at(db, seq, { id }).map((row) => ({ ...row, kind: row.kind as VisitKind }))
export type VisitRow = ReturnType<typeof visitRows>[number]
export const findingRows = (db: ReadDb, seq = newest) =>
  findings.at(db, seq).map((row) => ({ ...row, kind: row.kind as FindingKind }))
export const actionRows = (db: ReadDb, id: string | null = null, seq = newest) =>
  actions.at(db, seq, { id }).map((row) => ({
    ...row,
    retestResult: row.retestResult as RetestResult | null,
    pinnedType: row.pinnedType as ShownBy | null,
  }))
export type ActionRow = ReturnType<typeof actionRows>[number]

/** One visit; refuses where there is none. */
export const visitById = (db: ReadDb, id: string) =>
  visitRows(db, id)[0] ?? refuse('not-found', 'This visit is not on record')

/** One action; refuses where there is none. */
export const actionById = (db: ReadDb, id: string) =>
  actionRows(db, id)[0] ?? refuse('not-found', 'This action is not on record')
