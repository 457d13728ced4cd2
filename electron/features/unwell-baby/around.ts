import type { Instant } from '#domain/shared/time.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'

/** What an episode shows of other features; handed in where the features meet (electron/episode-around.ts). */
export interface EpisodeAround {
  /** Where the mother is, in words, if she is not on the unit: "missing since 23 Nov 2026, 02:10"; null where she is here. */
  motherAway: (db: ReadDb, stayId: string, pairId: string, now: Instant) => string | null
  /** The baby's medicines and allergies as they were told before the arrival; null where nothing was. */
  healthOf: (db: ReadDb, stayId: string) => string | null
}
