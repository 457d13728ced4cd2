import { z } from 'zod'
import { agencies } from '../people/record.ts'
import { addMinutes, instantSchema } from '../shared/calendar.ts'
import type { FieldMessage } from '../shared/failure.ts'
import { dueOf } from '../shared/limits.ts'
import { line, note } from '../shared/text.ts'
import type { Instant } from '../shared/time.ts'
import { disagreementTopics, stepOutcomes } from './codes.ts'
import type { CultureRules } from './rule-content.ts'

/** A disagreement with another agency and the ladder that it climbs (assurance.md 5f-4). */

export const disagreementInput = z.strictObject({
  pairId: z.uuid().nullish(),
  agency: z.enum(agencies, 'Choose with which agency'),
  about: z.enum(disagreementTopics, 'Choose what it is about'),
  openedAt: instantSchema,
  /** What the unit holds, and what the other agency holds. */
  ours: note,
  theirs: note,
  withWhom: line,
})
export type DisagreementInput = z.output<typeof disagreementInput>

export const stepInput = z
  .strictObject({
    id: z.uuid(),
    version: z.int().min(1),
    outcome: z.enum(stepOutcomes, 'Say what came of it'),
    endedAt: instantSchema,
    said: note,
    /** With whom it goes on, on the next rung. */
    nextWith: z.string().trim().max(500).nullish(),
  })
  .refine(({ outcome, nextWith }) => outcome === 'resolved' || Boolean(nextWith), {
    path: ['nextWith'],
    message: 'Enter with whom it is taken up next',
  })
export type StepInput = z.output<typeof stepInput>

/** When a rung that is reached now has to be left, resolved or upwards (architecture law 5: fixed then). */
export function rungDue(rules: CultureRules, rung: number, from: Instant): Instant {
  // A ladder that has been shortened since: its last rung holds.
  const found = rules.ladder[rung - 1] ?? rules.ladder.at(-1)
  return found ? dueOf(found.limit, from).at : from
}

// A clock on another screen may be a little ahead of the service's.
const clockLeewayMinutes = 2

export const openedFaults = ({ openedAt }: DisagreementInput, now: Instant): FieldMessage[] =>
  openedAt > addMinutes(now, clockLeewayMinutes)
    ? [{ field: 'openedAt', message: 'This time is still to come. Enter when it came up' }]
    : []

export function stepFaults(
  input: StepInput,
  step: { rung: number; startedAt: Instant },
  rules: CultureRules,
  now: Instant,
): FieldMessage[] {
  const faults: FieldMessage[] = []
  if (input.endedAt > addMinutes(now, clockLeewayMinutes))
    faults.push({ field: 'endedAt', message: 'This time is still to come. Enter when it was' })
  if (input.endedAt < step.startedAt)
    faults.push({ field: 'endedAt', message: 'This rung had not been reached yet. Check the time' })
  if (input.outcome === 'escalated' && step.rung >= rules.ladder.length)
    faults.push({
      field: 'outcome',
      message: 'This is the last rung. What the partnership decides resolves it',
    })
  return faults
}
