import type { CivilDate } from '../shared/time.ts'
import { type Employment, employmentLabels, type Profession, professionLabels } from './staff.ts'

/** How staff are counted: who is in post on a day, and in which group each is shown. */

/** Whether the person is in post on the day; the first and the last day count. */
export const isInPost = (
  staff: { startedOn: CivilDate; leftOn: CivilDate | null },
  on: CivilDate,
): boolean => staff.startedOn <= on && (staff.leftOn === null || staff.leftOn >= on)

/** Shown apart in every figure: the profession, with bank, agency, students and visitors by themselves. */
export function groupLabel(staff: { profession: string; employment: string }): string {
  const profession =
    professionLabels[staff.profession as Profession] ?? 'Profession not in the list'
  const employment = employmentLabels[staff.employment as Employment] ?? staff.employment
  return staff.employment === 'substantive'
    ? profession
    : `${profession}, ${employment.toLowerCase()}`
}
