import { copyFileSync, existsSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Clock } from '../clock.ts'
import { createAnchors } from './anchors.ts'
import { createAttachments, openAttachments } from './attachments.ts'
import { chainHead, verifyChain } from './audit.ts'
import { verifySteps } from './backup.ts'
import { attachmentsBackup } from './backup-attachments.ts'
import { atOnce, checkCopySteps } from './backup-check.ts'
import { assertRoom } from './backup-copy.ts'
import { type Backup, keysName } from './backup-list.ts'
import { type DataKey, derivedKey } from './data-key.ts'
import { replaceFile, syncFile, syncFolder } from './durable-file.ts'
import { checkThere, openEncrypted, recordsId } from './encrypted-file.ts'
import { earlierThatFits, fits, generations, readKeyFile } from './key-file.ts'
import type { StorePaths } from './paths.ts'
import { problemOf, StoreProblem } from './problem.ts'

export { type Loss, lossOf, lossWithoutOpening } from './loss.ts'

export interface Restored {
  backup: Backup
  /** File names under which what was there before is kept. */
  setAside: string[]
}

/**
 * Puts a backup in the place of the database; the store must be closed. The backup is verified, copied to a
 * new file and verified there before anything is moved; what was there is renamed to .replaced-<time> and
 * never removed. A crash on the way loses nothing: restoring again finishes it. The caller opens the store
 * and audits the act. Throws a `StoreProblem` with nothing changed.
 */
export function restoreBackup(
  paths: StorePaths,
  key: DataKey,
  clock: Clock,
  file: string,
): Restored {
  try {
    return putBack(paths, key, clock, file)
  } catch (error) {
    throw problemOf(error) ?? error
  }
}

function putBack(paths: StorePaths, key: DataKey, clock: Clock, file: string): Restored {
  assertClosed(paths, key)
  const backup = atOnce(verifySteps(paths.backups, key, file))
  const source = join(paths.backups, file)
  assertRoom(paths.folder, 2 * statSync(source).size)
  const restoring = `${paths.database}.restoring`
  copyFileSync(source, restoring)
  syncFile(restoring)
  const { seq, head: mac, rows, layout } = backup
  atOnce(checkCopySteps(restoring, key, { head: { seq, mac }, rows, layout }))
  const attachments = attachmentsToUse(paths, key, backup)
  const aside = asider(clock)
  for (const tail of ['', '-wal', '-shm', '-journal']) aside.move(paths.database + tail)
  renameSync(restoring, paths.database)
  aside.move(paths.anchors)
  withAnchorKey(key, (anchorKey) =>
    createAnchors(paths.anchors, anchorKey, { seq, mac }, clock.now()),
  )
  if (attachments !== 'keep') {
    for (const tail of ['', '-wal', '-shm']) aside.move(paths.attachments + tail)
    if (attachments === 'none') makeEmptyAttachments(paths, key)
    else copyFileSync(attachments, paths.attachments)
    syncFile(paths.attachments)
  }
  syncFolder(paths.folder)
  return { backup, setAside: aside.names }
}

/** Refuses while this or another process holds the database; one that cannot be opened is held by nobody. */
function assertClosed(paths: StorePaths, key: DataKey): void {
  try {
    openRecords(paths, key).close()
  } catch (error) {
    const problem = problemOf(error)
    if (!problem || problem.fault.state === 'busy') throw problem ?? error
  }
}

const openRecords = (paths: StorePaths, key: DataKey) =>
  openEncrypted({
    path: paths.database,
    what: 'records',
    key,
    applicationId: recordsId,
    busyTimeoutMs: 1000,
    warn: () => undefined,
  })

/** The attachments in place if they are whole, since none is ever removed; else those of the backups. */
function attachmentsToUse(
  paths: StorePaths,
  key: DataKey,
  backup: Backup,
): 'keep' | 'none' | string {
  const options = { path: paths.attachments, key, busyTimeoutMs: 1000, warn: () => undefined }
  try {
    const there = openAttachments(options)
    try {
      const whole = there.raw.pragma('quick_check(1)', { simple: true }) === 'ok'
      const enough =
        backup.attachments === 0 || there.listAfter(backup.attachments - 1, 1).length > 0
      if (whole && enough) return 'keep'
    } finally {
      there.close()
    }
  } catch (error) {
    if (!problemOf(error)) throw error
  }
  const kept = attachmentsBackup(paths.backups)
  if (existsSync(kept)) return kept
  if (backup.attachments === 0) return 'none'
  throw new StoreProblem(
    'missing',
    'The attachments of this backup are neither in the records folder nor beside the backups. Put the file attachments.mbu of the second place into the backups folder and restore again.',
  )
}

function makeEmptyAttachments(paths: StorePaths, key: DataKey): void {
  createAttachments({
    path: paths.attachments,
    key,
    busyTimeoutMs: 1000,
    warn: () => undefined,
  }).close()
}

function asider(clock: Clock): { names: string[]; move(path: string): void } {
  const stamp = clock.now().replaceAll(/[-:.]/g, '')
  const names: string[] = []
  return {
    names,
    move(path) {
      if (!existsSync(path)) return
      let target = `${path}.replaced-${stamp}`
      while (existsSync(target)) target += '-again'
      renameSync(path, target)
      names.push(target)
    },
  }
}

function withAnchorKey(key: DataKey, act: (anchorKey: Buffer) => void): void {
  const anchorKey = derivedKey(key, 'anchor v1')
  try {
    act(anchorKey)
  } finally {
    anchorKey.fill(0)
  }
}

/**
 * Puts a key file in place of one that is missing, damaged or of another unit: a backup's copy, or without a
 * backup the newest earlier generation that belongs to the records. Needs no key, because only its own
 * passwords open what is in it. Refuses while the key file is good, unless a right password showed that it was
 * changed, and one that is not of these records. The store must be closed.
 */
export function restoreKeyFile(
  paths: StorePaths,
  clock: Clock,
  { file, tampered = false }: { file?: string | undefined; tampered?: boolean } = {},
): void {
  const beginning = beginningOf(paths.database)
  if (!tampered && keyFileIsGood(paths, beginning))
    throw new StoreProblem('exists', 'The key file is whole; it was left as it is.')
  const copy =
    file === undefined ? earlierThatFits(paths, beginning) : join(paths.backups, keysName(file))
  if (copy === undefined)
    throw new StoreProblem(
      'keys-missing',
      'No earlier key file of these records is in the folder. Choose a backup instead.',
    )
  if (!fits(readKeyFile({ keys: copy }), beginning))
    throw new StoreProblem(
      'keys-tampered',
      'The key file of this backup does not belong to these records. Choose another backup.',
    )
  const text = readFileSync(copy)
  const aside = asider(clock)
  for (const path of generations(paths.keys)) aside.move(path)
  replaceFile(paths.keys, text)
  rmSync(paths.unfinished, { force: true })
}

/** How the records begin, where they are there to be read. */
function beginningOf(database: string): Buffer | undefined {
  try {
    return checkThere(database, 'records')
  } catch {
    return undefined
  }
}

function keyFileIsGood(paths: StorePaths, beginning: Buffer | undefined): boolean {
  try {
    return fits(readKeyFile(paths), beginning)
  } catch {
    return false
  }
}

/**
 * Accepts the database as it is although its anchors do not match: after somebody responsible has looked at
 * it. The whole chain must hold. The old anchors are kept. The caller opens the store and audits the act.
 */
export function renewAnchors(paths: StorePaths, key: DataKey, clock: Clock): void {
  const raw = openRecords(paths, key)
  const auditKey = derivedKey(key, 'audit v1')
  try {
    const { fault } = verifyChain(raw, auditKey)
    if (fault)
      throw new StoreProblem(
        'damaged',
        `Entry ${fault.seq} of the audit does not hold, so the records cannot be accepted as they are. Restore a backup.`,
      )
    asider(clock).move(paths.anchors)
    const head = chainHead(raw)
    withAnchorKey(key, (anchorKey) => createAnchors(paths.anchors, anchorKey, head, clock.now()))
  } finally {
    auditKey.fill(0)
    raw.close()
  }
}
