import { refuse } from '#domain/shared/failure.ts'
import type { House } from '../../platform/house.ts'
import type { ReadContext } from '../../platform/serve.ts'
import { makeBackup } from '../../platform/store/backup.ts'
import { type Backup, describedBackups, listBackups } from '../../platform/store/backup-list.ts'
import { copyDataKey, wipeDataKey } from '../../platform/store/data-key.ts'
import { proveBackup as drill } from '../../platform/store/prove.ts'
import { lossOf } from '../../platform/store/restore.ts'
import type { JsonObject } from '../../platform/unit-of-work.ts'

/** What is shown of a backup: nothing in it names anybody. */
export const shownBackup = ({ file, at, reason, bytes, seq, verifiedAt }: Backup) => ({
  file,
  at,
  reason,
  bytes,
  /** The newest audit entry in it. */
  seq,
  verifiedAt,
})

/** The backups there are, newest first; also while the store cannot be opened. */
export const backupsOf = (house: House) =>
  listBackups(house.paths.backups).map((backup) => ({
    ...shownBackup(backup),
    /** Made by a newer version of the app: this one cannot open it. */
    newer: isNewer(house, backup),
  }))

const isNewer = (house: House, { layout }: Backup) => layout > house.layout()

/** A backup that this version of the app can open; refuses one of a newer version before anything is moved. */
export function backupToRestore(house: House, file: string): Backup {
  const backup = backupNamed(house, file)
  if (isNewer(house, backup))
    refuse(
      'held',
      'This backup was made by a newer version of the app. Install the newer version, or choose an older backup',
    )
  return backup
}

/** One backup; refuses where there is none of that name. */
export function backupNamed(house: House, file: string): Backup {
  return (
    describedBackups(house.paths.backups).find((one) => one.file === file) ??
    refuse('not-found', 'This backup is not there any more. Open the list again')
  )
}

/** Makes a backup now and checks it. */
export async function backUpNow(ctx: ReadContext) {
  note(ctx, 'back-up', '')
  return shownBackup(await makeBackup(ctx.house.store(), 'asked', ctx.house.backupOptions()))
}

/** The drill: restores a backup beside the records, compares it, removes it. The result is kept in the audit. */
export async function proveBackup(ctx: ReadContext, file: string) {
  backupNamed(ctx.house, file)
  const { paths, clock } = ctx.house
  // The unit may be closed, and its key wiped, before the drill is over.
  const key = copyDataKey(ctx.house.dataKey())
  try {
    const { backup, ...found } = await drill(paths, key, clock, file)
    note(ctx, 'prove-backup', file, found)
    return { ...shownBackup(backup), ...found }
  } catch (error) {
    note(ctx, 'prove-backup-failed', file)
    throw error
  } finally {
    wipeDataKey(key)
  }
}

/** What was recorded after a backup, and would be lost by restoring it. */
export const lossBy = (ctx: ReadContext, file: string) =>
  lossOf(ctx.house.store().raw, backupNamed(ctx.house, file))

function note(ctx: ReadContext, action: string, file: string, payload?: JsonObject): void {
  if (!ctx.house.isOpen()) return
  ctx.house.writeAs(ctx.actor, ctx.unitId, { quiet: true })(() => ({
    value: null,
    audit: [{ action, entity: 'store', entityId: file, ...(payload ? { payload } : {}) }],
  }))
}
