import type { AuditNote, WriteTx } from '../../platform/unit-of-work.ts'
import { expectOfChild } from '../documents/expect-of-child.ts'
import { legalStatusChanged } from '../reviews/open.ts'
import { dutiesOf } from './duties.ts'

const childrenSql = 'select distinct person_id as id from child_legal_status where record_id = @id'
const dutiesOfChild = dutiesOf(childrenSql)

/**
 * What follows, in the same act, from a child's legal status that was recorded, corrected, ended or taken back: who must be
 * told, a review of supervision, and the documents that are expected from then on.
 */
export const afterLegalStatus = (tx: WriteTx, recordId: string, why: string): AuditNote[] => [
  ...dutiesOfChild(tx, recordId, why),
  ...legalStatusChanged(tx, recordId),
  ...tx
    .rows<{ id: string }>(childrenSql, { id: recordId })
    .flatMap(({ id }) => expectOfChild(tx, id)),
]
