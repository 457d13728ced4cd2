import type { ReadDb } from '../../platform/unit-of-work.ts'
import { namesOf } from './names.ts'

// The newest version of every document that stands, with the stay or the referral that it is of.
const documentsSql = `select d.record_id as id, d.title, d.source_name as source, d.baby_id as babyId,
    coalesce(d.stay_id, a.stay_id) as stayId, d.referral_id as referralId,
    coalesce(s.mother_id, r.mother_id) as motherId
  from history_document d
    left join referral_arrival a on a.referral_id = d.referral_id and a.withdrawn = 0
    left join stay s on s.record_id = coalesce(d.stay_id, a.stay_id) and s.version = 1
    left join referral r on r.record_id = d.referral_id and r.version = 1
  where d.withdrawn = 0 and not exists (select 1 from history_document n
    where n.record_id = d.record_id and n.version > d.version)
  group by d.record_id
  order by d.expected_at desc, d.record_id`

interface Row {
  id: string
  title: string
  source: string
  babyId: string | null
  stayId: string | null
  referralId: string | null
  motherId: string
}

/** Every document of the register, the newest first, with the names of those whom it is on. */
export function documentsToFind(db: ReadDb): (Row & { family: string })[] {
  const rows = db.rows<Row>(documentsSql)
  const names = namesOf(
    db,
    rows.flatMap(({ motherId, babyId }) => [motherId, babyId ?? motherId]),
  )
  return rows.map((row) => ({
    ...row,
    family: [row.babyId === null ? undefined : names.get(row.babyId), names.get(row.motherId)]
      .filter((name) => name !== undefined)
      .join(', '),
  }))
}
