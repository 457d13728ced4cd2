import type { CivilDate, Instant } from '#domain/shared/time.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'

/** Mother and baby of a pair, with their bed, as a queue of duties names them. */
export interface Family {
  /** The pair; before the arrival the child of the referral. */
  pairId: string
  /** Empty before the arrival. */
  stayId: string
  /** The referral that they are still of; null from the arrival on. */
  referralId: string | null
  babyId: string
  motherId: string
  babyName: string
  motherName: string
  bornOn: CivilDate | null
  startedAt: Instant
  /** The bed that they are in; null once the stay has ended. */
  bed: string | null
}

// The newest version of each; a person's name stays readable after the stay has ended.
const familiesSql = `
  with wanted as (select distinct value as id from json_each(@pairs)),
    p as (select * from pair t where record_id in (select id from wanted)
      and version = (select max(version) from pair n where n.record_id = t.record_id)),
    s as (select * from stay t where record_id in (select stay_id from p)
      and version = (select max(version) from stay n where n.record_id = t.record_id)),
    who as (select * from person t
      where record_id in (select baby_id from p union select mother_id from s)
        and version = (select max(version) from person n where n.record_id = t.record_id))
  select p.record_id as pairId, p.stay_id as stayId, p.baby_id as babyId, s.mother_id as motherId,
    baby.given_name || ' ' || baby.family_name as babyName,
    mother.given_name || ' ' || mother.family_name as motherName, baby.born_on as bornOn, p.started_at as startedAt,
    null as referralId,
    case when s.ended_at is null then (select b.name from bed b where b.record_id = s.bed_id
      order by b.version desc limit 1) end as bed
  from p join s on s.record_id = p.stay_id
    join who baby on baby.record_id = p.baby_id join who mother on mother.record_id = s.mother_id`

// A baby not yet born has no record: the mother's stands for it, on whom nothing of a child is recorded.
const referredSql = `
  with wanted as (select distinct value as id from json_each(@pairs)),
    c as (select * from referral_child t where record_id in (select id from wanted)
      and version = (select max(version) from referral_child n where n.record_id = t.record_id)),
    r as (select * from referral t where record_id in (select referral_id from c)
      and version = (select max(version) from referral n where n.record_id = t.record_id)),
    who as (select * from person t
      where record_id in (select person_id from c union select mother_id from r)
        and version = (select max(version) from person n where n.record_id = t.record_id))
  select c.record_id as pairId, '' as stayId, coalesce(c.person_id, r.mother_id) as babyId,
    r.mother_id as motherId,
    coalesce(baby.given_name || ' ' || baby.family_name, 'Baby not yet born') as babyName,
    mother.given_name || ' ' || mother.family_name as motherName, baby.born_on as bornOn,
    r.received_at as startedAt, r.record_id as referralId, null as bed
  from c join r on r.record_id = c.referral_id left join who baby on baby.record_id = c.person_id
    join who mother on mother.record_id = r.mother_id`

/** The families of these pairs, or children of referrals, by their id. */
export const familiesOf = (db: ReadDb, pairIds: readonly string[]): Map<string, Family> =>
  new Map(
    [familiesSql, referredSql]
      .flatMap((sql) => db.rows<Family>(sql, { pairs: JSON.stringify(pairIds) }))
      .map((family) => [family.pairId, family]),
  )

const namesSql = `select record_id as id, given_name || ' ' || family_name as name from person t
  where record_id in (select value from json_each(@ids))
    and version = (select max(version) from person n where n.record_id = t.record_id)`

/** The names of these people, by record. */
export const namesOf = (db: ReadDb, ids: readonly string[]): Map<string, string> =>
  new Map(
    db
      .rows<{ id: string; name: string }>(namesSql, { ids: JSON.stringify(ids) })
      .map(({ id, name }) => [id, name]),
  )
