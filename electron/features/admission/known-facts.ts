import type { ReferralFacts } from '#domain/admission/record.ts'
import { laterOf } from '#domain/shared/calendar.ts'
import { statusesOfChildren } from '#domain/shared/social-care.ts'
import type { CivilDate, Instant } from '#domain/shared/time.ts'
import { childLegalStatus } from '#drizzle/schema/people.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import type { ChildRow, ReferralRow } from './queries.ts'

interface Version {
  recordId: string
  version: number
  recordedAt: Instant
}
interface BornVersion extends Version {
  bornOn: CivilDate | null
}
interface ToldVersion extends Version {
  referrer: string
  socialCare: string
}

const legal = standing(
  childLegalStatus,
  ['recordId', 'personId', 'code', 'startsAt', 'endsAt', 'endedAt', 'recordedAt', 'carriedFrom'],
  't.person_id in (select value from json_each(@ids))',
)

const chosen = 'record_id in (select value from json_each(@ids)) and audit_seq <= @seq'
const head = 'record_id as recordId, version, recorded_at as recordedAt'
const bornSql = `select ${head}, born_on as bornOn from person where ${chosen} order by version`
const toldSql = `select ${head}, referrer, social_care as socialCare from referral
  where ${chosen} order by version`

/**
 * What the computed clauses follow from, for each of these referrals as it stood at a cut. The time that
 * goes with it is when one of these facts last changed: a corrected spelling of a name changes none.
 */
export function knownFacts(
  db: ReadDb,
  referrals: readonly ReferralRow[],
  children: readonly ChildRow[],
  seq: number = newest,
): Map<string, ReferralFacts> {
  const people = [
    ...referrals.map((one) => one.motherId),
    ...children.flatMap((one) => one.personId ?? []),
  ]
  const born = byRecord(db.rows<BornVersion>(bornSql, { ids: JSON.stringify(people), seq }))
  const told = byRecord(
    db.rows<ToldVersion>(toldSql, {
      ids: JSON.stringify(referrals.map((one) => one.recordId)),
      seq,
    }),
  )
  const bornOn = (personId: string) => born.get(personId)?.at(-1)?.bornOn ?? null
  const bornSince = (personId: string) =>
    heldSince(born.get(personId) ?? [], (a, b) => a.bornOn === b.bornOn)
  const toldSince = (one: ReferralRow, agrees: (a: ToldVersion, b: ToldVersion) => boolean) =>
    heldSince(told.get(one.recordId) ?? [], agrees)
  const legalOf = Map.groupBy(
    legal.at(db, seq, { ids: JSON.stringify(people) }),
    (row) => row.personId,
  )
  const childrenOf = Map.groupBy(children, (one) => one.referralId)
  return new Map(
    referrals.map((one) => {
      const own = childrenOf.get(one.recordId) ?? []
      const ofBabies = own.flatMap(({ personId }) => legalOf.get(personId ?? '') ?? [])
      const statuses = statusesOfChildren({
        ofMother: legalOf.get(one.motherId) ?? [],
        ofBabies,
        isAnyUnborn: own.some(({ personId }) => personId === null),
      })
      const times = [
        toldSince(one, (a, b) => a.referrer === b.referrer),
        bornSince(one.motherId),
        ...own.flatMap((child) => [
          child.recordedAt,
          ...(child.personId === null ? [] : [bornSince(child.personId)]),
        ]),
      ].filter((at) => at !== undefined)
      return [
        one.recordId,
        {
          motherBornOn: bornOn(one.motherId),
          children: own.map(({ recordId, personId, expectedOn }) => ({
            key: recordId,
            bornOn: personId === null ? null : bornOn(personId),
            born: personId !== null,
            expectedOn,
          })),
          referrer: one.referrer,
          socialCare: one.socialCare,
          legalStatuses: statuses,
          socialCareSince: [
            toldSince(one, (a, b) => a.socialCare === b.socialCare) ?? one.recordedAt,
            ...statuses.map((status) => status.recordedAt),
          ].reduce(laterOf),
          recordedAt: times.length > 0 ? times.reduce(laterOf) : one.recordedAt,
        },
      ]
    }),
  )
}

const byRecord = <V extends Version>(versions: readonly V[]) =>
  Map.groupBy(versions, (one) => one.recordId)

/** When the value that stands was first recorded: the oldest of the last versions that agree. */
function heldSince<V extends Version>(
  versions: readonly V[],
  agrees: (a: V, b: V) => boolean,
): Instant | undefined {
  const last = versions.at(-1)
  if (!last) return undefined
  const changed = versions.findLastIndex((one) => !agrees(one, last))
  return versions[changed + 1]?.recordedAt
}
