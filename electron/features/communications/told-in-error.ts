import { dutiesRuleSetKind, type RecipientKey } from '#domain/communications/duties-content.ts'
import type { AuditNote, ReadDb, WriteTx } from '../../platform/unit-of-work.ts'
import { ruleInForce } from '../rule-sets/in-force.ts'
import { deriveAnew } from './derive-duties.ts'
import { withdrawDutiesOf } from './events-service.ts'

const sourceType = 'entered-in-error'
const event = 'COM-21'

interface Told {
  subjectId: string
  pairId: string
  babyId: string
  motherId: string
  /** Who had been told of what was entered in error. */
  told: readonly RecipientKey[]
}

/**
 * Whoever had been told of what was entered in error is rung back the same day (COM-21). Rules of the unit's own
 * that do not know the event ask for nothing.
 */
export function tellOfError(tx: WriteTx, { told, ...of }: Told): AuditNote[] {
  const known = ruleInForce(tx, dutiesRuleSetKind, tx.now).content.events.some(
    ({ id }) => id === event,
  )
  if (told.length === 0 || !known) return []
  return deriveAnew(tx, { ...of, event, at: tx.now, subjectType: sourceType, toldBefore: told })
    .audit
}

/** It was right after all: nobody is rung about an error any more. */
export const noErrorAfterAll = (tx: WriteTx, subjectId: string, reason: string): AuditNote[] =>
  withdrawDutiesOf(tx, subjectId, reason, sourceType).audit

const toldSql = `select d.label, s.to_name as toName, s.sent_at as sentAt
  from duty_event e join duty d on d.event_id = e.record_id join duty_sending s on s.duty_id = d.record_id
  where e.source_id = @subjectId and e.source_type <> '${sourceType}' and e.withdrawn = 1 and s.withdrawn = 0
    and e.version = (select max(version) from duty_event n where n.record_id = e.record_id)
    and d.version = (select max(version) from duty n where n.record_id = d.record_id)
    and s.version = (select max(version) from duty_sending n where n.record_id = s.record_id)
  order by s.sent_at, s.record_id`
const waitsSql = `select 1 from duty_event e where e.source_id = @subjectId
  and e.source_type = '${sourceType}' and e.withdrawn = 0
  and not exists (select 1 from duty_event n where n.record_id = e.record_id and n.version > e.version)`

/** Who had been told of what was entered in error, and whether the unit's rules have them rung back by a duty. */
export const toldInError = (db: ReadDb, subjectId: string) => ({
  told: db.rows<{ label: string; toName: string; sentAt: string | null }>(toldSql, { subjectId }),
  byDuty: db.row(waitsSql, { subjectId }) !== undefined,
})
