import type { LockScreenItem, LockScreenProvider } from '../../platform/lock-screen.ts'
import { trustedNow } from '../../platform/trusted-now.ts'
import { lateIsHeard } from '../stays/queries.ts'
import { boardAt, type Overdue } from './cards.ts'

/** What is overdue, by bed alone: neither a name nor a legal status is read by whoever passes (decision 5). */
export const overdueOnLockScreen: LockScreenProvider = (db, now) => {
  const late = lateIsHeard(db)
  return (
    boardAt(db, trustedNow(db, now))
      // The late step of a concern stands with its running clock.
      .overdue.filter(({ what }) => !what.startsWith('baby concern'))
      .map(({ bedName, what, since, alarm }) => ({
        kind: 'overdue',
        bed: bedName,
        what,
        dueAt: since,
        ...heard(alarm, late),
      }))
  )
}

/** At once is heard whatever is set; what is late where the unit hears what is late (decision 32). */
const heard = (alarm: Overdue['alarm'], late: boolean): Pick<LockScreenItem, 'alarm'> =>
  alarm && (alarm === 'at-once' || late) ? { alarm } : {}
