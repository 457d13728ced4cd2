import type { Measure } from '../assurance/measure.ts'
import type { CultureFacts } from './facts.ts'
import { learningHeld } from './learning-measure.ts'
import { partnershipMeasures } from './partnership-measures.ts'
import { sessionMeasures } from './session-measures.ts'
import { spotChecksRight } from './spot-measure.ts'

/** The measures of reflection, supervision of staff, learning and work with other agencies. */
export const cultureMeasures: readonly Measure<CultureFacts>[] = [
  ...sessionMeasures,
  ...partnershipMeasures,
  learningHeld,
  spotChecksRight,
]
