import type { RuleSet } from '../rule-sets/rule-set.ts'
import type { Basis } from '../shared/provenance.ts'
import type { Instant } from '../shared/time.ts'
import type { FamilyHistory } from './family-history.ts'
import type { Placement } from './placement.ts'
import type { PeopleRules } from './rule-content.ts'

/** What the measures of people and ties read, as it had been recorded by the cut (decision 1). */

/** A statement about a person or a tie, in its newest version. */
export interface StatementFact {
  type:
    | 'person'
    | 'tie'
    | 'contact'
    | 'child_legal_status'
    | 'mental_health_act_status'
    | 'question_asking'
  recordId: string
  version: number
  /** When it was first recorded. */
  recordedAt: Instant
  /** Null where nobody said how it is known. */
  basis: Basis | null
}

export interface PlacementFact extends Placement {
  version: number
  /** The sendings that told the reviewing officer. */
  tellings: readonly { recordId: string; version: number }[]
}

export interface PeopleFacts {
  families: readonly FamilyHistory[]
  statements: readonly StatementFact[]
  placements: readonly PlacementFact[]
  ruleSets: readonly (RuleSet<PeopleRules> & { version: number })[]
}
