import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { AttachmentFile } from './attachments.ts'
import { createAttachments, openAttachments } from './attachments.ts'
import type { DataKey } from './data-key.ts'

/** The one attachments file of a folder of backups: every backup's attachments, since none is ever removed. */
export const attachmentsBackup = (folder: string) => join(folder, 'attachments.mbu')

const noWarning = () => undefined

/**
 * Adds to the backup's attachments file what it has not yet, one attachment a step (decision 9). The hash
 * of each is computed again on the way. Returns the position of the newest.
 */
export function* copyAttachmentSteps(
  live: AttachmentFile,
  folder: string,
  key: DataKey,
): Generator<void, number, void> {
  const path = attachmentsBackup(folder)
  const options = { path, key, busyTimeoutMs: 5000, warn: noWarning }
  const copy = existsSync(path) ? openAttachments(options) : createAttachments(options)
  try {
    let position = 0
    for (;;) {
      const [next] = live.listAfter(position, 1)
      if (!next) return position
      if (!copy.has(next.sha256)) copy.put(live.get(next.sha256) ?? [])
      position = next.position
      yield
    }
  } finally {
    copy.close()
  }
}
