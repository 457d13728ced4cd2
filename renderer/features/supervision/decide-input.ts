import { type Activity, type CellLevel, type Place, places } from '#domain/supervision/codes.ts'
import type { act, InputOf } from '../../api.ts'

export type DecideInput = InputOf<typeof act.supervision.decide.mutate>

/** The decision as its form holds it: a level a place, exceptions for single activities, reasons for overrides. */
export interface DecideTyped
  extends Omit<DecideInput, 'pairId' | 'cells' | 'overrides' | 'seenDecisionId'> {
  levels?: Partial<Record<Place, CellLevel>>
  exceptions?: { place: Place; activity: Activity; level: CellLevel }[]
  because?: Record<string, string>
}

/** The levels as the form holds them, whether or not they are all chosen yet. */
export interface LevelsTyped {
  levels?: Partial<Record<Place, CellLevel | ''>> | undefined
  exceptions?: readonly Partial<Record<keyof Cell, string>>[] | undefined
}

interface Cell {
  place: Place
  activity: Activity
  level: CellLevel
}

/** The cells that have been chosen: the level of each place, then the exceptions that are complete. */
export function cellsOf({ levels = {}, exceptions = [] }: LevelsTyped): Cell[] {
  const general = places.flatMap((place) => {
    const level = levels[place]
    return level ? [{ place, activity: 'all' as const, level }] : []
  })
  // A row that was taken out leaves a hole behind.
  const chosen = exceptions.filter((one) => one?.place && one.activity && one.level)
  return [...general, ...(chosen as Cell[])]
}

/** The input of the decision from what the form holds. */
export function decideInput(pairId: string, typed: DecideTyped): DecideInput {
  const { levels, exceptions, because = {}, ...rest } = typed
  return {
    ...rest,
    pairId,
    cells: cellsOf({ levels, exceptions }),
    overrides: Object.entries(because).map(([rule, reason]) => ({ rule, because: reason })),
  }
}
