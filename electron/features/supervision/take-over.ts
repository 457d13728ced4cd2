import { takenOver } from '#domain/supervision/prepared.ts'
import { pair } from '#drizzle/schema/stays.ts'
import {
  supervisionCell,
  supervisionDecision,
  supervisionFactor,
} from '#drizzle/schema/supervision.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { WhenTogether } from '../stays/when-together.ts'
import { waitingFor } from './prepared-queries.ts'
import { decisionsOf } from './queries.ts'

const pairsInStay = standing(pair, ['recordId'], 't.stay_id = @stayId and t.baby_id = @babyId')

/**
 * The act by which mother and baby come together takes over the assessment that was prepared for them, as the
 * first decision of the pair, in the same transaction: with the time at which it was decided and who signed
 * it, which stay on the prepared record. Not one that is too old by then, and not where something was decided
 * earlier in this stay: parting and coming back lowers nothing (decision 20).
 */
export const takeOverPrepared: WhenTogether = (tx, family) => {
  const earlier = pairsInStay
    .at(tx, newest, { stayId: family.stayId, babyId: family.babyId })
    .map(({ recordId }) => recordId)
  if (decisionsOf(tx, earlier).length > 0) return []
  for (const prepared of waitingFor(tx, family)) {
    const times = takenOver(prepared, family.at)
    if (!times) continue
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
