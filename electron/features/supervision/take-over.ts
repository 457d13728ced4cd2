import type { Instant } from '#domain/shared/time.ts'
import { authorityLimitAt } from '#domain/supervision/current.ts'
import { limitFault } from '#domain/supervision/faults.ts'
import { lowersEarlier, takenOver } from '#domain/supervision/prepared.ts'
import { supervisionRuleSetKind } from '#domain/supervision/rule-content.ts'
import {
  supervisionCell,
  supervisionDecision,
  supervisionFactor,
} from '#drizzle/schema/supervision.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { ruleInForce } from '../rule-sets/in-force.ts'
import type { WhenTogether } from '../stays/when-together.ts'
import { type FamilyDecisions, familyDecisions } from './family-decisions.ts'
import { type PreparedRow, waitingFor } from './prepared-queries.ts'

/**
 * The act by which mother and baby come together takes over the assessment that was prepared for them, as the
 * first decision of the pair, in the same transaction: with the time at which it was decided and who signed
 * it, which stay on the prepared record. Not one that is too old by then, and not where something was decided
 * earlier in this stay, or since in another one that it would lower or reword: parting, or leaving and coming
 * back, lowers nothing (decision 20).
 */
export const takeOverPrepared: WhenTogether = (tx, family) => {
  const { judgedAgainst, earlierStays, ofBaby } = familyDecisions(tx, [
    { recordId: family.pairId, babyId: family.babyId },
  ])(family.pairId)
  if (judgedAgainst.length > 0) return []
  for (const prepared of waitingFor(tx, family)) {
    const times = takenOver(prepared, family.at)
    if (!times || isOvertaken(tx, prepared, { earlierStays, ofBaby }, times.startsAt)) continue
    const { recordId, version } = tx.insert(supervisionDecision, {
      pairId: family.pairId,
      kind: 'first',
      isReview: true,
      ...times,
      rationale: prepared.rationale,
      evidence: prepared.evidence,
      authorityRequirement: prepared.authorityRequirement,
      legalBasis: prepared.legalBasis,
      agreedWith: prepared.agreedWith,
      agreedAt: prepared.agreedAt,
      motherToldAt: prepared.motherToldAt,
      team: prepared.team,
      decidedByRole: prepared.decidedByRole,
      ruleSetId: prepared.ruleSetId,
      preparedId: prepared.recordId,
    })
    for (const cell of prepared.cells) tx.append(supervisionCell, { recordId, version, ...cell })
    for (const factor of prepared.factors)
      tx.append(supervisionFactor, { recordId, version, ...factor })
    return [
      {
        action: 'supervision.taken-over',
        entity: 'supervision_decision',
        entityId: recordId,
        entityVersion: version,
        patients: [family.babyId, family.motherId],
        payload: { prepared: prepared.recordId },
      },
    ]
  }
  return []
}

/** Whether what was decided meanwhile is stricter, or has set a limit that this one does not name as it stands. */
function isOvertaken(
  db: ReadDb,
  prepared: PreparedRow,
  { earlierStays, ofBaby }: Pick<FamilyDecisions, 'earlierStays' | 'ofBaby'>,
  at: Instant,
): boolean {
  const rules = ruleInForce(db, supervisionRuleSetKind, at).content
  const { cells, authorityRequirement, agreedAt } = prepared
  const said = {
    authorityRequirement: authorityRequirement ?? undefined,
    agreedAt: agreedAt ?? undefined,
  }
  return (
    lowersEarlier(cells, { rules, earlierStays }, at) ||
    limitFault(said, authorityLimitAt({ decisions: ofBaby }, at)) !== undefined
  )
}
