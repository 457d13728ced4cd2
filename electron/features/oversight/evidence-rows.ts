import type { EvidenceFact, EvidenceKind } from '#domain/oversight/evidence.ts'
import { type Pinnable, pinnables } from '#domain/oversight/pinnable.ts'
import { refuse } from '#domain/shared/failure.ts'
import { evidence } from '#drizzle/schema/evidence.ts'
import { staff } from '#drizzle/schema/users.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'

const pieces = standing(
  evidence,
  [
    'recordId',
    'version',
    'author',
    'title',
    'kind',
    'requirements',
    'ownerId',
    'effectiveFrom',
    'effectiveTo',
    'reviewDue',
    'revision',
    'fileHash',
    'fileName',
    'keptAt',
    'pinnedType',
    'pinnedId',
    'pinnedVersion',
  ],
  '@id is null or t.record_id = @id',
  't.title, t.record_id',
)
const owners = standing(staff, ['recordId', 'name', 'leftOn'])

// The names of the tables are a closed list of the domain.
const pinnedSql = pinnables
  .map(
    (table) => `select record_id as recordId, version, withdrawn from ${table} t
      where audit_seq <= @seq and record_id in (select value from json_each(@ids))
        and not exists (select 1 from ${table} n where n.record_id = t.record_id
          and n.version > t.version and n.audit_seq <= @seq)`,
  )
  .join(' union all ')

/** Every piece of evidence with what decides whether it counts, as it stood at the cut. */
export function evidenceRows(db: ReadDb, seq = newest, id: string | null = null) {
  const rows = pieces.at(db, seq, { id })
  const ids = JSON.stringify(rows.flatMap(({ pinnedId }) => pinnedId ?? []))
  const pinned = new Map(
    db
      .rows<{ recordId: string; version: number; withdrawn: number }>(pinnedSql, { seq, ids })
      .map((row) => [row.recordId, row]),
  )
  const people = new Map(owners.at(db, seq).map((row) => [row.recordId, row]))
  return rows.map(({ requirements, ...row }) => {
    const behind = row.pinnedId === null ? undefined : pinned.get(row.pinnedId)
    const owner = people.get(row.ownerId)
    return {
      ...row,
      kind: row.kind as EvidenceKind,
      pinnedType: row.pinnedType as Pinnable | null,
      requirements: requirements.split(' '),
      ownerName: owner?.name ?? '',
      ownerLeftOn: owner?.leftOn ?? null,
      newestVersion: behind?.version ?? null,
      pinnedWithdrawn: behind?.withdrawn === 1,
    } satisfies EvidenceFact & Record<string, unknown>
  })
}
export type EvidenceRow = ReturnType<typeof evidenceRows>[number]

/** One piece of evidence; refuses where there is none. */
export const evidenceById = (db: ReadDb, id: string): EvidenceRow =>
  evidenceRows(db, newest, id)[0] ?? refuse('not-found', 'This evidence is not on record any more')
