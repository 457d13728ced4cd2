import { existsSync, mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { basename, extname, join } from 'node:path'
import type {
  Dialog,
  OpenDialogOptions,
  OpenDialogReturnValue,
  SaveDialogOptions,
  SaveDialogReturnValue,
} from 'electron'
import { chooseInPage } from './choose-in-page.ts'
import { dialogAnswers, settings } from './settings.ts'
import { standIn } from './stand-in.ts'

/** There is no system dialog here: what is saved goes to a folder, under a name not yet taken. */
function freePlace(name: string): string {
  const folder = settings.headless ? settings.downloads : join(homedir(), 'Downloads')
  mkdirSync(folder, { recursive: true })
  const ending = extname(name)
  const stem = basename(name, ending)
  for (let count = 1; ; count += 1) {
    const path = join(folder, count === 1 ? `${stem}${ending}` : `${stem} (${count})${ending}`)
    if (!existsSync(path)) return path
  }
}

async function showSaveDialog(...args: unknown[]): Promise<SaveDialogReturnValue> {
  const options = args.at(-1) as SaveDialogOptions
  if (dialogAnswers.save.length > 0) {
    const path = dialogAnswers.save.shift() ?? null
    return { canceled: path === null, filePath: path ?? '' }
  }
  const filePath = freePlace(options.defaultPath ?? 'file')
  settings.say(`Saved to ${filePath}`)
  return { canceled: false, filePath }
}

async function showOpenDialog(...args: unknown[]): Promise<OpenDialogReturnValue> {
  const options = args.at(-1) as OpenDialogOptions
  const path =
    dialogAnswers.open.length > 0
      ? (dialogAnswers.open.shift() ?? null)
      : options.properties?.includes('openDirectory')
        ? null // A page cannot name a folder: there the path is typed.
        : await chooseInPage(options.filters?.flatMap((filter) => filter.extensions) ?? [])
  return { canceled: path === null, filePaths: path === null ? [] : [path] }
}

export const dialog = standIn<Dialog>('dialog', { showSaveDialog, showOpenDialog })
