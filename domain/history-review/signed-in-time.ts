import { fail, notEligible, pass, type Verdict } from '../assurance/verdict.ts'
import type { ReaderSignature } from '../documents/record.ts'
import type { ReaderRole } from '../documents/rule-content.ts'
import type { Cut, Instant, Period } from '../shared/time.ts'
import type { StayDocument, StayFact } from './facts.ts'

/** What the measures of reading share: who signed first, and whether that was in time. */

export const of5c = { version: 1, requirement: '5c', minimumN: 5, unit: 'count' as const }

export const within = (at: Instant, period: Period) => at >= period.from && at < period.to

export const firstSignature = (
  file: StayDocument,
  role: ReaderRole,
  isGood: (one: ReaderSignature) => boolean,
) =>
  file.signatures
    .filter((one) => one.readerRole === role && isGood(one))
    .map((one) => one.signedAt)
    .sort()[0]

/** An act with a limit: done in time, late, not yet due, or the stay ended first. */
export function doneBy(
  doneAt: Instant | undefined,
  dueAt: Instant,
  stay: StayFact,
  cut: Cut,
): Verdict {
  if (doneAt !== undefined)
    return doneAt <= dueAt ? pass('Signed within the limit') : fail('Signed after the limit')
  if (stay.endedAt !== null && stay.endedAt < dueAt)
    return notEligible('The stay ended before the limit')
  return cut.at <= dueAt
    ? notEligible('Not yet due: the limit has not run out')
    : fail('Not signed within the limit')
}
