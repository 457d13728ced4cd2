import { type Activity, type CellLevel, type Place, places } from '#domain/supervision/codes.ts'
import type { act, InputOf } from '../../api.ts'

export type DecideInput = InputOf<typeof act.supervision.decide.mutate>

/** The decision as its form holds it: a level a place, exceptions for single activities, reasons for overrides. */
export interface DecideTyped
  extends Omit<DecideInput, 'pairId' | 'cells' | 'overrides' | 'seenDecisionId'> {
  levels?: Partial<Record<Place, CellLevel>>
  notes?: Partial<Record<Place, string>>
  exceptions?: { place: Place; activity: Activity; level: CellLevel; note?: string }[]
  because?: Record<string, string>
}

/** The levels as the form holds them, whether or not they are all chosen yet. */
export interface LevelsTyped {
  levels?: Partial<Record<Place, CellLevel | ''>> | undefined
  /** Why the level of a place is what it is there. */
  notes?: Partial<Record<Place, string>> | undefined
  exceptions?: readonly Partial<Record<keyof Cell, string>>[] | undefined
}

interface Cell {
  place: Place
  activity: Activity
  level: CellLevel
  note?: string
}

/** The cells that have been chosen: the level of each place, then the exceptions that are complete. */
export function cellsOf({ levels = {}, notes = {}, exceptions = [] }: LevelsTyped): Cell[] {
  const general = places.flatMap((place) => {
    const level = levels[place]
    const note = notes[place]?.trim()
    return level ? [{ place, activity: 'all' as const, level, ...(note ? { note } : {}) }] : []
  })
  // A row that was taken out leaves a hole behind.
  const chosen = exceptions.filter((one) => one?.place && one.activity && one.level)
  return [...general, ...(chosen as Cell[])]
}

/** The input of the decision from what the form holds. */
export function decideInput(pairId: string, typed: DecideTyped): DecideInput {
  const { levels, notes, exceptions, because = {}, ...rest } = typed
  return {
    ...rest,
    pairId,
    cells: cellsOf({ levels, notes, exceptions }),
    overrides: Object.entries(because).map(([rule, reason]) => ({ rule, because: reason })),
  }
}
