import { earlierOf, laterOf, minutesBetween } from '../shared/calendar.ts'
import { lastDecision } from '../shared/decision-order.ts'
import { type Due, dueOf } from '../shared/limits.ts'
import type { Instant } from '../shared/time.ts'
import type { AdmissionCriteria } from './criteria.ts'
import type { Hold } from './hold.ts'
import type { Decision, ReferralFile } from './record.ts'
import { hasArrived, reopeningOf, reopeningsOf } from './reopening.ts'
import { type AdmissionRules, checkFactsOf, heldBy, holdsOf } from './rules.ts'

/** Where a referral stands, computed; nothing open goes unseen. Truth table: docs/states/admission.md, 5. */

export const stages = [
  'received', // nobody has started the check
  'checking',
  'waiting', // on named information: a stage, not an end (decision 18)
  'offered',
  're-opened', // offered, and a change before arrival would hold it now
  'arrived',
  'came-without-offer', // she came to the door while no offer stood: an end of its own (docs/decisions/0031)
  'declined',
  'withdrawn',
] as const
export type Stage = (typeof stages)[number]

export const stageLabels: Record<Stage, string> = {
  received: 'Received',
  checking: 'Being checked',
  waiting: 'Waiting on named information',
  offered: 'Offered',
  're-opened': 'Offer re-opened',
  arrived: 'Arrived',
  'came-without-offer': 'Came in without an offer',
  declined: 'Declined',
  withdrawn: 'Withdrawn',
}

/** Whether somebody still has something to do before the referral has ended. */
export const isOpen = (stage: Stage): boolean =>
  !hasCome(stage) && stage !== 'declined' && stage !== 'withdrawn'

/** Whether the referral has led to a stay, on an offer or without one: information on it is still taken. */
export const hasCome = (stage: Stage): boolean =>
  stage === 'arrived' || stage === 'came-without-offer'

/** When the decision has to be made; store it with the referral (law 5). Source: decision 18, to be approved. */
export const decisionDue = (
  receivedAt: Instant,
  planned: boolean,
  criteria: AdmissionCriteria,
): Due =>
  dueOf(
    planned ? criteria.limits.plannedDecision.limit : criteria.limits.unplannedDecision.limit,
    receivedAt,
  )

/**
 * The offer by which she was accepted: the first since the last decline. A decision that is made again, because
 * a change re-opened it, never starts the clock of her arrival anew (decision 34: 5a-6 counts from
 * acceptance). `decided`: by the time at which they were made.
 */
export const acceptanceOf = <D extends Pick<Decision, 'outcome'>>(
  decided: readonly D[],
): D | undefined =>
  decided
    .slice(decided.findLastIndex((one) => one.outcome === 'declined') + 1)
    .find((one) => one.outcome === 'offered')

/**
 * What would hold an offer made now, and did not hold the one that stands: what has grown old since, and a baby
 * who has grown past the latest age. It is asked about at the arrival; it does not re-open the offer. Empty
 * where no offer stands.
 */
export function grownOld(file: ReferralFile, rules: AdmissionRules, at: Instant): Hold[] {
  const decision = lastDecision(file.decisions)
  if (decision?.outcome !== 'offered') return []
  const then = holdsOf(
    checkFactsOf(file, file.items, rules, decision.decidedAt),
    file.overrides,
    rules,
    decision.decidedAt,
  )
  return heldBy(file, file.items, file.overrides, rules, at).filter(
    ({ ruleId }) => !then.some((one) => one.ruleId === ruleId),
  )
}

const arrivalStage = ({ cameWithoutOffer }: ReferralFile): Stage =>
  cameWithoutOffer ? 'came-without-offer' : 'arrived'

/** The stage of a referral at `now`. */
export function stageOf(file: ReferralFile, rules: AdmissionRules, now: Instant): Stage {
  if (hasArrived(file, now)) return arrivalStage(file)
  const decision = lastDecision(file.decisions)
  switch (decision?.outcome) {
    case 'withdrawn':
      return 'withdrawn'
    case 'declined':
      return 'declined'
    case 'waiting':
      return 'waiting'
    case 'offered':
      return reopeningOf(file, rules, now) ? 're-opened' : 'offered'
    default:
      return checkStartedAt(file) === undefined ? 'received' : 'checking'
  }
}

/**
 * When the first clause was answered or the first item asked for: an answer that is given anew does not move
 * it. By the time of the act, not of its entry.
 */
export function checkStartedAt(file: ReferralFile): Instant | undefined {
  const starts = [
    ...(file.firstActAt === null ? [] : [file.firstActAt]),
    ...file.answers.filter((one) => one.answer !== 'not-yet-asked').map((one) => one.answeredAt),
    ...file.items.flatMap((one) => one.askedAt ?? one.receivedAt ?? []),
    ...file.cpisChecks.flatMap((one) => one.checkedAt ?? []),
  ]
  return starts.length > 0 ? starts.reduce(earlierOf) : undefined
}

export interface StageTime {
  stage: Stage
  from: Instant
  /** Null for the stage that it is in. */
  to: Instant | null
  /** Whole elapsed minutes; up to now in an open stage, and null once the referral has ended. */
  minutes: number | null
}

/** The stages that a referral went through, with the time in each (capabilities, row 1). */
export function timeInStages(file: ReferralFile, rules: AdmissionRules, now: Instant): StageTime[] {
  const marks: { stage: Stage; at: Instant }[] = [{ stage: 'received', at: file.receivedAt }]
  const started = checkStartedAt(file)
  const firstDecision = file.decisions.map((one) => one.decidedAt).sort()[0]
  if (started !== undefined && (firstDecision === undefined || started <= firstDecision))
    marks.push({ stage: 'checking', at: laterOf(file.receivedAt, started) })
  for (const decision of file.decisions)
    marks.push({ stage: decision.outcome, at: decision.decidedAt })
  for (const { at } of reopeningsOf(file, rules, now)) marks.push({ stage: 're-opened', at })
  if (file.arrivedAt !== null && hasArrived(file, now))
    marks.push({ stage: arrivalStage(file), at: file.arrivedAt })
  const sorted = marks.sort((a, b) => (a.at === b.at ? 0 : a.at < b.at ? -1 : 1))
  return sorted.map(({ stage, at }, i) => {
    const to = sorted[i + 1]?.at ?? null
    const until = to ?? (isOpen(stage) ? now : null)
    return { stage, from: at, to, minutes: until === null ? null : minutesBetween(at, until) }
  })
}
