import type { House } from './house.ts'
import { makeBackup } from './store/backup.ts'
import { listBackups } from './store/backup-list.ts'
import { problemOf } from './store/problem.ts'

/**
 * Makes the hourly backup where anything was written since the newest (reliability.md 4.5). What cannot be
 * backed up is a notice on the safety panel, never a stop of the work.
 */
export async function backUpIfDue(house: House): Promise<void> {
  const store = house.store()
  if (listBackups(house.paths.backups)[0]?.seq === store.chain.seq) return
  try {
    await makeBackup(store, 'hourly')
  } catch (error) {
    const problem = problemOf(error)
    if (!problem) throw error
    house.log({ event: 'backup-failed', code: problem.fault.state })
    if (house.isOpen())
      store.notice('warning', `The hourly backup could not be made. ${problem.fault.message}`)
  }
}
