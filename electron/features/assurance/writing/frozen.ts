import { type AnyReport, isShareable } from '#domain/assurance/any-report.ts'
import { type ChangedFigure, changedFigures } from '#domain/assurance/changed-figures.ts'
import { refuse } from '#domain/shared/failure.ts'
import { making } from '../../../platform/making.ts'
import type { ReadContext } from '../../../platform/serve.ts'
import type { ReadDb } from '../../../platform/unit-of-work.ts'
import type { FormatName } from '../formats/formats.ts'
import { recomputed } from '../recomputed.ts'
import { reportModel, storedModel } from '../service.ts'
import { checkedReport, type WrittenRow } from './rows.ts'
import { hashesOf } from './stages.ts'

interface KeptFile {
  format: FormatName
  bytes: number
  sha256: string
}

/** The files of a final report with their hashes, as they were when it was made final; empty for any other. */
export const keptFiles = (db: ReadDb, reportId: string): KeptFile[] =>
  db.rows<KeptFile>(
    'select format, bytes, sha256 from frozen_file where record_id = @id order by format',
    { id: reportId },
  )

/** What changed in the figures between the factual check and the final report; null where they cannot be compared. */
export function changesSinceCheck(db: ReadDb, written: WrittenRow): ChangedFigure[] | null {
  const checked = written.stage === 'final' ? checkedReport(db, written.recordId) : null
  if (written.disclosure === 'shareable' || checked === null || written.madeId === null) return null
  const [before, after] = [reportModel(db, checked), reportModel(db, written.madeId)]
  return isShareable(before) || isShareable(after)
    ? null
    : changedFigures(before.requirements, after.requirements)
}

/** What came of making a final report again. */
export interface FrozenCheck {
  files: { format: FormatName; sha256: string; same: boolean }[]
  /** Figures that differ when they are computed again from the records at the report's cut; none should. */
  figures: ChangedFigure[]
  /** A shareable report has no exact figures to hold against the records. */
  figuresCompared: boolean
}

/** Makes every file of a final report again, and its figures from the records at its cut, and compares both. */
export async function checkFrozen(
  ctx: ReadContext,
  { reportId }: { reportId: string },
): Promise<FrozenCheck> {
  const kept = keptFiles(ctx.db, reportId)
  if (kept.length === 0) refuse('held', 'Only a final report can be held against its kept files')
  const made = await making(ctx, 'The files', (steps) =>
    hashesOf(storedModel(ctx.db, reportId), steps),
  )
  const files = made.map(({ format, sha256 }) => ({
    format,
    sha256,
    same: kept.some((one) => one.format === format && one.sha256 === sha256),
  }))
  const model: AnyReport = reportModel(ctx.db, reportId)
  const figuresCompared = !isShareable(model)
  const figures = isShareable(model)
    ? []
    : changedFigures(model.requirements, await recomputed(ctx.db, model))
  ctx.house.writeAs(ctx.actor, ctx.unitId, { quiet: true })(() => ({
    value: null,
    audit: [
      {
        action: 'report.checked-again',
        entity: 'report',
        entityId: reportId,
        payload: {
          sameFiles: files.filter(({ same }) => same).length,
          files: files.length,
          changedFigures: figures.length,
        },
      },
    ],
  }))
  return { files, figures, figuresCompared }
}
