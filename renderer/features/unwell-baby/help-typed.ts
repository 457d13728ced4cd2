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

/** A call as it should have been written down, as the form sends it. */
export interface CorrectCallTyped extends Omit<CallTyped, 'spoken'>, Partial<SpokenTyped> {
  came: 'yes' | 'no'
  seenAt?: Instant
  seenBy?: string
  reason: string
}

const notReached = {
  reachedAt: null,
  reachedName: undefined,
  advice: undefined,
  reference: undefined,
  transferAdvised: false,
}

/** The whole call as the service takes it: what was not so is empty. */
export function correctionOf({ came, seenAt, seenBy, ...typed }: CorrectCallTyped) {
  const seen =
    came === 'yes' ? { seenAt: seenAt ?? null, seenBy } : { seenAt: null, seenBy: undefined }
  const { reachedAt = null, reachedName, advice, reference, transferAdvised = false } = typed
  const { whom, calledAt, calledBy, reached, reason } = typed
  return {
    ...{ whom, calledAt, calledBy, reached, reason },
    ...(reached === 'yes'
      ? { reachedAt, reachedName, advice, reference, transferAdvised }
      : notReached),
    ...seen,
  }
}
export type CallCorrection = ReturnType<typeof correctionOf>
