import { EventEmitter } from 'node:events'
import type { App, Protocol } from 'electron'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { secureEngine, secureSession, wipeSession } from '../../../electron/platform/security.ts'

const { fromPartition } = vi.hoisted(() => ({ fromPartition: vi.fn() }))
vi.mock('electron', () => ({ session: { fromPartition } }))

type BeforeRequest = (details: { url: string }, answer: (a: { cancel: boolean }) => void) => void

function makeSession() {
  return Object.assign(new EventEmitter(), {
    protocol: { handle: vi.fn() },
    webRequest: { onBeforeRequest: vi.fn() },
    setPermissionRequestHandler: vi.fn(),
    setPermissionCheckHandler: vi.fn(),
    setDevicePermissionHandler: vi.fn(),
    setDisplayMediaRequestHandler: vi.fn(),
    setSpellCheckerEnabled: vi.fn(),
    setSpellCheckerDictionaryDownloadURL: vi.fn(),
    clearStorageData: vi.fn(async () => {}),
    clearCache: vi.fn(async () => {}),
    clearAuthCache: vi.fn(async () => {}),
  })
}

describe('The session', () => {
  let session: ReturnType<typeof makeSession>
  beforeEach(() => {
    session = makeSession()
    fromPartition.mockReset().mockReturnValue(session)
    secureSession(async () => new Response())
  })

  test('keeps nothing on the disk and caches nothing', () => {
    expect(fromPartition).toHaveBeenCalledWith('mbu', { cache: false })
  })

  test.each([
    ['app://mbu/index.html', false],
    ['blob:app://mbu/7c1d', false],
    ['https://example.org/', true],
    ['http://localhost/', true],
    ['ws://127.0.0.1:9222/', true],
    ['file:///etc/passwd', true],
    ['ftp://example.org/', true],
    ['data:text/html,x', true],
    ['blob:https://example.org/1', true],
    ['chrome-extension://abc/x.js', true],
    ['app://other/index.html', true],
  ])('is asked for %s: refused is %s', (url, refused) => {
    const listener = session.webRequest.onBeforeRequest.mock.calls[0]?.[0] as BeforeRequest
    const answer = vi.fn()
    listener({ url }, answer)
    expect(answer).toHaveBeenCalledWith({ cancel: refused })
  })

  test('grants no permission, by asking or by checking', () => {
    const answer = vi.fn()
    session.setPermissionRequestHandler.mock.calls[0]?.[0](null, 'media', answer)
    expect(answer).toHaveBeenCalledWith(false)
    expect(session.setPermissionCheckHandler.mock.calls[0]?.[0]()).toBe(false)
    expect(session.setDevicePermissionHandler.mock.calls[0]?.[0]()).toBe(false)
  })

  test('shares no screen', () => {
    const answer = vi.fn()
    session.setDisplayMediaRequestHandler.mock.calls[0]?.[0]({}, answer)
    expect(answer).toHaveBeenCalledWith({})
  })

  test.each(['will-download', 'select-hid-device', 'select-serial-port', 'select-usb-device'])(
    'refuses %s',
    (name) => {
      const event = { preventDefault: vi.fn() }
      session.emit(name, event)
      expect(event.preventDefault).toHaveBeenCalled()
    },
  )

  test('checks no spelling and fetches no dictionary', () => {
    expect(session.setSpellCheckerEnabled).toHaveBeenCalledWith(false)
    expect(session.setSpellCheckerDictionaryDownloadURL).toHaveBeenCalledWith('app://none/')
  })

  test('is wiped whole', async () => {
    await wipeSession(session as never)
    expect(session.clearStorageData).toHaveBeenCalled()
    expect(session.clearCache).toHaveBeenCalled()
    expect(session.clearAuthCache).toHaveBeenCalled()
  })
})

describe('The engine', () => {
  const app = Object.assign(new EventEmitter(), {
    enableSandbox: vi.fn(),
    commandLine: { removeSwitch: vi.fn() },
  })
  const protocol = { registerSchemesAsPrivileged: vi.fn() }

  test('sandboxes every page and knows our scheme as a secure origin', () => {
    secureEngine(app as unknown as App, protocol as unknown as Protocol)
    expect(app.enableSandbox).toHaveBeenCalled()
    expect(protocol.registerSchemesAsPrivileged).toHaveBeenCalledWith([
      { scheme: 'app', privileges: { standard: true, secure: true } },
    ])
  })

  test('lets no page navigate, frame, open a window or attach a web view', () => {
    const page = Object.assign(new EventEmitter(), { setWindowOpenHandler: vi.fn() })
    app.emit('web-contents-created', {}, page)
    for (const name of [
      'will-navigate',
      'will-redirect',
      'will-frame-navigate',
      'will-attach-webview',
    ]) {
      const event = { preventDefault: vi.fn() }
      page.emit(name, event)
      expect(event.preventDefault, name).toHaveBeenCalled()
    }
    expect(page.setWindowOpenHandler.mock.calls[0]?.[0]()).toEqual({ action: 'deny' })
  })

  test('lets no page choose a Bluetooth device', () => {
    const page = Object.assign(new EventEmitter(), { setWindowOpenHandler: vi.fn() })
    app.emit('web-contents-created', {}, page)
    const event = { preventDefault: vi.fn() }
    const choose = vi.fn()
    page.emit('select-bluetooth-device', event, [], choose)
    expect(event.preventDefault).toHaveBeenCalled()
    expect(choose).toHaveBeenCalledWith('')
  })
})
