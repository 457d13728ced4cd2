import { dateOf, formatDate, minutesBetween } from '../shared/calendar.ts'
import type { FieldMessage } from '../shared/failure.ts'
import type { CivilDate, Instant } from '../shared/time.ts'

/** One person's time on one shift, as it is typed in or imported. */
export interface Duty {
  startsAt: Instant
  endsAt: Instant
  nurseInCharge: boolean
}

/** The longest that one duty may last: a double shift and a handover. */
export const longestDutyMinutes = 16 * 60

/** What cannot be true of a duty of this person; undefined where it can. Whether it meets another is asked apart. */
export function dutyFault(
  { startsAt, endsAt, nurseInCharge }: Duty,
  staff: { profession: string; startedOn: CivilDate; leftOn: CivilDate | null },
): FieldMessage | undefined {
  const fault = (field: string, message: string) => ({ field, message })
  const on = dateOf(startsAt)
  if (staff.leftOn !== null && staff.leftOn < on)
    return fault('staffId', 'This member of staff has left. Choose somebody else')
  if (on < staff.startedOn)
    return fault(
      'staffId',
      `This member of staff starts on ${formatDate(staff.startedOn)}. Check the day, or the register of staff`,
    )
  if (endsAt <= startsAt)
    return fault('endsAt', 'The shift ends before it starts. Check both times')
  if (minutesBetween(startsAt, endsAt) > longestDutyMinutes)
    return fault('endsAt', 'A shift cannot be longer than 16 hours. Check the day of both times')
  if (nurseInCharge && staff.profession !== 'registered-nurse')
    return fault('nurseInCharge', 'The nurse in charge must be a registered nurse')
  return undefined
}

/** Whether two times on shift meet; one that ends as the other begins does not. */
export const dutiesMeet = (
  a: Pick<Duty, 'startsAt' | 'endsAt'>,
  b: Pick<Duty, 'startsAt' | 'endsAt'>,
): boolean => a.startsAt < b.endsAt && b.startsAt < a.endsAt
