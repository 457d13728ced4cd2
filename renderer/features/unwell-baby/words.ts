import type { BandKey } from '#domain/unwell-baby/escalation-content.ts'
import type { SkipReason } from '#domain/unwell-baby/observation.ts'
import type { PewsLevel } from '#domain/unwell-baby/pews-content.ts'
import type { Mobility } from '#domain/unwell-baby/record.ts'
import type { Tone } from '../../ui/tag.tsx'

/** What a level that a person calls for asks of the others. */
export const levelLabels: Record<PewsLevel, string> = {
  emergency: 'Emergency: 999',
  high: 'High: rapid review',
  medium: 'Medium: review by a clinician',
  low: 'Low: watch more closely',
}

export const mobilityLabels: Record<Mobility, string> = {
  'not-mobile': 'No: does not pull to stand, cruise or walk',
  mobile: 'Yes',
  'not-known': 'Not known',
}

/** The reasons that make sense for a sign other than blood pressure. */
export const skipReasonsOf = (isPressure: boolean): readonly SkipReason[] =>
  isPressure
    ? [
        'not-attempted',
        'unsuccessful',
        'unsuccessful-with-concern',
        'no-equipment',
        'carer-refused',
        'emergency-first',
        'other',
      ]
    : ['not-attempted', 'unsuccessful', 'no-equipment', 'carer-refused', 'emergency-first', 'other']

/** How much a band must catch the eye. The word says which it is. */
export function bandTone(band: BandKey): Tone {
  switch (band) {
    case 'life-threatening':
    case 'emergency-sign':
    case 'sepsis-high':
    case 'pews-emergency':
    case 'raised-emergency':
    case 'pews-high':
    case 'fever-red':
    case 'raised-high':
    case 'injury':
      return 'danger'
    case 'unsure-mark':
    case 'sepsis-moderate':
    case 'pews-medium':
    case 'raised-medium':
    case 'fever-amber':
    case 'same-day-sign':
      return 'warning'
    case 'pews-low':
    case 'concern':
      return 'info'
    case 'pews-0':
      return 'neutral'
  }
}
