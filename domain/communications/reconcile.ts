import type { Instant } from '../shared/time.ts'
import type { Derived } from './derive.ts'
import { type DutyRecord, dueAtOf, newestOf } from './status.ts'

type DerivedDuty = Exclude<Derived, { kind: 'considered' }>

/** What a new derivation changes. What was done is kept; nothing is dropped without a person's reason. */
export interface Reconciliation {
  add: DerivedDuty[]
  /** The same duty, due earlier than before, or now with a time. */
  bringForward: { dutyId: string; derived: DerivedDuty; dueAt: Instant }[]
  /** A question that has become a plain duty. */
  makeCertain: { dutyId: string; derived: DerivedDuty }[]
  /** Duties that the new facts no longer ask for: shown, to be dropped with a reason by a person. */
  noLongerAsked: string[]
}

/**
 * Holds a new derivation, after a change of status or of an answer, against the duties that are there.
 * Matching is by key; a limit is only ever brought forward (decision 31).
 */
export function reconcile(
  existing: readonly DutyRecord[],
  derived: readonly Derived[],
): Reconciliation {
  const wanted = derived.filter((one): one is DerivedDuty => one.kind !== 'considered')
  const found: Reconciliation = { add: [], bringForward: [], makeCertain: [], noLongerAsked: [] }
  for (const one of wanted) {
    const record = existing.find((candidate) => newestOf(candidate).key === one.key)
    if (!record) {
      found.add.push(one)
      continue
    }
    const duty = newestOf(record)
    const dueAt = dueAtOf(record)
    if (one.dueAt !== null && (dueAt === null || one.dueAt < dueAt))
      found.bringForward.push({ dutyId: duty.recordId, derived: one, dueAt: one.dueAt })
    if (one.kind === 'duty' && one.question === null && duty.question !== null)
      found.makeCertain.push({ dutyId: duty.recordId, derived: one })
  }
  const keys = new Set(wanted.map(({ key }) => key))
  found.noLongerAsked = existing
    .map(newestOf)
    .filter(({ key }) => !keys.has(key))
    .map(({ recordId }) => recordId)
  return found
}
