import type { Instant } from '#domain/shared/time.ts'
import { referral } from '#drizzle/schema/admission.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'

const stands = (alias: string, table: string) => `${alias}.referral_id = t.record_id
  and ${alias}.withdrawn = 0 and not exists (select 1 from ${table} n
    where n.record_id = ${alias}.record_id and n.version > ${alias}.version)`

const ended = `(exists (select 1 from referral_arrival a where ${stands('a', 'referral_arrival')})
  or exists (select 1 from admission_decision d where ${stands('d', 'admission_decision')}
    and d.outcome in ('declined', 'withdrawn')))`

// After the end somebody may still have to tell the referrer, to sign, or to get what was let through.
const mayBeToDo = `(exists (select 1 from admission_decision d
    where ${stands('d', 'admission_decision')}
      and d.referrer_told_due_at is not null and d.referrer_told_at is null)
  or exists (select 1 from clause_override o where ${stands('o', 'clause_override')}
    and (o.due_at is not null or o.second_signed_at is null)))`

const open = standing(
  referral,
  ['recordId'],
  `not ${ended} or ${mayBeToDo}`,
  't.received_at, t.record_id',
)
const closed = standing(
  referral,
  ['recordId', 'receivedAt'],
  `${ended} and (t.received_at < @receivedAt or (t.received_at = @receivedAt and t.record_id > @id))`,
  't.received_at desc, t.record_id limit @most',
)

/** How many referrals a page of those that have ended has. */
export const endedPageRows = 50

/**
 * The referrals in which somebody may still have something to do, oldest first. It narrows; whether there is
 * something to do is computed.
 */
export const openReferralIds = (db: ReadDb): string[] =>
  open.at(db, newest).map(({ recordId }) => recordId)

/** The last line of a page of those that have ended. */
export interface EndedAfter {
  receivedAt: Instant
  id: string
}

/** A page of the referrals that have ended, newest first, and where the next begins. */
export function endedReferralIds(
  db: ReadDb,
  { receivedAt, id }: EndedAfter = { receivedAt: '9999', id: '' },
): { ids: string[]; next: EndedAfter | null } {
  const rows = closed.at(db, newest, { receivedAt, id, most: endedPageRows + 1 })
  const shown = rows.slice(0, endedPageRows)
  const last = shown.at(-1)
  return {
    ids: shown.map(({ recordId }) => recordId),
    next:
      last && rows.length > shown.length
        ? { receivedAt: last.receivedAt, id: last.recordId }
        : null,
  }
}
