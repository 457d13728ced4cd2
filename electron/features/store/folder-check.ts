import { accessSync, constants, realpathSync, statSync } from 'node:fs'
import { isAbsolute, relative } from 'node:path'
import { refuseField } from '#domain/shared/failure.ts'

/** What is said of a folder that cannot be used, each with how to mend it. */
export interface FolderWords {
  notWhole: string
  notThere: string
  inside: string
}

/** Refuses a folder that the app cannot write to, and one within the folder of the records. */
export function checkOutsideFolder(own: string, folder: string, words: FolderWords): void {
  if (!isAbsolute(folder)) refuseField('folder', words.notWhole)
  if (!canWrite(folder)) refuseField('folder', words.notThere)
  const way = relative(realpathSync(own), realpathSync(folder))
  if (way === '' || (!way.startsWith('..') && !isAbsolute(way))) refuseField('folder', words.inside)
}

/** True for a folder that is there and may be written to. */
export function canWrite(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK)
    return statSync(folder).isDirectory()
  } catch {
    return false
  }
}
