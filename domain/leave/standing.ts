import { addMinutes, earlierOf, laterOf } from '../shared/calendar.ts'
import type { Instant } from '../shared/time.ts'
import type { Outcome } from './record.ts'

/** How one leave stands at an instant: computed, never stored. Truth table: docs/states/leave.md. */

export const leaveStates = [
  'asked-for',
  'agreed',
  'not-left',
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
  'not-left': 'Agreed, and nobody has recorded that they left',
  refused: 'Not agreed',
  out: 'Away',
  late: 'Late back',
  overdue: 'Not back: begin the steps for who is missing',
  missing: 'Missing',
  back: 'Back',
}

/** People of one stay: the mother, and babies by their pairs. */
export interface Persons {
  mother: boolean
  babies: readonly string[]
}

export interface LeaveRecord {
  version: number
  plannedOutAt: Instant
  /** The newest decision, with the version of the request that it was about. */
  decision: { outcome: Outcome; leaveVersion: number } | null
  departure: {
    mother: boolean
    babies: readonly string[]
    leftAt: Instant
    dueBackAt: Instant
    missingAt: Instant
  } | null
  returns: readonly {
    mother: boolean
    babies: readonly string[]
    backAt: Instant
    /** What was said of a baby who stays out: from when late, from when missing. Null where nobody was asked. */
    outDueBackAt: Instant | null
    outMissingAt: Instant | null
  }[]
  /** For whom a search is under way: a mother who is searched for alone hides no baby. */
  searching: Persons
  /** Who was found, and is safe elsewhere: late, and not missing. */
  found: Persons
}

/** Those who are still away and stand alike. */
export interface StillOut extends Persons {
  state: Extract<LeaveState, 'out' | 'late' | 'overdue' | 'missing'>
  babies: string[]
  /** Found, and safe elsewhere. */
  found: boolean
  dueBackAt: Instant
  missingAt: Instant
}

/** Agreed, and nobody has gone on it. */
export const isAgreed = (state: LeaveState): boolean => state === 'agreed' || state === 'not-left'

export interface LeaveStanding {
  /** Of those who are away, that of whom something has to be done for first. */
  state: LeaveState
  /** Who is still away. */
  out: { mother: boolean; babies: string[] }
  /** The same people by how they stand, the most urgent first: a search is for a person, not for a leave. */
  each: StillOut[]
  /** Whole or in part: mother and baby came back apart. */
  apart: boolean
  /** When everybody was back. */
  backAt: Instant | null
}

const nobody = { mother: false, babies: [] }

/** Overdue, with nobody searching, asks for an act; whoever is searched for has had it. */
const urgency = ['overdue', 'missing', 'late', 'out'] as const

/** From then somebody is asked whether they have left: nobody has recorded it. Default of the product. */
const notLeftAfterMinutes = 15
export const askWhetherLeft = (plannedOutAt: Instant): Instant =>
  addMinutes(plannedOutAt, notLeftAfterMinutes)

export function leaveStanding(leave: LeaveRecord, now: Instant): LeaveStanding {
  const { decision, departure, returns, version } = leave
  const atHome = (state: LeaveState): LeaveStanding => ({
    state,
    out: nobody,
    each: [],
    apart: false,
    backAt: null,
  })
  if (!departure) {
    // A change after the decision is decided again.
    if (!decision || decision.leaveVersion !== version) return atHome('asked-for')
    const isLate = decision.outcome === 'agreed' && now >= askWhetherLeft(leave.plannedOutAt)
    return atHome(isLate ? 'not-left' : decision.outcome)
  }
  const mother = departure.mother && !returns.some((one) => one.mother)
  const babies = departure.babies.filter(
    (baby) => !returns.some((one) => one.babies.includes(baby)),
  )
  if (!mother && babies.length === 0) {
    const backAt = returns.map((one) => one.backAt).reduce(laterOf)
    return { state: 'back', out: nobody, each: [], apart: returns.length > 1, backAt }
  }
  const each = stillOut(leave, limitsOf(departure, returns), { mother, babies }, now)
  const state = each[0]?.state ?? 'out'
  return { state, out: { mother, babies }, each, apart: returns.length > 0, backAt: null }
}

interface Limits {
  dueBackAt: Instant
  missingAt: Instant
}

/**
 * The limits of the mother, and of the babies who stay out without her: what was said of them on her return makes
 * theirs earlier, and never later than the leave was agreed for.
 */
function limitsOf(
  { dueBackAt, missingAt }: Limits,
  returns: LeaveRecord['returns'],
): { ofMother: Limits; ofBabies: Limits } {
  const said = returns.findLast(({ outMissingAt }) => outMissingAt !== null)
  return {
    ofMother: { dueBackAt, missingAt },
    ofBabies: {
      dueBackAt: earlierOf(dueBackAt, said?.outDueBackAt ?? dueBackAt),
      missingAt: earlierOf(missingAt, said?.outMissingAt ?? missingAt),
    },
  }
}

function stillOut(
  { searching, found }: Pick<LeaveRecord, 'searching' | 'found'>,
  { ofMother, ofBabies }: { ofMother: Limits; ofBabies: Limits },
  out: Persons,
  now: Instant,
): StillOut[] {
  const stateOf = (limits: Limits, isSought: boolean, isFound: boolean): StillOut['state'] => {
    if (isSought) return 'missing'
    if (now >= limits.missingAt && !isFound) return 'overdue'
    return now >= limits.dueBackAt ? 'late' : 'out'
  }
  const one = (who: Persons, limits: Limits, isSought: boolean, isFound: boolean): StillOut => ({
    mother: who.mother,
    babies: [...who.babies],
    state: stateOf(limits, isSought, isFound),
    found: isFound && !isSought,
    ...limits,
  })
  const her = { mother: true, babies: [] }
  const all = [
    ...(out.mother ? [one(her, ofMother, searching.mother, found.mother)] : []),
    ...out.babies.map((baby) =>
      one(
        { mother: false, babies: [baby] },
        out.mother ? ofMother : ofBabies,
        searching.babies.includes(baby),
        found.babies.includes(baby),
      ),
    ),
  ]
  return urgency.flatMap((state) =>
    [false, true].flatMap((isFound) => {
      const alike = all.filter((person) => person.state === state && person.found === isFound)
      const [first] = alike
      if (!first) return []
      const babies = alike.flatMap((person) => person.babies)
      return { ...first, mother: alike.some((person) => person.mother), babies }
    }),
  )
}

/**
 * Whether somebody has to say where the baby is: a baby stays out without the mother, and nobody searches for
 * it or has found it (COM-11: a baby who is out is never taken for a baby who is with her).
 */
export function staysOutAlone(
  came: Persons,
  {
    standing,
    searching,
    found,
  }: { standing: LeaveStanding } & Pick<LeaveRecord, 'searching' | 'found'>,
): string[] {
  const { out } = standing
  if (out.mother && !came.mother) return []
  return out.babies.filter(
    (baby) =>
      !came.babies.includes(baby) &&
      !searching.babies.includes(baby) &&
      !found.babies.includes(baby),
  )
}

/**
 * The babies who are out with a mother who was found, and whom nobody searches for or has found: somebody has to
 * say whether they are with her (COM-11).
 */
export const outWithHer = (
  leaves: readonly ({ standing: LeaveStanding } & Pick<LeaveRecord, 'searching' | 'found'>)[],
): string[] =>
  leaves
    .filter(({ standing }) => standing.out.mother)
    .flatMap((leave) => staysOutAlone({ mother: true, babies: [] }, leave))

/** The steps for who is missing began at the limit at the latest: pressing late hides nothing. */
export const missingSinceOf = (entered: Instant, missingAt: Instant | null): Instant =>
  missingAt !== null && missingAt < entered ? missingAt : entered

/** Who a search is for, in words: a baby with the mother is another matter than a mother alone. */
export function whoIsMissing({ mother, babies }: { mother: boolean; babies: readonly unknown[] }) {
  if (babies.length === 0) return 'mother' as const
  return mother ? ('mother-with-baby' as const) : ('baby' as const)
}

/** The same, where a baby who is not searched for is out on leave with her: nobody says that it is safe here. */
export const whoIsMissingNow = (sought: Persons, out: Persons) =>
  whoIsMissing(sought) === 'mother' && out.babies.length > 0
    ? ('mother-baby-out' as const)
    : whoIsMissing(sought)
export type WhoIsMissing = ReturnType<typeof whoIsMissingNow>
export const whoIsMissingLabels: Record<WhoIsMissing, string> = {
  mother: 'Mother missing; the baby is not with her',
  'mother-baby-out':
    'Mother missing; the baby is out as well, and nobody searches for the baby yet',
  'mother-with-baby': 'Mother and baby missing',
  baby: 'Baby missing',
}
