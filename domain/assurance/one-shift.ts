import { minutesBetween } from '../shared/calendar.ts'
import type { Instant } from '../shared/time.ts'
import { type Role, roleLabels } from '../users/roles.ts'
import { employmentLabels, professionLabels } from '../users/staff.ts'
import type { Pseudonym } from './disclosure.ts'
import type { OneShiftModel } from './report-model.ts'

/** One account that was opened for one shift, as it stands in the records (decision 11). */
export interface OneShiftInput {
  staffId: string
  profession: string
  employment: string
  registration: string | null
  openedAt: Instant
  expiresAt: Instant
  /** Who opened it: the role, never the name. */
  openedByRole: string
}

/**
 * The account as the report lists it: who it was for as a pseudonym, in which profession, for how long, and
 * the role that opened it. No day: a stranger to the unit could be known by it.
 */
export function oneShiftModel(account: OneShiftInput, pseudonym: Pseudonym): OneShiftModel {
  const { profession, employment, openedByRole } = account
  return {
    id: pseudonym('staff', account.staffId),
    profession: labelIn(professionLabels, profession),
    employment: labelIn(employmentLabels, employment),
    registered: account.registration !== null,
    minutes: Math.max(0, minutesBetween(account.openedAt, account.expiresAt)),
    openedBy: labelIn(roleLabels, openedByRole as Role),
  }
}

const labelIn = (labels: Record<string, string>, code: string) => labels[code] ?? 'not known'
