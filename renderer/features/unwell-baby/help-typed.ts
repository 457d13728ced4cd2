import type { Instant } from '#domain/shared/time.ts'
import type { Helper } from '#domain/unwell-baby/record.ts'

/** One call for help, as the form sends it. */
export interface CallTyped {
  whom: Helper
  calledAt: Instant
  calledBy: string
  reached: 'yes' | 'no'
  spoken?: SpokenTyped
}

/** What came of a call in which somebody was spoken to. */
export interface SpokenTyped {
  reachedAt: Instant
  reachedName: string
  advice?: string
  reference?: string
  transferAdvised?: boolean
}

/** A call as the service takes it: only rung, or reached with a name and a time. Ringing is not reaching. */
export function callOf({ whom, calledAt, calledBy, reached, spoken }: CallTyped) {
  const rung = { whom, calledAt, calledBy }
  return reached === 'yes' && spoken
    ? ({ kind: 'reached', call: { ...rung, ...spoken } } as const)
    : ({ kind: 'rang', call: rung } as const)
}
export type HelpCall = ReturnType<typeof callOf>
