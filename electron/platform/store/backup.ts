import { createHmac } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import type { Instant } from '#domain/shared/time.ts'
import type { Clock } from '../clock.ts'
import { appVersion } from './app-version.ts'
import { copyAttachmentSteps } from './backup-attachments.ts'
import { atOnce, type Contents, checkCopySteps, contentsOf, inSteps } from './backup-check.ts'
import { assertRoom, copyAtOnce, copyInSteps, copyToSecondPlace, hashSteps } from './backup-copy.ts'
import { superfluous } from './backup-keep.ts'
import {
  type Backup,
  type BackupReason,
  describedBackups,
  keysName,
  listBackups,
  manifestName,
} from './backup-list.ts'
import { canonical } from './canonical.ts'
import { copyDataKey, type DataKey, derivedKey, wipeDataKey } from './data-key.ts'
import { replaceFile, syncFile, syncFolder } from './durable-file.ts'
import { usableKeyFile } from './key-file.ts'
import type { StorePaths } from './paths.ts'
import { problemOf, StoreProblem } from './problem.ts'
import type { Store } from './store.ts'

export interface BackupOptions {
  /** A second place, on another disk or a trust share: closed files are copied there. */
  secondFolder?: string
}

/**
 * Makes a backup of the open store while writes go on, reopens it, checks it, and only then gives it its
 * name (reliability.md 4.5). Removes what need not be kept. Throws a `StoreProblem`; a second place that
 * cannot be reached is a notice, not a failure.
 */
export async function makeBackup(
  store: Store,
  reason: BackupReason,
  options: BackupOptions = {},
): Promise<Backup> {
  try {
    return await backUp(store, reason, options)
  } catch (error) {
    throw problemOf(error) ?? error
  }
}

async function backUp(store: Store, reason: BackupReason, options: BackupOptions): Promise<Backup> {
  const { paths, clock } = store
  const folder = prepareFolder(paths)
  // The store may be closed, and its key wiped, before the copy has been checked.
  const key = copyDataKey(store.key)
  try {
    assertRoom(folder, 2 * statSync(paths.database).size)
    const attachments = await inSteps(copyAttachmentSteps(store.attachments, folder, key))
    const at = clock.now()
    const partial = join(folder, `mbu-${stamp(at)}.partial`)
    const shown: { contents?: Contents } = {}
    await copyInSteps(store, partial, () => {
      shown.contents = contentsOf(store.raw)
    })
    if (!shown.contents) throw new Error('The copy was not begun')
    const made = { partial, paths, key, reason, at, contents: shown.contents, attachments, clock }
    const backup = await inSteps(finishSteps(made))
    if (options.secondFolder) await toSecondPlace(store, backup, options.secondFolder)
    tidy(folder, options.secondFolder)
    return backup
  } finally {
    wipeDataKey(key)
  }
}

/** Makes a verified backup at once, while a database is being opened and nobody writes. */
export function backUpBeforeMigrating(
  raw: Database.Database,
  paths: StorePaths,
  key: DataKey,
  clock: Clock,
): Backup {
  const folder = prepareFolder(paths)
  // The migration needs room for a second copy of what it rebuilds, beside this one.
  assertRoom(folder, 3 * statSync(paths.database).size)
  const at = clock.now()
  const partial = join(folder, `mbu-${stamp(at)}.partial`)
  const contents = contentsOf(raw)
  copyAtOnce(raw, partial)
  // What is attached is not touched by a migration and is in the last hourly backup.
  const attachments = listBackups(folder)[0]?.attachments ?? 0
  const made = {
    partial,
    paths,
    key,
    reason: 'before-migration' as const,
    at,
    contents,
    attachments,
    clock,
  }
  const backup = atOnce(finishSteps(made))
  tidy(folder)
  return backup
}

function prepareFolder({ backups }: StorePaths): string {
  mkdirSync(backups, { recursive: true, mode: 0o700 })
  for (const name of readdirSync(backups))
    if (/^mbu-.*\.partial(-journal|-wal)?$/.test(name)) rmSync(join(backups, name))
  return backups
}

const stamp = (at: Instant) => at.replaceAll(/[-:.]/g, '')

interface Made {
  partial: string
  paths: StorePaths
  key: DataKey
  reason: BackupReason
  at: Instant
  contents: Contents
  attachments: number
  clock: Clock
}

/** Checks a copy and gives it its name. The manifest comes last: without one there is no backup. */
function* finishSteps(made: Made): Generator<unknown, Backup, void> {
  const { partial, paths, key, reason, at, contents, attachments, clock } = made
  yield* checkCopySteps(partial, key, contents)
  syncFile(partial)
  const { head, rows, layout } = contents
  const file = `mbu-${stamp(at)}-${head.seq}-${head.mac.slice(0, 8)}.mbu`
  const sha256 = yield* hashSteps(partial)
  const backup: Backup = {
    file,
    at,
    reason,
    bytes: statSync(partial).size,
    sha256,
    seq: head.seq,
    head: head.mac,
    rows,
    layout,
    appVersion,
    attachments,
    verifiedAt: clock.now(),
  }
  // A backup that no password opens is no backup.
  replaceFile(join(paths.backups, keysName(file)), usableKeyFile(paths))
  renameSync(partial, join(paths.backups, file))
  syncFolder(paths.backups)
  replaceFile(join(paths.backups, manifestName(file)), manifestText(backup, key))
  return backup
}

const manifestText = (backup: Backup, key: DataKey) =>
  `${JSON.stringify({ ...backup, mac: manifestMac(backup, key) }, null, 2)}\n`

function manifestMac(
  { file, sha256, bytes, head, seq, layout, rows, attachments }: Backup,
  key: DataKey,
) {
  const macKey = derivedKey(key, 'backup v1')
  const fields = ['backup v1', file, sha256, bytes, head, seq, layout, rows, attachments]
  const mac = createHmac('sha256', macKey).update(canonical(fields)).digest('hex')
  macKey.fill(0)
  return mac
}

/**
 * Checks a backup again from the beginning: its manifest, its bytes, every page, every count, its chain.
 * In steps. Throws a `StoreProblem` that says what is wrong.
 */
export async function verifyBackup(paths: StorePaths, key: DataKey, file: string): Promise<Backup> {
  try {
    return await inSteps(verifySteps(paths.backups, key, file))
  } catch (error) {
    throw problemOf(error) ?? error
  }
}

export function* verifySteps(
  folder: string,
  key: DataKey,
  file: string,
): Generator<unknown, Backup, void> {
  const backup = describedBackups(folder).find((one) => one.file === file)
  if (!backup)
    throw new StoreProblem(
      'missing',
      'This backup is not there, or was never finished. Choose another one.',
    )
  const path = join(folder, file)
  if (manifestMac(backup, key) !== (backup as Backup & { mac?: unknown }).mac)
    throw new StoreProblem(
      'damaged',
      'The description of this backup was changed, or it belongs to another unit. Choose another one.',
    )
  if (!existsSync(path) || (yield* hashSteps(path)) !== backup.sha256)
    throw new StoreProblem('damaged', 'The file of this backup is damaged. Choose another one.')
  const { seq, head, rows, layout } = backup
  yield* checkCopySteps(path, key, { head: { seq, mac: head }, rows, layout }, { readonly: true })
  return backup
}

/**
 * Copies the newest backup to the second place where it is not there yet, as after a disk was unplugged.
 * A place that cannot be reached is left for the next time.
 */
export async function catchUpSecondPlace(paths: StorePaths, second: string): Promise<void> {
  const newest = listBackups(paths.backups)[0]
  if (!newest || !existsSync(second)) return
  if (listBackups(second).some(({ file }) => file === newest.file)) return
  await copyToSecondPlace(paths.backups, newest, second)
}

async function toSecondPlace(store: Store, backup: Backup, second: string): Promise<void> {
  try {
    await copyToSecondPlace(store.paths.backups, backup, second)
  } catch {
    store.notice(
      'backup',
      'The backup was made on this computer, but its copy in the second place was not. Check that the second disk or share is connected.',
    )
  }
}

/** Removes what need not be kept, here and of the same names in the second place, which others may use too. */
function tidy(folder: string, second?: string): void {
  for (const { file } of superfluous(listBackups(folder)))
    for (const name of [manifestName(file), file, keysName(file)]) {
      rmSync(join(folder, name), { force: true })
      if (second !== undefined) removeThere(join(second, name))
    }
}

function removeThere(path: string): void {
  try {
    rmSync(path, { force: true })
  } catch {
    // A share that is not there keeps one backup too many.
  }
}
