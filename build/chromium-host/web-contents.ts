import { EventEmitter } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { WebContents, WebFrameMain, WindowOpenHandlerResponse } from 'electron'
import type { Page, Request } from 'playwright-core'
import { toApp, toChromium } from './address.ts'
import { invoke } from './ipc-main.ts'
import { openPreloadWorld, type PreloadWorld } from './preload-world.ts'
import { settings } from './settings.ts'
import { standIn } from './stand-in.ts'

/** One page with the part of Electron's WebContents that the app uses. */
export interface HostContents {
  contents: WebContents
  /** Resolves when the page is there and its preload in place. */
  ready: Promise<void>
  load(address: string): Promise<void>
  /** Judges a navigation that Chromium is about to make in this page; true when it may go on. */
  mayNavigate(request: Request): boolean
  /** Undefined until the browser has made it. */
  page(): Page | undefined
}

const all = new Map<number, HostContents>()
let lastId = 0

/** `webContents.fromId` and the like. */
export function contentsById(id: number): WebContents | undefined {
  return all.get(id)?.contents
}

/** The page that a request comes from, or undefined for a page that is none of ours. */
export function hostOf(page: Page): HostContents | undefined {
  return [...all.values()].find((host) => host.page() === page)
}

/** The page of the first window that is there. */
export function pageInFront(): Page | undefined {
  return [...all.values()].map((host) => host.page()).find((page) => page !== undefined)
}

/** Wraps a page that is still being made. */
export function makeContents(pending: Promise<Page>, preload: string | undefined): HostContents {
  const emitter = new EventEmitter()
  lastId += 1
  const id = lastId
  let page: Page | undefined
  let world: PreloadWorld | undefined
  /** The address that the app itself asked for; any other navigation is the page's own doing. */
  let asked: string | undefined

  const mainFrame = standIn<WebFrameMain>('WebFrameMain', {
    get url() {
      return page ? toApp(page.url()) : ''
    },
    parent: null,
  })

  const contents = standIn<WebContents>(
    'WebContents',
    {
      id,
      get mainFrame() {
        return mainFrame
      },
      getURL: () => mainFrame.url,
      isDestroyed: () => page?.isClosed() ?? false,
      send: (channel, ...args) => world?.send(channel, args),
      reload: () => {
        asked = page?.url()
        void page?.reload().catch(() => {})
      },
      setWindowOpenHandler: (handler) => {
        // Chromium is started so that no page can open a window at all; no answer could allow one.
        const answer: WindowOpenHandlerResponse = handler({
          url: 'about:blank',
          frameName: '',
          features: '',
          disposition: 'new-window',
          referrer: { url: '', policy: 'no-referrer' },
        })
        if (answer.action !== 'deny') throw new Error('The Chromium host opens no further windows')
      },
      print: (_options, done) => {
        void print(page).then((failure) => done?.(failure === undefined, failure ?? ''))
      },
    },
    emitter,
  )

  async function prepare(): Promise<void> {
    page = await pending
    if (preload) world = await openPreloadWorld(page, preload, onInvoke)
    page.on('framenavigated', (frame) => {
      if (frame === page?.mainFrame()) emitter.emit('did-navigate', {}, toApp(frame.url()))
    })
    page.on('domcontentloaded', () => emitter.emit('dom-ready', {}))
    page.on('load', () => emitter.emit('did-finish-load', {}))
    page.on('crash', () => emitter.emit('render-process-gone', {}, { reason: 'crashed' }))
    page.on('close', () => {
      all.delete(id)
      emitter.emit('destroyed')
    })
    // The system's own alert boxes are not part of the app.
    page.on('dialog', (dialog) => void dialog.dismiss().catch(() => {}))
  }

  function onInvoke(sent: { channel: string; args: unknown[]; frame: { isMain: boolean } }) {
    const senderFrame = sent.frame.isMain
      ? mainFrame
      : standIn<WebFrameMain>('WebFrameMain', { url: 'about:srcdoc' })
    return invoke(sent.channel, contents, senderFrame, sent.args)
  }

  const host: HostContents = {
    contents,
    ready: prepare(),
    page: () => page,
    load: async (address) => {
      await host.ready
      asked = toChromium(address)
      await page?.goto(asked)
    },
    mayNavigate: (request) => {
      if (!page || request.frame() === page.mainFrame()) {
        const expected = request.url() === asked
        asked = undefined
        if (expected) return true
      }
      let prevented = false
      const details = {
        preventDefault: () => {
          prevented = true
        },
        url: toApp(request.url()),
        isMainFrame: request.frame() === page?.mainFrame(),
        isSameDocument: false,
      }
      if (details.isMainFrame) emitter.emit('will-navigate', details, details.url)
      emitter.emit('will-frame-navigate', details)
      return !prevented
    },
  }
  all.set(id, host)
  return host
}

/** With a window: the browser's own print dialog. Without: the page as a file. */
async function print(page: Page | undefined): Promise<string | undefined> {
  if (!page) return 'no page'
  if (!settings.headless) {
    await page.evaluate(() => window.print())
    return undefined
  }
  const bytes = await page.pdf({ printBackground: true, preferCSSPageSize: true })
  mkdirSync(settings.downloads, { recursive: true })
  const file = join(settings.downloads, `print-${Date.now()}.pdf`)
  writeFileSync(file, bytes)
  settings.say(`Printed to ${file}`)
  return undefined
}
