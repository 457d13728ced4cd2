import type { PartId } from './parts.ts'
import type { Standing } from './rules.ts'

/** How a standing reads, on the screen and on paper. */
export const standingWords: Record<Standing, string> = {
  'in-date': 'In date',
  'not-yet-due': 'Not yet due',
  'not-known': 'Not known',
  lapsed: 'Lapsed',
  missing: 'None',
  'not-required': 'Not required',
  'not-in-post': 'Not in post',
}

/** The parts of what is required that are no topic. */
export const partNames: Record<PartId, string> = {
  level: 'Safeguarding level',
  'multi-agency': 'Multi-agency training',
  'life-support': 'Paediatric life support',
}
