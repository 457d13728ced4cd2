import { briefHours, careInBrief } from '#domain/baby-care/in-brief.ts'
import { addHours, addMinutes } from '#domain/shared/calendar.ts'
import type { ReadContext } from '../../platform/serve.ts'
import { entriesBetween, weightsOf } from '../baby-care/rows.ts'

/** The baby-care log of the last day in a few lines, as the page and the handover sheet hold it. */
export const careLines = ({ db, now }: ReadContext, babyId: string): string[] =>
  careInBrief(
    entriesBetween(db, babyId, addHours(now, -briefHours), addMinutes(now, 1)),
    weightsOf(db, babyId),
    now,
  )
