import { z } from 'zod'
import { measureIds } from '../assurance/catalogue.ts'
import type { Level } from '../assurance/levels.ts'
import { addMonthsToDate, civilDateSchema } from '../shared/calendar.ts'
import type { FieldMessage } from '../shared/failure.ts'
import { note, reason } from '../shared/text.ts'
import type { CivilDate } from '../shared/time.ts'
import { shownByKinds } from './pinnable.ts'
import type { ActionStatus } from './words.ts'

export { type ActionStatus, actionStatuses, actionStatusLabels } from './words.ts'

/**
 * An action of the improvement plan: owner, due, evidence of completion and of impact, and a later look whether
 * it held, which re-opens it if not (product.md 2, 5g; domain.md 7.5). Truth table: docs/states/oversight.md.
 */
export interface ActionFacts {
  dueOn: CivilDate
  startedOn: CivilDate | null
  doneOn: CivilDate | null
  evidence: string
  verifiedOn: CivilDate | null
  retestOn: CivilDate | null
  retestResult: RetestResult | null
  closedBecause: string | null
}

export const retestResultLabels = {
  held: 'It held',
  'fell-back': 'It fell back: the action is open again',
} as const
export type RetestResult = keyof typeof retestResultLabels
const retestResults = Object.keys(retestResultLabels) as [RetestResult, ...RetestResult[]]

/** How an action stands on a day. Nothing but its own steps decides: no status is typed. */
export function actionStatus(action: ActionFacts, today: CivilDate): ActionStatus {
  if (action.closedBecause !== null) return 'closed-not-effective'
  if (action.retestResult === 'held') return 'embedded'
  if (action.verifiedOn !== null)
    return action.retestOn !== null && action.retestOn < today ? 'retest-overdue' : 'verified'
  if (action.doneOn !== null)
    return action.evidence === '' ? 'awaiting-evidence' : 'awaiting-verification'
  if (action.dueOn < today) return 'overdue'
  return action.startedOn === null ? 'open' : 'in-progress'
}

/** An action is open until somebody other than its owner has looked at its evidence, or it was given up. */
export const isOpen = (status: ActionStatus): boolean =>
  status !== 'verified' &&
  status !== 'retest-overdue' &&
  status !== 'embedded' &&
  status !== 'closed-not-effective'

/** Looked at again no sooner than three months after it was done [P] (domain.md 7.5). */
export const retestMonths = 3
export const earliestRetest = (doneOn: CivilDate): CivilDate =>
  addMonthsToDate(doneOn, retestMonths)

export const actionFields = {
  requirement: z.string().min(1, 'Choose the requirement').max(20),
  what: note,
  /** The measure whose figure has to hold at the second look; null where none speaks of it. */
  measure: z
    .string()
    .refine((id) => measureIds.has(id), 'Choose a measure of the list')
    .nullable()
    .default(null),
  ownerId: z.uuid('Choose who answers for it'),
  dueOn: civilDateSchema,
  high: z.boolean('Say whether it is a high action'),
}

export const doneFields = {
  doneOn: civilDateSchema,
  /** Empty while it is still to come: the action then awaits it. */
  evidence: z.union([note, z.literal('')]).default(''),
  /** The record or the piece of evidence that shows it, at the version that stands now. */
  pin: z
    .strictObject({ type: z.enum(shownByKinds, 'Choose a record'), id: z.uuid() })
    .nullable()
    .default(null),
  impact: z.union([note, z.literal('')]).default(''),
}

export const verifiedFields = { impact: note, retestOn: civilDateSchema }

export const retestFields = {
  retestedOn: civilDateSchema,
  retestResult: z.enum(retestResults, 'Say what was found'),
  retestNote: note,
  /** Of an action that fell back: by when it is done again. */
  dueOn: civilDateSchema.nullable().default(null),
}

export const closedBecauseField = reason

const future = (field: string): FieldMessage => ({
  field,
  message: 'This day is still to come. Enter the day on which it was',
})

/** What cannot be true when an action is said to be done: words show nothing without a record, nor the other way round. */
export const doneFaults = (
  { doneOn, evidence, pin }: { doneOn: CivilDate; evidence: string; pin: object | null },
  today: CivilDate,
): FieldMessage[] => [
  ...(doneOn > today ? [future('doneOn')] : []),
  ...(evidence !== '' && pin === null
    ? [{ field: 'pin', message: 'Choose the record that shows it' }]
    : []),
  ...(evidence === '' && pin !== null
    ? [{ field: 'evidence', message: 'Enter what the record shows' }]
    : []),
]

/** What cannot be true when an action is verified: it has to be looked at again, and not too soon. */
export function verifyFaults(doneOn: CivilDate, retestOn: CivilDate): FieldMessage[] {
  if (retestOn >= earliestRetest(doneOn)) return []
  return [
    {
      field: 'retestOn',
      message: `Look again ${retestMonths} months after it was done or later: sooner does not show that it holds`,
    },
  ]
}

/** What cannot be true of a second look. */
export function retestFaults(
  {
    retestedOn,
    retestResult,
    dueOn,
  }: {
    retestedOn: CivilDate
    retestResult: RetestResult
    dueOn: CivilDate | null
  },
  doneOn: CivilDate,
  today: CivilDate,
): FieldMessage[] {
  const faults: FieldMessage[] = []
  if (retestedOn > today) faults.push(future('retestedOn'))
  if (retestResult === 'held' && retestedOn < earliestRetest(doneOn))
    faults.push({
      field: 'retestedOn',
      message: `That is less than ${retestMonths} months after it was done: too soon to say that it holds`,
    })
  if (retestResult === 'fell-back' && (dueOn === null || dueOn < today))
    faults.push({ field: 'dueOn', message: 'Enter by when it is done again, from today on' })
  return faults
}

/**
 * What the figure of the action's measure says of the time since it was done; null where there is too little to
 * judge by. Reasonable or better has held [P]. Truth table: docs/states/oversight.md 7.
 */
export const figureSays = (level: Level): RetestResult | null =>
  level === 'not-tested'
    ? null
    : level === 'substantial' || level === 'reasonable'
      ? 'held'
      : 'fell-back'

/** What of a second look the figure contradicts: nobody says that it held where the figure fell back. */
export const figureFaults = (level: Level, result: RetestResult, figure: string): FieldMessage[] =>
  result === 'held' && figureSays(level) === 'fell-back'
    ? [
        {
          field: 'retestResult',
          message: `Since it was done the figure is ${figure}: it has not held. Record that it fell back, with a new day`,
        },
      ]
    : []
