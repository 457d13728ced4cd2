import type { Instant } from '#domain/shared/time.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { staysOfMother } from '../stays/queries.ts'

const tiedSql = `select 1 as yes from referral_arrival a where a.stay_id = @stayId and a.withdrawn = 0
  and not exists (select 1 from referral_arrival n
    where n.record_id = a.record_id and n.version > a.version)`

/** Whether a stay is tied to the referral that it came from. */
export const isTied = (db: ReadDb, stayId: string): boolean =>
  db.row(tiedSql, { stayId }) !== undefined

/** Her stays that no referral is tied to: one recorded at the door, before anybody opened the referral. */
export const unlinkedStays = (
  db: ReadDb,
  motherId: string,
): { stayId: string; arrivedAt: Instant; endedAt: Instant | null }[] =>
  staysOfMother(db, motherId)
    .filter(({ id }) => !isTied(db, id))
    .map(({ id, arrivedAt, endedAt }) => ({ stayId: id, arrivedAt, endedAt }))
