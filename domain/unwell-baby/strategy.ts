import { z } from 'zod'
import { instantSchema } from '../shared/calendar.ts'
import type { FieldMessage } from '../shared/failure.ts'
import { type Due, dueOf } from '../shared/limits.ts'
import { minuteOf } from '../shared/minute.ts'
import { name, note, optionalText } from '../shared/text.ts'
import type { Instant } from '../shared/time.ts'
import type { Reached } from './episode.ts'
import type { EscalationContent } from './escalation-content.ts'

/**
 * The strategy discussion after a bruise or injury: social worker, police and paediatrician (HIPS bruising
 * protocol; domain row 3.8). The authority convenes it; the unit keeps when it was held and what it decided.
 */
export const strategySchema = z.strictObject({
  held: z.enum(['yes', 'no'], { error: 'Say whether it was held' }),
  decidedAt: instantSchema,
  socialWorker: name,
  police: optionalText(name).transform((text) => text ?? null),
  paediatrician: optionalText(name).transform((text) => text ?? null),
  decision: note,
})
export type StrategyInput = z.output<typeof strategySchema>

export interface StrategyDiscussion {
  heldAt: Instant | null
  decidedAt: Instant
}

/** By when it has to be settled; null where no bruise or injury was reached, or the rules set no limit. */
export function strategyDue(
  { injury }: EscalationContent,
  reached: readonly Pick<Reached, 'band' | 'at'>[],
): Due | null {
  const first = reached.find(({ band }) => band === 'injury')
  return first && injury.strategy ? dueOf(injury.strategy.within, first.at) : null
}

/** How it stands: settled in time, settled late, to be settled, or overdue. Settled is held, or decided against. */
export function strategyState(
  due: Instant | null,
  discussions: readonly StrategyDiscussion[],
  now: Instant,
): 'settled' | 'settled-late' | 'due' | 'late' {
  const [first] = discussions.map(({ decidedAt }) => decidedAt).sort()
  if (first !== undefined) return due !== null && minuteOf(first) > due ? 'settled-late' : 'settled'
  return due !== null && now > due ? 'late' : 'due'
}

/** What is wrong with it; empty where nothing is. A discussion that was held had police and paediatrician in it. */
export function strategyFaults(
  { held, decidedAt, police, paediatrician }: StrategyInput,
  recognisedAt: Instant,
  now: Instant,
): FieldMessage[] {
  const fault = (field: keyof StrategyInput, message: string): FieldMessage => ({ field, message })
  if (decidedAt > now)
    return [fault('decidedAt', 'This is in the future. Record it when it has been held')]
  if (decidedAt < minuteOf(recognisedAt))
    return [fault('decidedAt', 'It cannot come before the bruise or injury was noticed')]
  if (held === 'no') return []
  return [
    ...(police ? [] : [fault('police', 'Enter who took part for the police, or “nobody”')]),
    ...(paediatrician
      ? []
      : [fault('paediatrician', 'Enter which paediatrician took part, or “nobody”')]),
  ]
}
