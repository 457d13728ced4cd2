import { z } from 'zod'
import { addDays, addMinutes, dateOf, formatDateTime, instantSchema } from '../shared/calendar.ts'
import type { FieldMessage } from '../shared/failure.ts'
import { minuteOf } from '../shared/minute.ts'
import { line, note, optionalText } from '../shared/text.ts'
import type { Instant } from '../shared/time.ts'
import { type EndReason, endReasonLabels } from '../stays/record.ts'
import { notToBeTold, type Recipient } from './recipients.ts'

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

// No stay is planned further ahead: a slip of the year [P].
const mostDaysAhead = 366

type Times = Pick<
  PlanInput,
  'plannedFor' | 'agreement' | 'agreedWith' | 'agreedAt' | 'whereTo' | 'destination'
>

/** What the times of a plan are judged by. */
export interface PlanTimes {
  arrivedAt: Instant
  now: Instant
  /** The plan until now: a day that has gone by may stand while the rest is settled. Null where there is none. */
  before: PlanBefore | null
}

type PlanBefore = Pick<PlanInput, 'plannedFor' | 'whereTo' | 'destination' | 'agreement'> & {
  agreedAt: Instant | null
}

// A word written otherwise is no other place.
const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Whether they go elsewhere than was planned: who agreed, and who was told, knows another place. */
export const goesElsewhere = (
  before: Pick<PlanInput, 'whereTo' | 'destination'>,
  plan: Pick<PlanInput, 'whereTo' | 'destination'>,
): boolean =>
  before.whereTo !== plan.whereTo || plain(before.destination) !== plain(plan.destination)

type Told = Pick<PlanInput, 'plannedFor' | 'whereTo' | 'destination'>

/**
 * Why everybody who must know is told anew; null where they are not. Of another day nobody is who was told of
 * none: what nobody has been told yet keeps its limit, so that a new date puts off nothing that is late.
 */
export function whyToldAnew(before: Told, plan: Told, isTold: boolean): string | null {
  if (goesElsewhere(before, plan)) return 'Where they go has changed: all are told anew'
  return isTold && dateOf(before.plannedFor) !== dateOf(plan.plannedFor)
    ? 'The day on which they leave has changed: all are told anew'
    : null
}

/** What cannot be true of a plan, or is missing from it. */
export function planFaults(plan: Times, times: PlanTimes): FieldMessage[] {
  const { agreement, agreedWith, agreedAt } = plan
  const faults = plannedForFaults(plan.plannedFor, times)
  if (agreement === 'agreed' && agreedWith === undefined)
    faults.push({ field: 'agreedWith', message: 'Enter who agreed: name and role' })
  if (agreement === 'agreed' && agreedAt === undefined)
    faults.push({ field: 'agreedAt', message: 'Enter when it was agreed' })
  if (agreedAt !== undefined && agreedAt > addMinutes(times.now, clockLeewayMinutes))
    faults.push({ field: 'agreedAt', message: 'This time is still to come' })
  if (agreedAt !== undefined && agreedAt < minuteOf(times.arrivedAt))
    faults.push({
      field: 'agreedAt',
      message: `They came ${formatDateTime(times.arrivedAt)}: nothing was agreed of this stay before. Check the date`,
    })
  const { before } = times
  if (
    agreement === 'agreed' &&
    before?.agreement === 'agreed' &&
    agreedAt === before.agreedAt &&
    goesElsewhere(before, plan)
  )
    faults.push({
      field: 'agreedAt',
      message:
        'Where they go has changed since this was agreed. Enter when the social worker agreed to it, or that they have not yet',
    })
  return faults
}

function plannedForFaults(
  plannedFor: Instant,
  { arrivedAt, now, before }: PlanTimes,
): FieldMessage[] {
  const at = (message: string) => [{ field: 'plannedFor', message }]
  if (plannedFor <= arrivedAt) return at('This is before she arrived. Check the date')
  if (plannedFor > addDays(now, mostDaysAhead))
    return at('This is more than a year ahead. Check the year')
  if (plannedFor < minuteOf(now) && plannedFor !== before?.plannedFor)
    return at('This has gone by. Enter when they are to leave; or end the stay, if they have left')
  return []
}

/** Where a plan says whom they go to, and who is handed what. */
const namesPeople = ['destination', 'documents'] as const

/** Where a plan names somebody who must not be told (decision 30: no override), each at its field. */
export const contactFaults = (
  plan: Pick<PlanInput, (typeof namesPeople)[number]>,
  known: readonly Recipient[],
): FieldMessage[] =>
  namesPeople.flatMap((field) => {
    const one = notToBeTold(plan[field], known)
    return one
      ? [
          {
            field,
            message: `${one.name}: ${one.because}. Leave them and their address out of here: it is printed in the summary`,
          },
        ]
      : []
  })

const kept = 'Not printed: it names somebody who must not be told. Ask the unit'

/** A plan as it may be printed: somebody may have come to be not safe to contact since it was saved. */
export const printable = <Plan extends Pick<PlanInput, (typeof namesPeople)[number]>>(
  plan: Plan,
  known: readonly Recipient[],
): Plan => ({
  ...plan,
  ...Object.fromEntries(contactFaults(plan, known).map(({ field }) => [field, kept])),
})
