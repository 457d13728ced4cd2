import type { FamilyFacts } from '#domain/documents/expected.ts'
import { earlierOf } from '#domain/shared/calendar.ts'
import { lastDecision } from '#domain/shared/decision-order.ts'
import { refuse } from '#domain/shared/failure.ts'
import { legalStandingAt } from '#domain/shared/legal-status-at.ts'
import { mentalHealthActAt } from '#domain/shared/mental-health-act.ts'
import type { Instant } from '#domain/shared/time.ts'
import type { SourceKind } from '#domain/shared/who-knows-her.ts'
import { knownSource, referral, referralChild } from '#drizzle/schema/admission.ts'
import { admissionDecision } from '#drizzle/schema/admission-decisions.ts'
import { mentalHealthActStatus } from '#drizzle/schema/people.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { pairsInStay, stayById } from '../stays/queries.ts'
import { arrivalRows, type DocumentRow } from './rows.ts'
import { socialCareOf } from './social-care.ts'

/** Whose register it is: of a stay, or of a referral before anybody arrived. */
export type RegisterOf = { stayId: string } | { referralId: string }

/** The family whose register it is, and when the mother arrived (null before that). */
export interface Family {
  stayId: string | null
  referralId: string | null
  arrivedAt: Instant | null
  /** When the unit first heard of this admission: the referral, or the arrival of one who came without. */
  knownSince: Instant
  /** When she left, or the referral came to nothing. */
  endedAt: Instant | null
  motherId: string
  babyIds: string[]
}

const referrals = standing(referral, ['recordId', 'motherId', 'receivedAt'], 't.record_id = @id')
const children = standing(referralChild, ['recordId', 'personId'], 't.referral_id = @id')
const decisions = standing(
  admissionDecision,
  ['outcome', 'decidedAt', 'recordedAt'],
  't.referral_id = @id',
)
const sources = standing(
  knownSource,
  ['recordId', 'version', 'kind', 'name'],
  't.referral_id = @id',
  't.record_id',
)
const detention = standing(
  mentalHealthActStatus,
  ['recordId', 'code', 'startsAt', 'endsAt', 'endedAt', 'recordedAt'],
  't.person_id = @id',
)

/** The family of a register. A referral that has led to a stay is that stay. Refuses where there is none. */
export function familyOf(db: ReadDb, of: RegisterOf): Family {
  if ('stayId' in of) {
    const stay = stayById(db, of.stayId)
    const referralId = arrivalRows(db, [stay.id])[0]?.referralId ?? null
    const told = referralId === null ? undefined : referrals.at(db, newest, { id: referralId })[0]
    return {
      stayId: stay.id,
      referralId,
      knownSince: earlierOf(told?.receivedAt ?? stay.arrivedAt, stay.arrivedAt),
      arrivedAt: stay.arrivedAt,
      endedAt: stay.endedAt,
      motherId: stay.motherId,
      babyIds: pairsInStay(db, stay.id).map(({ babyId }) => babyId),
    }
  }
  const { referralId } = of
  const arrived = arrivalRows(db, [referralId])[0]
  if (arrived) return familyOf(db, { stayId: arrived.stayId })
  const found =
    referrals.at(db, newest, { id: referralId })[0] ??
    refuse('not-found', 'This referral is not on record', [
      { field: 'referralId', message: 'Choose a referral that is on record' },
    ])
  return {
    stayId: null,
    referralId,
    arrivedAt: null,
    knownSince: found.receivedAt,
    endedAt: endOf(db, referralId),
    motherId: found.motherId,
    babyIds: children.at(db, newest, { id: referralId }).flatMap(({ personId }) => personId ?? []),
  }
}

/** When a referral from which nobody arrived came to nothing; null while it may still lead to a stay. */
function endOf(db: ReadDb, id: string): Instant | null {
  const last = lastDecision(
    decisions
      .at(db, newest, { id })
      .map(({ decidedAt, ...row }) => ({ ...row, decidedAt: decidedAt ?? row.recordedAt })),
  )
  return last?.outcome === 'declined' || last?.outcome === 'withdrawn' ? last.decidedAt : null
}

/** The family that a document belongs to. */
export const familyOfDocument = (db: ReadDb, row: DocumentRow): Family =>
  familyOf(db, row.stayId === null ? { referralId: row.referralId ?? '' } : { stayId: row.stayId })

/** The people whom a register tells of. */
export const peopleIn = ({ motherId, babyIds }: Family): string[] => [motherId, ...babyIds]

/** What decides which documents are expected. */
export function familyFacts(db: ReadDb, family: Family, at: Instant): FamilyFacts {
  const { referralId, motherId, babyIds } = family
  const [found] = socialCareOf(db, [{ referralId, motherId, babyIds, at }])
  if (!found) throw new Error('A family without an answer')
  return {
    sources: (referralId === null ? [] : sources.at(db, newest, { id: referralId })).map((row) => ({
      ...row,
      kind: row.kind as SourceKind,
    })),
    babyIds,
    socialCare: found.socialCare,
    statusCodes: legalStandingAt(found.statuses, at).inForce.map(({ fact }) => fact.code),
    detained:
      mentalHealthActAt(detention.at(db, newest, { id: motherId }), at)?.status.detained ?? false,
  }
}
