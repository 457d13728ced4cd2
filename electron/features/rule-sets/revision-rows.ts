import type { Revision } from '#domain/rule-sets/revisions.ts'
import { refuse } from '#domain/shared/failure.ts'
import { ruleSet } from '#drizzle/schema/rule-sets.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { headColumns } from './head-columns.ts'

const heads = [...headColumns, 'agreedWith', 'origin', 'basedOn', 'changes'] as const
const all = standing(ruleSet, heads, '1', 't.kind, t.record_id')
const content = standing(ruleSet, ['content'], 't.record_id = @id')

export type RevisionRow = ReturnType<typeof all.at>[number] & Revision

/** Every revision of every kind, without its content; a draft that was dropped is left out. */
export const revisionRows = (db: ReadDb): RevisionRow[] => all.at(db, newest) as RevisionRow[]

export const revisionsOfKind = (db: ReadDb, kind: string): RevisionRow[] =>
  revisionRows(db).filter((row) => row.kind === kind)

/** One revision; refuses where there is none. */
export const revisionRow = (db: ReadDb, id: string): RevisionRow =>
  revisionRows(db).find(({ recordId }) => recordId === id) ??
  refuse('not-found', 'This revision of the rules is not on record. Open the list again')

/** The rules of a revision, as JSON text. */
export const contentText = (db: ReadDb, id: string): string =>
  content.at(db, newest, { id })[0]?.content ?? 'null'

/** Every name that a revision of the kind ever had, of dropped drafts too. */
export const revisionNames = (db: ReadDb, kind: string): string[] =>
  db
    .rows<{ revision: string }>('select distinct revision from rule_set where kind = @kind', {
      kind,
    })
    .map(({ revision }) => revision)

export interface VersionLine {
  version: number
  author: string
  recordedAt: string
  reason: string
}

/** Who in the unit wrote these rules: everyone who kept a version before they were approved; nobody for what was shipped. */
export const writersOf = (db: ReadDb, row: RevisionRow): string[] =>
  row.origin === 'shipped'
    ? []
    : db
        .rows<{ author: string }>(
          'select distinct author from rule_set where record_id = @id and approved_at is null',
          { id: row.recordId },
        )
        .map(({ author }) => author)

/** Who wrote each version of a revision, oldest first. */
export const versionsOf = (db: ReadDb, id: string): VersionLine[] =>
  db.rows<VersionLine>(
    'select version, author, recorded_at as recordedAt, reason from rule_set where record_id = @id order by version',
    { id },
  )
