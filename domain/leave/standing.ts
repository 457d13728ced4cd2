import { laterOf } from '../shared/calendar.ts'
import type { Instant } from '../shared/time.ts'
import type { Outcome } from './record.ts'

/** How one leave stands at an instant: computed, never stored. Truth table: docs/states/leave.md. */

export const leaveStates = [
  'asked-for',
  'agreed',
  'refused',
  'out',
  'late',
  'overdue',
  'missing',
  'back',
] as const
export type LeaveState = (typeof leaveStates)[number]

export const leaveStateLabels: Record<LeaveState, string> = {
  'asked-for': 'To be decided',
  agreed: 'Agreed',
  refused: 'Not agreed',
  out: 'Away',
  late: 'Late back',
  overdue: 'Not back: begin the steps for who is missing',
  missing: 'Missing',
  back: 'Back',
}

export interface LeaveRecord {
  version: number
  /** The newest decision, with the version of the request that it was about. */
  decision: { outcome: Outcome; leaveVersion: number } | null
  departure: {
    babies: readonly string[]
    leftAt: Instant
    dueBackAt: Instant
    missingAt: Instant
  } | null
  returns: readonly { mother: boolean; babies: readonly string[]; backAt: Instant }[]
  /** A search for those who did not come back is under way. */
  searching: boolean
  /** They were found, and are safe elsewhere: they are late, and not missing. */
  found: boolean
}

export interface LeaveStanding {
  state: LeaveState
  /** Who is still away. */
  out: { mother: boolean; babies: string[] }
  /** Whole or in part: mother and baby came back apart. */
  apart: boolean
  /** When everybody was back. */
  backAt: Instant | null
}

const nobody = { mother: false, babies: [] }

export function leaveStanding(leave: LeaveRecord, now: Instant): LeaveStanding {
  const { decision, departure, returns, version } = leave
  const atHome = (state: LeaveState): LeaveStanding => ({
    state,
    out: nobody,
    apart: false,
    backAt: null,
  })
  if (!departure) {
    // A change after the decision is decided again.
    if (!decision || decision.leaveVersion !== version) return atHome('asked-for')
    return atHome(decision.outcome)
  }
  const mother = !returns.some((one) => one.mother)
  const babies = departure.babies.filter(
    (baby) => !returns.some((one) => one.babies.includes(baby)),
  )
  if (!mother && babies.length === 0) {
    const backAt = returns.map((one) => one.backAt).reduce(laterOf)
    return { state: 'back', out: nobody, apart: returns.length > 1, backAt }
  }
  const out = { mother, babies }
  const state = leave.searching
    ? 'missing'
    : now >= departure.missingAt && !leave.found
      ? 'overdue'
      : now >= departure.dueBackAt
        ? 'late'
        : 'out'
  return { state, out, apart: returns.length > 0, backAt: null }
}

/** The steps for who is missing began at the limit at the latest: pressing late hides nothing. */
export const missingSinceOf = (entered: Instant, missingAt: Instant | null): Instant =>
  missingAt !== null && missingAt < entered ? missingAt : entered

/** Who a search is for, in words: a baby with the mother is another matter than a mother alone. */
export function whoIsMissing({ mother, babies }: { mother: boolean; babies: readonly unknown[] }) {
  if (babies.length === 0) return 'mother' as const
  return mother ? ('mother-with-baby' as const) : ('baby' as const)
}
export type WhoIsMissing = ReturnType<typeof whoIsMissing>
export const whoIsMissingLabels: Record<WhoIsMissing, string> = {
  mother: 'Mother missing; the baby is not with her',
  'mother-with-baby': 'Mother and baby missing',
  baby: 'Baby missing',
}
