import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { WebContents } from 'electron'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { chooseFolder, openFile, safeFileName, saveFile } from '../../../electron/platform/files.ts'

const { dialog } = vi.hoisted(() => ({
  dialog: { showSaveDialog: vi.fn(), showOpenDialog: vi.fn() },
}))
vi.mock('electron', () => ({ dialog, BrowserWindow: { fromWebContents: () => null } }))

const page = {} as WebContents

describe('A proposed file name', () => {
  test.each([
    ['Quality visit 2026 Q1.pdf', 'Quality visit 2026 Q1.pdf'],
    ['../../etc/passwd', '-..-etc-passwd'],
    ['C:\\Windows\\win.ini', 'C--Windows-win.ini'],
    ['report\u202efdp.exe', 'report-fdp.exe'],
    ['a\u0000b.pdf', 'a-b.pdf'],
    ['.hidden', 'hidden'],
    ['', 'file'],
    ['   .pdf', 'pdf'],
    [`${'x'.repeat(500)}.pdf`, `${'x'.repeat(120)}.pdf`],
  ])('%j becomes %j', (proposed, safe) => {
    expect(safeFileName(proposed)).toBe(safe)
  })
})

describe('Files', () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'mbu-files-'))
  })
  beforeEach(() => vi.resetAllMocks())
  afterAll(() => rmSync(folder, { recursive: true }))

  test('are saved where the person says, readable by that person alone', async () => {
    const path = join(folder, 'report.pdf')
    dialog.showSaveDialog.mockResolvedValue({ canceled: false, filePath: path })
    await expect(saveFile(page, 'report.pdf', new Uint8Array([1, 2, 3]))).resolves.toBe('saved')
    expect([...readFileSync(path)]).toEqual([1, 2, 3])
    if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600)
  })

  test('are not saved when the person cancels', async () => {
    dialog.showSaveDialog.mockResolvedValue({ canceled: true, filePath: '' })
    await expect(saveFile(page, 'report.pdf', new Uint8Array())).resolves.toBe('cancelled')
  })

  test('leave no trace in the list of recent documents', async () => {
    dialog.showSaveDialog.mockResolvedValue({ canceled: true, filePath: '' })
    await saveFile(page, 'report.pdf', new Uint8Array())
    expect(dialog.showSaveDialog.mock.calls[0]?.[0].properties).toContain('dontAddToRecent')
  })

  test('are opened as a name and content, never as a place', async () => {
    writeFileSync(join(folder, 'order.pdf'), 'an order')
    dialog.showOpenDialog.mockResolvedValue({
      canceled: false,
      filePaths: [join(folder, 'order.pdf')],
    })
    const chosen = await openFile(page, ['pdf'])
    expect(chosen).toEqual({ name: 'order.pdf', bytes: new TextEncoder().encode('an order') })
  })

  test('are not opened when the person cancels', async () => {
    dialog.showOpenDialog.mockResolvedValue({ canceled: true, filePaths: [] })
    await expect(openFile(page, ['pdf'])).resolves.toBeNull()
  })

  test('are refused when they are too large for the store', async () => {
    const path = join(folder, 'film.mp4')
    writeFileSync(path, new Uint8Array(32_000_001))
    dialog.showOpenDialog.mockResolvedValue({ canceled: false, filePaths: [path] })
    await expect(openFile(page, [])).rejects.toThrow('file-too-large')
  })
})

describe('a folder', () => {
  test('is given by its path alone, and nothing where the person cancels', async () => {
    dialog.showOpenDialog.mockResolvedValueOnce({ canceled: false, filePaths: ['/media/backup'] })
    await expect(chooseFolder(page)).resolves.toBe('/media/backup')
    expect(dialog.showOpenDialog.mock.calls.at(-1)?.[0].properties).toContain('openDirectory')
    dialog.showOpenDialog.mockResolvedValueOnce({ canceled: true, filePaths: [] })
    await expect(chooseFolder(page)).resolves.toBeNull()
  })
})
