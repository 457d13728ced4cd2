import type { Instant } from '../shared/time.ts'
import { ageBasis, ageForRules, type Birth } from './age-for-rules.ts'
import { type FindingCode, findingsIn } from './findings.ts'

/** In a newborn each of these means 999 or the emergency department (decision 25; domain row 3.6). */
const ofNewborns: readonly FindingCode[] = ['looks-unwell', 'will-not-feed', 'jaundice']
// Asked for two days longer than the rule counts: what is raised now may have been noticed before.
const newbornAge = { beforeDays: 30 }

const atAnyAge: readonly FindingCode[] = [
  ...findingsIn('danger'),
  'impending-arrest',
  'exhaustion',
  'abnormal-pupils',
  'green-vomit',
  ...findingsIn('injury'),
]

/**
 * What is asked when a concern is raised: every sign that by itself means 999 or the emergency department at
 * this baby's age, those of a newborn first, then bruise and injury. Where no birth is recorded the baby may
 * be a newborn.
 */
export const warningsFor = (birth: Birth, at: Instant): readonly FindingCode[] =>
  ageBasis(newbornAge, ageForRules(birth, at)) === null ? atAnyAge : [...ofNewborns, ...atAnyAge]
