import { textOfInstant } from '../../ui/form/instant-text.ts'
import type { Assessment, RelationshipView } from './view.ts'

/** An assessment as it was typed, for its correction. */
export const initialOf = (assessment: Assessment, tools: RelationshipView['tools']) => ({
  ratedAt: assessment.ratedAt === null ? '' : textOfInstant(assessment.ratedAt),
  raters: assessment.raters.map(({ staffId, trained }) => ({ staffId, trained })),
  purpose: assessment.purpose,
  askedBy: assessment.askedBy,
  observedFrom: assessment.observedFrom,
  observedTo: assessment.observedTo,
  hoursWatched: assessment.hoursWatched === null ? '' : String(assessment.hoursWatched),
  settings: [...assessment.settings],
  observed: assessment.observed,
  interpretation: assessment.interpretation,
  strengths: assessment.strengths,
  concerns: assessment.concerns,
  illness: assessment.illness,
  change: assessment.change === 'first' ? '' : assessment.change,
  changeText: assessment.changeText,
  capacity: assessment.capacity,
  capacitySteps: assessment.capacitySteps,
  capacityBy: assessment.capacityBy ?? '',
  capacityForBaby: assessment.capacityForBaby ?? '',
  diagnosis: assessment.diagnosis,
  diagnosisBy: assessment.diagnosisBy,
  diagnosisOn: assessment.diagnosisOn ?? '',
  tools: tools.flatMap((tool) => {
    const own = assessment.scores.filter(({ toolId }) => toolId === tool.id)
    const [first] = own
    if (!first) return []
    return [
      {
        toolId: tool.id,
        scoredOn: first.scoredOn,
        scores: tool.scales.map(({ id }) => {
          const found = own.find(({ scaleId }) => scaleId === id)
          return { score: found ? String(found.score) : '' }
        }),
      },
    ]
  }),
})
