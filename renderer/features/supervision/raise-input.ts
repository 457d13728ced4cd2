import {
  type Activity,
  type CellLevel,
  isStricter,
  type Place,
  stricterOf,
} from '#domain/supervision/codes.ts'
import type { PlaceView, SupervisionView } from './view.ts'

interface RaiseCell {
  place: Place
  activity: Activity
  level: CellLevel
}

/**
 * The cells of a raise to one level in these places. What is stricter already stays as it is, also for
 * single activities, so that nothing is lowered by the way.
 */
export function raiseCells(
  view: SupervisionView,
  chosen: readonly Place[],
  level: CellLevel,
): RaiseCell[] {
  return chosen.flatMap((place) => cellsOf(view.standing.places[place], level))
}

function cellsOf(place: PlaceView, level: CellLevel): RaiseCell[] {
  const general = stricterOf(level, place.decidedLevel ?? level)
  const exceptions = place.exceptions
    .filter((one) => one.decidedLevel !== null && isStricter(one.decidedLevel, general))
    .map(({ activity, decidedLevel }) => ({
      place: place.place,
      activity,
      level: decidedLevel ?? general,
    }))
  return [{ place: place.place, activity: 'all', level: general }, ...exceptions]
}
