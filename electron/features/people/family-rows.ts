import type { Settlement } from '#domain/people/clashes.ts'
import {
  type Asking,
  type FamilyHistory,
  joined,
  type Version,
  type Window,
} from '#domain/people/family-history.ts'
import type { TieStatement } from '#domain/people/ties.ts'
import type { BasisKind } from '#domain/shared/provenance.ts'
import type { CivilDate, Instant } from '#domain/shared/time.ts'
import { referral, referralArrival, referralChild } from '#drizzle/schema/admission.ts'
import { admissionDecision } from '#drizzle/schema/admission-decisions.ts'
import { childLegalStatus, person, tie } from '#drizzle/schema/people.ts'
import {
  clashSettlement,
  personQuestion,
  questionAsking,
} from '#drizzle/schema/people-questions.ts'
import { pair, stay } from '#drizzle/schema/stays.ts'
import { everyVersion } from '../../platform/every-version.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { statementColumns } from './settled.ts'

/** Families with everything from which their open questions follow, as recorded by a cut. */

const among = (column: string) => `t.${column} in (select value from json_each(@ids))`
const version = ['recordId', 'version', 'recordedAt', 'withdrawn'] as const

const stays = standing(stay, ['recordId', 'motherId', 'arrivedAt', 'endedAt'], among('mother_id'))
const referrals = standing(referral, ['recordId', 'motherId', 'receivedAt'], among('mother_id'))
const arrivals = standing(referralArrival, ['referralId', 'stayId'], among('referral_id'))
const endings = standing(
  admissionDecision,
  ['referralId', 'decidedAt', 'recordedAt'],
  `t.outcome in ('declined', 'withdrawn') and ${among('referral_id')}`,
  't.decided_at',
)
const pairs = standing(pair, ['stayId', 'babyId'], among('stay_id'))
const children = everyVersion(
  referralChild,
  [...version, 'referralId', 'personId', 'expectedOn'],
  among('referral_id'),
)
const people = everyVersion(
  person,
  [...version, 'kind', 'bornOn', 'expectedOn'],
  among('record_id'),
)
const ties = everyVersion(tie, [...version, ...statementColumns], among('to_person_id'))
const legal = everyVersion(
  childLegalStatus,
  [...version, 'personId', 'code', 'startsAt', 'endedAt', 'basisKind'],
  among('person_id'),
)
const askings = everyVersion(
  questionAsking,
  [...version, 'personId', 'questionKey', 'askedAt', 'nextAskAt', 'basisKind'],
  among('person_id'),
)
const questions = everyVersion(
  personQuestion,
  [...version, 'personId', 'question'],
  among('person_id'),
)
const settlements = everyVersion(
  clashSettlement,
  [...version, 'personId', 'topic', 'firstId', 'firstVersion', 'otherId', 'otherVersion', 'holds'],
  among('person_id'),
)

const list = (ids: Iterable<string>) => ({ ids: JSON.stringify([...new Set(ids)]) })

/** A family with the stay and the referral through which the unit knows her. */
export interface FamilyRecord extends FamilyHistory {
  /** Newest first. */
  stays: { stayId: string; arrivedAt: Instant; endedAt: Instant | null }[]
  referralIds: string[]
}

/** The families of these mothers. */
export function familiesOf(
  db: ReadDb,
  motherIds: readonly string[],
  seq: number = newest,
): FamilyRecord[] {
  const found = stays.at(db, seq, list(motherIds))
  const told = referrals.at(db, seq, list(motherIds))
  const ofReferrals = list(told.map(({ recordId }) => recordId))
  const expected = children.at(db, seq, ofReferrals)
  const together = pairs.at(db, seq, list(found.map(({ recordId }) => recordId)))
  const babyIds = [
    ...together.map(({ babyId }) => babyId),
    ...expected.flatMap(({ personId }) => personId ?? []),
  ]
  const all = list([...motherIds, ...babyIds])
  const read = {
    persons: Map.groupBy(people.at(db, seq, all), ({ recordId }) => recordId),
    ties: Map.groupBy(ties.at(db, seq, all), ({ toPersonId }) => toPersonId),
    legal: Map.groupBy(legal.at(db, seq, all), ({ personId }) => personId),
    askings: Map.groupBy(askings.at(db, seq, all), ({ personId }) => personId),
    own: Map.groupBy(questions.at(db, seq, all), ({ personId }) => personId),
    settlements: Map.groupBy(settlements.at(db, seq, all), ({ personId }) => personId),
  }
  const windows = Map.groupBy(
    windowsOf(db, seq, found, told, ofReferrals),
    ({ motherId }) => motherId,
  )
  const staysOf = Map.groupBy(found, ({ motherId }) => motherId)
  const referralsOf = Map.groupBy(told, ({ motherId }) => motherId)
  const motherOf = new Map([...found, ...told].map((one) => [one.recordId, one.motherId]))
  const childrenOf = Map.groupBy(expected, ({ referralId }) => motherOf.get(referralId))
  const pairsOf = Map.groupBy(together, ({ stayId }) => motherOf.get(stayId))
  return motherIds.flatMap((motherId) => {
    const mother = read.persons.get(motherId) ?? []
    const last = mother.at(-1)
    if (!last) return []
    const ownStays = staysOf.get(motherId) ?? []
    const ownReferrals = (referralsOf.get(motherId) ?? []).map(({ recordId }) => recordId)
    const unborn = childrenOf.get(motherId) ?? []
    const babies = new Set([
      ...(pairsOf.get(motherId) ?? []).map(({ babyId }) => babyId),
      ...unborn.flatMap(({ personId }) => personId ?? []),
    ])
    const members = [motherId, ...babies]
    const of = <Row>(rows: Map<string, Row[]>) => members.flatMap((id) => rows.get(id) ?? [])
    return [
      {
        motherId,
        motherVersion: last.version,
        expected: [
          ...mother
            .filter(({ version: v, expectedOn }) => v > 1 || expectedOn !== null)
            .map((row) => ({ ...row, isUnborn: row.expectedOn !== null })),
          ...unborn.map((row) => ({ ...row, isUnborn: row.personId === null })),
        ],
        babies: [...babies].flatMap((id) => babyOf(read.persons.get(id) ?? [])),
        ties: of(read.ties) as (Version & TieStatement)[],
        legal: of(read.legal).map((row) => ({ ...row, basisKind: row.basisKind as BasisKind })),
        settlements: of(read.settlements) as (Version & Settlement)[],
        askings: of(read.askings) as Asking[],
        own: of(read.own),
        windows: joined(windows.get(motherId) ?? []),
        stays: ownStays
          .map(({ recordId, arrivedAt, endedAt }) => ({ stayId: recordId, arrivedAt, endedAt }))
          .sort((a, b) => (a.arrivedAt < b.arrivedAt ? 1 : -1)),
        referralIds: ownReferrals,
      },
    ]
  })
}

interface PersonRow extends Version {
  bornOn: CivilDate | null
}

function babyOf(versions: readonly PersonRow[]): FamilyHistory['babies'][number][] {
  const [first] = versions
  const last = versions.at(-1)
  if (!first || !last || last.withdrawn) return []
  const { recordId, version: v, bornOn } = last
  return [{ personId: recordId, version: v, bornOn, since: first.recordedAt }]
}

/** From when to when the unit is concerned with each mother: open referrals, and stays. */
function windowsOf(
  db: ReadDb,
  seq: number,
  found: ReturnType<typeof stays.at>,
  told: ReturnType<typeof referrals.at>,
  ofReferrals: { ids: string },
): (Window & { motherId: string })[] {
  const arrivedAt = new Map(found.map((one) => [one.recordId, one.arrivedAt]))
  const ends = new Map<string, Instant>()
  for (const { referralId, decidedAt, recordedAt } of endings.at(db, seq, ofReferrals))
    ends.set(referralId, decidedAt ?? recordedAt)
  for (const { referralId, stayId } of arrivals.at(db, seq, ofReferrals)) {
    const at = arrivedAt.get(stayId)
    if (at !== undefined) ends.set(referralId, at)
  }
  return [
    ...found.map(({ motherId, arrivedAt: from, endedAt: to }) => ({ motherId, from, to })),
    ...told.map(({ motherId, recordId, receivedAt: from }) => ({
      motherId,
      from,
      to: ends.get(recordId) ?? null,
    })),
  ]
}

const stands = (alias: string, table: string) =>
  `${alias}.audit_seq <= @seq and ${alias}.withdrawn = 0 and not exists (select 1 from ${table} n
    where n.record_id = ${alias}.record_id and n.version > ${alias}.version and n.audit_seq <= @seq)`

// An open referral ends with its arrival, or with a decision against it.
const concernedSql = `
  select s.mother_id as id from stay s
    where s.arrived_at < @to and (s.ended_at is null or s.ended_at > @from) and ${stands('s', 'stay')}
  union
  select r.mother_id as id from referral r
    where r.received_at < @to and ${stands('r', 'referral')}
      and not exists (select 1 from admission_decision d where d.referral_id = r.record_id
        and d.outcome in ('declined', 'withdrawn') and d.decided_at <= @from
        and ${stands('d', 'admission_decision')})
      and not exists (select 1 from referral_arrival a join stay s on s.record_id = a.stay_id
        where a.referral_id = r.record_id and s.ended_at <= @from
        and ${stands('a', 'referral_arrival')} and ${stands('s', 'stay')})`

/** The mothers with whom the unit was concerned at some time between two instants. It narrows alone. */
export const mothersBetween = (
  db: ReadDb,
  from: Instant,
  to: Instant,
  seq: number = newest,
): string[] => db.rows<{ id: string }>(concernedSql, { seq, from, to }).map(({ id }) => id)
