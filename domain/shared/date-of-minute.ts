import { addDaysToDate, dateOf, epochMs, instantOf, startOfDay } from './calendar.ts'
import type { CivilDate } from './time.ts'

const minutesInDay = 24 * 60

/** A UTC day: the date in England at its start, and from which minute on it is the next. */
interface Day {
  first: CivilDate
  changesAt: number
  second: CivilDate
}

function dayOf(number: number): Day {
  const first = dateOf(instantOf(number * minutesInDay * 60_000))
  const second = addDaysToDate(first, 1)
  return { first, second, changesAt: epochMs(startOfDay(second)) / 60_000 }
}

/** Finds the civil date in England of whole minutes of the epoch: of millions of them, each day is worked out once. */
export function dateOfMinutes(): (minute: number) => CivilDate {
  const known = new Map<number, Day>()
  return (minute) => {
    const number = Math.floor(minute / minutesInDay)
    const day = known.get(number) ?? dayOf(number)
    known.set(number, day)
    return minute < day.changesAt ? day.first : day.second
  }
}
