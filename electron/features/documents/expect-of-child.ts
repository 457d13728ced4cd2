import type { AuditNote, WriteTx } from '../../platform/unit-of-work.ts'
import { insertExpected, missingFrom } from './expect-service.ts'
import { familyOf, type RegisterOf } from './family.ts'

const stands = (alias: string, table: string) =>
  `${alias}.withdrawn = 0 and not exists (select 1 from ${table} n
    where n.record_id = ${alias}.record_id and n.version > ${alias}.version)`

// The stay in which the child, or the mother of an expected one, is now.
const staySql = `select s.record_id as id from stay s
  where s.ended_at is null and ${stands('s', 'stay')} and (s.mother_id = @personId
    or exists (select 1 from pair p where p.stay_id = s.record_id and p.baby_id = @personId
      and p.ended_at is null and ${stands('p', 'pair')}))`

// A referral of hers that nobody has declined or withdrawn, and from which she has not come yet.
const referralSql = `select r.record_id as id from referral r
  where ${stands('r', 'referral')} and (r.mother_id = @personId
    or exists (select 1 from referral_child c where c.referral_id = r.record_id
      and c.person_id = @personId and ${stands('c', 'referral_child')}))
    and not exists (select 1 from referral_arrival a where a.referral_id = r.record_id
      and ${stands('a', 'referral_arrival')})
    and not exists (select 1 from admission_decision d where d.referral_id = r.record_id
      and d.outcome in ('declined', 'withdrawn') and ${stands('d', 'admission_decision')}
      and d.decided_at = (select max(l.decided_at) from admission_decision l
        where l.referral_id = r.record_id and ${stands('l', 'admission_decision')}))`

/**
 * Puts on the register what is expected of the family of a child whose legal status is recorded, in the same act: the
 * report of social work above all (product.md 2, 5c).
 */
export function expectOfChild(tx: WriteTx, personId: string): AuditNote[] {
  const ids = (sql: string) => tx.rows<{ id: string }>(sql, { personId }).map(({ id }) => id)
  const registers: RegisterOf[] = [
    ...ids(staySql).map((stayId) => ({ stayId })),
    ...ids(referralSql).map((referralId) => ({ referralId })),
  ]
  return registers.flatMap((of) => {
    const family = familyOf(tx, of)
    return insertExpected(tx, family, missingFrom(tx, family, tx.now))
  })
}
