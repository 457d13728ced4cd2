import type { Instant } from '../../shared/time.ts'
import type { VersionRow } from './told-row.ts'

/** What a bundle of one episode is made from. */
export interface EpisodeInput {
  unit: { id: string; name: string; odsCode: string | null }
  baby: PersonInput
  mother: PersonInput
  /** Everybody who wrote, read or signed something of it: their name, by the id of the staff record. */
  staff: ReadonlyMap<string, string>
  episodeId: string
  endedAt: Instant | null
  /** Every version of every record of the episode, in the order of recording. */
  rows: readonly VersionRow[]
  /** The levels that the tables gave, strictest first: computed, never typed. */
  bands: readonly { band: string; label: string; at: Instant; because: readonly string[] }[]
  acts: readonly ActInput[]
  /** When, and by whom, the bundle was made. */
  at: Instant
}

export interface PersonInput {
  id: string
  givenName: string
  familyName: string
  nhsNumber: string | null
  bornOn: string | null
}

/** An entry of the audit that is about a record of the episode. */
export interface ActInput {
  seq: number
  at: Instant
  staffId: string
  role: string
  action: string
  entityType: string
  entityId: string
}
