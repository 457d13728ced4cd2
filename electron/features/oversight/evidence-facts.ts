import type { EvidenceMeasureFacts } from '#domain/oversight/evidence-measure.ts'
import type { Cut, Period } from '#domain/shared/time.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { evidenceRows } from './evidence-rows.ts'

/** What measure 5g-3 reads, as it had been recorded by the cut; the requirements are those of the framework. */
export const evidenceFacts =
  (requirements: readonly string[]) =>
  (db: ReadDb, _period: Period, { auditSeq }: Cut): EvidenceMeasureFacts => ({
    requirements,
    evidence: evidenceRows(db, auditSeq),
  })
