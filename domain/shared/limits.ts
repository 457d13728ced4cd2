import { z } from 'zod'
import { type BankHolidays, englandBankHolidays } from './bank-holidays.ts'
import { addMinutes, dateOf, firstInstantAt, laterOf } from './calendar.ts'
import type { Instant } from './time.ts'
import { calendarKnown, workingDayAfter } from './working-days.ts'

/** A limit as data. Source of each kind's reckoning: decision 31. */
export const limitSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('at-once') }),
  z.strictObject({ kind: z.literal('same-day') }),
  z.strictObject({ kind: z.literal('minutes'), minutes: z.int().min(1) }),
  z.strictObject({ kind: z.literal('hours'), hours: z.int().min(1) }),
  z.strictObject({ kind: z.literal('working-days'), days: z.int().min(1).max(60) }),
  z.strictObject({ kind: z.literal('before') }),
])
export type Limit = z.infer<typeof limitSchema>

export interface Due {
  at: Instant
  /** False where the limit runs beyond the bank holidays that are known: weekends alone were counted. */
  calendarKnown: boolean
}

const atOnceMinutes = 15
const sameDayAtLeastMinutes = 120
const endOfOffice = '17:00'
const endOfDay = '23:59'

/**
 * When a limit that starts now runs out. `eventStartsAt` is the start of the event that a limit of kind
 * `before` speaks of; without it, such a limit has run out already. A due time is a fact fixed when its
 * clock starts (architecture.md, law 5): store it.
 */
export function dueOf(
  limit: Limit,
  from: Instant,
  eventStartsAt: Instant = from,
  holidays: BankHolidays = englandBankHolidays,
): Due {
  switch (limit.kind) {
    case 'at-once':
      return { at: addMinutes(from, atOnceMinutes), calendarKnown: true }
    case 'minutes':
      return { at: addMinutes(from, limit.minutes), calendarKnown: true }
    case 'hours':
      return { at: addMinutes(from, limit.hours * 60), calendarKnown: true }
    case 'before':
      return { at: eventStartsAt, calendarKnown: true }
    case 'same-day': {
      const today = firstInstantAt(dateOf(from), endOfDay)
      const atLeast = addMinutes(from, sameDayAtLeastMinutes)
      return { at: laterOf(today, atLeast), calendarKnown: true }
    }
    case 'working-days': {
      const start = dateOf(from)
      const last = workingDayAfter(start, limit.days, holidays)
      return {
        at: firstInstantAt(last, endOfOffice),
        calendarKnown: calendarKnown(start, last, holidays),
      }
    }
  }
}

/** A limit in words: "within 1 working day". */
export function limitText(limit: Limit): string {
  switch (limit.kind) {
    case 'at-once':
      return 'at once (within 15 minutes)'
    case 'minutes':
      return `within ${counted(limit.minutes, 'minute')}`
    case 'hours':
      return `within ${counted(limit.hours, 'hour')}`
    case 'before':
      return 'before it starts'
    case 'same-day':
      return 'the same day'
    case 'working-days':
      return `within ${counted(limit.days, 'working day')}`
  }
}

const counted = (n: number, unit: string) => `${n} ${unit}${n === 1 ? '' : 's'}`
