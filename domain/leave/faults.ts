import { addDays, addMinutes } from '../shared/calendar.ts'
import type { FieldMessage } from '../shared/failure.ts'
import type { Instant } from '../shared/time.ts'
import type { Ending, LeaveRequest, StillOutAnswer } from './record.ts'

/** What cannot be true of leave as it is entered; each with how to mend it. Truth table: docs/states/leave.md. */

interface StayTimes {
  arrivedAt: Instant
  endedAt: Instant | null
}

// A clock on another screen may be a little ahead of the service's.
const clockLeewayMinutes = 2
// Longer leave is a discharge or a transfer.
const longestDays = 28
// No leave is planned further ahead: a slip of the year. Default of the product.
const mostDaysAhead = 92

const later = (now: Instant) => addMinutes(now, clockLeewayMinutes)

/** Of a request. `here` are the pairs that are together in this stay now. */
export function requestFaults(
  request: LeaveRequest,
  stay: StayTimes,
  here: readonly string[],
  now: Instant,
): FieldMessage[] {
  const faults: FieldMessage[] = []
  const complain = (field: string, message: string) => faults.push({ field, message })
  const { plannedOutAt, plannedBackAt, babies, place, address, newAddress } = request
  if (!request.mother) {
    if (babies.length === 0) complain('babies', 'Choose the baby who goes, or let the mother go')
    if (request.carer === undefined)
      complain('carer', 'The mother does not go: say who has the baby')
    if (request.withWhom === '')
      complain('withWhom', 'The mother does not go: enter the name of who has the baby')
  }
  if (plannedBackAt <= plannedOutAt)
    complain('plannedBackAt', 'They would be back before they leave. Check both times')
  else if (plannedBackAt > addDays(plannedOutAt, longestDays))
    complain(
      'plannedBackAt',
      `Leave is planned for ${longestDays} days at most. Enter an earlier return`,
    )
  if (plannedOutAt > addDays(now, mostDaysAhead))
    complain('plannedOutAt', 'This is more than three months ahead. Check the date')
  if (plannedOutAt < stay.arrivedAt)
    complain('plannedOutAt', 'This is before she arrived. Check the date')
  if (stay.endedAt !== null)
    complain('plannedOutAt', 'Her stay has ended: there is no leave from it')
  if (babies.some((one) => !here.includes(one)))
    complain('babies', 'This baby is not on the unit with her. Choose among those who are')
  if ((place === 'home' || place === 'overnight-leave' || newAddress) && address === '')
    complain('address', 'Enter the address where they will be')
  return faults
}

/** Of going. `taken` are those whom the request names. */
export function departureFaults(
  gone: { leftAt: Instant; babies: readonly string[] },
  request: Pick<LeaveRequest, 'mother' | 'babies' | 'plannedBackAt'>,
  decidedAt: Instant,
  now: Instant,
): FieldMessage[] {
  const faults: FieldMessage[] = []
  const complain = (field: string, message: string) => faults.push({ field, message })
  if (gone.leftAt > later(now))
    complain('leftAt', 'This time is still to come. Enter when they left')
  if (gone.leftAt < decidedAt)
    complain('leftAt', 'This is before the leave was agreed. Check the time')
  if (gone.leftAt >= request.plannedBackAt)
    complain('leftAt', 'They were due back by then. Change the planned times first')
  if (!request.mother && gone.babies.length === 0)
    complain('babies', 'This leave is of the baby alone. Say which baby left')
  if (gone.babies.some((one) => !request.babies.includes(one)))
    complain('babies', 'The leave was not agreed for this baby. Change the leave first')
  return faults
}

interface Back {
  backAt: Instant
  mother: boolean
  babies: readonly string[]
  motherCondition: string
  babyCondition: string
  stillOut?: StillOutAnswer | undefined
}

/** Of coming back. `out` are those who are still away; `alone` the babies who would stay out without the mother. */
export function returnFaults(
  back: Back,
  out: { mother: boolean; babies: readonly string[]; leftAt: Instant },
  alone: readonly string[],
  now: Instant,
): FieldMessage[] {
  const faults: FieldMessage[] = []
  const complain = (field: string, message: string) => faults.push({ field, message })
  if (back.backAt > later(now))
    complain('backAt', 'This time is still to come. Enter when they came back')
  if (back.backAt < out.leftAt) complain('backAt', 'This is before they left. Check the time')
  if (!back.mother && back.babies.length === 0)
    complain('mother', 'Nobody is back by this. Say who came back')
  if (back.mother && !out.mother) complain('mother', 'The mother is back already')
  if (back.babies.some((one) => !out.babies.includes(one)))
    complain('babies', 'This baby is not away. Choose among those who are')
  if (back.mother && back.motherCondition === '')
    complain('motherCondition', 'Enter how the mother was on return')
  if (back.babies.length > 0 && back.babyCondition === '')
    complain('babyCondition', 'Enter how the baby was on return: looked at by whom, what was seen')
  return alone.length > 0 ? [...faults, ...stillOutFaults(back.stillOut, back.backAt)] : faults
}

/** Of what is said of a baby who stays out without the mother. That nobody knows where is an answer. */
function stillOutFaults(said: StillOutAnswer | undefined, backAt: Instant): FieldMessage[] {
  if (!said)
    return [
      {
        field: 'stillOut.known',
        message: 'The baby is not back. Ask where the baby is, and say whether you know',
      },
    ]
  if (!said.known) return []
  const asked: [keyof StillOutAnswer, string][] = [
    ['where', 'Enter where the baby is'],
    ['carer', 'Say who has the baby'],
    ['withWhom', 'Enter the name of who has the baby'],
    ['telephone', 'Enter a telephone number of who has the baby'],
    ['dueAt', 'Enter when the baby is back'],
  ]
  const missing = asked
    .filter(([field]) => said[field] === undefined || said[field] === '')
    .map(([field, message]) => ({ field: `stillOut.${field}`, message }))
  const { dueAt } = said
  if (dueAt !== undefined && dueAt < backAt)
    missing.push({ field: 'stillOut.dueAt', message: 'This is past. Enter when the baby is back' })
  if (dueAt !== undefined && dueAt > addDays(backAt, longestDays))
    missing.push({
      field: 'stillOut.dueAt',
      message: `Nobody stays out for more than ${longestDays} days. Check the date`,
    })
  return missing
}

/** Of who is missing. */
export function missingFaults(
  missing: { mother: boolean; babies: readonly string[]; missingSince: Instant },
  since: Instant,
  here: readonly string[],
  sought: { mother: boolean; babies: readonly string[] },
  now: Instant,
): FieldMessage[] {
  const faults: FieldMessage[] = []
  const complain = (field: string, message: string) => faults.push({ field, message })
  if (missing.mother && sought.mother)
    complain('mother', 'The search for the mother goes on already. Enter who else is missing')
  if (missing.babies.some((one) => sought.babies.includes(one)))
    complain('babies', 'The search for this baby goes on already. Enter who else is missing')
  if (missing.missingSince > later(now))
    complain('missingSince', 'This time is still to come. Enter since when they are missing')
  if (missing.missingSince < since)
    complain('missingSince', 'They were still here then. Check the time')
  if (!missing.mother && missing.babies.length === 0)
    complain('mother', 'Say who is missing: the mother, a baby, or both')
  if (missing.babies.some((one) => !here.includes(one)))
    complain('babies', 'This baby is not in this stay. Choose among those who are')
  return faults
}

interface Found {
  endedAt: Instant
  endedHow: Ending
  mother: boolean
  babies: readonly string[]
  withHer?: boolean | undefined
}

/**
 * Of the end of a search for some or all of those who were missing. `alone` are the babies who are out with the
 * mother, and whom nobody searches for: where she was found, somebody says whether they are with her.
 */
export function foundFaults(
  { endedAt, endedHow, mother, babies, withHer }: Found,
  sought: { missingSince: Instant; mother: boolean; babies: readonly string[] },
  alone: readonly string[],
  now: Instant,
): FieldMessage[] {
  if (endedAt > later(now))
    return [{ field: 'endedAt', message: 'This time is still to come. Enter when it ended' }]
  if (endedAt < sought.missingSince)
    return [{ field: 'endedAt', message: 'This is before they were missing. Check the time' }]
  if (!mother && babies.length === 0)
    return [{ field: 'mother', message: 'Say for whom it ended: the mother, a baby, or both' }]
  if (mother && !sought.mother)
    return [{ field: 'mother', message: 'Nobody searches for the mother. Choose who was missing' }]
  if (babies.some((one) => !sought.babies.includes(one)))
    return [{ field: 'babies', message: 'Nobody searches for this baby. Choose who was missing' }]
  if (mother && endedHow === 'found-elsewhere' && alone.length > 0 && withHer === undefined)
    return [
      {
        field: 'withHer',
        message: 'A baby is out with her. Ask where the baby is, and say whether it is with her',
      },
    ]
  return []
}
