import { newestOf, tellState } from '#domain/communications/status.ts'
import type { Instant } from '#domain/shared/time.ts'
import type { TellState } from '#domain/unwell-baby/pathway.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { eventsOf, recordsOf } from '../communications/rows.ts'

/** How the duties of each of these episodes stand: what the step "Tell" of its pathway is made from. */
export function tellStates(
  db: ReadDb,
  episodeIds: readonly string[],
  now: Instant,
): (episodeId: string) => TellState {
  const facts = eventsOf(db, 'sources', episodeIds)
  const records = recordsOf(facts)
  const bySource = Map.groupBy(facts.events, ({ sourceId }) => sourceId)
  return (episodeId) =>
    tellState(
      (bySource.get(episodeId) ?? [])
        .flatMap(({ recordId }) => records.get(recordId) ?? [])
        .filter((record) => !newestOf(record).withdrawn),
      now,
    )
}
