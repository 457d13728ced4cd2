import { addDaysToDate, startOfDay } from './calendar.ts'
import { isConfirmedEnded, type LegalStatusFact } from './legal-status-at.ts'
import type { CivilDate, Instant } from './time.ts'

/** Longer than any pregnancy: a status that began before it was for an earlier child. */
const longestPregnancyDays = 300

/** Where a status stands to a birth. */
export interface Birth {
  /** Null where nobody knows it; then as of the day on which the birth is recorded. */
  bornOn: CivilDate | null
  recordedOn: CivilDate
}

/**
 * The statuses recorded for a baby who was not born yet that stand for the baby from the birth: those of this pregnancy
 * that nobody confirmed as ended. Nothing that was known before a birth is lost by it (Child Z, Finding Two: partial
 * information). Truth table: docs/states/people.md, 7.
 */
export const carriedAtBirth = <Fact extends LegalStatusFact>(
  facts: readonly Fact[],
  { bornOn, recordedOn }: Birth,
): Fact[] => {
  const day = bornOn ?? recordedOn
  const from: Instant = startOfDay(addDaysToDate(day, -longestPregnancyDays))
  const until: Instant = startOfDay(addDaysToDate(day, 1))
  return facts.filter(
    (fact) => fact.startsAt >= from && fact.startsAt < until && !isConfirmedEnded(fact),
  )
}
