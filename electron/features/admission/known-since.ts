import type { KnownThen, ReferralFile } from '#domain/admission/record.ts'
import type { Instant } from '#domain/shared/time.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { knownFacts } from './known-facts.ts'
import {
  answerRows,
  childRows,
  cpisRows,
  type Ids,
  itemRows,
  overrideRows,
  referralRows,
} from './queries.ts'

/** What an offer rested on at every recording since it was made: an answer that was put back is not forgotten. */

const named = (ids: Ids) => ({ ids: JSON.stringify(ids) })
const chosen = 'in (select value from json_each(@ids))'

const decidedSql = `select record_id as decisionId, outcome, audit_seq as seq, recorded_at as since
  from admission_decision where referral_id = @id and version = 1 order by audit_seq`

const ofReferral = (table: string) =>
  `select audit_seq as seq, recorded_at as since from ${table} where referral_id = @id`
// A status of a child, or a date of birth, is recorded of the person.
const ofPeople = (table: string, column: string) => `select audit_seq as seq, recorded_at as since
  from ${table} where ${column} in (
    select mother_id from referral where record_id = @id
    union select person_id from referral_child where referral_id = @id)`

const changesSql = `select distinct seq, since from (
    ${['clause_answer', 'cpis_check', 'clause_override', 'referral_child'].map(ofReferral).join(' union all ')}
    union all ${ofReferral('information_item')} and source_id is null
    union all select audit_seq as seq, recorded_at as since from referral where record_id = @id
    union all ${ofPeople('person', 'record_id')}
    union all ${ofPeople('child_legal_status', 'person_id')}
  ) where seq > @from order by seq`

interface Mark {
  seq: number
  since: Instant
}

/**
 * The states of one referral since its offers, the oldest first; of the offer that is the last decision alone
 * where `which` says so.
 */
export function knownSinceOffers(
  db: ReadDb,
  id: string,
  which: 'the last decision' | 'every offer',
): KnownThen[] {
  const decisions = db.rows<Mark & { decisionId: string; outcome: string }>(decidedSql, { id })
  const asked = which === 'every offer' ? decisions : decisions.slice(-1)
  return asked.flatMap((decision): KnownThen[] => {
    if (decision.outcome !== 'offered') return []
    const next = decisions.find(({ seq }) => seq > decision.seq)?.seq
    const changes = db.rows<Mark>(changesSql, { id, from: decision.seq })
    return [decision, ...changes.filter(({ seq }) => next === undefined || seq < next)].flatMap(
      ({ seq, since }) => stateAt(db, id, decision.decisionId, seq, since),
    )
  })
}

function stateAt(
  db: ReadDb,
  id: string,
  decisionId: string,
  seq: number,
  since: Instant,
): KnownThen[] {
  const ids = [id]
  const facts = knownFacts(db, referralRows(db, ids, seq), childRows(db, ids, seq), seq).get(id)
  if (!facts) return []
  return [
    {
      decisionId,
      since,
      facts,
      answers: answerRows(db, ids, seq),
      items: itemRows(db, ids, seq),
      cpisChecks: cpisRows(db, ids, seq),
      overrides: overrideRows(db, ids, seq),
    },
  ]
}

/** A referral with its states since every offer: what the time in each stage is counted from. */
export const withEveryOffer = <F extends ReferralFile>(db: ReadDb, id: string, file: F): F => ({
  ...file,
  knownSinceOffers: knownSinceOffers(db, id, 'every offer'),
})

const actsSql = `select referral_id as referralId, min(at) as at from (
    select referral_id, answered_at as at from clause_answer
      where answer <> 'not-yet-asked' and referral_id ${chosen}
    union all select referral_id, coalesce(asked_at, received_at) as at from information_item
      where referral_id ${chosen}
  ) where at is not null group by referral_id`

/** When each check was begun, over every version: an answer that is given anew does not move it. */
export const firstActs = (db: ReadDb, ids: Ids): Map<string, Instant> =>
  new Map(
    db
      .rows<{ referralId: string; at: Instant }>(actsSql, named(ids))
      .map(({ referralId, at }) => [referralId, at]),
  )
