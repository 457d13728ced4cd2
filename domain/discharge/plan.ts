import { z } from 'zod'
import { addMinutes, instantSchema } from '../shared/calendar.ts'
import type { FieldMessage } from '../shared/failure.ts'
import { line, note, optionalText } from '../shared/text.ts'
import type { Instant } from '../shared/time.ts'
import { type EndReason, endReasonLabels } from '../stays/record.ts'

/** What is planned for the end of a stay. Source: product.md 5d; domain.md 4.6, COM-16. */

/** Where a discharge or a transfer is planned to; the other ends of a stay are planned by nobody. */
export const plannedEnds = [
  'home',
  'home-mother-alone',
  'other-unit',
  'other-ward',
  'hospital',
  'other',
] as const satisfies readonly EndReason[]
export type PlannedEnd = (typeof plannedEnds)[number]

export const plannedEndLabels = Object.fromEntries(
  plannedEnds.map((end) => [end, endReasonLabels[end]]),
) as Record<PlannedEnd, string>

export const agreements = ['agreed', 'not-reached', 'not-needed'] as const
export type Agreement = (typeof agreements)[number]

export const agreementLabels: Record<Agreement, string> = {
  agreed: 'Agreed with the social worker',
  'not-reached': 'Not agreed yet, or not reached',
  'not-needed': 'No social worker is involved',
}

export const planFields = {
  plannedFor: instantSchema,
  whereTo: z.enum(plannedEnds, 'Choose where to'),
  destination: line,
  agreement: z.enum(agreements, 'Say whether the social worker has agreed'),
  agreedWith: optionalText(line),
  agreedAt: instantSchema.optional(),
  agreedWhat: note,
  followUp: note,
  medication: note,
  feeding: note,
  weight: note,
  parenting: note,
  documents: note,
}

/** The plan of a stay. `version` is that of the plan that the screen showed; empty where there was none. */
export const planInput = z.strictObject({
  stayId: z.uuid(),
  version: z.int().min(1).nullable(),
  ...planFields,
})
export type PlanInput = z.output<typeof planInput>

// A clock on another screen may be a little ahead of the service's.
const clockLeewayMinutes = 2

/** What cannot be true of a plan, or is missing from it. */
export function planFaults(
  plan: Pick<PlanInput, 'plannedFor' | 'agreement' | 'agreedWith' | 'agreedAt'>,
  arrivedAt: Instant,
  now: Instant,
): FieldMessage[] {
  const faults: FieldMessage[] = []
  const { plannedFor, agreement, agreedWith, agreedAt } = plan
  if (plannedFor <= arrivedAt)
    faults.push({ field: 'plannedFor', message: 'This is before she arrived. Check the date' })
  if (agreement === 'agreed' && agreedWith === undefined)
    faults.push({ field: 'agreedWith', message: 'Enter who agreed: name and role' })
  if (agreement === 'agreed' && agreedAt === undefined)
    faults.push({ field: 'agreedAt', message: 'Enter when it was agreed' })
  if (agreedAt !== undefined && agreedAt > addMinutes(now, clockLeewayMinutes))
    faults.push({ field: 'agreedAt', message: 'This time is still to come' })
  return faults
}
