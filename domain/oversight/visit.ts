import { z } from 'zod'
import { civilDateSchema } from '../shared/calendar.ts'
import type { FieldMessage } from '../shared/failure.ts'
import { line, note } from '../shared/text.ts'
import type { CivilDate } from '../shared/time.ts'
import { type FindingKind, findingKindLabels, type VisitKind, visitKindLabels } from './words.ts'

export { type FindingKind, findingKindLabels, type VisitKind, visitKindLabels } from './words.ts'

/** Who looks at the unit from outside and from within, and what they found (domain.md 7.1 and 7.5; Finding Five g). */

const visitKinds = Object.keys(visitKindLabels) as [VisitKind, ...VisitKind[]]

const findingKinds = Object.keys(findingKindLabels) as [FindingKind, ...FindingKind[]]

export const plannedVisitFields = {
  kind: z.enum(visitKinds, 'Choose what it is'),
  title: line,
  plannedOn: civilDateSchema,
}

export const heldVisitFields = {
  heldOn: civilDateSchema,
  visitors: line,
  spokenTo: line,
  seen: note,
}

export const findingFields = {
  kind: z.enum(findingKinds, 'Choose what it is'),
  requirement: z.string().min(1, 'Choose the requirement').max(20),
  words: note,
}

/** What cannot be true of a visit that was held; empty where nothing is wrong. */
export function heldFaults(heldOn: CivilDate, today: CivilDate): FieldMessage[] {
  return heldOn > today
    ? [{ field: 'heldOn', message: 'This day is still to come. Record the visit once it was held' }]
    : []
}

export const visitStates = ['planned', 'not-held', 'held', 'called-off'] as const
export type VisitState = (typeof visitStates)[number]

export const visitStateLabels: Record<VisitState, string> = {
  planned: 'Planned',
  'not-held': 'Not held on its day',
  held: 'Held',
  'called-off': 'Called off',
}

export interface VisitDays {
  plannedOn: CivilDate
  heldOn: CivilDate | null
  calledOffBecause: string | null
}

/** How a visit stands on a day. */
export function visitState(visit: VisitDays, today: CivilDate): VisitState {
  if (visit.heldOn !== null) return 'held'
  if (visit.calledOffBecause !== null) return 'called-off'
  return visit.plannedOn < today ? 'not-held' : 'planned'
}
