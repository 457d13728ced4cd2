import {
  clockTimeSchema,
  epochMs,
  formatDateTime,
  instantToLocal,
  isLocalProblem,
  localToInstant,
  type WhichOfTwo,
} from '#domain/shared/calendar.ts'
import type { Instant } from '#domain/shared/time.ts'
import { civilDateOf, dateFault } from './date-text.ts'

/** What was typed of a date and time, kept as one text: `date T time / which`. */
export interface InstantParts {
  date: string
  time: string
  which?: WhichOfTwo | undefined
}

export function partsOf(text: string): InstantParts {
  const [local = '', which] = text.split('/')
  const [date = '', time = ''] = local.split('T')
  return { date, time, which: which === 'first' || which === 'second' ? which : undefined }
}

export function textOfParts({ date, time, which }: InstantParts): string {
  if (date === '' && time === '') return ''
  return which ? `${date}T${time}/${which}` : `${date}T${time}`
}

/** 945 and 9.45 are meant for 09:45; anything else stays as typed. */
export function tidyTime(typed: string): string {
  const match = /^\s*(\d{1,2})[:.]?(\d{2})\s*$/.exec(typed)
  return match ? `${(match[1] ?? '').padStart(2, '0')}:${match[2]}` : typed.trim()
}

/** The text that stands for an instant, as the boxes show it. */
export function textOfInstant(instant: Instant): string {
  const local = instantToLocal(instant)
  return textOfParts({ date: local.date, time: local.time, which: local.which })
}

/** True if the typed time came twice that night, and it must be said which is meant. */
export function needsWhich({ date, time }: InstantParts): boolean {
  const tidy = tidyTime(time)
  if (dateFault(date) || !clockTimeSchema.safeParse(tidy).success) return false
  const at = localToInstant({ date: civilDateOf(date), time: tidy })
  return isLocalProblem(at) && at.problem === 'repeated-hour'
}

export interface InstantLimits {
  earliest?: Instant | undefined
  latest?: Instant | undefined
  /** The message for a time after `latest`. */
  tooLate?: string | undefined
}

/** The instant that was typed; a message where it is not one (decision 7). */
export function readInstant(
  text: string,
  limits: InstantLimits = {},
): { instant: Instant } | { fault: string } {
  const parts = partsOf(text)
  const time = tidyTime(parts.time)
  const fault = parts.date === '' ? 'Enter the date' : dateFault(parts.date)
  if (fault) return { fault }
  if (time === '') return { fault: 'Enter the time' }
  if (!clockTimeSchema.safeParse(time).success)
    return { fault: 'Enter the time as hours and minutes, such as 09:45' }
  const at = localToInstant({ date: civilDateOf(parts.date), time, which: parts.which })
  if (isLocalProblem(at)) return { fault: at.message }
  if (limits.latest && epochMs(at) > epochMs(limits.latest))
    return {
      fault: limits.tooLate ?? `Enter a time that is not after ${formatDateTime(limits.latest)}`,
    }
  if (limits.earliest && epochMs(at) < epochMs(limits.earliest))
    return { fault: `Enter a time that is not before ${formatDateTime(limits.earliest)}` }
  return { instant: at }
}
