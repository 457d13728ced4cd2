import type { checkPlaces, companies } from '#domain/supervision/rounds.ts'
import type { act, InputOf } from '../../api.ts'

export type CheckTyped = InputOf<typeof act.supervision.signRound.mutate>['checks'][number]

/** What has been confirmed in this round, by pair; a baby who was not is not in it. */
export type Taps = Readonly<Record<string, CheckTyped>>

type Place = (typeof checkPlaces)[number]
type Company = (typeof companies)[number]

/** One tap: seen now, there, with them. */
export const tapped = (
  pairId: string,
  seenAt: string,
  place: Place,
  withWhom: Company,
): CheckTyped => ({ pairId, seenAt, timed: 'tapped', outcome: 'seen', place, withWhom })

export const without = (taps: Taps, pairId: string): Taps =>
  Object.fromEntries(Object.entries(taps).filter(([key]) => key !== pairId))

/** What was kept of a round that was not signed, as far as it can still be read. */
export function tapsOf(kept: unknown): Taps {
  if (typeof kept !== 'object' || kept === null) return {}
  return Object.fromEntries(
    Object.entries(kept).filter(
      ([pairId, check]) =>
        typeof check === 'object' && check !== null && (check as CheckTyped).pairId === pairId,
    ),
  ) as Taps
}
