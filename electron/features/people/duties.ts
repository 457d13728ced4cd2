import type { AuditNote, WriteTx } from '../../platform/unit-of-work.ts'
import { statusChanged } from '../communications/status-change.ts'

/**
 * What follows from a fact about a child for those who must be told: the duties of the present stay are
 * derived again. `childrenSql` finds the children whom any version of the fact `@id` is about.
 */
export const dutiesOf =
  (childrenSql: string) =>
  (tx: WriteTx, recordId: string, why: string): AuditNote[] =>
    tx
      .rows<{ id: string }>(childrenSql, { id: recordId })
      .flatMap(({ id }) => statusChanged(tx, id, why))
