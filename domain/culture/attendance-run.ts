import { addDaysToDate } from '../shared/calendar.ts'
import type { CivilDate } from '../shared/time.ts'
import { groupLabel, isInPost } from '../users/staff-groups.ts'
import { isReflective } from './codes.ts'
import type { SessionFact, StaffFact } from './facts.ts'
import { reflectionVerdict, spansTo } from './session-measures.ts'

/** Attendance of reflective sessions over time, as counts alone (decision 39). */

export interface RunPoint {
  /** The last day of the span. */
  last: CivilDate
  /** In post through the span, and asked to come. */
  asked: number
  came: number
}

export interface GroupCount {
  group: string
  asked: number
  came: number
}

interface Facts {
  /** Those of whom it is asked. */
  staff: readonly StaffFact[]
  sessions: readonly SessionFact[]
}

/** How many of those asked came in each span of so many days up to a day; oldest first. */
export function attendanceRun(
  facts: Facts,
  last: CivilDate,
  days: number,
  spans: number,
): RunPoint[] {
  const first = addDaysToDate(last, 1 - days * spans)
  return spansTo(last, first, days)
    .map((span) => {
      const counted = cameIn(facts, span)
      return {
        last: span.last,
        asked: counted.reduce((sum, one) => sum + one.asked, 0),
        came: counted.reduce((sum, one) => sum + one.came, 0),
      }
    })
    .reverse()
}

/** The same for the newest span by profession, in the order of their names. */
export const attendanceByGroup = (facts: Facts, last: CivilDate, days: number): GroupCount[] =>
  spansTo(last, last, days)
    .slice(0, 1)
    .flatMap((span) => cameIn(facts, span))

function cameIn(
  { staff, sessions }: Facts,
  span: { after: CivilDate; last: CivilDate },
): GroupCount[] {
  const groups = new Map<string, GroupCount>()
  for (const person of staff.filter((one) => isInPost(one, span.last))) {
    const own = sessions.filter(
      (one) => isReflective(one.kind) && one.attended.includes(person.recordId),
    )
    const verdict = reflectionVerdict(person, own, [span])
    if (verdict.class === 'not-eligible') continue
    const group = groupLabel(person)
    const count = groups.get(group) ?? { group, asked: 0, came: 0 }
    count.asked += 1
    if (verdict.class === 'pass') count.came += 1
    groups.set(group, count)
  }
  return [...groups.values()].sort((a, b) => (a.group < b.group ? -1 : 1))
}
