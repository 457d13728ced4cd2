import { existsSync, readFileSync, rmSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'
import type { House } from '../../../platform/house.ts'
import { replaceFile } from '../../../platform/store/durable-file.ts'

const markPath = (folder: string) => join(folder, 'export.unfinished')

/** Says in the records folder which file is being written outside it, until `forget`: it is not encrypted. */
export function rememberExport(folder: string, begun: string): { forget(): void } {
  replaceFile(markPath(folder), begun)
  return { forget: () => rmSync(markPath(folder), { force: true }) }
}

/**
 * Removes what an export left behind when the app was killed or lost its power in it. Where the file cannot be
 * reached, as on a stick that was drawn out, the mark stays and the next opening tries again.
 */
export function removeLeftBehind({ paths, store, log }: House): void {
  const mark = markPath(paths.folder)
  if (!existsSync(mark)) return
  const begun = readFileSync(mark, 'utf8')
  const isOurs = isAbsolute(begun) && /mbu-everything-[\w-]+\.jsonl\.part$/.test(begun)
  if (isOurs && !existsSync(begun)) {
    store().notice(
      'warning',
      'An export of everything was broken off, and what it left, which is not encrypted, is not where it was. Look for a file that ends with .jsonl.part on the disk or stick that it went to, and delete it.',
    )
    return
  }
  if (isOurs) rmSync(begun)
  rmSync(mark)
  log({ event: 'export-left-behind-removed' })
}
