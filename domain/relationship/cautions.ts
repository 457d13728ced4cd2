import { daysBetween } from '../shared/calendar.ts'
import type { CivilDate } from '../shared/time.ts'
import type { Trained } from './codes.ts'
import type { RelationshipRules } from './rule-content.ts'

export interface Rated {
  observedFrom: CivilDate
  observedTo: CivilDate
  hoursWatched: number | null
  raters: readonly { trained: Trained }[]
  hasScores: boolean
}

/**
 * What to bear in mind with a result, in words that go with it on screen and paper. Source: BMIS study, 1996
 * (PubMed 8818363): agreed by several nurses over the whole week, ratings were reliable; from one hour's
 * watching much less so. Nothing is refused for it.
 */
export function cautions(rated: Rated, rules: Pick<RelationshipRules, 'watchAtLeast'>): string[] {
  const days = daysBetween(rated.observedFrom, rated.observedTo) + 1
  const least = rules.watchAtLeast.days
  const untrained = rated.raters.filter(({ trained }) => trained !== 'yes').length
  return [
    ...(days < least
      ? [
          `Watched over ${days === 1 ? '1 day' : `${days} days`}, fewer than ${least}: such ratings are less reliable`,
        ]
      : []),
    ...(rated.hoursWatched !== null && rated.hoursWatched <= 1
      ? ['Watched for an hour or less: such ratings were much less reliable in the published study']
      : []),
    ...(rated.raters.length < 2
      ? ['One rater alone: the published ratings were agreed by several']
      : []),
    ...(rated.hasScores && untrained > 0
      ? [
          untrained === 1
            ? 'One rater is not known to be trained in the tool'
            : `${untrained} raters are not known to be trained in the tool`,
        ]
      : []),
  ]
}
