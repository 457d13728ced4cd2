import type { Answer } from '#domain/shared/answer.ts'
import type { LegalStatusFact } from '#domain/shared/legal-status-at.ts'
import { socialCareInvolvement, statusesOfChildren } from '#domain/shared/social-care.ts'
import type { Instant } from '#domain/shared/time.ts'
import { cpisCheck, referral, referralChild } from '#drizzle/schema/admission.ts'
import { childLegalStatus } from '#drizzle/schema/people.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'

/** Whether children's social care is involved with a family, by everything that is on record of it. */

const among = (column: string) => `t.${column} in (select value from json_each(@ids))`
const list = (ids: readonly string[]) => ({ ids: JSON.stringify([...new Set(ids)]) })

const referrals = standing(referral, ['recordId', 'socialCare'], among('record_id'))
const children = standing(referralChild, ['referralId', 'personId'], among('referral_id'))
const lookUps = standing(cpisCheck, ['referralId', 'result', 'endedOn'], among('referral_id'))
const legal = standing(
  childLegalStatus,
  ['recordId', 'personId', 'code', 'startsAt', 'endsAt', 'endedAt', 'recordedAt', 'carriedFrom'],
  among('person_id'),
)

export interface FamilyToJudge {
  referralId: string | null
  motherId: string
  /** Babies who are born. */
  babyIds: readonly string[]
  /** The moment for which it is asked. */
  at: Instant
}

export interface FamilySocialCare {
  socialCare: Answer
  /** The legal statuses of the children that had begun by then, an expected baby's included. */
  statuses: LegalStatusFact[]
}

/** For each of these families, in their order, as it had been recorded by a cut. */
export function socialCareOf(
  db: ReadDb,
  families: readonly FamilyToJudge[],
  seq: number = newest,
): FamilySocialCare[] {
  const ofReferrals = list(families.flatMap(({ referralId }) => referralId ?? []))
  const told = new Map(
    referrals.at(db, seq, ofReferrals).map((row) => [row.recordId, row.socialCare as Answer]),
  )
  const childrenOf = Map.groupBy(children.at(db, seq, ofReferrals), (row) => row.referralId)
  const lookUpsOf = Map.groupBy(lookUps.at(db, seq, ofReferrals), (row) => row.referralId)
  const everybody = list(families.flatMap(({ motherId, babyIds }) => [motherId, ...babyIds]))
  const legalOf = Map.groupBy(legal.at(db, seq, everybody), (row) => row.personId)
  return families.map(({ referralId, motherId, babyIds, at }) => {
    const unborn = (childrenOf.get(referralId ?? '') ?? []).some((one) => one.personId === null)
    const statuses = statusesOfChildren({
      ofMother: legalOf.get(motherId) ?? [],
      ofBabies: babyIds.flatMap((id) => legalOf.get(id) ?? []),
      isAnyUnborn: unborn || babyIds.length === 0,
    }).filter(({ startsAt }) => startsAt <= at)
    const facts = {
      told: told.get(referralId ?? '') ?? null,
      lookUps: lookUpsOf.get(referralId ?? '') ?? [],
      statuses,
    }
    return { socialCare: socialCareInvolvement(facts, at), statuses }
  })
}
