import { isOpen, type Stage, stageOf } from '#domain/admission/stages.ts'
import { mayBeSame } from '#domain/people/same-person.ts'
import type { FieldMessage } from '#domain/shared/failure.ts'
import { folded } from '#domain/shared/folded-text.ts'
import type { CivilDate, Instant } from '#domain/shared/time.ts'
import { person } from '#drizzle/schema/people.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { sameFaults } from '../people/alike.ts'
import { type BabyOnRecord, babiesOfMother } from '../people/motherhood.ts'
import { staysOfMother } from '../stays/queries.ts'
import { referralCases } from './case.ts'
import type { LikelyInput } from './schemas.ts'

/** Looking whether a mother is on record before she is recorded anew. */

const mothers = standing(
  person,
  ['recordId', 'givenName', 'familyName', 'searchName', 'nhsNumber', 'bornOn'],
  `t.kind = 'mother' and (t.nhs_number = @nhsNumber or t.born_on = @bornOn
    or exists (select 1 from json_each(@words) w where instr(t.search_name, w.value) > 0))`,
  't.family_name, t.given_name, t.record_id',
)

export const likenesses = ['number', 'name-and-birth', 'birth-and-part', 'name'] as const
export type Likeness = (typeof likenesses)[number]

export interface LikelyMother {
  id: string
  givenName: string
  familyName: string
  nhsNumber: string | null
  bornOn: CivilDate | null
  likeness: Likeness
  /** She is recorded anew only once somebody has said that this is another person. */
  needsWord: boolean
  /** Her referrals and stays, newest first. */
  referrals: { id: string; receivedAt: Instant; stage: Stage }[]
  stays: { id: string; arrivedAt: Instant; endedAt: Instant | null }[]
}

const mostShown = 8

/** The mothers on record who may be this one: the surest first, at most eight. */
export function likelyMothers(db: ReadDb, input: LikelyInput, now: Instant): LikelyMother[] {
  const found = mothers
    .at(db, newest, {
      nhsNumber: input.nhsNumber,
      bornOn: input.bornOn,
      words: JSON.stringify(wordsOf(input.familyName ?? input.givenName)),
    })
    .flatMap((row) => {
      const likeness = likenessOf(row, input)
      return likeness ? [{ row, likeness }] : []
    })
    .sort(
      (a, b) =>
        likenesses.indexOf(a.likeness) - likenesses.indexOf(b.likeness) ||
        wordsShared(b.row, input) - wordsShared(a.row, input),
    )
    .slice(0, mostShown)
  return found.map(({ row, likeness }) => ({
    id: row.recordId,
    givenName: row.givenName,
    familyName: row.familyName,
    nhsNumber: row.nhsNumber,
    bornOn: row.bornOn,
    likeness,
    needsWord: mayBeSame(asNamed(input), { kind: 'mother', ...row }),
    referrals: referralsOfMother(db, row.recordId, now).reverse(),
    stays: staysOfMother(db, row.recordId)
      .map(({ id, arrivedAt, endedAt }) => ({ id, arrivedAt, endedAt }))
      .reverse(),
  }))
}

const asNamed = ({ givenName, familyName, bornOn }: LikelyInput) => ({
  kind: 'mother' as const,
  givenName: givenName ?? '',
  familyName: familyName ?? '',
  bornOn,
})

interface Known {
  searchName: string
  nhsNumber: string | null
  bornOn: CivilDate | null
}

/** The words of a name: Okafor-Reed may be on record as Okafor, or as Reed. */
const wordsOf = (typed: string | undefined): string[] =>
  folded(typed ?? '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1)

function likenessOf(row: Known, input: LikelyInput): Likeness | undefined {
  const part = (typed: string | undefined) =>
    wordsOf(typed).some((word) => row.searchName.includes(word))
  const isNamed = part(input.givenName) && part(input.familyName)
  if (input.nhsNumber !== null && row.nhsNumber === input.nhsNumber) return 'number'
  if (input.bornOn !== null && row.bornOn === input.bornOn) {
    if (isNamed) return 'name-and-birth'
    return part(input.givenName) || part(input.familyName) ? 'birth-and-part' : undefined
  }
  return isNamed ? 'name' : undefined
}

/** How many words of the name that was typed are in the name on record. */
const wordsShared = (row: Known, { givenName, familyName }: LikelyInput): number =>
  [...wordsOf(givenName), ...wordsOf(familyName)].filter((word) => row.searchName.includes(word))
    .length

/** Refuses a new mother who may be one on record by name and birth, unless she was looked at. */
export const sameMother = (
  db: ReadDb,
  typed: { givenName: string; familyName: string; bornOn: CivilDate | null },
): FieldMessage[] => sameFaults(db, { ...typed, kind: 'mother', nhsNumber: null })

const idsSql = `select distinct record_id as id from referral where mother_id = @motherId
  order by record_id`

function referralsOfMother(db: ReadDb, motherId: string, now: Instant) {
  const ids = db.rows<{ id: string }>(idsSql, { motherId }).map(({ id }) => id)
  return referralCases(db, ids).map((file) => ({
    id: file.referral.recordId,
    receivedAt: file.receivedAt,
    stage: stageOf(file, file.rules, now),
  }))
}

/** Her referral that is still open, by id. */
export const openReferralOf = (db: ReadDb, motherId: string, now: Instant): string | undefined =>
  referralsOfMother(db, motherId, now).find(({ stage }) => isOpen(stage))?.id

/** What the telephone script shows of a mother who is on record: what stands in the way, and her babies. */
export interface MotherOnRecord {
  /** Her stay, where she is on the unit now. */
  stayId: string | null
  /** Her referral, where one is open. */
  referralId: string | null
  babies: BabyOnRecord[]
}

/** A mother on record, before another referral of her is taken. */
export const motherOnRecord = (db: ReadDb, motherId: string, now: Instant): MotherOnRecord => ({
  stayId: staysOfMother(db, motherId).find(({ endedAt }) => endedAt === null)?.id ?? null,
  referralId: openReferralOf(db, motherId, now) ?? null,
  babies: babiesOfMother(db, motherId, now),
})
