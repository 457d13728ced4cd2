import type { DutyBasis, Holder } from '#domain/communications/derive.ts'
import { dateOf, daysBetween } from '#domain/shared/calendar.ts'
import { type LegalStanding, legalStandingAt } from '#domain/shared/legal-status-at.ts'
import type { Instant } from '#domain/shared/time.ts'
import { childLegalStatus, person } from '#drizzle/schema/people.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { settledTies } from '../people/settled.ts'

const baby = standing(person, ['bornOn'], 't.record_id = @id')
const statuses = standing(
  childLegalStatus,
  ['recordId', 'code', 'startsAt', 'endsAt', 'endedAt', 'recordedAt'],
  't.person_id = @babyId',
)
const people = standing(
  person,
  ['recordId', 'givenName', 'familyName'],
  't.record_id in (select value from json_each(@ids))',
)

/** The statuses of the child in force at an instant, as they are recorded now. */
export const legalStanding = (db: ReadDb, babyId: string, at: Instant): LegalStanding =>
  legalStandingAt(statuses.at(db, newest, { babyId }), at)

/** Everybody with a tie to the baby but the mother on the unit, who is not told but asked. */
export function holdersOf(db: ReadDb, babyId: string, motherId: string): Holder[] {
  const found = settledTies(db, babyId).filter(({ personId }) => personId !== motherId)
  const ids = JSON.stringify(found.map(({ personId }) => personId))
  const names = new Map(
    people
      .at(db, newest, { ids })
      .map(({ recordId, givenName, familyName }) => [recordId, `${givenName} ${familyName}`]),
  )
  return found.map(({ personId, parentalResponsibility, safeToContact, contactThrough }) => ({
    personId,
    name: names.get(personId) ?? 'Name not on record',
    responsibility: parentalResponsibility,
    safeToContact,
    contactThrough,
  }))
}

/** What is known of one event before the records about the family are looked at. */
export interface EventInHand {
  event: string
  occurredAt: Instant
  startsAt: Instant | null
  babyId: string
  motherId: string
  concernOrConsent: boolean
  answers: DutyBasis['answers']
  toldBefore?: DutyBasis['toldBefore']
}

/** What the duties of an event follow from, with the child's status by which they are judged. */
export function basisOf(
  db: ReadDb,
  inHand: EventInHand,
): { basis: DutyBasis; legal: LegalStanding } {
  const { babyId, motherId, ...event } = inHand
  const legal = legalStanding(db, babyId, event.occurredAt)
  const bornOn = baby.at(db, newest, { id: babyId })[0]?.bornOn ?? null
  return {
    legal,
    basis: {
      ...event,
      legalClass: legal.known ? legal.dutyClass : null,
      babyDays: bornOn === null ? null : daysBetween(bornOn, dateOf(event.occurredAt)),
      holders: holdersOf(db, babyId, motherId),
    },
  }
}
