import { type PackSummary, packSummarySchema } from '#domain/assurance/desk/pack-summary.ts'
import type { Level } from '#domain/assurance/levels.ts'
import type { Disclosure, ReportState } from '#domain/assurance/report-model.ts'
import type { FindingKind } from '#domain/oversight/words.ts'
import { refuse } from '#domain/shared/failure.ts'
import { deskNote, knownSigner, receivedPack } from '#drizzle/schema/desk.ts'
import { newest, standing } from '../../../platform/standing.ts'
import type { ReadDb } from '../../../platform/unit-of-work.ts'

const heads = standing(
  receivedPack,
  [
    'recordId',
    'version',
    'packHash',
    'fingerprint',
    'unitName',
    'provider',
    'odsCode',
    'disclosure',
    'periodFrom',
    'periodTo',
    'cutAt',
    'reportVersion',
    'stage',
    'contentHash',
    'recordedAt',
  ],
  '@id is null or t.record_id = @id',
  't.unit_name, t.period_from desc, t.report_version desc, t.record_id',
)
const models = standing(receivedPack, ['model'], 't.record_id = @id')
const signers = standing(knownSigner, [
  'recordId',
  'version',
  'fingerprint',
  'unitName',
  'confirmedBy',
  'confirmedOn',
])
const notes = standing(
  deskNote,
  ['recordId', 'version', 'packId', 'requirement', 'kind', 'words', 'level', 'recordedAt'],
  '@packId is null or t.pack_id = @packId',
)

/** The packs of the desk by unit, the newest period first, without what is in them. */
export const packRows = (db: ReadDb, id: string | null = null) =>
  heads.at(db, newest, { id }).map(({ fingerprint, ...row }) => ({
    ...row,
    disclosure: row.disclosure as Disclosure,
    stage: row.stage as ReportState,
    /** Of the key that signed, and before it those that it follows from. */
    fingerprints: fingerprint.split('\n'),
  }))
export type PackRow = ReturnType<typeof packRows>[number]

const sameHash = standing(receivedPack, ['recordId'], 't.pack_hash = @hash')

/** Whether a pack of these very bytes is on the desk. */
export const isOnDesk = (db: ReadDb, hash: string): boolean =>
  sameHash.at(db, newest, { hash }).length > 0

/** One pack; refuses where there is none. */
export const packById = (db: ReadDb, id: string): PackRow =>
  packRows(db, id)[0] ?? refuse('not-found', 'This pack is not on the desk any more')

/** The levels and figures of a pack. */
export function summaryOf(db: ReadDb, id: string): PackSummary {
  const row = models.at(db, newest, { id })[0]
  if (!row) refuse('not-found', 'This pack is not on the desk any more')
  return packSummarySchema.parse(JSON.parse(row.model.toString('utf8')))
}

export const signerRows = (db: ReadDb) => signers.at(db, newest)

/** What the desk has written of a pack, or of all of them. */
export const noteRows = (db: ReadDb, packId: string | null = null) =>
  notes.at(db, newest, { packId }).map((row) => ({
    ...row,
    kind: row.kind as FindingKind | 'level',
    level: row.level as Level | null,
  }))

/**
 * Whose key signed a pack: one that the unit confirmed, none that anybody confirmed yet, or another than the
 * one that was confirmed for this unit, which is a reason to ring them.
 */
export type KeyStanding = 'confirmed' | 'not-confirmed' | 'another'

export function keyStanding(
  { unitName, fingerprints }: Pick<PackRow, 'unitName' | 'fingerprints'>,
  known: readonly { unitName: string; fingerprint: string }[],
): KeyStanding {
  const own = known.filter((one) => one.unitName === unitName)
  if (own.some(({ fingerprint }) => fingerprints.includes(fingerprint))) return 'confirmed'
  return own.length === 0 ? 'not-confirmed' : 'another'
}
