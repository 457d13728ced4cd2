import { termDays } from '../shared/age.ts'
import { daysBetween, formatDate } from '../shared/calendar.ts'
import type { CivilDate } from '../shared/time.ts'

/**
 * A mother who has not given birth has no pair yet: supervision, legal status and the measures of the pair
 * begin with the birth (decision 3).
 */

/** The whole weeks of pregnancy on a day, by the expected date. */
export const weeksPregnant = (expectedOn: CivilDate, on: CivilDate): number =>
  Math.floor((termDays - daysBetween(on, expectedOn)) / 7)

/** What a card says of the baby who is not born yet: "Unborn, 34 wk, due 2 Jan 2027". */
export function unbornText(expectedOn: CivilDate | null, on: CivilDate): string {
  if (expectedOn === null) return 'Unborn, due date not known'
  const weeks = weeksPregnant(expectedOn, on)
  const late = daysBetween(expectedOn, on)
  const due = `due ${formatDate(expectedOn)}`
  return late > 0 ? `Unborn, ${weeks} wk, was ${due}` : `Unborn, ${weeks} wk, ${due}`
}
