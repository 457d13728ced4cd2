import { addMinutes } from '#domain/shared/calendar.ts'
import type { Instant } from '#domain/shared/time.ts'
import type { ReadContext } from '../../platform/serve.ts'
import { keptBackups } from '../../platform/store/backup-keep.ts'
import { listBackups } from '../../platform/store/backup-list.ts'
import { backupIsDue, hourlyMinutes } from '../../platform/store/backup-schedule.ts'

export interface BackupSchedule {
  everyMinutes: number
  kept: typeof keptBackups
  /** Due now; at an instant; or null while nothing was recorded since the newest. */
  next: 'now' | Instant | null
  /** The last drill of a backup that is still here; null where none of them was proved. */
  proved: { at: Instant; file: string } | null
}

const drillsSql = `select at, entity_id as file from audit
  where entity_id in (select value from json_each(@files)) and action = 'prove-backup'
  order by seq desc limit 1`

/** When backups are made, which of them stay, and whether one was proved (reliability.md 4.5). */
export function backupSchedule({ db, house }: ReadContext): BackupSchedule {
  const store = house.store()
  const backups = listBackups(house.paths.backups)
  const [newest] = backups
  const isChanged = newest !== undefined && newest.head !== store.chain.mac
  const files = JSON.stringify(backups.map(({ file }) => file))
  return {
    everyMinutes: hourlyMinutes,
    kept: keptBackups,
    next: backupIsDue(store)
      ? 'now'
      : newest && isChanged
        ? addMinutes(newest.at, hourlyMinutes)
        : null,
    proved: db.row<{ at: Instant; file: string }>(drillsSql, { files }) ?? null,
  }
}
