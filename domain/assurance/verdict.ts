import type { MemberClass } from './measure.ts'

/** The class of one member, or of one part of it, with its reason in plain English and without any name. */
export interface Verdict {
  class: MemberClass
  reason: string
  overridden?: boolean
}

export const pass = (reason: string): Verdict => ({ class: 'pass', reason })
export const fail = (reason: string): Verdict => ({ class: 'fail', reason })
export const incomplete = (reason: string): Verdict => ({ class: 'incomplete', reason })
export const notEligible = (reason: string): Verdict => ({ class: 'not-eligible', reason })

const worstFirst: readonly MemberClass[] = ['fail', 'incomplete', 'not-eligible']

/** Several parts as one: fail before incomplete before not yet due; where all passed, `good` says so. */
export function worstOf(verdicts: readonly Verdict[], good: string): Verdict {
  for (const worst of worstFirst) {
    const found = verdicts.find((one) => one.class === worst)
    if (found) return found
  }
  return pass(good)
}
