import type { ReadContext, SignedContext } from '../../platform/serve.ts'
import { listBackups } from '../../platform/store/backup-list.ts'
import { secondBackupFolder } from '../stays/queries.ts'
import { setSecondBackupFolder } from '../stays/unit-service.ts'
import { shownBackup } from './backups.ts'
import { canWrite, checkOutsideFolder, type FolderWords } from './folder-check.ts'

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
  if (folder !== null) checkOutsideFolder(ctx.house.paths.folder, folder, folderWords)
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

const folderWords: FolderWords = {
  notWhole: 'Enter the whole path of the folder, such as E:\\Backups or /media/backup',
  notThere:
    'This folder is not there, or the app may not write to it. Connect the disk or the share, make the folder, and try again',
  inside:
    'This folder is inside the records folder: what loses the one loses the other. Choose another disk or a share',
}
