import { dateOf, epochMs } from '#domain/shared/calendar.ts'
import type { Instant } from '#domain/shared/time.ts'
import { calendarWarning } from '#domain/shared/working-days.ts'
import type { ReadContext } from '../../platform/serve.ts'
import { listBackups } from '../../platform/store/backup-list.ts'
import { oldestBackupHours } from '../../platform/store/health.ts'
import type { StoreNotice } from '../../platform/store/notice.ts'
import { overdueMoves } from '../restricted/move-review.ts'
import { overdueReviews } from '../restricted/view.ts'
import { secondPlace } from './second-place.ts'

/** One thing that somebody has to see to. */
export interface Attention {
  id:
    | 'no-backup'
    | 'old-backup'
    | 'second-place'
    | 'calendar'
    | 'notice'
    | 'emergency-access'
    | 'moved-words'
  tone: 'danger' | 'warning'
  message: string
}

/**
 * What whoever answers for the record has to see wherever they are in the app: a backup that is older than 26
 * hours (reliability.md 4.5) though something was recorded since, a second place that does not get its
 * copies, what the store noticed by itself, a calendar that ends (decision 7).
 */
export function attention(ctx: ReadContext): Attention[] {
  const { house, now } = ctx
  const hours = (at: string) => (epochMs(now) - epochMs(at)) / 3_600_000
  const newest = listBackups(house.paths.backups)[0]
  const found: Attention[] = []
  if (!newest) {
    if (hours(house.store().openedAt) > firstBackupHours)
      found.push({
        id: 'no-backup',
        tone: 'danger',
        message: 'Nothing has been backed up yet. Make a backup now',
      })
  } else if (
    newest.head !== house.store().chain.mac &&
    hours(newest.verifiedAt) > oldestBackupHours
  )
    found.push({
      id: 'old-backup',
      tone: 'danger',
      message: `The newest checked backup is ${Math.floor(hours(newest.verifiedAt))} hours old. Make one now`,
    })
  const second = secondPlace(ctx)
  if (second && !second.reached)
    found.push({
      id: 'second-place',
      tone: 'warning',
      message:
        'The second place of the backups cannot be reached. Connect the disk or the share again',
    })
  else if (
    second &&
    newest &&
    hours(second.newest?.at ?? '1970-01-01T00:00:00.000Z') > oldestBackupHours
  )
    found.push({
      id: 'second-place',
      tone: 'warning',
      message: 'The second place of the backups has had no copy for more than a day',
    })
  found.push(...noticed(house.store().notices, newest?.verifiedAt))
  const unreviewed = overdueReviews(ctx.db, now)
  if (unreviewed > 0)
    found.push({
      id: 'emergency-access',
      tone: 'danger',
      message: `Restricted entries were opened in an emergency, and nobody has reviewed it in time: ${unreviewed}. Review it under Administration, Audit`,
    })
  const moved = overdueMoves(ctx.db, now)
  if (moved > 0)
    found.push({
      id: 'moved-words',
      tone: 'danger',
      message: `What others wrote became restricted entries, and nobody has reviewed it in time: ${moved}. Review it under Administration, Audit`,
    })
  const calendar = calendarWarning(dateOf(now))
  if (calendar) found.push({ id: 'calendar', tone: 'warning', message: calendar })
  return found
}

/** The first backup is made within the hour of the opening; a unit without one after that is at fault. */
const firstBackupHours = 1

/** What the store noticed since it was opened and somebody has to see to, once each, the gravest first. */
function noticed(notices: readonly StoreNotice[], backedUpAt: Instant | undefined): Attention[] {
  const standing = notices.filter(
    ({ kind, at }) =>
      kind === 'tampering' ||
      kind === 'warning' ||
      (kind === 'backup' && (backedUpAt === undefined || backedUpAt < at)),
  )
  const messages = new Map(standing.map(({ kind, message }) => [message, kind]))
  return [...messages]
    .map(([message, kind]) => ({
      id: 'notice' as const,
      tone: kind === 'tampering' ? ('danger' as const) : ('warning' as const),
      message: message.replace(/\.$/, ''),
    }))
    .sort((a, b) => a.tone.localeCompare(b.tone))
}
