import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Instant } from '#domain/shared/time.ts'

export const backupReasons = [
  'hourly',
  'lock',
  'before-migration',
  'before-update',
  'asked',
] as const
export type BackupReason = (typeof backupReasons)[number]

/** What is known of one backup. Its file exists only once the backup has been reopened and checked. */
export interface Backup {
  /** File name of the database copy: mbu-<utc>-<seq>-<head8>.mbu */
  file: string
  at: Instant
  reason: BackupReason
  bytes: number
  sha256: string
  /** The newest audit entry in it. */
  seq: number
  head: string
  /** Rows in each table. */
  rows: Record<string, number>
  /** Number of migrations that its layout has had. */
  layout: number
  appVersion: string
  /** The newest attachment that belongs to it, by position in the shared attachments file; 0 = none. */
  attachments: number
  verifiedAt: Instant
}

/** Name of the manifest that belongs to a backup's file, and of its copy of the key file. */
export const manifestName = (file: string) => file.replace(/\.mbu$/, '.json')
export const keysName = (file: string) => file.replace(/\.mbu$/, '.keys.json')

const fileName = /^mbu-\d{8}T\d{9}Z-\d+-[0-9a-f]{8}\.mbu$/

/**
 * The backups in a folder, newest first. One that is not as long as its manifest says is none. Reads manifests
 * and sizes alone; `verifyBackup` looks inside.
 */
export const listBackups = (folder: string): Backup[] =>
  describedBackups(folder).filter(({ file, bytes }) => statSync(join(folder, file)).size === bytes)

/** Everything in a folder that has the name and the manifest of a backup, newest first. */
export function describedBackups(folder: string): Backup[] {
  const backups: Backup[] = []
  for (const file of filesIn(folder)) {
    const backup = fileName.test(file) ? readManifest(folder, file) : undefined
    if (backup) backups.push(backup)
  }
  return backups.sort((a, b) => (a.at === b.at ? b.seq - a.seq : a.at < b.at ? 1 : -1))
}

/** The newest backup, or undefined. */
export const newestBackup = (folder: string): Backup | undefined => listBackups(folder)[0]

/** What cannot be listed, such as a file in the place of the folder, holds no backup. */
function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

function readManifest(folder: string, file: string): Backup | undefined {
  try {
    const parsed = JSON.parse(readFileSync(join(folder, manifestName(file)), 'utf8')) as Backup
    return parsed.file === file && typeof parsed.at === 'string' ? parsed : undefined
  } catch {
    // No manifest, or half of one: the backup was never finished.
    return undefined
  }
}
