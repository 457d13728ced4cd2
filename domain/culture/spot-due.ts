import { addDays, laterOf } from '../shared/calendar.ts'
import type { Instant } from '../shared/time.ts'
import { type SpotTopic, topicsFor } from './spot-questions.ts'

/**
 * When staff are to be asked about a baby with a plan or an order (Child Z, Finding Two e; assurance.md 2e-2).
 * Truth table in docs/states/culture.md 10.
 */

/** A legal status in force, and since when. */
export interface StatusSince {
  code: string
  startsAt: Instant
}

export interface SpotCheckDue {
  dueAt: Instant
  late: boolean
}

/**
 * By when somebody is to be asked about this baby; null where there is no plan and no order, or where all that
 * applies has been asked about. A status that brings something new is asked about anew.
 */
export function spotCheckDue(
  inForce: readonly StatusSince[],
  /** The legal codes on which the questions of each check of this baby were drawn. */
  askedOn: readonly (readonly string[])[],
  togetherSince: Instant,
  withinDays: number,
  now: Instant,
): SpotCheckDue | null {
  const asked = new Set(askedOn.flatMap((codes) => topicsFor(codes)))
  const open = (topic: SpotTopic) => !asked.has(topic)
  if (!topicsFor(inForce.map(({ code }) => code)).some(open)) return null
  const brought = inForce
    .filter(({ code }) => topicsFor([code]).some(open))
    .map(({ startsAt }) => startsAt)
    .sort()
  const dueAt = addDays(laterOf(togetherSince, brought[0] ?? togetherSince), withinDays)
  return { dueAt, late: dueAt <= now }
}
