import { dischargeDocument } from '#domain/discharge/print.ts'
import { dateOf, formatDateTime } from '#domain/shared/calendar.ts'
import { refuse } from '#domain/shared/failure.ts'
import type { ReadContext } from '../../platform/serve.ts'
import { type LetterFormat, letterFile } from '../letters/letter-file.ts'
import { letterheadOf } from '../letters/letterhead.ts'
import { type DischargeView, dischargeView } from './view.ts'

/** The summary that goes with mother and baby. Refuses without a plan; rejects where it cannot be made. */
export async function dischargeFile(
  ctx: ReadContext,
  { stayId, format }: { stayId: string; format: LetterFormat },
) {
  const view = dischargeView(ctx, stayId)
  const { plan, patients } = view
  if (!plan)
    refuse('held', 'There is no discharge plan yet. Make it first: the summary is made from it')
  const about = ({ givenName, familyName, bornOn, nhsNumber }: DischargeView['mother']) => ({
    name: `${givenName} ${familyName}`,
    bornOn,
    nhsNumber,
  })
  const document = dischargeDocument({
    ...view,
    head: letterheadOf(ctx.db),
    mother: about(view.mother),
    babies: view.babies.map(about),
    arrivedAt: view.stay.arrivedAt,
    plan: {
      ...plan,
      agreedAt: plan.agreedAt,
      from: `Discharge plan, version ${plan.version}, ${plan.by}, ${formatDateTime(plan.recordedAt)}`,
    },
    printedBy: ctx.actor.name,
    printedAt: view.at,
    today: dateOf(view.at),
  })
  const file = await letterFile(ctx, format, {
    document,
    stem: 'discharge-summary',
    action: 'discharge.printed',
    entity: 'discharge_plan',
    entityId: plan.recordId,
    patients,
  })
  return { ...file, patients, bytes: Uint8Array.from(file.bytes) }
}
