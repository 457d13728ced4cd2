import { refuse } from '#domain/shared/failure.ts'
import type { Instant } from '#domain/shared/time.ts'
import { type AuthorityLimit, authorityLimitAt } from '#domain/supervision/current.ts'
import { factorRows } from '#domain/supervision/factors.ts'
import {
  type PreparedInput,
  type PreparedState,
  preparedFaults,
  preparedState,
  preparingOver,
} from '#domain/supervision/prepared.ts'
import { isNurseOrDoctor } from '#domain/supervision/raises.ts'
import { type DecisionFact, legalBasisText } from '#domain/supervision/record.ts'
import { type SupervisionRules, supervisionRuleSetKind } from '#domain/supervision/rule-content.ts'
import { preparedSupervision } from '#drizzle/schema/supervision.ts'
import type { CommandContext } from '../../platform/serve.ts'
import { trustedNow } from '../../platform/trusted-now.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { ruleInForce } from '../rule-sets/in-force.ts'
import { decisionsBefore } from './family-decisions.ts'
import {
  type ChildRow,
  childOfReferral,
  childrenOf,
  type PreparedRow,
  preparedFor,
  wayHere,
} from './prepared-queries.ts'

export interface PreparedView {
  at: Instant
  rules: SupervisionRules
  children: (ChildRow & {
    /** What a court or an authority required in an earlier stay, and still does. */
    authorityRequirement: string | null
    prepared: (PreparedRow & { state: PreparedState }) | null
    /** Why nothing is prepared for this child any more; null while it still may be. */
    over: string | null
  })[]
}

/** What stands from earlier stays of a child: a court's limit, and the levels that were decided last. */
function fromBefore(
  db: ReadDb,
  { babyId, motherId }: Pick<ChildRow, 'babyId' | 'motherId'>,
  at: Instant,
): { limit: AuthorityLimit | null; earlierStays: readonly DecisionFact[] } {
  if (babyId === null) return { limit: null, earlierStays: [] }
  const { ofBaby, earlierStays } = decisionsBefore(db, { babyId, motherId })
  return { limit: authorityLimitAt({ decisions: ofBaby }, at), earlierStays }
}

/** What was prepared for each child of a referral, and by which rules it is read. */
export function preparedOf(db: ReadDb, referralId: string, at: Instant): PreparedView {
  return {
    at,
    rules: ruleInForce(db, supervisionRuleSetKind, at).content,
    children: childrenOf(db, referralId).map((child) => {
      const prepared = preparedFor(db, child.childId)
      return {
        ...child,
        authorityRequirement: fromBefore(db, child, at).limit?.text ?? null,
        prepared: prepared ? { ...prepared, state: preparedState(prepared.decidedAt, at) } : null,
        over: preparingOver(wayHere(db, child)),
      }
    }),
  }
}

/**
 * Records the assessment decided before arrival, or a new version of it, signed by a registered nurse or a
 * doctor (decision 20). Refuses with `clash` where somebody else has changed it meanwhile, and with `held`
 * once it has been taken over, or where nobody is coming on this referral any more.
 */
export function prepare(
  ctx: CommandContext,
  input: PreparedInput,
): { preparedId: string; version: number } {
  const now = trustedNow(ctx.db, ctx.now)
  const child = childOfReferral(ctx.db, input.childId)
  if (!child) refuse('not-found', 'This child is not on a referral')
  if (!isNurseOrDoctor(ctx.actor.role))
    refuse('not-permitted', 'A registered nurse or a doctor makes an assessment')
  const before = preparedFor(ctx.db, input.childId)
  if (before && before.takenBy !== null)
    refuse('held', 'The arrival has taken it over. Review it on the page of the stay')
  const over = preparingOver(wayHere(ctx.db, child))
  if (over !== null) refuse('held', over)
  const rules = ruleInForce(ctx.db, supervisionRuleSetKind, now)
  const faults = preparedFaults(input, {
    ...fromBefore(ctx.db, child, now),
    rules: rules.content,
    now,
  })
  if (faults.length > 0) refuse('invalid', 'Check what was entered', faults)
  if ((before?.version ?? 0) !== input.seenVersion)
    refuse(
      'clash',
      'Somebody else has signed another assessment meanwhile. Look at theirs, then sign yours again or leave it',
    )
  return ctx.write((tx) => {
    const content = contentOf(input, ctx.actor.role, rules.recordId)
    const made = before
      ? tx.amend(preparedSupervision, before.recordId, before.version, content, 'Assessed again')
      : tx.insert(preparedSupervision, { childId: input.childId, ...content })
    return {
      value: { preparedId: made.recordId, version: made.version },
      audit: [
        {
          action: 'supervision.prepared',
          entity: 'prepared_supervision',
          entityId: made.recordId,
          entityVersion: made.version,
          patients: patientsOf(child),
        },
      ],
    }
  })
}

const contentOf = (input: PreparedInput, decidedByRole: string, ruleSetId: string) => ({
  decidedAt: input.decidedAt,
  reviewWithinHours: input.reviewWithinHours,
  rationale: input.rationale,
  evidence: input.evidence,
  authorityRequirement: input.authorityRequirement ?? null,
  legalBasis: input.legalBasis ? legalBasisText(input.legalBasis) : null,
  agreedWith: input.agreedWith ?? null,
  agreedAt: input.agreedAt ?? null,
  motherToldAt: input.motherToldAt ?? null,
  team: input.team ?? null,
  decidedByRole,
  ruleSetId,
  cells: JSON.stringify(input.cells.map(({ note, ...cell }) => ({ ...cell, note: note ?? '' }))),
  factors: JSON.stringify(factorRows(input.factors)),
})

const patientsOf = ({ motherId, babyId }: Pick<ChildRow, 'motherId' | 'babyId'>) =>
  babyId === null ? [motherId] : [motherId, babyId]

/** A prepared assessment was entered in error. Refuses as `prepare`. */
export function withdrawPrepared(
  ctx: CommandContext,
  input: { childId: string; version: number; reason: string },
): { withdrawn: true } {
  const child = childOfReferral(ctx.db, input.childId)
  const before = preparedFor(ctx.db, input.childId)
  if (!child || !before) refuse('not-found', 'Nothing is prepared for this child')
  if (before.takenBy !== null)
    refuse('held', 'The arrival has taken it over. Review it on the page of the stay')
  return ctx.write((tx) => {
    const { recordId, version } = tx.withdraw(
      preparedSupervision,
      before.recordId,
      input.version,
      input.reason,
    )
    return {
      value: { withdrawn: true },
      audit: [
        {
          action: 'supervision.prepared-withdrawn',
          entity: 'prepared_supervision',
          entityId: recordId,
          entityVersion: version,
          patients: patientsOf(child),
          reason: input.reason,
        },
      ],
    }
  })
}
