import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** One native file as packaging listed it (build/package/stage.ts). */
export interface NativeFile {
  /** From the app's own folder, with forward slashes. */
  path: string
  sha256: string
}

/**
 * Native files lie outside the archive whose hash the engine checks, so the app checks them by the list
 * inside the archive, before anything loads one. Promise: the paths that are missing or not as packaged.
 */
export function changedNatives(appFolder: string, listed: readonly NativeFile[]): string[] {
  return listed.filter(({ path, sha256 }) => hashOf(join(appFolder, path)) !== sha256).map(pathOf)
}

const pathOf = ({ path }: NativeFile) => path

function hashOf(file: string): string | undefined {
  try {
    return createHash('sha256').update(readFileSync(file)).digest('hex')
  } catch {
    return undefined
  }
}
