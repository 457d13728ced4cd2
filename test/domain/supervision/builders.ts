import { type CellLevel, places } from '#domain/supervision/codes.ts'
import type { Cell, DecisionFact } from '#domain/supervision/record.ts'

let made = 0

/** A decision by a nurse, with what the test says of it. */
export const decision = (
  given: Pick<DecisionFact, 'startsAt' | 'reviewDueAt' | 'cells'> & Partial<DecisionFact>,
): DecisionFact => {
  made += 1
  return {
    recordId: `decision-${made}`,
    version: 1,
    kind: 'first',
    isReview: given.kind !== 'raise',
    decidedByRole: 'nurse',
    authorityRequirement: null,
    confirmation: null,
    ...given,
  }
}

/** The same level in every place. */
export const everywhere = (level: CellLevel): Cell[] =>
  places.map((place) => ({ place, activity: 'all', level }))
