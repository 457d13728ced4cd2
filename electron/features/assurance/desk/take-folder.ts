import type { Dirent } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import { isAbsolute, join, relative } from 'node:path'
import { findingText } from '#domain/assurance/pack/findings.ts'
import { Refusal, refuseField } from '#domain/shared/failure.ts'
import { making } from '../../../platform/making.ts'
import type { ReadContext } from '../../../platform/serve.ts'
import { ThreadProblem } from '../../../platform/thread.ts'
import { packOpener } from '../pack/pack-thread.ts'
import { mostPackBytes } from '../pack/service.ts'
import { needDesk } from './place.ts'
import { type OpenPack, takePack } from './take-pack.ts'

/** More packs than 22 units seal in ten years, quarter by quarter, are chosen by mistake. */
const mostFiles = 2_000

/** What became of one file of the folder. */
export interface FileLine {
  file: string
  outcome: 'taken-in' | 'on-the-desk' | 'not-taken-in' | 'not-looked-at'
  /** Why it was not taken in; empty where it was. */
  because: string
  packId: string | null
}

/**
 * Takes in every sealed pack of a folder and of the folders in it, one after another. Each is verified first; one
 * that is not whole, or cannot be read, is a line of the answer and stops none of the others. Where it is stopped,
 * what was taken in by then stays, and the rest says so.
 */
export async function takeFolder(
  ctx: ReadContext,
  { folder }: { folder: string },
): Promise<{ lines: FileLine[]; stopped: boolean }> {
  needDesk(ctx.db)
  const files = await packsIn(folder)
  return making(ctx, 'The list of packs', async ({ signal, said }) => {
    const lines: FileLine[] = []
    // One thread for them all: reading the app's modules anew took longer than verifying a pack.
    const thread = packOpener()
    try {
      for (const path of files) {
        said({ done: lines.length, of: files.length })
        const file = relative(folder, path)
        lines.push(
          signal.aborted
            ? { file, outcome: 'not-looked-at', because: 'Stopped before it', packId: null }
            : { file, ...(await became(ctx, path, thread.open)) },
        )
      }
    } finally {
      thread.close()
    }
    return { lines, stopped: signal.aborted }
  })
}

async function packsIn(folder: string): Promise<string[]> {
  if (!isAbsolute(folder)) refuseField('folder', 'Enter the whole path of the folder')
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(
    (): Dirent[] => refuseField('folder', 'There is no folder there that the app may read'),
  )
  const files = entries
    .filter((entry) => entry.isFile() && /\.zip$/i.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
  if (files.length === 0) refuseField('folder', 'There is no pack (ZIP) in this folder')
  if (files.length > mostFiles)
    refuseField('folder', `There are ${files.length} packs in this folder. Choose it in parts`)
  return files
}

async function became(
  ctx: ReadContext,
  path: string,
  open: OpenPack,
): Promise<Omit<FileLine, 'file'>> {
  try {
    if ((await stat(path)).size > mostPackBytes) return not('It is larger than 200 MB')
    const { check, packId } = await takePack(ctx, new Uint8Array(await readFile(path)), open)
    return packId === null
      ? not(check.findings.map(findingText).join('. ') || 'It is no sealed pack')
      : { outcome: 'taken-in', because: '', packId }
  } catch (error) {
    if (error instanceof Refusal && error.failure.code === 'held')
      return { outcome: 'on-the-desk', because: '', packId: null }
    if (error instanceof Refusal) return not(error.failure.message)
    if (error instanceof ThreadProblem) return not('It could not be opened')
    if ((error as NodeJS.ErrnoException).code === undefined) throw error
    return not('The file could not be read')
  }
}

const not = (because: string) => ({ outcome: 'not-taken-in' as const, because, packId: null })
