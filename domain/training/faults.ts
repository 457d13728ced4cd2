import { addMonthsToDate, formatDate } from '../shared/calendar.ts'
import type { FieldMessage } from '../shared/failure.ts'
import type { Basis } from '../shared/provenance.ts'
import type { CivilDate } from '../shared/time.ts'
import type { CourseInput, StaffMember } from './record.ts'
import { levelOf, type TrainingRequirements } from './requirements.ts'

/** What cannot be true of a course or a certificate: each message stands at its field and says how to mend it. */

// Nobody on a ward trained before this; an earlier year is a slip of the pen.
const earliest: CivilDate = '1970-01-01'
// The longest that a course may count (courseInput.validMonths).
const longestMonths = 120

/** The codes in a list that are there twice. */
const twice = (list: readonly string[]) => list.filter((one, index) => list.indexOf(one) !== index)

/** What does not fit the set of requirements in force; empty where the course can be used. */
export function courseFaults(
  set: TrainingRequirements,
  course: Pick<CourseInput, 'subject' | 'level' | 'topics'>,
): FieldMessage[] {
  const faults: FieldMessage[] = []
  if (course.level !== null && !levelOf(set, course.level))
    faults.push({ field: 'level', message: 'Choose a level from the list' })
  if (course.level !== null && course.subject !== 'safeguarding')
    faults.push({
      field: 'level',
      message: 'Only a safeguarding course reaches a level. Take the level out',
    })
  const unknown = course.topics.filter((id) => !set.topics.some((topic) => topic.id === id))
  if (unknown.length > 0)
    faults.push({
      field: 'topics',
      message: `${unknown.join(', ')} is not in the list of topics. Choose topics from the list`,
    })
  if (twice(course.topics).length > 0)
    faults.push({ field: 'topics', message: 'Name each topic once' })
  return faults
}

export interface CertificateFacts {
  staff: Pick<StaffMember, 'startedOn' | 'leftOn'>
  /** What the course teaches, or taught when the certificate was recorded. */
  courseTopics: readonly string[]
  today: CivilDate
}

export interface TypedCertificate {
  completedOn: CivilDate
  expiresOn: CivilDate | null
  topics: readonly string[]
  agenciesPresent: readonly string[] | null
  basis: Basis
}

/** What cannot be true of a certificate; empty where it can. A course before the person started is fine. */
export function certificateFaults(
  typed: TypedCertificate,
  { staff, courseTopics, today }: CertificateFacts,
): FieldMessage[] {
  const faults: FieldMessage[] = []
  const fault = (field: string, message: string) => faults.push({ field, message })
  if (typed.completedOn > today) fault('completedOn', 'Enter a date that is not in the future')
  else if (typed.completedOn < earliest) fault('completedOn', 'Check the year of completion')
  else if (staff.leftOn !== null && typed.completedOn > staff.leftOn)
    fault(
      'completedOn',
      `This person left the unit on ${formatDate(staff.leftOn)}. Check the date, or the register of staff`,
    )
  if (typed.expiresOn !== null && typed.expiresOn < typed.completedOn)
    fault('expiresOn', 'Enter an expiry on or after the day of completion')
  else if (
    typed.expiresOn !== null &&
    typed.expiresOn > addMonthsToDate(typed.completedOn, longestMonths)
  )
    fault('expiresOn', 'Check the year: this is more than ten years after completion')
  const strange = typed.topics.filter((topic) => !courseTopics.includes(topic))
  if (strange.length > 0)
    fault(
      'topics',
      `The course does not teach ${strange.join(', ')}. Take it out, or correct the course first`,
    )
  if (twice(typed.topics).length > 0) fault('topics', 'Name each topic once')
  if (twice(typed.agenciesPresent ?? []).length > 0)
    fault('agenciesPresent', 'Name each agency once')
  return [...faults, ...basisOfTraining(typed.basis, today)]
}

/** Training was done or was not: an opinion does not show it, and what is not established is not recorded. */
function basisOfTraining({ kind, on }: Basis, today: CivilDate): FieldMessage[] {
  if (kind === 'opinion' || kind === 'not-established')
    return [
      {
        field: 'basis.kind',
        message: 'Say who saw it, which document shows it, or who said so',
      },
    ]
  return on !== undefined && on.slice(0, 10) > today
    ? [{ field: 'basis.on', message: 'Enter a date that is not in the future' }]
    : []
}

/** Done before the person started on the unit: it counts, and is shown as brought from elsewhere. */
export const isFromEarlierEmployer = (
  completedOn: CivilDate | null,
  staff: Pick<StaffMember, 'startedOn'>,
): boolean => completedOn !== null && completedOn < staff.startedOn
