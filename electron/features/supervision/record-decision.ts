import { factorRows } from '#domain/supervision/factors.ts'
import { type DecisionKind, legalBasisText } from '#domain/supervision/record.ts'
import type { Actor } from '#domain/users/roles.ts'
import { ruleOverride } from '#drizzle/schema/overrides.ts'
import {
  supervisionCell,
  supervisionDecision,
  supervisionFactor,
} from '#drizzle/schema/supervision.ts'
import type { AuditNote, WriteTx } from '../../platform/unit-of-work.ts'
import { deriveDuties } from '../communications/derive-duties.ts'
import type { PairCase } from './case.ts'
import type { DecideInput } from './schemas.ts'

/** Writes a decision that has been judged, with what is overridden and who has to be told of a raise. */
export function recordDecision(
  tx: WriteTx,
  { pair, ruleSetId }: PairCase,
  input: DecideInput,
  { kind, isReview }: { kind: DecisionKind; isReview: boolean },
  second: Actor | undefined,
) {
  const { recordId, version } = tx.insert(supervisionDecision, {
    pairId: input.pairId,
    kind,
    isReview,
    startsAt: input.startsAt,
    reviewDueAt: input.reviewDueAt,
    rationale: input.rationale,
    evidence: input.evidence,
    authorityRequirement: input.authorityRequirement ?? null,
    legalBasis: input.legalBasis ? legalBasisText(input.legalBasis) : null,
    agreedWith: input.agreedWith ?? null,
    agreedAt: input.agreedAt ?? null,
    motherToldAt: input.motherToldAt ?? null,
    socialWorkerTold: input.socialWorkerTold?.who ?? null,
    socialWorkerToldAt: input.socialWorkerTold?.at ?? null,
    team: input.team ?? null,
    decidedByRole: tx.actor.role,
    secondSignerId: second?.staffId ?? null,
    ruleSetId,
  })
  for (const { place, activity, level, note } of input.cells)
    tx.append(supervisionCell, { recordId, version, place, activity, level, note: note ?? '' })
  for (const row of factorRows(input.factors))
    tx.append(supervisionFactor, { recordId, version, ...row })
  const patients = [pair.babyId, pair.motherId]
  // A raise is told to others from the moment at which it takes effect (domain row 4.6, COM-08).
  const told =
    kind === 'raise'
      ? deriveDuties(tx, {
          event: 'COM-08',
          at: input.startsAt,
          pairId: input.pairId,
          babyId: pair.babyId,
          motherId: pair.motherId,
          subjectId: recordId,
          subjectType: 'supervision_decision',
        }).audit
      : []
  const overridden: AuditNote[] = input.overrides.map(({ rule, because }) => {
    const made = tx.insert(ruleOverride, {
      subjectId: recordId,
      ruleId: rule,
      because,
      secondPersonId: second?.staffId ?? null,
      overriddenAt: tx.now,
    })
    return {
      action: 'override',
      entity: 'rule_override',
      entityId: made.recordId,
      patients,
      reason: because,
      payload: { rule, decision: recordId },
    }
  })
  return {
    value: { decisionId: recordId, kind: kind },
    audit: [
      {
        action: `supervision.${kind}`,
        entity: 'supervision_decision',
        entityId: recordId,
        entityVersion: version,
        patients,
        payload: { second: second?.staffId ?? null },
      },
      ...overridden,
      ...told,
    ] as const,
  }
}
