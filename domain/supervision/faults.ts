import { addHours, addMinutes, formatDateTime, minutesBetween } from '../shared/calendar.ts'
import type { FieldMessage } from '../shared/failure.ts'
import type { Instant } from '../shared/time.ts'
import { places } from './codes.ts'
import type { AuthorityLimit } from './current.ts'
import type { Cell, DecisionInput } from './record.ts'
import { levelRuleOf, placeName, type SupervisionRules } from './rule-content.ts'

/** The longest time between a decision and its review, whatever the level. Source: domain.md 4.1. */
export const longestReviewHours = 168
// A clock on another screen may be a little ahead.
const clockLeewayMinutes = 2

/**
 * The latest that the review of these levels may be due: the shortest limit among them, counted in elapsed
 * hours from the start. Source: domain.md 4.1, review at most every.
 */
export function latestReview(
  rules: SupervisionRules,
  startsAt: Instant,
  cells: readonly Cell[],
): Instant {
  return addHours(startsAt, reviewWithin(rules, cells))
}

/** The most hours from the start to the review at these levels. */
export function reviewWithin(rules: SupervisionRules, cells: readonly Cell[]): number {
  const hours = cells.map(({ level }) =>
    level === 'not-allowed' ? longestReviewHours : levelRuleOf(rules, level).reviewAtMostHours,
  )
  return Math.min(longestReviewHours, ...hours)
}

export interface DecisionSetting {
  rules: SupervisionRules
  pair: { startedAt: Instant; endedAt: Instant | null }
  /** No decision of this pair stands yet. */
  isFirst: boolean
  /** The limit of a court or an authority that stands. */
  limit: AuthorityLimit | null
  now: Instant
}

/** What is wrong with a decision against the rules and the stay, field by field; empty where nothing is. */
export function decisionFaults(input: DecisionInput, setting: DecisionSetting): FieldMessage[] {
  const faults: FieldMessage[] = []
  const complain = (field: string, message: string | undefined) => {
    if (message !== undefined) faults.push({ field, message })
  }
  complain('startsAt', startFault(input.startsAt, setting))
  complain('reviewDueAt', reviewFault(input, setting))
  complain('cells', setting.isFirst ? missingPlaces(input.cells, setting.rules) : undefined)
  return [...faults, ...assessmentFaults(input, setting)]
}

/** What is wrong with any assessment against what is known: limits that stand, times still to come. */
export function assessmentFaults(
  input: Pick<DecisionInput, 'authorityRequirement' | 'agreedAt' | 'motherToldAt'>,
  { limit, now }: Pick<DecisionSetting, 'limit' | 'now'>,
): FieldMessage[] {
  const faults: FieldMessage[] = []
  const changed = limitFault(input, limit)
  if (changed !== undefined) faults.push({ field: 'authorityRequirement', message: changed })
  for (const field of ['agreedAt', 'motherToldAt'] as const) {
    const time = input[field]
    if (time !== undefined && isStillToCome(time, now))
      faults.push({ field, message: 'This time is still to come' })
  }
  return faults
}

/**
 * What is wrong with the limit of a court or an authority in an assessment: one that stands is neither left
 * out nor worded anew, unless somebody of theirs has agreed since it was set (decision 19).
 */
export function limitFault(
  input: Pick<DecisionInput, 'authorityRequirement' | 'agreedAt'>,
  limit: AuthorityLimit | null,
): string | undefined {
  if (limit === null || input.authorityRequirement === limit.text) return undefined
  if (input.authorityRequirement === undefined)
    return 'A limit of a court or an authority stands. Enter it again, or the document that lifted it'
  if (input.agreedAt === undefined)
    return 'This changes what a court or an authority requires. Enter below who of theirs agreed, and when'
  return input.agreedAt < limit.since
    ? 'This changes what a court or an authority requires, and theirs agreed before it was set. Enter when they agreed to this'
    : undefined
}

/** Later than now by more than a clock on another screen may be ahead. */
export const isStillToCome = (time: Instant, now: Instant): boolean =>
  time > addMinutes(now, clockLeewayMinutes)

function startFault(startsAt: Instant, { pair, now }: DecisionSetting): string | undefined {
  // What started earlier would have run out before they were together, whatever its level.
  if (startsAt <= addHours(pair.startedAt, -longestReviewHours))
    return `This is more than a week before mother and baby were together (${formatDateTime(pair.startedAt)})`
  if (pair.endedAt !== null && startsAt >= pair.endedAt)
    return `Mother and baby left on ${formatDateTime(pair.endedAt)}`
  // A start ahead would stand over whatever is decided, or raised, in between.
  return isStillToCome(startsAt, now) ? 'This time is still to come' : undefined
}

function reviewFault(input: DecisionInput, { rules }: DecisionSetting): string | undefined {
  const latest = latestReview(rules, input.startsAt, input.cells)
  return input.reviewDueAt > latest
    ? `At these levels the review is due by ${formatDateTime(latest)} at the latest`
    : undefined
}

/** Which places a first assessment has no level for. */
export function missingPlaces(cells: readonly Cell[], rules: SupervisionRules): string | undefined {
  const missing = places.filter(
    (place) => !cells.some((cell) => cell.place === place && cell.activity === 'all'),
  )
  if (missing.length === 0) return undefined
  const names = missing.map((place) => placeName(rules, place).toLowerCase()).join('; ')
  return `Choose a level, or not allowed, for: ${names}`
}

/**
 * How late a decision was entered, in whole minutes: shown wherever it is beyond a minute, since the time of
 * entry never passes for the time of the event (product.md 2).
 */
export const entryLag = (startsAt: Instant, recordedAt: Instant): number =>
  Math.max(0, minutesBetween(startsAt, recordedAt))
