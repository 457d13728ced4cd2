import { readFile, stat, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { BrowserWindow, dialog, type WebContents } from 'electron'

/** What a page gets of a file that a person chose: its name and content, never where it lies. */
export interface ChosenFile {
  name: string
  bytes: Uint8Array
}

/** The most that is saved at once: the sealed pack of a year, with every record behind its figures. */
export const LARGEST_FILE = 209_715_200

/** The most that is taken in: an attachment (decision 9). More is refused before it is read. */
const LARGEST_TAKEN_IN = 26_214_400

/** A sealed pack alone may be larger: it is verified and not kept. */
const LARGEST_PACK = 209_715_200

/** Room for the folder in front of it, within what the oldest of the systems allows a path. */
const LONGEST_STEM = 120

/** Characters that one of the systems forbids in a file name, and the ones that hide its true ending. */
const FORBIDDEN = /[<>:"/\\|?*\p{Cc}\p{Cf}]/gu

/**
 * A name that is safe as a proposal on every system. The page proposes it; the person, in the system's
 * own dialog, decides the name and the place.
 */
export function safeFileName(proposed: string): string {
  const name = proposed
    .normalize('NFC')
    .replace(FORBIDDEN, '-')
    .replace(/^[.\s]+/, '')
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(name)?.[0] ?? ''
  const stem = name.slice(0, name.length - ending.length).slice(0, LONGEST_STEM)
  return `${stem.replace(/[. ]+$/, '') || 'file'}${ending}`
}

/** Asks where to save, and saves. */
export async function saveFile(
  contents: WebContents,
  name: string,
  bytes: Uint8Array,
): Promise<'saved' | 'cancelled'> {
  const window = BrowserWindow.fromWebContents(contents)
  const options = {
    defaultPath: safeFileName(name),
    properties: ['showOverwriteConfirmation' as const, 'dontAddToRecent' as const],
  }
  const answer = window
    ? await dialog.showSaveDialog(window, options)
    : await dialog.showSaveDialog(options)
  if (answer.canceled || !answer.filePath) return 'cancelled'
  await writeFile(answer.filePath, bytes, { mode: 0o600 })
  return 'saved'
}

/** Asks for one file of the given endings ('pdf', 'csv') and reads it. Refuses one that is too large. */
export async function openFile(
  contents: WebContents,
  endings: string[],
): Promise<ChosenFile | null> {
  const window = BrowserWindow.fromWebContents(contents)
  const options = {
    properties: ['openFile' as const, 'dontAddToRecent' as const],
    filters: endings.length > 0 ? [{ name: 'Files', extensions: endings }] : [],
  }
  const answer = window
    ? await dialog.showOpenDialog(window, options)
    : await dialog.showOpenDialog(options)
  const path = answer.filePaths[0]
  if (answer.canceled || path === undefined) return null
  const most = endings.join() === 'zip' ? LARGEST_PACK : LARGEST_TAKEN_IN
  if ((await stat(path)).size > most) throw new Error('file-too-large')
  return { name: basename(path), bytes: new Uint8Array(await readFile(path)) }
}

/** Asks for a folder, as for the second place of the backups. Nothing of what is in it is read. */
export async function chooseFolder(contents: WebContents): Promise<string | null> {
  const window = BrowserWindow.fromWebContents(contents)
  const options = {
    properties: ['openDirectory' as const, 'createDirectory' as const, 'dontAddToRecent' as const],
  }
  const answer = window
    ? await dialog.showOpenDialog(window, options)
    : await dialog.showOpenDialog(options)
  return answer.canceled ? null : (answer.filePaths[0] ?? null)
}
