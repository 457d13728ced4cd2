import { accessSync, constants, realpathSync, statSync } from 'node:fs'
import { isAbsolute, relative } from 'node:path'
import { refuseField } from '#domain/shared/failure.ts'
import type { ReadContext, SignedContext } from '../../platform/serve.ts'
import { listBackups } from '../../platform/store/backup-list.ts'
import { secondBackupFolder } from '../stays/queries.ts'
import { setSecondBackupFolder } from '../stays/unit-service.ts'
import { shownBackup } from './backups.ts'

/** The folder of the copies, whether it can be reached now, and the newest backup in it. */
export function secondPlace({ db }: Pick<ReadContext, 'db'>) {
  const folder = secondBackupFolder(db)
  if (folder === null) return null
  const reached = canWrite(folder)
  const newest = reached ? listBackups(folder)[0] : undefined
  return { folder, reached, newest: newest ? shownBackup(newest) : null }
}

/** Names the folder that gets a copy of each backup, or none. The next backup goes there. */
export function nameSecondPlace(
  ctx: SignedContext,
  input: { folder?: string | undefined; reason: string },
) {
  const folder = input.folder ?? null
  if (folder !== null) checkFolder(ctx.house.paths.folder, folder)
  return ctx.write((tx) => {
    const { id, version } = setSecondBackupFolder(tx, folder, input.reason)
    return {
      value: null,
      audit: [
        {
          action: folder === null ? 'forget-second-place' : 'name-second-place',
          entity: 'unit',
          entityId: id,
          entityVersion: version,
          reason: input.reason,
        },
      ],
    }
  })
}

function checkFolder(own: string, folder: string): void {
  if (!isAbsolute(folder))
    refuseField(
      'folder',
      'Enter the whole path of the folder, such as E:\\Backups or /media/backup',
    )
  if (!canWrite(folder))
    refuseField(
      'folder',
      'This folder is not there, or the app may not write to it. Connect the disk or the share, make the folder, and try again',
    )
  const way = relative(realpathSync(own), realpathSync(folder))
  if (way === '' || (!way.startsWith('..') && !isAbsolute(way)))
    refuseField(
      'folder',
      'This folder is inside the records folder: what loses the one loses the other. Choose another disk or a share',
    )
}

function canWrite(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK)
    return statSync(folder).isDirectory()
  } catch {
    return false
  }
}
