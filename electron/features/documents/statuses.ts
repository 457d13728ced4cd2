import type { StatusSpan } from '#domain/documents/record.ts'
import { laterOf } from '#domain/shared/calendar.ts'
import type { Instant } from '#domain/shared/time.ts'
import { referralChild } from '#drizzle/schema/admission.ts'
import { pair } from '#drizzle/schema/stays.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { arrivalRows, type DocumentRow } from './rows.ts'

/** The legal statuses of the children whom documents concern: who has to read follows from them. */

const ids = (list: readonly string[]) => ({ ids: JSON.stringify(list) })
const among = (column: string) => `${column} in (select value from json_each(@ids))`

const pairs = standing(pair, ['stayId', 'babyId'], among('t.stay_id'))
const children = standing(referralChild, ['referralId', 'personId'], among('t.referral_id'))

const spansSql = `select t.person_id as personId, t.code, t.starts_at as startsAt, t.ended_at as endedAt,
    (select min(f.recorded_at) from child_legal_status f where f.record_id = t.record_id) as firstAt
  from child_legal_status t
  where t.audit_seq <= @seq and t.withdrawn = 0 and ${among('t.person_id')}
    and not exists (select 1 from child_legal_status n
      where n.record_id = t.record_id and n.version > t.version and n.audit_seq <= @seq)`

interface Row {
  personId: string
  code: string
  startsAt: Instant
  endedAt: Instant | null
  firstAt: Instant
}

/**
 * The statuses of each of these children. One counts from when it was in force and on record; it ends when
 * somebody recorded that it ended, and never by a date that was set ahead (decision 19).
 */
export const statusSpans = (
  db: ReadDb,
  babyIds: readonly string[],
  seq: number = newest,
): Map<string, StatusSpan[]> => {
  const rows = babyIds.length === 0 ? [] : db.rows<Row>(spansSql, { seq, ...ids(babyIds) })
  const spans = rows.map(({ personId, code, startsAt, endedAt, firstAt }) => ({
    personId,
    code,
    from: laterOf(startsAt, firstAt),
    to: endedAt,
  }))
  return Map.groupBy(spans, ({ personId }) => personId)
}

/** The statuses that count for each of these documents: of its own baby, or of every baby of the family. */
export function statusesOfDocuments(
  db: ReadDb,
  documents: readonly DocumentRow[],
  seq: number = newest,
): (document: DocumentRow) => StatusSpan[] {
  const referralIds = [...new Set(documents.flatMap(({ referralId }) => referralId ?? []))]
  const stayOf = new Map(
    arrivalRows(db, referralIds, seq).map((row) => [row.referralId, row.stayId]),
  )
  const stayIds = new Set([...documents.flatMap(({ stayId }) => stayId ?? []), ...stayOf.values()])
  const byStay = Map.groupBy(pairs.at(db, seq, ids([...stayIds])), ({ stayId }) => stayId)
  const byReferral = Map.groupBy(
    children.at(db, seq, ids(referralIds)),
    ({ referralId }) => referralId,
  )
  const babiesOf = ({ babyId, stayId, referralId }: DocumentRow): string[] => {
    if (babyId !== null) return [babyId]
    const here = byStay.get(stayId ?? stayOf.get(referralId ?? '') ?? '') ?? []
    const told = byReferral.get(referralId ?? '') ?? []
    return [
      ...new Set([
        ...here.map((one) => one.babyId),
        ...told.flatMap(({ personId }) => personId ?? []),
      ]),
    ]
  }
  const spans = statusSpans(db, [...new Set(documents.flatMap(babiesOf))], seq)
  return (document) => babiesOf(document).flatMap((id) => spans.get(id) ?? [])
}
