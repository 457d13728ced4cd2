import { z } from 'zod'
import { dateOf } from '#domain/shared/calendar.ts'
import { lastDecision } from '#domain/shared/decision-order.ts'
import type { Instant } from '#domain/shared/time.ts'
import { activities, cellLevels, places } from '#domain/supervision/codes.ts'
import { type FactorRow, factorAnswers, factors } from '#domain/supervision/factors.ts'
import type { WayHere } from '#domain/supervision/prepared.ts'
import type { Role } from '#domain/users/roles.ts'
import { referral, referralArrival, referralChild } from '#drizzle/schema/admission.ts'
import { admissionDecision } from '#drizzle/schema/admission-decisions.ts'
import { pair } from '#drizzle/schema/stays.ts'
import { preparedSupervision } from '#drizzle/schema/supervision.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { personById } from '../people/queries.ts'
import { stayById } from '../stays/queries.ts'

const columns = [
  'recordId',
  'version',
  'recordedAt',
  'author',
  'childId',
  'decidedAt',
  'reviewWithinHours',
  'rationale',
  'evidence',
  'authorityRequirement',
  'legalBasis',
  'agreedWith',
  'agreedAt',
  'motherToldAt',
  'team',
  'decidedByRole',
  'ruleSetId',
  'cells',
  'factors',
] as const

const ofChild = standing(preparedSupervision, columns, 't.child_id = @childId')
const ofReferral = standing(referralChild, ['recordId', 'personId'], 't.referral_id = @referralId')
const oneChild = standing(
  referralChild,
  ['recordId', 'personId', 'referralId'],
  't.record_id = @childId',
)
const childrenOfBaby = standing(
  referralChild,
  ['recordId', 'referralId'],
  't.person_id = @babyId',
  't.record_id desc',
)
const oneReferral = standing(referral, ['recordId', 'motherId'], 't.record_id = @referralId')

const takenSql = `select d.record_id as decisionId from supervision_decision d
  where d.prepared_id = @preparedId and d.version = 1`

const cellsSchema = z.array(
  z.object({
    place: z.enum(places),
    activity: z.enum(activities),
    level: z.enum(cellLevels),
    note: z.string(),
  }),
)

const factorsSchema = z.array(
  z.object({ factor: z.enum(factors), answer: z.enum(factorAnswers), note: z.string() }),
)

/** An assessment prepared for a child of a referral, and whether an arrival has taken it over. */
export interface PreparedRow {
  recordId: string
  version: number
  recordedAt: Instant
  /** Who signed it. */
  author: string
  childId: string
  decidedAt: Instant
  reviewWithinHours: number
  rationale: string
  evidence: string
  authorityRequirement: string | null
  legalBasis: string | null
  agreedWith: string | null
  agreedAt: Instant | null
  motherToldAt: Instant | null
  team: string | null
  decidedByRole: Role
  ruleSetId: string
  cells: z.infer<typeof cellsSchema>
  factors: FactorRow[]
  takenBy: string | null
}

/** The assessment prepared for a child; undefined where there is none. */
export function preparedFor(db: ReadDb, childId: string): PreparedRow | undefined {
  const found = ofChild.at(db, newest, { childId })[0]
  if (!found) return undefined
  const taken = db.row<{ decisionId: string }>(takenSql, { preparedId: found.recordId })
  return {
    ...found,
    decidedByRole: found.decidedByRole as Role,
    cells: cellsSchema.parse(JSON.parse(found.cells)),
    factors: factorsSchema.parse(JSON.parse(found.factors)),
    takenBy: taken?.decisionId ?? null,
  }
}

export interface ChildRow {
  childId: string
  babyId: string | null
  referralId: string
  motherId: string
}

const motherOf = (db: ReadDb, referralId: string) =>
  oneReferral.at(db, newest, { referralId })[0]?.motherId

/** A child of a referral with its mother; undefined where there is no such child. */
export function childOfReferral(db: ReadDb, childId: string): ChildRow | undefined {
  const found = oneChild.at(db, newest, { childId })[0]
  const motherId = found && motherOf(db, found.referralId)
  return found && motherId !== undefined
    ? { childId, babyId: found.personId, referralId: found.referralId, motherId }
    : undefined
}

/** The children of a referral with their mother, in the order in which they were named. */
export function childrenOf(db: ReadDb, referralId: string): ChildRow[] {
  const motherId = motherOf(db, referralId)
  if (motherId === undefined) return []
  return ofReferral.at(db, newest, { referralId }).map(({ recordId, personId }) => ({
    childId: recordId,
    babyId: personId,
    referralId,
    motherId,
  }))
}

const decisionsOnReferral = standing(
  admissionDecision,
  ['outcome', 'decidedAt', 'recordedAt'],
  't.referral_id = @referralId',
)
const arrivalOf = standing(referralArrival, ['stayId'], 't.referral_id = @referralId')
const pairsOfStay = standing(pair, ['babyId'], 't.stay_id = @stayId')

/** How far a child of a referral has come on the way to the unit. */
export function wayHere(db: ReadDb, { referralId, babyId }: ChildRow): WayHere {
  const decisions = decisionsOnReferral
    .at(db, newest, { referralId })
    .map(({ decidedAt, ...row }) => ({ ...row, decidedAt: decidedAt ?? row.recordedAt }))
  const outcome = lastDecision(decisions)?.outcome ?? null
  const stayId = arrivalOf.at(db, newest, { referralId })[0]?.stayId
  if (stayId === undefined) return { outcome, stay: null, hasCome: false }
  const babies = pairsOfStay.at(db, newest, { stayId }).map((one) => one.babyId)
  return {
    outcome,
    stay: { endedAt: stayById(db, stayId).endedAt },
    hasCome:
      babyId === null
        ? babies.some((id) => bornHere(db, { babyId: id, stayId }))
        : babies.includes(babyId),
  }
}

const unbornOfStay = standing(
  referralChild,
  ['recordId'],
  `t.person_id is null and t.referral_id in
     (select a.referral_id from referral_arrival a where a.stay_id = @stayId and a.withdrawn = 0)`,
)

/**
 * What was prepared for this baby with this mother and not taken over yet, the latest referral's first. A
 * baby born during the stay is the one whom its referral expected, where it expected one alone.
 */
export function waitingFor(
  db: ReadDb,
  family: { babyId: string; motherId: string; stayId: string },
): PreparedRow[] {
  const named = childrenOfBaby
    .at(db, newest, { babyId: family.babyId })
    .filter(({ referralId }) => motherOf(db, referralId) === family.motherId)
  const expected = bornHere(db, family)
    ? unbornOfStay.at(db, newest, { stayId: family.stayId })
    : []
  const children = named.length === 0 && expected.length === 1 ? expected : named
  return children
    .flatMap(({ recordId }) => preparedFor(db, recordId) ?? [])
    .filter(({ takenBy }) => takenBy === null)
}

/** Born since the mother came: one who was born before is not the child whom its referral expected. */
function bornHere(db: ReadDb, { babyId, stayId }: { babyId: string; stayId: string }): boolean {
  const { bornOn } = personById(db, babyId)
  return bornOn !== null && bornOn >= dateOf(stayById(db, stayId).arrivedAt)
}
