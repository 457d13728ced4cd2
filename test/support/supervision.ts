import { addHours } from '#domain/shared/calendar.ts'
import type { Instant } from '#domain/shared/time.ts'
import type { CellLevel, Place } from '#domain/supervision/codes.ts'
import { places } from '#domain/supervision/codes.ts'
import { factors } from '#domain/supervision/factors.ts'
import type { TestUnit } from './app.ts'

/** Everything asked, and no to each. */
export const noFactors = Object.fromEntries(factors.map((factor) => [factor, { answer: 'no' }]))

/** A decision on every place at one level, due for review after so many hours. */
export function wholeDecision(
  pairId: string,
  level: CellLevel,
  startsAt: Instant,
  reviewHours = 24,
  levels: Partial<Record<Place, CellLevel>> = {},
) {
  return {
    pairId,
    startsAt,
    reviewDueAt: addHours(startsAt, reviewHours),
    cells: places.map((place) => ({ place, activity: 'all', level: levels[place] ?? level })),
    rationale: 'Settled and responsive to the baby’s cues all week',
    evidence: 'Nursing notes and the ward round',
    factors: noFactors,
  }
}

/** Answers every event that has opened a review: a renewal and a lowering wait for it. */
export async function answerEvents(unit: TestUnit, pairId: string): Promise<void> {
  const nurse = unit.as('nurse')
  const { events } = await nurse.ok<{ events: { recordId: string; answer?: unknown }[] }>(
    'reviews.view',
    { pairId },
  )
  for (const { recordId: eventId, answer } of events)
    if (answer === undefined)
      await nurse.ok('reviews.answer', {
        eventId,
        answer: 'no-change',
        because: 'Talked over in the round',
      })
}
