import { addDaysToDate, addMonthsToDate, dateOf } from '../shared/calendar.ts'
import type { CivilDate, Instant } from '../shared/time.ts'
import { workingDayAfter } from '../shared/working-days.ts'
import {
  type DisagreementTopic,
  isReflective,
  type SessionKind,
  type SessionPrompt,
} from './codes.ts'

/**
 * By when the unit reflects: after an event within working days (domain.md 5.3), and together with social
 * workers at an interval. Truth tables in docs/states/culture.md 11 and 12.
 */

export type EventPrompt = Exclude<SessionPrompt, 'ordinary'>

/** Which events told to other agencies (COM-05, COM-06) lead to a reflection. */
export const promptOfDutyEvent: Readonly<Record<string, EventPrompt>> = {
  'COM-05': 'hospital',
  'COM-06': 'bruise',
}

/** Which disagreements with another agency do. */
export const promptOfDisagreement: Partial<Record<DisagreementTopic, EventPrompt>> = {
  contact: 'supervision-dispute',
  threshold: 'refusal',
  information: 'refusal',
}

/** What happened, without a name (decision 39). */
export interface EventToReflectOn {
  prompt: EventPrompt
  at: Instant
  /** The episode of an unwell baby that it belongs to, where it does. */
  episodeId: string | null
}

interface Session {
  kind: SessionKind
  prompt: SessionPrompt
  heldOn: CivilDate
  episodeId: string | null
}

export interface ReflectionDue {
  prompt: EventPrompt
  on: CivilDate
  dueOn: CivilDate
  late: boolean
}

// A session that looked back on one episode answers for that one; any other of its kind, for all before it.
const answers = (session: Session, event: EventToReflectOn): boolean =>
  isReflective(session.kind) &&
  session.heldOn >= dateOf(event.at) &&
  (session.episodeId === null
    ? session.prompt === event.prompt
    : session.episodeId === event.episodeId)

/** The events on which nobody has reflected yet, the soonest due first; each kind once a day. */
export function reflectionsDue(
  events: readonly EventToReflectOn[],
  sessions: readonly Session[],
  workingDays: number,
  today: CivilDate,
): ReflectionDue[] {
  const open = events
    .filter((event) => !sessions.some((session) => answers(session, event)))
    .map(({ prompt, at }): ReflectionDue => {
      const on = dateOf(at)
      const dueOn = workingDayAfter(on, workingDays)
      return { prompt, on, dueOn, late: dueOn < today }
    })
  const once = new Map(open.map((one) => [`${one.on} ${one.prompt}`, one]))
  return [...once.values()].sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0))
}

export interface JointDue {
  lastOn: CivilDate | null
  dueOn: CivilDate
  late: boolean
}

/** It is told from two weeks before. */
const toldDaysBefore = 14

/**
 * By when to reflect together with social workers; null until two weeks before, and where nobody has come to
 * the unit yet. Counted from the last time, or from the day on which the unit began to record stays.
 */
export function jointDue(
  lastOn: CivilDate | null,
  recordedSince: CivilDate | null,
  months: number,
  today: CivilDate,
): JointDue | null {
  const from = lastOn ?? recordedSince
  if (from === null) return null
  const dueOn = addMonthsToDate(from, months)
  if (today < addDaysToDate(dueOn, -toldDaysBefore)) return null
  return { lastOn, dueOn, late: dueOn < today }
}
