import { type BackupOptions, makeBackup } from './backup.ts'
import { type Backup, newestBackup } from './backup-list.ts'
import type { Store } from './store.ts'

/** Minutes between two backups by themselves, while something is recorded. */
export const hourlyMinutes = 60
const hourMs = hourlyMinutes * 60_000

/** The stores of which a backup is being made now. */
const running = new WeakSet<Store>()

/**
 * True when something was recorded since the newest backup and that one is an hour old. A clock that was set
 * back makes a backup due, never late.
 */
export function backupIsDue(store: Store): boolean {
  const newest = newestBackup(store.paths.backups)
  if (!newest) return store.chain.seq > 0
  if (newest.head === store.chain.mac) return false
  const age = Date.parse(store.clock.now()) - Date.parse(newest.at)
  return age < 0 || age >= hourMs
}

/**
 * Makes the hourly backup if it is due and none is being made. To be called every minute or so. Throws a
 * `StoreProblem`; the next call tries again.
 */
export async function backUpIfDue(
  store: Store,
  options: BackupOptions = {},
): Promise<Backup | undefined> {
  if (running.has(store) || !backupIsDue(store)) return undefined
  running.add(store)
  try {
    return await makeBackup(store, 'hourly', options)
  } finally {
    running.delete(store)
  }
}
