import { activities, places, type Side, sideOf } from '#domain/supervision/codes.ts'
import type { ConfirmationFact, DecisionVersionFact } from '#domain/supervision/coverage.ts'
import type { PairFact, SupervisionFacts } from '#domain/supervision/measures.ts'

/**
 * The rule of 5d-4 told again, as slowly and plainly as can be, to hold the real one against: it asks every
 * minute, place by place and activity by activity, with no sorting, no intervals, no bits and no stages.
 */

const ms = (instant: string) => Date.parse(instant)
const hour = 3_600_000

const mayWait = ({ isReview, decidedByRole }: DecisionVersionFact) =>
  !isReview && !['nurse', 'ward-manager', 'consultant'].includes(decidedByRole)

/** Whether an activity in a place is covered at `at` by what was known at `known`; the newest of all where that is undefined. */
function cellCovered(
  versions: readonly DecisionVersionFact[],
  words: readonly ConfirmationFact[],
  place: string,
  activity: string,
  at: number,
  known: number | undefined,
): boolean {
  const candidates: { start: number; due: number }[] = []
  for (const id of new Set(versions.map(({ recordId }) => recordId))) {
    const seen = versions.filter(
      ({ recordId, version, recordedAt }) =>
        recordId === id &&
        (known === undefined || atMinute(recordedAt) - (version === 1 ? hour : 0) <= known),
    )
    const newest = seen.find(({ version }) => version === Math.max(...seen.map((s) => s.version)))
    if (!newest || newest.withdrawn || atMinute(newest.startsAt) > at) continue
    const speaksOf = (cell: { place: string; activity: string }) =>
      cell.place === place && (cell.activity === 'all' || cell.activity === activity)
    if (!newest.cells.some(speaksOf)) continue
    const word = words.find(
      ({ decisionId, recordedAt }) =>
        decisionId === id && (known === undefined || atMinute(recordedAt) <= known),
    )
    let due = atMinute(newest.reviewDueAt)
    if (mayWait(newest)) {
      if (word && !word.confirmed && at >= atMinute(word.confirmedAt)) continue
      if (!word?.confirmed) due = Math.min(due, atMinute(newest.startsAt) + hour)
    }
    // A raise raises the level and covers nothing until it has run out itself.
    if (!newest.isReview && at < due) continue
    candidates.push({ start: atMinute(newest.startsAt), due })
  }
  const latest = Math.max(...candidates.map(({ start }) => start))
  const counting = candidates.filter(({ start }) => start === latest)
  return counting.length > 0 && counting.every(({ due }) => due > at)
}

// A minute is judged at its first moment, so every time counts from the next whole minute.
const atMinute = (instant: string) => Math.ceil(ms(instant) / 60_000) * 60_000

/** Each minute of one pair that the cut has reached, and whether the side is covered. */
export function minuteByMinute(
  facts: SupervisionFacts,
  pair: PairFact,
  side: Side,
  from: string,
  to: string,
): boolean[] {
  const versions = facts.decisions.filter(({ pairId }) => pairId === pair.recordId)
  const wanted = places.filter((place) => sideOf(place) === side)
  const minutes: boolean[] = []
  const start = Math.max(atMinute(pair.startedAt), atMinute(from))
  const end = Math.min(atMinute(pair.endedAt ?? to), atMinute(to))
  for (let at = start; at < end; at += 60_000) {
    minutes.push(
      [undefined, at].every((known) =>
        wanted.every((place) =>
          activities.every((activity) =>
            cellCovered(versions, facts.confirmations, place, activity, at, known),
          ),
        ),
      ),
    )
  }
  return minutes
}
