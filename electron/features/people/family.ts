import { bothSay } from '#domain/people/clash-words.ts'
import { clashesOf, settlementOf } from '#domain/people/clashes.ts'
import { isAnswer } from '#domain/people/family-history.ts'
import { placementStanding } from '#domain/people/placement.ts'
import { isExpecting } from '#domain/people/unknowns.ts'
import type { Instant } from '#domain/shared/time.ts'
import { cpisCheck, referralChild } from '#drizzle/schema/admission.ts'
import { tie } from '#drizzle/schema/people.ts'
import {
  clashSettlement,
  placementMeeting,
  questionAsking,
} from '#drizzle/schema/people-questions.ts'
import { bed, pair, stay } from '#drizzle/schema/stays.ts'
import { staff } from '#drizzle/schema/users.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { basisOf } from './facts.ts'
import { type FamilyRecord, familiesOf } from './family-rows.ts'
import { placementsOf } from './measure-facts.ts'
import { openQuestionsOf } from './open-questions.ts'
import { peopleRulesAt } from './people-rules.ts'
import { personById, personOf } from './queries.ts'
import { settlementsOf, statementsTo } from './settled.ts'

const among = (column: string) => `t.${column} in (select value from json_each(@ids))`
const basisKeys = ['basisKind', 'basisBy', 'basisOn', 'basisDocument'] as const

const pairs = standing(
  pair,
  ['recordId', 'version', 'stayId', 'babyId', 'startedAt', 'endedAt'],
  among('stay_id'),
  't.started_at, t.record_id',
)
const stayById = standing(stay, ['bedId'], 't.record_id = @id')
const bedById = standing(bed, ['name'], 't.record_id = @id')
const askings = standing(
  questionAsking,
  [
    'recordId',
    'version',
    'personId',
    'questionKey',
    'question',
    'askedAt',
    'answer',
    'nextAskAt',
    'author',
    ...basisKeys,
  ],
  among('person_id'),
  't.asked_at desc, t.record_id desc',
)
const tieBases = standing(tie, ['recordId', ...basisKeys], 't.to_person_id = @personId')
const settled = standing(
  clashSettlement,
  ['recordId', 'version', 'because', 'author', 'recordedAt'],
  't.person_id = @personId',
)
const meetings = standing(
  placementMeeting,
  [
    'recordId',
    'version',
    'pairId',
    'kind',
    'plannedAt',
    'heldAt',
    'chairedBy',
    'chairName',
    'officer',
    'decided',
    ...basisKeys,
  ],
  among('pair_id'),
  't.held_at, t.planned_at',
)
const children = standing(
  referralChild,
  ['recordId', 'referralId', 'personId', 'expectedOn'],
  among('referral_id'),
)
const checks = standing(
  cpisCheck,
  ['recordId', 'childId', 'referralId', 'result', 'checkedAt', 'reference', 'author'],
  among('referral_id'),
  't.checked_at desc, t.record_id desc',
)
const staffNames = standing(staff, ['recordId', 'name'], among('record_id'))

const list = (ids: readonly string[]) => ({ ids: JSON.stringify([...new Set(ids)]) })
const fullName = ({ givenName, familyName }: { givenName: string; familyName: string }) =>
  `${givenName} ${familyName}`

/**
 * A mother with her babies and everybody's open questions: what the page of people and ties begins with, at
 * the stage of a referral and during a stay alike. Refuses where she is not on record.
 */
export function familyPage(db: ReadDb, motherId: string, at: Instant) {
  const mother = personOf(db, motherId, 'mother', 'motherId')
  const [family] = familiesOf(db, [motherId])
  if (!family) throw new Error('A mother on record has a family')
  const babies = family.babies.map(({ personId }) => personById(db, personId))
  const members = [motherId, ...babies.map(({ id }) => id)]
  const [open] = openQuestionsOf(db, [family], at).values()
  const stayIds = family.stays.map(({ stayId }) => stayId)
  const together = pairs.at(db, newest, list(stayIds))
  const asked = askings.at(db, newest, list(members))
  const current = family.stays.find(({ endedAt }) => endedAt === null)
  const cpis = cpisOf(db, family)
  const clashes = members.flatMap((personId) => clashesAbout(db, personId))
  const names = namesOf(db, [
    ...asked.map(({ author }) => author),
    ...cpis.map(({ author }) => author),
    ...clashes.flatMap(({ settlement }) => settlement?.author ?? []),
  ])
  return {
    at,
    mother,
    babies,
    expected: isExpecting({ expected: unbornOf(family), babies: family.babies })
      ? unbornOf(family)
      : [],
    stay: current ? { stayId: current.stayId, bed: bedOf(db, current.stayId) } : null,
    referralIds: family.referralIds,
    questions: (open ?? []).map((one) => ({
      ...one,
      about: fullName(personById(db, one.aboutId)),
      who: one.whoId === null ? null : fullName(personById(db, one.whoId)),
    })),
    askings: asked.map(({ basisKind, basisBy, basisOn, basisDocument, ...row }) => ({
      ...row,
      isAnswer: isAnswer({ basisKind: basisKind as 'told' }),
      by: names.get(row.author) ?? '',
      basis: basisOf({ basisKind, basisBy, basisOn, basisDocument }),
    })),
    clashes: clashes.map(({ settlement, ...clash }) => ({
      ...clash,
      settlement: settlement && { ...settlement, by: names.get(settlement.author) ?? '' },
    })),
    placements: placementsNow(db, together, at),
    cpis: cpis.map(({ author, ...check }) => ({ ...check, by: names.get(author) ?? '' })),
  }
}

const namesOf = (db: ReadDb, ids: readonly string[]) =>
  new Map(staffNames.at(db, newest, list(ids)).map(({ recordId, name }) => [recordId, name]))

const unbornOf = ({ expected }: FamilyRecord) => {
  const last = new Map(expected.map((row) => [row.recordId, row]))
  return [...last.values()]
    .filter(({ withdrawn, isUnborn }) => !withdrawn && isUnborn)
    .map(({ recordId, expectedOn }) => ({ recordId, expectedOn }))
}

function bedOf(db: ReadDb, stayId: string): string | null {
  const bedId = stayById.at(db, newest, { id: stayId })[0]?.bedId
  return bedId ? (bedById.at(db, newest, { id: bedId })[0]?.name ?? null) : null
}

/** Two statements that differ, side by side, with what was found where that was. */
function clashesAbout(db: ReadDb, personId: string) {
  const found = clashesOf(statementsTo(db, personId))
  if (found.length === 0) return []
  const settlements = settlementsOf(db, personId)
  const bases = new Map(
    tieBases.at(db, newest, { personId }).map(({ recordId, ...row }) => [recordId, basisOf(row)]),
  )
  const details = new Map(settled.at(db, newest, { personId }).map((row) => [row.recordId, row]))
  const about = fullName(personById(db, personId))
  return found.map((clash) => {
    const settlement = settlementOf(clash, settlements)
    const words = bothSay(clash, (id) => fullName(personById(db, id)))
    const side = (which: 'first' | 'other') => ({
      id: clash[which].recordId,
      version: clash[which].version,
      personId: clash[which].personId,
      says: words[which],
      basis: bases.get(clash[which].recordId) ?? null,
    })
    const detail = settlement && details.get(settlement.recordId)
    return {
      key: clash.key,
      topic: clash.topic,
      personId,
      about,
      first: side('first'),
      other: side('other'),
      settlement: detail && settlement ? { ...detail, holds: settlement.holds } : null,
    }
  })
}

function placementsNow(db: ReadDb, together: ReturnType<typeof pairs.at>, at: Instant) {
  const rules = peopleRulesAt(db, at)
  const held = Map.groupBy(
    meetings.at(db, newest, list(together.map(({ recordId }) => recordId))),
    ({ pairId }) => pairId,
  )
  const babyOf = new Map(together.map((one) => [one.recordId, one]))
  return placementsOf(db, together).map((placement) => ({
    pairId: placement.pairId,
    babyId: babyOf.get(placement.pairId)?.babyId ?? '',
    stayId: babyOf.get(placement.pairId)?.stayId ?? '',
    startedAt: placement.startedAt,
    endedAt: placement.endedAt,
    officerToldAt: placement.officerToldAt,
    standing: placementStanding(placement, rules, at),
    meetings: (held.get(placement.pairId) ?? []).map(
      ({ recordId, basisKind, basisBy, basisOn, basisDocument, ...row }) => ({
        id: recordId,
        ...row,
        /** Null where it was recorded before anybody was asked how it is known. */
        basis: basisKind === null ? null : basisOf({ basisKind, basisBy, basisOn, basisDocument }),
      }),
    ),
  }))
}

/** The look-ups for her children on every referral, newest first. */
function cpisOf(db: ReadDb, { referralIds }: FamilyRecord) {
  const ofChild = new Map(
    children.at(db, newest, list(referralIds)).map((child) => [child.recordId, child]),
  )
  return checks.at(db, newest, list(referralIds)).map(({ childId, ...row }) => ({
    ...row,
    personId: ofChild.get(childId)?.personId ?? null,
  }))
}

/** The people whom the page tells of. */
export const peopleOfFamily = (page: ReturnType<typeof familyPage>): string[] => [
  page.mother.id,
  ...page.babies.map(({ id }) => id),
  ...page.questions.flatMap(({ whoId }) => whoId ?? []),
  ...page.clashes.flatMap(({ first, other }) => [first.personId, other.personId]),
]
