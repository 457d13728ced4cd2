import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { CDPSession, Page } from 'playwright-core'
import { receiveBridge } from './page-script.ts'
import { runPreload } from './preload-script.ts'
import { decode, encode } from './wire.ts'

/** What a page's preload asks of the main process. */
export interface Invocation {
  channel: string
  args: unknown[]
  frame: { id: string; isMain: boolean }
}

/** The host's end of the preload's world in one page. */
export interface PreloadWorld {
  /** Sends to the preload of the page that is loaded now; lost when there is none, as in Electron. */
  send(channel: string, args: unknown[]): void
}

const WORLD = 'preload'

/**
 * Runs a preload in an isolated world of every page loaded in the main frame: its own globals and
 * prototypes, the same document, and a function to reach the host that the page's world does not have.
 */
export async function openPreloadWorld(
  page: Page,
  preloadFile: string,
  onInvoke: (invocation: Invocation) => Promise<unknown>,
): Promise<PreloadWorld> {
  const session = await page.context().newCDPSession(page)
  const binding = `host${randomBytes(8).toString('hex')}`
  const secret = randomBytes(16).toString('hex')
  const worlds = new Map<number, { id: string; isMain: boolean }>()
  const mainFrameId = (await session.send('Page.getFrameTree')).frameTree.frame.id

  session.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.name !== WORLD) return
    const id = String(context.auxData?.frameId ?? '')
    worlds.set(context.id, { id, isMain: id === mainFrameId })
  })
  session.on('Runtime.executionContextDestroyed', (gone) => worlds.delete(gone.executionContextId))
  session.on('Runtime.executionContextsCleared', () => worlds.clear())
  session.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
    const frame = worlds.get(executionContextId)
    if (name !== binding || !frame) return
    void answer(session, executionContextId, frame, payload, onInvoke)
  })

  await session.send('Runtime.enable')
  await session.send('Runtime.addBinding', { name: binding, executionContextName: WORLD })
  await session.send('Page.enable')
  await addScript(session, `(${receiveBridge})(${JSON.stringify(secret)})`)
  await addScript(
    session,
    `(${runPreload})(${JSON.stringify(secret)}, ${JSON.stringify(binding)},
      (require, module, exports) => { ${readFileSync(preloadFile, 'utf8')}\n })`,
    WORLD,
  )

  return {
    send: (channel, args) => {
      const main = [...worlds].find(([, frame]) => frame.isMain)
      if (main) void tell(session, main[0], 'emit', { channel, args })
    },
  }
}

/** In the main frame's real pages alone: the empty first page and frames within a page have no preload. */
async function addScript(session: CDPSession, script: string, worldName = ''): Promise<void> {
  const source = `if (window === window.top && location.href !== 'about:blank') { ${script} }`
  await session.send('Page.addScriptToEvaluateOnNewDocument', { source, worldName })
}

async function answer(
  session: CDPSession,
  world: number,
  frame: { id: string; isMain: boolean },
  payload: string,
  onInvoke: (invocation: Invocation) => Promise<unknown>,
): Promise<void> {
  const { id, channel, args } = decode(payload) as { id: number; channel: string; args: unknown[] }
  const reply = await onInvoke({ channel, args, frame }).then(
    (value) => ({ id, value }),
    (error: unknown) => ({
      id,
      error: `Error invoking remote method '${channel}': ${String(error)}`,
    }),
  )
  await tell(session, world, 'answer', reply)
}

/** The page may be gone by now; then there is nobody to tell. */
async function tell(
  session: CDPSession,
  world: number,
  what: 'answer' | 'emit',
  content: unknown,
): Promise<void> {
  const expression = `fromHost.${what}(${JSON.stringify(encode(content))})`
  await session.send('Runtime.evaluate', { expression, contextId: world }).catch(() => {})
}
