import type { Instant } from '../shared/time.ts'
import type { OverrideStanding } from './overrides.ts'

export const holdKinds = ['stop', 'defer', 'exclusion', 'inclusion', 'information'] as const
export type HoldKind = (typeof holdKinds)[number]

/** One thing that holds the offer. */
export interface Hold {
  /** The clause, the group or the item. */
  ruleId: string
  /** The ids that an override may name to let it through: a group's own, or one of its clauses. */
  overrideAgainst: readonly string[]
  kind: HoldKind
  /** What holds, in plain English. */
  reason: string
  /** The same as it is told outside the unit: nothing of what the unit has left to do, and nobody's name. */
  toldAs: string
  /** What would release it without an override, in plain English: as it is told outside the unit. */
  answer: string
  /** What would release it, an override with it. */
  release: string
  /** Something is not there yet, rather than answered against: an override needs a deadline for it. */
  missing: boolean
  overridable: boolean
  /** When what it rests on was recorded. */
  since: Instant
  /** The override that lets it through, or else the newest; null where there is none. */
  override: (OverrideStanding & { overrideId: string }) | null
}

/** A hold before anybody looked for an override. */
export type BareHold = Omit<Hold, 'override'>
