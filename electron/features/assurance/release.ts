import { isShareable } from '#domain/assurance/any-report.ts'
import { measuresOfShareable } from '#domain/assurance/shareable/shareable-model.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { checkRelease } from './ledger.ts'
import { reportModel } from './service.ts'

/**
 * To be called in the transaction that notes that a report leaves: refuses a shareable one that may not follow
 * what was released before it (decision 36). The note itself makes it a release.
 */
export function mayLeave(db: ReadDb, reportId: string): void {
  const kept = db.row<{ disclosure: string }>(
    'select disclosure from report where record_id = @reportId',
    { reportId },
  )
  if (kept?.disclosure !== 'shareable') return
  const model = reportModel(db, reportId)
  if (!isShareable(model)) throw new Error('A report is not of the kind that its row says')
  const units = new Map(
    measuresOfShareable(model).map(({ measure }) => [measure.id, measure.unit] as const),
  )
  checkRelease(db, reportId, (measure) => units.get(measure) ?? 'count')
}
