import { carerLabels } from '#domain/leave/record.ts'
import type { Leave } from './view.ts'

/** Who goes on a leave, in words: a baby who goes without the mother goes with somebody by name. */
export function whoGoes({ mother, babyNames, carer, withWhom }: Leave): string {
  const babies = babyNames.join(', ')
  if (mother) return babyNames.length > 0 ? `Mother with ${babies}` : 'Mother alone'
  const has = carer ? ` (${carerLabels[carer].toLowerCase()})` : ''
  return `${babies} without the mother, with ${withWhom}${has}`
}
