import { startOfDay } from '../shared/calendar.ts'
import type { FieldMessage } from '../shared/failure.ts'
import type { CivilDate, Instant } from '../shared/time.ts'

/** A stretch of time; open where it has no end. */
export interface Span {
  startsAt: Instant
  endsAt: Instant | null
}

/** True if two stretches share any moment. */
export function overlaps(a: Span, b: Span): boolean {
  const aBefore = a.endsAt !== null && a.endsAt <= b.startsAt
  const bBefore = b.endsAt !== null && b.endsAt <= a.startsAt
  return !aBefore && !bBefore
}

/** What is wrong with an arrival; empty when nothing is. `stays` are the mother's other stays. */
export function arrivalFaults(
  arrivedAt: Instant,
  motherBornOn: CivilDate | null,
  stays: readonly Span[],
  now: Instant,
): FieldMessage[] {
  const fault = (message: string) => [{ field: 'arrivedAt', message }]
  if (arrivedAt > now) return fault('This arrival is in the future. Enter when she arrived')
  if (motherBornOn !== null && arrivedAt < startOfDay(motherBornOn))
    return fault('This arrival is before her date of birth. Check both dates')
  if (stays.some((stay) => stay.endsAt === null))
    return fault('She is on the unit already. End that stay first')
  if (stays.some((stay) => overlaps(stay, { startsAt: arrivedAt, endsAt: null })))
    return fault('She was on the unit then already, in an earlier stay. Check the date')
  return []
}

export interface BabyFacts {
  /** Null where nobody knows it. */
  bornOn: CivilDate | null
  bornAt: Instant | null
}

/**
 * What is wrong with the start of a pair (decision 3: mother and baby together on the unit, from the birth
 * or the baby's arrival); empty when nothing is. `pairs` are the baby's other pairs.
 */
export function pairFaults(
  startedAt: Instant,
  stay: Span,
  baby: BabyFacts,
  pairs: readonly Span[],
  now: Instant,
): FieldMessage[] {
  const fault = (message: string) => [{ field: 'startedAt', message }]
  if (startedAt > now) return fault('This is in the future. Enter when the baby was first here')
  if (startedAt < stay.startsAt)
    return fault(
      'This is before the mother arrived. Mother and baby are together from the later time',
    )
  if (stay.endsAt !== null && startedAt >= stay.endsAt)
    return fault('This is after her stay ended. Check both times')
  const born = baby.bornAt ?? (baby.bornOn === null ? null : startOfDay(baby.bornOn))
  if (born !== null && startedAt < born)
    return fault('This is before the baby was born. Check the time and the date of birth')
  if (pairs.some((pair) => overlaps(pair, { startsAt: startedAt, endsAt: stay.endsAt })))
    return fault('This baby is on the unit then already. Check the time, or end the other pair')
  return []
}

/** What is wrong with the end of a stay or a pair; empty when nothing is. */
export function endFaults(
  endedAt: Instant,
  startsAt: readonly Instant[],
  now: Instant,
): FieldMessage[] {
  const fault = (message: string) => [{ field: 'endedAt', message }]
  if (endedAt > now) return fault('This end is in the future. Enter when it ended')
  if (startsAt.some((start) => endedAt <= start))
    return fault('The end is before the start. Check both times')
  return []
}
