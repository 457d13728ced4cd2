import type { MissingCode } from '#domain/discharge/missing.ts'
import type { Agreement, PlannedEnd } from '#domain/discharge/plan.ts'
import { dischargeGap, dischargePlan } from '#drizzle/schema/discharge.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'

const plans = standing(
  dischargePlan,
  [
    'recordId',
    'version',
    'recordedAt',
    'author',
    'stayId',
    'plannedFor',
    'whereTo',
    'destination',
    'agreement',
    'agreedWith',
    'agreedAt',
    'agreedWhat',
    'followUp',
    'medication',
    'feeding',
    'weight',
    'parenting',
    'documents',
  ],
  't.stay_id = @stayId',
)
const gaps = standing(dischargeGap, ['missing', 'because', 'author'], 't.stay_id = @stayId')

/** The discharge plan of a stay; undefined where there is none. */
export function planOf(db: ReadDb, stayId: string) {
  const found = plans.at(db, newest, { stayId })[0]
  return (
    found && {
      ...found,
      whereTo: found.whereTo as PlannedEnd,
      agreement: found.agreement as Agreement,
    }
  )
}
export type PlanRow = NonNullable<ReturnType<typeof planOf>>

/** What was missing when a stay was ended, and why it was ended all the same. */
export function gapOf(db: ReadDb, stayId: string) {
  const found = gaps.at(db, newest, { stayId })[0]
  return found && { ...found, missing: found.missing.split(',') as MissingCode[] }
}
