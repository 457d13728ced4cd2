import { contactFaults, type PlanInput, planFaults, whyToldAnew } from '#domain/discharge/plan.ts'
import { refuse } from '#domain/shared/failure.ts'
import { dischargePlan } from '#drizzle/schema/discharge.ts'
import type { CommandContext } from '../../platform/serve.ts'
import { trustedNow } from '../../platform/trusted-now.ts'
import type { AuditNote, WriteTx } from '../../platform/unit-of-work.ts'
import { deriveDuties } from '../communications/derive-duties.ts'
import { withdrawDutiesOf } from '../communications/events-service.ts'
import { stayById } from '../stays/queries.ts'
import { dischargePlanned, leavingPairs, tellingOf } from './leaving.ts'
import { recipientsAtLeaving } from './recipients.ts'
import { type PlanRow, planOf } from './rows.ts'

/**
 * Keeps the discharge plan of a stay, and with it the duties to tell others before they leave. Refuses with
 * `clash` where somebody has changed the plan meanwhile.
 */
export function savePlan(ctx: CommandContext, { stayId, version, ...plan }: PlanInput) {
  const found = stayById(ctx.db, stayId)
  if (found.endedAt !== null) refuse('held', 'This stay has ended')
  const known = planOf(ctx.db, stayId)
  const faults = [
    ...planFaults(plan, {
      arrivedAt: found.arrivedAt,
      now: trustedNow(ctx.db, ctx.now),
      before: known ?? null,
    }),
    ...contactFaults(plan, recipientsAtLeaving(ctx.db, found)),
  ]
  if (faults.length > 0) refuse('invalid', 'Check what was entered', faults)
  if ((known?.version ?? null) !== version)
    refuse('clash', 'Somebody has changed the plan meanwhile. Look at it, then save yours again')
  const pairs = leavingPairs(ctx.db, stayId)
  const patients = [found.motherId, ...pairs.map(({ babyId }) => babyId)]
  const content = { ...plan, agreedWith: plan.agreedWith ?? null, agreedAt: plan.agreedAt ?? null }
  return ctx.write((tx) => {
    const made = known
      ? tx.amend(dischargePlan, known.recordId, known.version, content, 'Settled further')
      : tx.insert(dischargePlan, { stayId, ...content })
    const note: AuditNote = {
      action: 'discharge.planned',
      entity: 'discharge_plan',
      entityId: made.recordId,
      entityVersion: made.version,
      patients,
      payload: { whereTo: plan.whereTo, agreement: plan.agreement },
    }
    const { motherId } = found
    return {
      value: { id: made.recordId, version: made.version },
      audit: [
        note,
        ...(known ? toldOfAnother(tx, known, plan) : []),
        ...pairs.flatMap((pair) =>
          toTell(tx, { ...pair, motherId }, made.recordId, plan.plannedFor),
        ),
      ],
    }
  })
}

/** Takes back what others know otherwise, so that all are told anew. */
function toldOfAnother(tx: WriteTx, known: PlanRow, plan: Omit<PlanInput, 'stayId' | 'version'>) {
  const pairs = leavingPairs(tx, known.stayId).map(({ id }) => id)
  const isTold = tellingOf(tx, pairs).some(
    ({ event, records }) =>
      event.sourceId === known.recordId && records.some(({ sendings }) => sendings.length > 0),
  )
  const why = whyToldAnew(known, plan, isTold)
  return why === null ? [] : withdrawDutiesOf(tx, known.recordId, why).audit
}

interface Leaving {
  id: string
  babyId: string
  motherId: string
}

/** Those who must know before the leaving; where somebody has entered it by hand, that stands. */
function toTell(tx: WriteTx, pair: Leaving, planId: string, startsAt: string): AuditNote[] {
  const byHand = tellingOf(tx, [pair.id]).some(({ event }) => event.sourceId !== planId)
  if (byHand) return []
  return deriveDuties(tx, {
    event: dischargePlanned,
    at: tx.now,
    startsAt,
    pairId: pair.id,
    babyId: pair.babyId,
    motherId: pair.motherId,
    subjectId: planId,
    subjectType: 'discharge_plan',
  }).audit
}
