import type { Instant } from '../shared/time.ts'
import type { Actor } from '../users/roles.ts'
import { type Change, kindsIn } from './change.ts'
import { clinicalRoles, isNurseOrDoctor } from './raises.ts'
import type { DecisionKind } from './record.ts'

/**
 * What a supervision decision needs before it can be signed. Source: decisions 19 to 21; product.md 5d. Truth table in docs/states/supervision.md.
 */

export interface DecisionFacts {
  actor: Pick<Actor, 'staffId' | 'role'>
  /** A signed assessment, and not a raise alone. */
  isReview: boolean
  /** From when it holds, or when it is signed where that is earlier: who is to be told first is told before. */
  startsAt: Instant
  /** Who decided together. */
  team: string | undefined
  secondSigner: Pick<Actor, 'staffId' | 'role'> | undefined
  /** Risk-critical documents of the pair that a required reader has not signed. */
  unreadRiskCritical: number
  /** Events that opened a review and that this decision does not answer. */
  openEvents: number
  /** The child has a plan or an order; or whether it has is not known. */
  planOrOrder: 'yes' | 'no' | 'not-known'
  socialWorkerToldAt: Instant | undefined
  /** The limit of a court or an authority that stands, and who of theirs agreed to this decision, when. */
  authorityRequirement: string | null
  agreedWith: string | undefined
  agreedAt: Instant | undefined
}

/** A condition that does not hold, and what would release it. */
export interface Unmet {
  rule: string
  message: string
  release: string
  /** Whether an authorised person may override it by name with a reason. */
  overridable: boolean
}

interface Condition extends Unmet {
  source: string
  /** Whether the decision asks for it at all. */
  asked(kinds: ReadonlySet<DecisionKind>, facts: DecisionFacts): boolean
  met(facts: DecisionFacts): boolean
}

const lowers = (kinds: ReadonlySet<DecisionKind>) => kinds.has('lowering')
const onlyRaises = (kinds: ReadonlySet<DecisionKind>) => kinds.size === 1 && kinds.has('raise')

const toldFirst = ({ socialWorkerToldAt, startsAt }: DecisionFacts) =>
  socialWorkerToldAt !== undefined && socialWorkerToldAt <= startsAt

/** The conditions in the order in which they are shown. */
export const conditions: readonly Condition[] = [
  {
    rule: 'SUP-C1',
    source: 'Decision 21',
    message: 'Only clinical staff raise supervision',
    release: 'Ask a member of the clinical staff',
    overridable: false,
    asked: onlyRaises,
    met: ({ actor }) => clinicalRoles.includes(actor.role),
  },
  {
    rule: 'SUP-C2',
    source: 'Decision 20',
    message: 'An assessment that does more than raise is made by a registered nurse or a doctor',
    release: 'Ask a registered nurse or a doctor; or enter only the places that you raise',
    overridable: false,
    asked: (kinds) => !onlyRaises(kinds),
    met: ({ actor }) => isNurseOrDoctor(actor.role),
  },
  {
    rule: 'SUP-C3',
    source: 'Decision 19',
    message: 'A court or an authority has set a limit, and theirs have not agreed to less',
    release: 'Enter who of the authority agreed, and when',
    overridable: false,
    asked: (kinds, { authorityRequirement }) => lowers(kinds) && authorityRequirement !== null,
    met: ({ agreedWith, agreedAt, startsAt }) =>
      agreedWith !== undefined && agreedAt !== undefined && agreedAt <= startsAt,
  },
  {
    rule: 'SUP-C4',
    source: 'Decision 20',
    message: 'Lowering is the decision of the team',
    release: 'Enter who decided together',
    overridable: true,
    asked: lowers,
    met: ({ team }) => team !== undefined,
  },
  {
    rule: 'SUP-C5',
    source: 'Decision 20',
    message: 'Lowering needs a second person to sign',
    release: 'Ask another registered nurse or a doctor to sign',
    overridable: true,
    asked: lowers,
    met: ({ actor, secondSigner }) =>
      secondSigner !== undefined &&
      secondSigner.staffId !== actor.staffId &&
      isNurseOrDoctor(secondSigner.role),
  },
  {
    rule: 'SUP-C6',
    source: 'Decision 20',
    message: 'A risk-critical document has not been read',
    release: 'Have it read and signed by those who must',
    overridable: true,
    asked: lowers,
    met: ({ unreadRiskCritical }) => unreadRiskCritical === 0,
  },
  {
    rule: 'SUP-C7',
    source: 'Decision 20; product.md 5d: a review answers each open incident',
    message: 'An event since the last review has not been answered',
    release: 'Answer each open event in this review, or say why not',
    overridable: true,
    // A bare raise is free; what is signed as an assessment answers what has happened, also where it only raises.
    asked: (_, { isReview }) => isReview,
    met: ({ openEvents }) => openEvents === 0,
  },
  {
    rule: 'SUP-C8',
    source: 'Decision 20; domain.md 4.6, COM-09',
    message: 'The child has a plan or an order, and the social worker has not been told first',
    release: 'Tell the social worker or the duty team, and record it',
    overridable: true,
    asked: (kinds, { planOrOrder }) => lowers(kinds) && planOrOrder === 'yes',
    met: toldFirst,
  },
  {
    rule: 'SUP-C9',
    source: 'Decision 20; not known is never taken for no (product.md 2)',
    message: 'Whether the child has a plan or an order is not known',
    release: 'Record the legal status, or tell the social worker or the duty team first',
    overridable: true,
    asked: (kinds, { planOrOrder }) => lowers(kinds) && planOrOrder === 'not-known',
    met: toldFirst,
  },
]

/** What did not hold, of a rule that was overridden; the id itself of one that is no longer in the table. */
export const conditionMessage = (rule: string): string =>
  conditions.find((one) => one.rule === rule)?.message ?? rule

/** The conditions of a change that do not hold, in the order of the table; empty where it can be signed. */
export function unmetConditions(change: Change, facts: DecisionFacts): Unmet[] {
  const kinds = kindsIn(change)
  return conditions
    .filter((condition) => condition.asked(kinds, facts) && !condition.met(facts))
    .map(({ rule, message, release, overridable }) => ({ rule, message, release, overridable }))
}
