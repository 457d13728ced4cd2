import { addDays, formatDateTime, laterOf } from '../shared/calendar.ts'
import type { MotherState } from '../shared/escort/escort-content.ts'
import type { FieldMessage } from '../shared/failure.ts'
import { leaveRuleTexts, mentalHealthActStatusOf } from '../shared/mental-health-act.ts'
import type { Instant } from '../shared/time.ts'
import type { Place } from '../supervision/codes.ts'

/**
 * The mother's position under the Mental Health Act for one leave (domain row 4.3, decision 28). Truth table:
 * docs/states/leave.md.
 */

export interface Section17Leave {
  recordId: string
  escorted: boolean
  places: readonly Place[]
  grantedAt: Instant
  startsAt: Instant
  endsAt: Instant
  ministryDocument: string | null
  revokedAt: Instant | null
}

interface Journey {
  place: Place
  plannedOutAt: Instant
  plannedBackAt: Instant
}

const stands = ({ revokedAt }: Section17Leave, at: Instant): boolean =>
  revokedAt === null || revokedAt > at

/** Leave covers nothing before it was granted, whatever is written as its beginning. */
const beginsAt = ({ startsAt, grantedAt }: Section17Leave): Instant => laterOf(startsAt, grantedAt)

/** The leave under section 17 that covers the whole of a journey, as it stands at `at`; a revoked one covers nothing. */
export function coveringLeave(
  leaves: readonly Section17Leave[],
  { place, plannedOutAt, plannedBackAt }: Journey,
  at: Instant,
): Section17Leave | undefined {
  const covering = leaves.filter(
    (leave) =>
      leave.places.includes(place) &&
      beginsAt(leave) <= plannedOutAt &&
      leave.endsAt >= plannedBackAt &&
      stands(leave, at),
  )
  // Of several the one with an escort: a condition of the law is not lost among others.
  return covering.find(({ escorted }) => escorted) ?? covering[0]
}

/** Why no leave covers a journey, and what to do: that which is nearest to covering it is named. */
export function whyNotCovered(
  leaves: readonly Section17Leave[],
  { place, plannedOutAt, plannedBackAt }: Journey,
  at: Instant,
): string {
  const ask = 'or ask her responsible clinician for leave that covers it, and record it'
  const here = leaves.filter((leave) => leave.places.includes(place))
  const standing = here.filter((leave) => stands(leave, at))
  const begins = standing
    .filter(({ endsAt }) => endsAt >= plannedBackAt)
    .map(beginsAt)
    .filter((begun) => begun > plannedOutAt)
    .sort()[0]
  if (begins !== undefined)
    return `Her leave under section 17, Mental Health Act begins at ${formatDateTime(begins)}, after they leave: let them leave then, ${ask}`
  const ends = standing
    .filter((leave) => beginsAt(leave) <= plannedOutAt && leave.endsAt > plannedOutAt)
    .map(({ endsAt }) => endsAt)
    .sort()
    .at(-1)
  if (ends !== undefined)
    return `Her leave under section 17, Mental Health Act ends at ${formatDateTime(ends)}, before they are back: plan the return before it, ${ask}`
  return here.length > standing.length && standing.length === 0
    ? 'Her leave under section 17, Mental Health Act was revoked'
    : notCovered
}

const notCovered =
  'No leave under section 17, Mental Health Act is on record that covers this place and these times'

export interface Position {
  state: MotherState
  mayGo: boolean
  /** The escort that the conditions of the leave name. */
  section17Escort: boolean
  /** In words, with the law named in full. */
  text: string[]
}

/**
 * Whether she may go by the Act, by her status (null where nothing is recorded) and the leave that covers it;
 * where none does, `why` says so.
 */
export function positionOf(
  code: string | null,
  leave: Section17Leave | undefined,
  why: string = notCovered,
): Position {
  const stays = (state: MotherState, ...text: string[]): Position => ({
    state,
    mayGo: false,
    section17Escort: false,
    text,
  })
  if (code === null)
    return stays(
      'not-known',
      'Her status under the Mental Health Act is not recorded: record it before she goes',
    )
  const { label, leave: rule, detained } = mentalHealthActStatusOf(code)
  const law = `${label}. ${leaveRuleTexts[rule]}`
  if (rule === 'none') return stays('no-leave-possible', law)
  if (rule === 'not-detained')
    return { state: 'informal', mayGo: true, section17Escort: false, text: [law] }
  if (rule === 'read-order') return stays(detained ? 'detained-without-leave' : 'not-known', law)
  if (!leave) return stays('detained-without-leave', law, why)
  if (rule === 'ministry' && leave.ministryDocument === null)
    return stays(
      'detained-without-leave',
      law,
      'The consent of the Ministry of Justice is not on record',
    )
  return {
    state: 'detained-with-leave',
    mayGo: true,
    section17Escort: leave.escorted,
    text: [
      law,
      `Leave under section 17, Mental Health Act covers it${leave.escorted ? ', escorted' : ''}`,
    ],
  }
}

interface Granted {
  grantedAt: Instant
  startsAt: Instant
  endsAt: Instant
  ministryDocument?: string | undefined
  ministryAt?: Instant | undefined
}

// Detention is renewed for a year at most (section 20, Mental Health Act): leave beyond it is a slip of the year.
const mostDays = 366

/** What cannot be true of a grant, or is missing from it. */
export function section17Faults(
  granted: Granted,
  code: string | null,
  now: Instant,
): FieldMessage[] {
  const faults: FieldMessage[] = []
  const complain = (field: string, message: string) => faults.push({ field, message })
  const rule = code === null ? null : mentalHealthActStatusOf(code)
  if (rule === null) complain('grantedBy', 'Record her status under the Mental Health Act first')
  else if (rule.leave === 'none' || rule.leave === 'read-order')
    complain('grantedBy', `${rule.label}. ${leaveRuleTexts[rule.leave]}`)
  else if (rule.leave === 'not-detained')
    complain('grantedBy', `${rule.label}: she is not detained and needs no leave under section 17`)
  if (granted.grantedAt > now)
    complain('grantedAt', 'This is in the future. Enter when the leave was granted')
  if (granted.endsAt <= granted.startsAt)
    complain('endsAt', 'The leave ends before it begins. Check both times')
  if (granted.endsAt > addDays(granted.startsAt, mostDays))
    complain('endsAt', 'The leave would last more than a year. Check the year')
  if (granted.startsAt > addDays(now, mostDays))
    complain('startsAt', 'This is more than a year ahead. Check the year')
  if (granted.endsAt <= now) complain('endsAt', 'This leave has run out already. Check the date')
  if (rule?.leave === 'ministry' && granted.ministryDocument === undefined)
    complain(
      'ministryDocument',
      'She is restricted: enter the letter of consent of the Ministry of Justice',
    )
  if (granted.ministryDocument !== undefined && granted.ministryAt === undefined)
    complain('ministryAt', 'Enter when the Ministry of Justice gave its consent')
  if (granted.ministryAt !== undefined && granted.ministryAt > now)
    complain('ministryAt', 'This is in the future. Enter when the consent was given')
  return faults
}
