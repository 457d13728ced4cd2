import { addDays } from '../shared/calendar.ts'
import { type LegalStatusFact, legalStandingAt } from '../shared/legal-status-at.ts'
import { dueOf } from '../shared/limits.ts'
import type { Instant } from '../shared/time.ts'
import type { PeopleRules } from './rule-content.ts'

/**
 * The planning meeting when a looked-after baby comes to the unit. Source: review of Child Z, Finding Six:
 * a review or another planning meeting, chaired by social care and not by the unit, with the independent
 * reviewing officer told. Truth table: docs/states/people.md, 4.
 */
export const meetingKinds = ['looked-after-review', 'planning-meeting'] as const
export type MeetingKind = (typeof meetingKinds)[number]

export const meetingKindLabels: Record<MeetingKind, string> = {
  'looked-after-review': 'Review of the looked-after child',
  'planning-meeting': 'Planning meeting of the agencies',
}

export const chairs = [
  'social-care',
  'reviewing-officer',
  'unit',
  'other-agency',
  'not-known',
] as const
export type Chair = (typeof chairs)[number]

export const chairLabels: Record<Chair, string> = {
  'social-care': 'Children’s social care',
  'reviewing-officer': 'The independent reviewing officer',
  unit: 'This unit',
  'other-agency': 'Another agency',
  'not-known': 'Not known',
}

/**
 * Whether two entries tell of one meeting: of one kind, held or planned at one minute. Twice on record, it would stand
 * twice on the page of history, and one of the two would be corrected alone.
 */
export const isSameMeeting = (one: MeetingTime, other: MeetingTime): boolean =>
  one.kind === other.kind &&
  ((one.heldAt !== null && one.heldAt === other.heldAt) ||
    (one.plannedAt !== null && one.plannedAt === other.plannedAt))

type MeetingTime = Pick<PlacementMeeting, 'plannedAt' | 'heldAt'> & { kind: string }

/** Chaired by the authority: its social care, or its reviewing officer. */
export const isOfAuthority = (chair: Chair): boolean =>
  chair === 'social-care' || chair === 'reviewing-officer'

export const officerAnswers = ['there', 'told', 'no', 'not-known'] as const
export type OfficerAnswer = (typeof officerAnswers)[number]

export const officerLabels: Record<OfficerAnswer, string> = {
  there: 'Took part',
  told: 'Did not take part, and was told of it',
  no: 'Was not told',
  'not-known': 'Not known',
}

export interface PlacementMeeting {
  recordId: string
  version: number
  pairId: string
  kind: MeetingKind
  /** When it is planned for; null where it was not planned ahead. */
  plannedAt: Instant | null
  /** When it was held; null while it was not. */
  heldAt: Instant | null
  chairedBy: Chair
  officer: OfficerAnswer
}

export interface Placement {
  pairId: string
  startedAt: Instant
  endedAt: Instant | null
  legal: readonly LegalStatusFact[]
  meetings: readonly PlacementMeeting[]
  /** When the reviewing officer was told of the arrival; null where nobody has. */
  officerToldAt: Instant | null
}

export const placementStates = [
  'status-not-known',
  'not-looked-after',
  'to-hold',
  'late',
  'left-first',
  'not-held-in-time',
  'chair-not-known',
  'chaired-by-another',
  'officer-to-tell',
  'officer-not-told',
  'done',
] as const
export type PlacementState = (typeof placementStates)[number]

export interface PlacementStanding {
  state: PlacementState
  /** By when it has to be held; null where no meeting is needed. */
  dueAt: Instant | null
}

const isLookedAfter = (placement: Placement, at: Instant): boolean =>
  legalStandingAt(placement.legal, at).inForce.some(({ status }) => status.dutyClass === 'L')

/**
 * From when the placement has to be planned: the arrival of a baby who is looked after then, or the day within
 * the stay on which that began. Null where the baby is not, nor was by `at`.
 */
export function lookedAfterFrom(placement: Placement, at: Instant): Instant | null {
  const { startedAt, endedAt } = placement
  if (isLookedAfter(placement, startedAt)) return startedAt
  const until = endedAt !== null && endedAt < at ? endedAt : at
  const began = placement.legal
    .map((fact) => fact.startsAt)
    .filter((on) => on > startedAt && on <= until && isLookedAfter(placement, on))
  return began.sort()[0] ?? null
}

/**
 * How the planning of a placement stands at an instant: the ladder behind the page, the lists and measure 6-1.
 * `began` is from when it has to be planned; the first version of the measure asked at the arrival alone.
 */
export function placementStanding(
  placement: Placement,
  rules: PeopleRules,
  at: Instant,
  began: Instant | null = lookedAfterFrom(placement, at),
): PlacementStanding {
  const { endedAt, meetings, officerToldAt } = placement
  if (began === null)
    return legalStandingAt(placement.legal, placement.startedAt).known
      ? { state: 'not-looked-after', dueAt: null }
      : { state: 'status-not-known', dueAt: null }
  const dueAt = dueOf(rules.placementMeeting.limit, began).at
  const from = addDays(began, -rules.placementMeetingBefore.days)
  const state = (found: PlacementState): PlacementStanding => ({ state: found, dueAt })
  const held = meetings.filter(({ heldAt }) => heldAt !== null && heldAt >= from && heldAt <= at)
  const inTime = held.filter(({ heldAt }) => heldAt !== null && heldAt <= dueAt)
  if (inTime.length === 0) {
    if (held.length > 0) return state('not-held-in-time')
    if (endedAt !== null && endedAt <= dueAt && endedAt <= at) return state('left-first')
    return state(at > dueAt ? 'late' : 'to-hold')
  }
  const chaired = inTime.filter(({ chairedBy }) => isOfAuthority(chairedBy))
  if (chaired.length === 0)
    return state(
      inTime.some(({ chairedBy }) => chairedBy === 'not-known')
        ? 'chair-not-known'
        : 'chaired-by-another',
    )
  const isTold =
    chaired.some(({ officer }) => officer === 'there' || officer === 'told') ||
    (officerToldAt !== null && officerToldAt >= from && officerToldAt <= dueAt)
  if (isTold) return state('done')
  return state(at > dueAt ? 'officer-not-told' : 'officer-to-tell')
}

/** The standing in words, for the page and the lists. */
export const placementStateWords: Record<PlacementState, string> = {
  'status-not-known': 'The legal status on arrival is not recorded',
  'not-looked-after': 'Not looked after',
  'to-hold': 'The planning meeting is to be held',
  late: 'No planning meeting was held within the limit',
  'left-first': 'They left before the limit',
  'not-held-in-time': 'The planning meeting was held after the limit',
  'chair-not-known': 'Who chaired the planning meeting is not recorded',
  'chaired-by-another': 'The planning meeting was not chaired by social care',
  'officer-to-tell': 'The reviewing officer is to be told',
  'officer-not-told': 'The reviewing officer was not told within the limit',
  done: 'Held within the limit, chaired by social care, reviewing officer told',
}
