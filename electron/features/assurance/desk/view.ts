import { comparePacks } from '#domain/assurance/desk/compare-packs.ts'
import { periodText } from '#domain/assurance/period-text.ts'
import type { ReadContext } from '../../../platform/serve.ts'
import type { ReadDb } from '../../../platform/unit-of-work.ts'
import { currentUnitKey } from '../../users/unit-key.ts'
import { needDesk } from './place.ts'
import {
  keyStanding,
  noteRows,
  type PackRow,
  packById,
  packRows,
  signerRows,
  summaryOf,
} from './rows.ts'

const headOf = (pack: PackRow, known: ReturnType<typeof signerRows>) => ({
  id: pack.recordId,
  unitName: pack.unitName,
  provider: pack.provider,
  odsCode: pack.odsCode,
  disclosure: pack.disclosure,
  period: periodText({ from: pack.periodFrom, to: pack.periodTo }),
  from: pack.periodFrom,
  reportVersion: pack.reportVersion,
  stage: pack.stage,
  cutAt: pack.cutAt,
  fingerprints: pack.fingerprints,
  contentHash: pack.contentHash,
  packHash: pack.packHash,
  takenInAt: pack.recordedAt,
  key: keyStanding(pack, known),
})

/** The desk: its own fingerprint, and every pack with whose key signed it and how much is written of it. */
export function deskView({ db }: ReadContext) {
  const { name } = needDesk(db)
  const known = signerRows(db)
  const written = Map.groupBy(noteRows(db), ({ packId }) => packId)
  return {
    name,
    fingerprint: currentUnitKey(db).fingerprint,
    packs: packRows(db).map((pack) => ({
      ...headOf(pack, known),
      notes: written.get(pack.recordId)?.length ?? 0,
    })),
  }
}

/** One pack: its levels and figures, and what the desk says of them. */
export function packView({ db }: ReadContext, { packId }: { packId: string }) {
  needDesk(db)
  const pack = packById(db, packId)
  return {
    ...headOf(pack, signerRows(db)),
    requirements: summaryOf(db, packId).requirements,
    notes: noteRows(db, packId),
  }
}

/** The heads of these packs in the order in which they were asked for; refuses where one is not there. */
export function headsOf(db: ReadDb, packIds: readonly string[]) {
  const known = signerRows(db)
  const rows = new Map(packRows(db).map((row) => [row.recordId, row]))
  return packIds.map((id) => headOf(rows.get(id) ?? packById(db, id), known))
}

/** Packs side by side in the order in which they were chosen; never a rank, never a rate without its n. */
export function comparison({ db }: ReadContext, { packIds }: { packIds: readonly string[] }) {
  needDesk(db)
  const packs = headsOf(db, packIds)
  const notes = packIds.map((id) => noteRows(db, id))
  const kinds = new Set(packs.map(({ disclosure }) => disclosure))
  return {
    packs,
    /** Exact counts and rounded ones side by side. */
    mixed: kinds.size > 1,
    rows: comparePacks(packIds.map((id) => summaryOf(db, id))),
    /** The desk's own levels, by pack. */
    levels: notes.map((own) =>
      own.flatMap(({ kind, requirement, level }) =>
        kind === 'level' && level ? [{ requirement, level }] : [],
      ),
    ),
  }
}
