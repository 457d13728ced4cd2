import type { AuditNote, WriteTx } from '../../platform/unit-of-work.ts'
import { legalStatusChanged } from '../reviews/open.ts'
import { dutiesOf } from './duties.ts'

const dutiesOfChild = dutiesOf(
  'select distinct person_id as id from child_legal_status where record_id = @id',
)

/**
 * What follows, in the same act, from a child's legal status that was recorded, corrected, ended or taken back: who must be
 * told, and a review of supervision.
 */
export const afterLegalStatus = (tx: WriteTx, recordId: string, why: string): AuditNote[] => [
  ...dutiesOfChild(tx, recordId, why),
  ...legalStatusChanged(tx, recordId),
]
