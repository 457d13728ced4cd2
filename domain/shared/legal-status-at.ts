import { dateOf, daysBetween } from './calendar.ts'
import {
  type DutyClass,
  dutyClasses,
  involvesSocialCare,
  type LegalStatus,
  legalStatusOf,
} from './legal-status.ts'
import { endedFault, latestEnd, longestText } from './longest.ts'
import type { Instant } from './time.ts'

/** A dated fact about a child's legal status, as one version of it stands. */
export interface LegalStatusFact {
  recordId: string
  code: string
  startsAt: Instant
  /** When it runs out on paper; that it has ended is another statement. */
  endsAt: Instant | null
  /** When it ended, as somebody said by name; null until somebody does. */
  endedAt: Instant | null
  recordedAt: Instant
}

export interface StatusInForce {
  fact: LegalStatusFact
  status: LegalStatus
  /**
   * It ran out by its date, and nobody has yet recorded that it ended or what followed. It counts as in
   * force until somebody does: a date on a form never takes a child's protection away (decision 19).
   */
  endUnconfirmed: boolean
}

export interface LegalStanding {
  /** False where nothing at all is recorded for this time: not the same as no involvement. */
  known: boolean
  inForce: StatusInForce[]
  /** The highest class of those in force: duties to tell others follow it (decision 31). */
  dutyClass: DutyClass
  authorityShares: boolean
  planOrOrder: boolean
}

/** The statuses in force at an instant, strictest first. `facts` are the newest versions for one child. */
export function legalStandingAt(facts: readonly LegalStatusFact[], at: Instant): LegalStanding {
  const inForce = facts
    .filter((fact) => fact.startsAt <= at && !endedBy(fact, at))
    .map((fact) => ({
      fact,
      status: legalStatusOf(fact.code),
      endUnconfirmed: fact.endsAt !== null && fact.endsAt <= at && !isConfirmedEnded(fact),
    }))
    .sort((a, b) => rank(b) - rank(a) || a.fact.code.localeCompare(b.fact.code))
  return {
    known: inForce.length > 0,
    inForce,
    dutyClass: inForce[0]?.status.dutyClass ?? 'none',
    authorityShares: inForce.some(({ status }) => status.authorityShares),
    planOrOrder: inForce.some(({ status }) => status.planOrOrder),
  }
}

const rank = ({ status }: StatusInForce) => dutyClasses.indexOf(status.dutyClass)

/**
 * Whether somebody said that it has ended: until then a status stands (decision 19). An act of its own: a date on paper
 * that has passed ends nothing, and neither does a correction that is made after it.
 */
export const isConfirmedEnded = ({ endedAt }: Pick<LegalStatusFact, 'endedAt'>): boolean =>
  endedAt !== null

const endedBy = ({ endedAt }: LegalStatusFact, at: Instant) => endedAt !== null && endedAt <= at

/** The days before a status runs out on which it warns. Source: product.md 5d; domain.md 8.2, HZ-05. */
export const expiryWarningDays = [7, 2, 0] as const

/**
 * How a status stands to its end: undefined while it is more than 7 days away or has none; `days` counts by
 * the calendar and is negative once it has run out unconfirmed.
 */
export function expiryWarning(
  inForce: StatusInForce,
  at: Instant,
): { days: number; text: string } | undefined {
  const { fact, status, endUnconfirmed } = inForce
  if (fact.endsAt === null) return undefined
  const days = daysBetween(dateOf(at), dateOf(fact.endsAt))
  if (endUnconfirmed) {
    return { days, text: `${status.label}: ran out on paper. Confirm what followed` }
  }
  if (days > expiryWarningDays[0]) return undefined
  return { days, text: `${status.label} ${runsOut(days)}` }
}

/** That social care is not involved, as somebody said. */
const noInvolvement = 'LEG-00'

/**
 * Where "no involvement" stands beside a status by which social care is involved: two sources differ. Both are kept, the
 * stricter counts, and it is raised until a person settles it (Child Z, Finding Seven). Undefined where nothing differs.
 * Truth table: docs/states/people.md, 13.
 */
export function statusClash(
  inForce: readonly StatusInForce[],
): { fact: LegalStatusFact; text: string } | undefined {
  const found = codesThatDiffer(inForce.map(({ fact }) => fact))
  if (!found) return undefined
  const text = `Two sources differ: ${clashWords(found)}. The stricter counts. Record that the one has ended, or mark the wrong one as entered in error`
  return { fact: found.none, text }
}

interface Differing<Status> {
  /** By which social care is not involved. */
  none: Status
  /** By which it is. */
  other: Status
}

/** The two of a child's statuses in force that cannot both be so; undefined where nothing differs. */
export function codesThatDiffer<Status extends { code: string }>(
  inForce: readonly Status[],
): Differing<Status> | undefined {
  const none = inForce.find(({ code }) => code === noInvolvement)
  const other = inForce.find(({ code }) => involvesSocialCare(code))
  return none && other && { none, other }
}

/** "no involvement, and child protection plan". */
export const clashWords = ({ none, other }: Differing<{ code: string }>): string =>
  [none, other].map(({ code }) => legalStatusOf(code).label.toLowerCase()).join(', and ')

/** In words, by the calendar: "runs out tomorrow". */
export const runsOut = (days: number): string =>
  `runs out ${days === 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${days} days`}`

/** What is wrong with the dates of a status; undefined where nothing is. */
export function legalDatesFault(
  code: string,
  startsAt: Instant,
  endsAt: Instant | null,
): string | undefined {
  const status = legalStatusOf(code)
  if (endsAt === null)
    return status.expiryRequired
      ? `Enter when the ${status.label.toLowerCase()} runs out`
      : undefined
  if (endsAt <= startsAt) return 'The end must be after the start'
  if (status.mostHours !== undefined && endsAt > latestEnd(startsAt, status.mostHours))
    return `This cannot last more than ${longestText(status.mostHours)}. Check the dates on the document`
  return undefined
}

/** What is wrong with the time at which a status is said to have ended; undefined where nothing is. */
export function legalEndFault(
  code: string,
  startsAt: Instant,
  endedAt: Instant,
  now: Instant,
): string | undefined {
  return endedFault('This', legalStatusOf(code).mostHours, { startsAt, endedAt, now })
}
