import type { Instant } from '#domain/shared/time.ts'
import { type ClockStep, clockStep, episodeClock } from '#domain/unwell-baby/clock.ts'
import type { EpisodeFacts } from '#domain/unwell-baby/episode.ts'
import { endedBy } from '#domain/unwell-baby/escalation.ts'
import type { House } from '../../platform/house.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'

const readingsSql = `select at as wall, monotonic_ms as monotonicMs, boot_id as bootId from audit
  where seq >= @from and boot_id = @bootId order by seq`

/**
 * A step of the computer's clock in this run of the app since an entry of the audit: the largest, with what
 * the clock should have read and what it did read; null where there was none. The audit holds both clocks of
 * every act, so that both times are kept (decision 26).
 */
export function clockStepSince(db: ReadDb, house: House, auditSeq: number): ClockStep | null {
  const { clock } = house
  const kept = db.rows<{ wall: Instant; monotonicMs: number; bootId: string }>(readingsSql, {
    from: auditSeq,
    bootId: clock.bootId,
  })
  const now = { wall: clock.now(), monotonicMs: clock.monotonicMs(), bootId: clock.bootId }
  const readings = [...kept, now]
  const steps = readings.flatMap((after, index) => {
    const before = readings[index - 1]
    return (before && clockStep(before, after)) ?? []
  })
  return steps.sort((a, b) => Math.abs(b.byMs) - Math.abs(a.byMs))[0] ?? null
}

const shown = new WeakMap<House, Map<string, number>>()

/**
 * The clock of an episode, never less than anybody was shown before: in this run by what was shown, after a
 * restart by the latest entry that the episode holds, and by the outcome that stopped it (decision 26).
 */
export function shownClock(
  house: House,
  episodeId: string,
  facts: EpisodeFacts,
  now: Instant,
): ReturnType<typeof episodeClock> {
  const ofHouse = shown.get(house) ?? new Map<string, number>()
  shown.set(house, ofHouse)
  // Once it has stopped, what was shown last is what was shown when the outcome was recorded.
  const lastShownAt = endedBy(facts)?.recordedAt ?? latestEntry(facts)
  const recorded = episodeClock({ ...facts, outcomes: [] }, lastShownAt).elapsedMs
  const before = Math.max(ofHouse.get(episodeId) ?? 0, recorded)
  const clock = episodeClock(facts, now, before)
  ofHouse.set(episodeId, clock.elapsedMs)
  return clock
}

const latestEntry = (facts: EpisodeFacts): Instant =>
  [
    facts.concern,
    facts.sets,
    facts.infection,
    facts.raises,
    facts.contacts,
    facts.responders,
    facts.escorts,
    facts.departures,
  ]
    .flat()
    .map(({ recordedAt }) => recordedAt)
    .reduce((a, b) => (a > b ? a : b), '')
