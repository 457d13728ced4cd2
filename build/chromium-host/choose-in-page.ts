import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { settings } from './settings.ts'
import { pageInFront } from './web-contents.ts'

/**
 * Lets the browser's own file chooser stand for the system's: its answer is a copy of the file, not its
 * place, so the copy lies in a temporary folder until the host ends. Without a window nobody could
 * choose; then the answer is that the person cancelled. Promise: the path of the copy, or null.
 */
export async function chooseInPage(endings: string[]): Promise<string | null> {
  if (settings.headless) {
    settings.say('A file can be chosen only in a window; this page has none.')
    return null
  }
  const page = pageInFront()
  if (!page) return null
  const cdp = await page.context().newCDPSession(page)
  try {
    const { frameTree } = await cdp.send('Page.getFrameTree')
    const world = { frameId: frameTree.frame.id, worldName: 'file-chooser' }
    const { executionContextId } = await cdp.send('Page.createIsolatedWorld', world)
    const { result } = await cdp.send('Runtime.evaluate', {
      expression: `(${choose})(${JSON.stringify(endings.map((ending) => `.${ending}`).join(','))})`,
      contextId: executionContextId,
      userGesture: true,
      awaitPromise: true,
      returnByValue: true,
    })
    const chosen = result.value as { name: string; base64: string } | null
    return chosen ? keepCopy(chosen.name, Buffer.from(chosen.base64, 'base64')) : null
  } finally {
    await cdp.detach()
  }
}

function keepCopy(name: string, bytes: Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), 'mbu-chosen-'))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  const path = join(folder, basename(name))
  writeFileSync(path, bytes, { mode: 0o600 })
  return path
}

/** Runs in the page, in a world of its own. */
function choose(accept: string): Promise<{ name: string; base64: string } | null> {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = accept
  return new Promise((resolve) => {
    input.addEventListener('cancel', () => resolve(null))
    input.addEventListener('change', () => {
      const file = input.files?.[0]
      if (!file) return resolve(null)
      const reader = new FileReader()
      reader.onload = () => {
        const address = String(reader.result)
        resolve({ name: file.name, base64: address.slice(address.indexOf(',') + 1) })
      }
      reader.onerror = () => resolve(null)
      reader.readAsDataURL(file)
    })
    input.click()
  })
}
