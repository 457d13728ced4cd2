import { anotherMothersBaby, mayComeWith, saysMother } from '#domain/people/motherhood.ts'
import { isTooOld } from '#domain/people/rules.ts'
import { dateOf } from '#domain/shared/calendar.ts'
import type { FieldMessage } from '#domain/shared/failure.ts'
import type { CivilDate, Instant } from '#domain/shared/time.ts'
import { referral, referralChild } from '#drizzle/schema/admission.ts'
import { person, tie } from '#drizzle/schema/people.ts'
import { pair, stay } from '#drizzle/schema/stays.ts'
import { episode } from '#drizzle/schema/unwell-baby.ts'
import { episodeOutcome } from '#drizzle/schema/unwell-baby-outcome.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { personById } from './queries.ts'
import { settledTies } from './settled.ts'

/** Whose baby somebody is, by stays, referrals and ties; and the babies of a mother who are on record. */

const among = (column: string) => `t.${column} in (select value from json_each(@ids))`
const list = (ids: readonly string[]) => JSON.stringify([...new Set(ids)])

const pairsOfBaby = standing(pair, ['stayId'], 't.baby_id = @id')
const stays = standing(stay, ['motherId'], among('record_id'))
const childrenOfBaby = standing(referralChild, ['referralId'], 't.person_id = @id')
const referrals = standing(referral, ['motherId'], among('record_id'))

/** The mothers with whom a baby was referred, or was on the unit. */
function mothersCameWith(db: ReadDb, babyId: string): string[] {
  const of = { id: babyId }
  const stayIds = pairsOfBaby.at(db, newest, of).map(({ stayId }) => stayId)
  const referralIds = childrenOfBaby.at(db, newest, of).map(({ referralId }) => referralId)
  const found = [
    ...stays.at(db, newest, { ids: list(stayIds) }),
    ...referrals.at(db, newest, { ids: list(referralIds) }),
  ]
  return [...new Set(found.map(({ motherId }) => motherId))]
}

/** The same, and those of whom a tie says that they are the mother. */
export const mothersOfBaby = (db: ReadDb, babyId: string): string[] => [
  ...new Set([
    ...mothersCameWith(db, babyId),
    ...settledTies(db, babyId)
      .filter(saysMother)
      .map(({ personId }) => personId),
  ]),
]

/**
 * What speaks against a baby on record being referred, or coming in, with a mother: another's baby, or no baby any
 * more. `motherId` is null for a mother who is recorded with the same act.
 */
export function faultsOfBabyOnRecord(
  db: ReadDb,
  motherId: string | null,
  babyId: string,
  now: Instant,
  field: string,
): FieldMessage[] {
  const { bornOn } = personById(db, babyId, field)
  const cameWith = mothersCameWith(db, babyId)
  const fault = (message: string) => [{ field, message }]
  if (!mayComeWith(motherId ?? '', { cameWith, ties: settledTies(db, babyId) }))
    return fault(anotherMothersBaby)
  return bornOn !== null && isTooOld(bornOn, dateOf(now))
    ? fault(
        'This child is no baby any more. Record them as another child of hers, under people and ties',
      )
    : []
}

const staysOfMother = standing(stay, ['recordId'], 't.mother_id = @motherId')
const pairs = standing(
  pair,
  ['recordId', 'babyId', 'startedAt', 'endedAt'],
  among('stay_id'),
  't.started_at',
)
const referralsOfMother = standing(referral, ['recordId'], 't.mother_id = @motherId')
const children = standing(referralChild, ['personId'], among('referral_id'))
const tiesOfMother = standing(
  tie,
  ['toPersonId'],
  "t.person_id = @motherId and t.relation = 'mother' and t.basis_kind <> 'not-established'",
)
const babies = standing(
  person,
  ['recordId', 'givenName', 'familyName', 'nhsNumber', 'bornOn', 'bornOnEstimate'],
  `t.kind = 'baby' and ${among('record_id')}`,
  't.born_on desc, t.given_name, t.record_id',
)
const deaths = standing(
  episodeOutcome,
  ['episodeId'],
  `t.kind = 'died' and t.episode_id in (select e.record_id from episode e
    where e.pair_id in (select value from json_each(@ids)))`,
)
const episodes = standing(episode, ['pairId'], among('record_id'))

export interface BabyOnRecord {
  id: string
  givenName: string
  familyName: string
  nhsNumber: string | null
  bornOn: CivilDate | null
  bornOnEstimate: string | null
  /** The last time on the unit; null where the baby never came. */
  lastStay: { from: Instant; to: Instant | null } | null
}

/**
 * The babies of a mother who are on record and may come with her again, the youngest first: neither children who
 * are no babies any more, nor a baby who has died.
 */
export function babiesOfMother(db: ReadDb, motherId: string, now: Instant): BabyOnRecord[] {
  const of = { motherId }
  const idsOf = (rows: readonly { recordId: string }[]) => list(rows.map((row) => row.recordId))
  const together = pairs.at(db, newest, { ids: idsOf(staysOfMother.at(db, newest, of)) })
  const referred = children.at(db, newest, { ids: idsOf(referralsOfMother.at(db, newest, of)) })
  const ids = list([
    ...together.map(({ babyId }) => babyId),
    ...referred.flatMap(({ personId }) => personId ?? []),
    ...tiesOfMother.at(db, newest, of).map(({ toPersonId }) => toPersonId),
  ])
  const died = diedOf(db, together)
  return babies
    .at(db, newest, { ids })
    .filter(({ recordId, bornOn }) => !died.has(recordId) && !isOlder(bornOn, now))
    .filter(({ recordId }) => faultsOfBabyOnRecord(db, motherId, recordId, now, 'id').length === 0)
    .map(({ recordId, ...baby }) => {
      const last = together.filter(({ babyId }) => babyId === recordId).at(-1)
      return {
        id: recordId,
        ...baby,
        lastStay: last ? { from: last.startedAt, to: last.endedAt } : null,
      }
    })
}

const isOlder = (bornOn: CivilDate | null, now: Instant) =>
  bornOn !== null && isTooOld(bornOn, dateOf(now))

function diedOf(db: ReadDb, together: ReturnType<typeof pairs.at>): Set<string> {
  const ofPairs = { ids: list(together.map(({ recordId }) => recordId)) }
  const ended = list(deaths.at(db, newest, ofPairs).map(({ episodeId }) => episodeId))
  const pairIds = new Set(episodes.at(db, newest, { ids: ended }).map(({ pairId }) => pairId))
  return new Set(
    together.filter(({ recordId }) => pairIds.has(recordId)).map(({ babyId }) => babyId),
  )
}
