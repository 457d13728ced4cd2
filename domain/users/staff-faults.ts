import type { FieldMessage } from '../shared/failure.ts'
import type { CivilDate } from '../shared/time.ts'
import { type Profession, registrationFault } from './staff.ts'

/** What cannot be true of a member of staff, each message at its field; empty where it can be. */
export function staffFaults(
  input: {
    profession: Profession
    registration?: string | undefined
    startedOn: CivilDate
    leftOn: CivilDate | null
  },
  today: CivilDate,
): FieldMessage[] {
  const faults: FieldMessage[] = []
  if (input.startedOn > today)
    faults.push({
      field: 'startedOn',
      message: 'The start date is in the future. Enter the day on which they started',
    })
  if (input.leftOn !== null && input.leftOn < input.startedOn)
    faults.push({
      field: 'leftOn',
      message: 'The leaving date is before the start date. Check both dates',
    })
  const registration =
    input.registration === undefined
      ? null
      : registrationFault(input.profession, input.registration)
  if (registration !== null) faults.push({ field: 'registration', message: registration })
  return faults
}
