import type { Cut, Instant, Period } from '../shared/time.ts'

/** The four classes of assurance.md 1: every member of a population falls in exactly one. */
export const memberClasses = ['pass', 'fail', 'incomplete', 'not-eligible'] as const
export type MemberClass = (typeof memberClasses)[number]

/** The record version that a member was counted from; what a drill-down opens. */
export interface RecordRef {
  type: string
  recordId: string
  version: number
}

/** One member of a measure's population, in exactly one class. */
export interface Member {
  /** Names the member within its measure; stable from one computation to the next. */
  key: string
  class: MemberClass
  /** Why it fell in its class, in plain English, without any name or identifier. */
  reason: string
  /** The time that places the member in the period. */
  at: Instant
  /** For what is measured in time: when the part that was counted ended. How new the evidence is, is judged by it. */
  until?: Instant
  /** 1 for what is counted; whole minutes for what is measured in time. */
  quantity: number
  /** Splits a measure that is shown apart (inside and outside, by profession). */
  group?: string
  /** True where a named override let it through; it is listed by itself as well (assurance.md 1). */
  overridden?: boolean
  records: RecordRef[]
}

/**
 * One measure: its words and its only definition. `members` is pure: the same facts, period and cut give
 * the same members. A released version is never edited; a change is a new version beside it (decision 2).
 */
export interface Measure<Facts> {
  id: string
  version: number
  requirement: string
  title: string
  /** One sentence: who or what is counted. */
  population: string
  /** One sentence: what places a member in the period (decision 34). */
  placedBy: string
  /** One sentence: what has to hold. */
  rule: string
  source: string
  safetyCritical: boolean
  /** Below this denominator the measure is not tested (decision 35). */
  minimumN: number
  unit: 'count' | 'minutes'
  members(facts: Facts, period: Period, cut: Cut): Member[]
}

export interface ClassTotals {
  pass: number
  fail: number
  incomplete: number
  notEligible: number
}

/** The figure of a measure. `rate` is null where nothing is eligible: print a dash, never 0 % or 100 %. */
export interface Figure extends ClassTotals {
  population: number
  denominator: number
  rate: number | null
  overridden: number
}

/** Adds up members. Pass + fail + incomplete + not eligible = population, by construction. */
export function figureOf(members: readonly Member[]): Figure {
  const totals: ClassTotals = { pass: 0, fail: 0, incomplete: 0, notEligible: 0 }
  let overridden = 0
  for (const member of members) {
    if (member.class === 'not-eligible') totals.notEligible += member.quantity
    else totals[member.class] += member.quantity
    if (member.overridden) overridden += member.quantity
  }
  const denominator = totals.pass + totals.fail + totals.incomplete
  return {
    ...totals,
    overridden,
    denominator,
    population: denominator + totals.notEligible,
    rate: denominator === 0 ? null : totals.pass / denominator,
  }
}
