import { createHash } from 'node:crypto'
import { closeSync, existsSync, openSync, read, readSync, rmSync, statfsSync, write } from 'node:fs'
import { copyFile, open, rename } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import type Database from 'better-sqlite3'
import { attachmentsBackup } from './backup-attachments.ts'
import { inSteps } from './backup-check.ts'
import { type Backup, keysName, manifestName } from './backup-list.ts'
import { syncFile } from './durable-file.ts'
import { StoreProblem } from './problem.ts'
import type { Store } from './store.ts'

const readAsync = promisify(read)
const writeAsync = promisify(write)
const chunkBytes = 1024 * 1024

/** Copies the whole database at once, encrypted under the same key. For times when nobody writes. */
export function copyAtOnce(raw: Database.Database, target: string): void {
  rmSync(target, { force: true })
  raw.prepare('vacuum into ?').run(target)
}

/**
 * Copies the database file as it is at the call, a megabyte at a time, while writes go on: they stay in the
 * log until the copy is done, because nothing is moved into the file meanwhile. `begun` is called at the
 * moment that the copy shows. Throws if the store is closed on the way.
 */
export async function copyInSteps(store: Store, target: string, begun: () => void): Promise<void> {
  const { raw, copySource } = store
  hold(store)
  copySource.retain()
  try {
    begun()
    const bytes = (raw.pragma('page_count', { simple: true }) as number) * 4096
    rmSync(target, { force: true })
    const copy = await open(target, 'wx', 0o600)
    try {
      const buffer = Buffer.alloc(chunkBytes)
      for (let at = 0; at < bytes; ) {
        const wanted = Math.min(chunkBytes, bytes - at)
        const { bytesRead } = await readAsync(copySource.file, buffer, 0, wanted, at)
        if (!raw.open || bytesRead === 0) throw interrupted()
        await writeAll(copy.fd, buffer.subarray(0, bytesRead))
        at += bytesRead
      }
      await copy.sync()
    } finally {
      await copy.close()
    }
    if (!raw.open) throw interrupted()
  } finally {
    copySource.release()
    release(store)
  }
}

const interrupted = () =>
  new StoreProblem(
    'busy',
    'The unit was closed while a backup was being made. It will be made later.',
  )

async function writeAll(file: number, bytes: Buffer): Promise<void> {
  for (let at = 0; at < bytes.length; ) {
    const { bytesWritten } = await writeAsync(file, bytes, at, bytes.length - at)
    at += bytesWritten
  }
}

function hold(store: Store): void {
  const [state] = store.raw.pragma('wal_checkpoint(PASSIVE)') as {
    busy: number
    log: number
    checkpointed: number
  }[]
  if (state?.busy !== 0 || state.log !== state.checkpointed)
    throw new StoreProblem('busy', 'The records file is in use, so no backup could be made now.')
  store.checkpointHolds += 1
  store.raw.pragma('wal_autocheckpoint=0')
}

function release(store: Store): void {
  store.checkpointHolds -= 1
  if (!store.raw.open || store.checkpointHolds > 0) return
  store.raw.pragma('wal_autocheckpoint=100')
  store.raw.pragma('wal_checkpoint(PASSIVE)')
}

/** SHA-256 of a closed file, a megabyte a step. */
export function* hashSteps(path: string): Generator<void, string, void> {
  const hash = createHash('sha256')
  const file = openSync(path, 'r')
  try {
    const buffer = Buffer.alloc(chunkBytes)
    for (;;) {
      const bytes = readSync(file, buffer)
      if (bytes === 0) return hash.digest('hex')
      hash.update(buffer.subarray(0, bytes))
      yield
    }
  } finally {
    closeSync(file)
  }
}

/**
 * Copies a finished backup and its attachments to a second place, the manifest last. Throws where the copy
 * is not the same as the original.
 */
export async function copyToSecondPlace(
  folder: string,
  backup: Backup,
  second: string,
): Promise<void> {
  // Made anew it would lie on this computer's own disk, where the other one used to be.
  if (!existsSync(second)) throw new StoreProblem('missing', 'The second place is not connected.')
  const attachments = basename(attachmentsBackup(folder))
  for (const name of [attachments, backup.file, keysName(backup.file), manifestName(backup.file)]) {
    if (!existsSync(join(folder, name))) continue
    const partial = join(second, `${name}.partial`)
    await copyFile(join(folder, name), partial)
    const hash = await inSteps(hashSteps(partial))
    if (hash !== (await inSteps(hashSteps(join(folder, name)))))
      throw new StoreProblem('damaged', 'The copy in the second place is not the same.')
    syncFile(partial)
    await rename(partial, join(second, name))
  }
}

/** Throws `disk-full` unless the folder's disk has so many bytes free. */
export function assertRoom(folder: string, bytes: number): void {
  const { bavail, bsize } = statfsSync(folder)
  if (bavail * bsize < bytes)
    throw new StoreProblem(
      'disk-full',
      `There is not enough room for a backup on the disk of ${dirname(folder)}. Free some space.`,
    )
}
