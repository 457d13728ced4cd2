import { type PlacementState, placementStanding } from '#domain/people/placement.ts'
import { expiryWarning, legalStandingAt, statusClash } from '#domain/shared/legal-status-at.ts'
import type { Instant } from '#domain/shared/time.ts'
import { childLegalStatus, person } from '#drizzle/schema/people.ts'
import { bed, pair, stay } from '#drizzle/schema/stays.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import type { FamilyRecord } from './family-rows.ts'
import { placementsOf } from './measure-facts.ts'
import { familiesNow, openQuestionsOf } from './open-questions.ts'
import { peopleRulesAt } from './people-rules.ts'

const among = (column: string) => `t.${column} in (select value from json_each(@ids))`
const names = standing(person, ['recordId', 'givenName', 'familyName'], among('record_id'))
const legal = standing(
  childLegalStatus,
  ['recordId', 'personId', 'code', 'startsAt', 'endsAt', 'endedAt', 'recordedAt'],
  among('person_id'),
)
const openPairs = standing(
  pair,
  ['recordId', 'version', 'stayId', 'babyId', 'startedAt', 'endedAt'],
  `t.ended_at is null and ${among('stay_id')}`,
)
const bedIds = standing(stay, ['recordId', 'bedId'], among('record_id'))
const beds = standing(bed, ['recordId', 'name'])

const list = (ids: readonly string[]) => ({ ids: JSON.stringify([...new Set(ids)]) })

/** The meetings that somebody has something to do about. */
const meetingsToDo: readonly PlacementState[] = [
  'status-not-known',
  'to-hold',
  'late',
  'chair-not-known',
  'officer-to-tell',
  'officer-not-told',
]

/**
 * What is to be found out or settled of the people round everybody who is on the unit or on an open
 * referral: questions by the time they are asked next, legal statuses that run out, meetings to be held.
 */
export function peopleToDo(db: ReadDb, at: Instant) {
  const families = familiesNow(db, at)
  const questions = openQuestionsOf(db, families, at)
  const here = placesOf(db, families)
  const nameOf = namer(
    db,
    families,
    [...questions.values()].flat().flatMap((q) => q.whoId ?? []),
  )
  const place = (motherId: string) => ({
    motherId,
    mother: nameOf(motherId),
    ...(here.get(motherId) ?? { stayId: null, bed: null }),
  })
  return {
    at,
    questions: families
      .flatMap(({ motherId }) =>
        (questions.get(motherId) ?? []).map((one) => ({
          ...place(motherId),
          ...one,
          about: nameOf(one.aboutId),
          who: one.whoId === null ? null : nameOf(one.whoId),
        })),
      )
      .sort((a, b) => ((a.dueAt ?? '9') < (b.dueAt ?? '9') ? -1 : 1)),
    statuses: expiring(db, families, at).map(({ motherId, babyId, ...one }) => ({
      ...place(motherId),
      babyId,
      baby: nameOf(babyId),
      ...one,
    })),
    meetings: meetingsOf(db, families, at).map(({ motherId, babyId, ...one }) => ({
      ...place(motherId),
      babyId,
      baby: nameOf(babyId),
      ...one,
    })),
  }
}

function placesOf(db: ReadDb, families: readonly FamilyRecord[]) {
  const current = families.flatMap(({ motherId, stays }) =>
    stays.filter(({ endedAt }) => endedAt === null).map(({ stayId }) => ({ motherId, stayId })),
  )
  const bedOf = new Map(
    bedIds
      .at(db, newest, list(current.map(({ stayId }) => stayId)))
      .map((row) => [row.recordId, row.bedId]),
  )
  const bedNames = new Map(beds.at(db, newest).map(({ recordId, name }) => [recordId, name]))
  return new Map(
    current.map(({ motherId, stayId }) => [
      motherId,
      { stayId, bed: bedNames.get(bedOf.get(stayId) ?? '') ?? null },
    ]),
  )
}

function namer(db: ReadDb, families: readonly FamilyRecord[], others: readonly string[]) {
  const members = families.flatMap(({ motherId, babies }) => [
    motherId,
    ...babies.map(({ personId }) => personId),
  ])
  const found = new Map(
    names
      .at(db, newest, list([...members, ...others]))
      .map(({ recordId, givenName, familyName }) => [recordId, `${givenName} ${familyName}`]),
  )
  return (id: string) => found.get(id) ?? 'Name not on record'
}

/** What differs of a baby's statuses, first, and what runs out. */
function warningsOf(facts: Parameters<typeof legalStandingAt>[0], at: Instant) {
  const { inForce } = legalStandingAt(facts, at)
  const clash = statusClash(inForce)
  return [
    ...(clash ? [{ factId: clash.fact.recordId, days: 0, text: clash.text }] : []),
    ...inForce.flatMap((one) => {
      const warning = expiryWarning(one, at)
      return warning ? [{ factId: one.fact.recordId, ...warning }] : []
    }),
  ]
}

function expiring(db: ReadDb, families: readonly FamilyRecord[], at: Instant) {
  const babyIds = families.flatMap(({ babies }) => babies.map(({ personId }) => personId))
  const facts = Map.groupBy(legal.at(db, newest, list(babyIds)), ({ personId }) => personId)
  return families.flatMap(({ motherId, babies }) =>
    babies.flatMap(({ personId }) =>
      warningsOf(facts.get(personId) ?? [], at).map((warning) => ({
        motherId,
        babyId: personId,
        ...warning,
      })),
    ),
  )
}

function meetingsOf(db: ReadDb, families: readonly FamilyRecord[], at: Instant) {
  const rules = peopleRulesAt(db, at)
  const motherOf = new Map(
    families.flatMap(({ motherId, stays }) => stays.map(({ stayId }) => [stayId, motherId])),
  )
  const rows = openPairs.at(db, newest, list([...motherOf.keys()]))
  const rowOf = new Map(rows.map((row) => [row.recordId, row]))
  return placementsOf(db, rows).flatMap((placement) => {
    const { state, dueAt } = placementStanding(placement, rules, at)
    const row = rowOf.get(placement.pairId)
    const motherId = row && motherOf.get(row.stayId)
    if (!row || !motherId || !meetingsToDo.includes(state)) return []
    return [{ motherId, babyId: row.babyId, pairId: placement.pairId, state, dueAt }]
  })
}

/** The people whom the list names. */
export const peopleOfToDo = ({
  questions,
  statuses,
  meetings,
}: ReturnType<typeof peopleToDo>): string[] => [
  ...questions.flatMap(({ motherId, aboutId, whoId }) => [
    motherId,
    aboutId,
    ...(whoId ? [whoId] : []),
  ]),
  ...[...statuses, ...meetings].flatMap(({ motherId, babyId }) => [motherId, babyId]),
]
