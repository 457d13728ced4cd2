import type { LockScreenProvider } from '../../platform/lock-screen.ts'
import { trustedNow } from '../../platform/trusted-now.ts'
import { boardAt } from './cards.ts'

/** What is overdue, by bed alone: neither a name nor a legal status is read by whoever passes (decision 5). */
export const overdueOnLockScreen: LockScreenProvider = (db, now) =>
  boardAt(db, trustedNow(db, now))
    // The late step of a concern stands with its running clock.
    .overdue.filter(({ what }) => !what.startsWith('baby concern'))
    .map(({ bedName, what, since }) => ({ kind: 'overdue', bed: bedName, what, dueAt: since }))
