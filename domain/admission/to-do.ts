import type { ContactRoute } from '../people/contact-route.ts'
import { inOrder, lastDecision } from '../shared/decision-order.ts'
import { dueOf } from '../shared/limits.ts'
import type { Instant } from '../shared/time.ts'
import type { AdmissionCriteria } from './criteria.ts'
import type { Hold } from './hold.ts'
import { signatureDueAt } from './overrides.ts'
import type { Decision, Override } from './record.ts'
import { acceptanceOf, isOpen, type Stage } from './stages.ts'

/** What somebody still has to do about a referral, each with its limit: nothing open goes unseen. */

export const toDoKinds = [
  'decide',
  'chase',
  'sign', // the second person of an override by telephone
  'missing', // what an override let through has not come in
  'arrive', // an unplanned admission that was offered
  'tell-referrer',
] as const
export type ToDoKind = (typeof toDoKinds)[number]

export interface ToDo {
  kind: ToDoKind
  /** In plain words, without a name of a patient. */
  what: string
  dueAt: Instant
  late: boolean
}

export interface ToDoFacts {
  stage: Stage
  planned: boolean
  decisionDueAt: Instant | null
  decisions: readonly (Decision & {
    referrerToldAt: Instant | null
    referrerToldDueAt: Instant | null
    /** The rules that a decision to wait names. */
    waitingOn?: readonly string[]
  })[]
  /** The items that somebody was asked for and has not answered. */
  asked: readonly { title: string; askedOf: string | null; chaseDueAt: Instant }[]
  overrides: readonly Override[]
  holds: readonly Hold[]
  /** How the referrer may be told. */
  referrer: ContactRoute
  /** She has left, or the referral came to nothing: nobody waits for information any more. */
  ended: boolean
}

/** Everything still to do, the earliest limit first. Source of the limits: decisions 17 and 18. */
export function toDoOf(facts: ToDoFacts, criteria: AdmissionCriteria, now: Instant): ToDo[] {
  const found = [
    ...decisionToDo(facts),
    ...(facts.ended ? [] : informationToDo(facts)),
    ...signatureToDo(facts, criteria, now),
    ...arrivalToDo(facts, criteria),
    ...referrerToDo(facts),
  ]
  return found
    .map((one) => ({ ...one, late: one.dueAt < now }))
    .sort((a, b) => (a.dueAt < b.dueAt ? -1 : a.dueAt > b.dueAt ? 1 : 0))
}

type Bare = Omit<ToDo, 'late'>

const cameWords = 'Decide: what it waited for has come'

function decisionToDo({ stage, decisionDueAt, decisions, holds }: ToDoFacts): Bare[] {
  const isDecided = stage === 'offered' || !isOpen(stage)
  const waitsFor = lastDecision(decisions)?.waitingOn ?? []
  const hasAllCome =
    stage === 'waiting' &&
    !holds.some(({ ruleId, override }) => waitsFor.includes(ruleId) && !override)
  return isDecided || decisionDueAt === null
    ? []
    : [{ kind: 'decide', what: hasAllCome ? cameWords : 'Decide', dueAt: decisionDueAt }]
}

function informationToDo({ asked, overrides, holds }: ToDoFacts): Bare[] {
  const chases = asked.map(
    ({ title, askedOf, chaseDueAt }): Bare => ({
      kind: 'chase',
      what: askedOf ? `Chase ${askedOf}: ${title}` : `Chase: ${title}`,
      dueAt: chaseDueAt,
    }),
  )
  const missing = holds.flatMap((hold): Bare[] => {
    const used = overrides.find((one) => one.recordId === hold.override?.overrideId)
    return hold.missing && used?.dueAt
      ? [{ kind: 'missing', what: `Get what was overridden: ${hold.reason}`, dueAt: used.dueAt }]
      : []
  })
  return [...chases, ...missing]
}

/** After the end a signature that was not given in its time is asked for no more: it has lapsed, and is counted. */
const signatureToDo = (
  { overrides, ended }: ToDoFacts,
  criteria: AdmissionCriteria,
  now: Instant,
): Bare[] =>
  overrides
    .filter((one) => one.secondBy === 'telephone' && one.secondSignedAt === null)
    .map(
      (one): Bare => ({
        kind: 'sign',
        what: `Sign the override of ${one.ruleId} agreed by telephone`,
        dueAt: signatureDueAt(one, criteria),
      }),
    )
    .filter(({ dueAt }) => !ended || dueAt >= now)

function arrivalToDo(
  { stage, planned, decisions }: ToDoFacts,
  criteria: AdmissionCriteria,
): Bare[] {
  const offer = acceptanceOf(inOrder(decisions))
  if (planned || !offer || stage !== 'offered') return []
  const dueAt = dueOf(criteria.limits.arrival.limit, offer.decidedAt).at
  return [{ kind: 'arrive', what: 'Arrive', dueAt }]
}

/** Whether the referrer has still to be told of a decision. */
export const isToBeTold = <D extends ToDoFacts['decisions'][number]>(
  one: D,
): one is D & { referrerToldDueAt: Instant } =>
  one.referrerToldAt === null && one.referrerToldDueAt !== null

const referrerToDo = ({ decisions, referrer }: ToDoFacts): Bare[] =>
  decisions.flatMap((one) =>
    isToBeTold(one)
      ? [{ kind: 'tell-referrer', what: tellWords(referrer), dueAt: one.referrerToldDueAt }]
      : [],
  )

/** A referrer of the family is told as the record says, and by the social worker where it is not safe (decision 30). */
function tellWords(route: ContactRoute): string {
  switch (route.kind) {
    case 'direct':
      return 'Tell the referrer'
    case 'through':
      return `Tell the referrer, only through ${route.whom}`
    case 'social-worker':
      return 'Ask the social worker how the referrer is told: the unit does not contact them'
  }
}
