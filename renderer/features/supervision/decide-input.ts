import { type Activity, type CellLevel, type Place, places } from '#domain/supervision/codes.ts'
import type { act, InputOf } from '../../api.ts'

export type DecideInput = InputOf<typeof act.supervision.decide.mutate>

/** The decision as its form holds it: a level a place, exceptions for single activities, reasons for overrides. */
export interface DecideTyped extends Omit<DecideInput, 'pairId' | 'cells' | 'overrides'> {
  levels?: Partial<Record<Place, CellLevel>>
  exceptions?: { place: Place; activity: Activity; level: CellLevel }[]
  because?: Record<string, string>
}

/** The input of the decision from what the form holds. */
export function decideInput(pairId: string, typed: DecideTyped): DecideInput {
  const { levels = {}, exceptions = [], because = {}, ...rest } = typed
  const general = places.flatMap((place) => {
    const level = levels[place]
    return level ? [{ place, activity: 'all' as const, level }] : []
  })
  return {
    ...rest,
    pairId,
    cells: [...general, ...exceptions.filter(Boolean)],
    overrides: Object.entries(because).map(([rule, reason]) => ({ rule, because: reason })),
  }
}
