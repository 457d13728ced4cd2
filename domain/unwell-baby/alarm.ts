import type { NextStep } from './next-step.ts'

/**
 * What is heard of a running episode (decision 32: escalation is on screen and by sound).
 * - `at-once`: 999 is the next step. No setting switches it off.
 * - `when-late`: sounds once the limit has run out, unless the unit has switched that off.
 * - null: nothing is heard. Telling others is on screen alone: it helps nobody's breathing.
 */
export type Alarm = 'at-once' | 'when-late' | null

/** The alarm of a running episode by its next step. */
export function alarmOf(next: NextStep | null): Alarm {
  if (!next || next.step === 'tell' || next.dueAt === null) return null
  return next.ring[0] === '999' ? 'at-once' : 'when-late'
}
