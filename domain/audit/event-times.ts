import { lateBy } from '../shared/late-entry.ts'
import type { Instant } from '../shared/time.ts'

/** The fields that say when something happened, the first that a record has counts. Plans and limits are not there. */
export const eventTimes = [
  'happenedAt',
  'recognisedAt',
  'observedAt',
  'pressedAt',
  'seenAt',
  'calledAt',
  'leftAt',
  'backAt',
  'arrivedAt',
  'occurredAt',
  'sentAt',
  'acknowledgedAt',
  'checkedAt',
  'receivedAt',
  'chasedAt',
  'askedAt',
  'answeredAt',
  'heldAt',
  'ratedAt',
  'decidedAt',
  'signedAt',
] as const

/** By how many minutes the first version of a record is late; null where it is not, or tells of no time. */
export function recordLateBy(
  values: Readonly<Record<string, unknown>>,
  recordedAt: Instant,
): number | null {
  const time = eventTimes.map((field) => values[field]).find((value) => typeof value === 'string')
  return typeof time === 'string' ? lateBy(time, recordedAt) : null
}
