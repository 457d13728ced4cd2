import { figureSays } from '#domain/oversight/action.ts'
import type { Finding } from '#domain/oversight/self-check.ts'
import { addDaysToDate, dateOf, startOfDay } from '#domain/shared/calendar.ts'
import type { ReadContext } from '../../platform/serve.ts'
import type { OversightFacts } from './facts.ts'
import { actionRows } from './rows.ts'

/** Verified actions whose day for the second look has come, and whose figure since they were done fell back. */
export function actionsFallenBack(ctx: ReadContext, { figureOf }: OversightFacts): Finding[] {
  const today = dateOf(ctx.now)
  return actionRows(ctx.db).flatMap((action): Finding[] => {
    const { recordId, measure, doneOn, retestOn, retestResult, closedBecause } = action
    const isDue = retestOn !== null && retestOn <= today && retestResult === null
    if (measure === null || doneOn === null || !isDue || closedBecause !== null) return []
    const { level, text } = figureOf(ctx, measure, { first: addDaysToDate(doneOn, 1), last: today })
    if (figureSays(level) !== 'fell-back') return []
    return [
      {
        id: recordId,
        what: action.what,
        about: `since it was done: ${text}`,
        since: startOfDay(retestOn),
        leadsTo: { page: 'action', actionId: recordId },
        people: [],
      },
    ]
  })
}
