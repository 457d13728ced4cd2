import { EventEmitter } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { addScheme, toApp, toChromium } from '../../build/chromium-host/address.ts'
import { hasDisplay, installedBrowser } from '../../build/chromium-host/installed-browser.ts'
import { isAlive, takeInstanceLock } from '../../build/chromium-host/single-instance.ts'
import { absent, standIn } from '../../build/chromium-host/stand-in.ts'
import { decode, encode } from '../../build/chromium-host/wire.ts'

describe('An address of the app', () => {
  addScheme('app')

  test.each([
    ['app://mbu/index.html', 'https://mbu.app.invalid/index.html'],
    ['app://mbu/assets/a.js?v=1#top', 'https://mbu.app.invalid/assets/a.js?v=1#top'],
  ])('%s is %s to Chromium, and back again', (own, chromium) => {
    expect(toChromium(own)).toBe(chromium)
    expect(toApp(chromium)).toBe(own)
  })

  test('of a blob is the address of its page', () => {
    expect(toApp('blob:https://mbu.app.invalid/1')).toBe('blob:app://mbu/1')
  })

  test.each([
    'https://example.org/',
    'https://mbu.app.invalid.example.org/',
    'http://mbu.app.invalid/',
    'https://mbu.app.invalid:8443/',
    'https://mbu.other.invalid/',
    'about:blank',
    'nonsense',
  ])('is never made of another one: %s', (address) => {
    expect(toApp(address)).toBe(address)
  })

  test('keeps a user name, so that the app can refuse it', () => {
    expect(toApp('https://someone@mbu.app.invalid/')).toBe('app://someone@mbu/')
  })
})

describe('A stand-in for an Electron object', () => {
  test('has what it was given, and its emitter', () => {
    const emitter = new EventEmitter()
    const window = standIn<{ id: number; on: EventEmitter['on'] }>(
      'BrowserWindow',
      { id: 7 },
      emitter,
    )
    let heard = 0
    window.on('closed', () => {
      heard += 1
    })
    emitter.emit('closed')
    expect([window.id, heard]).toEqual([7, 1])
  })

  test('says of everything else that it is not there', () => {
    const app = standIn<{ dock: unknown }>('app', {})
    expect(() => app.dock).toThrow('electron.app.dock is not available in the Chromium host')
  })

  test('of a whole module says so at its first use', () => {
    const shell = absent<{ openPath(path: string): void; new (): unknown }>('shell')
    expect(() => shell.openPath('/')).toThrow('electron.shell.openPath is not available')
    expect(() => new shell()).toThrow('electron.shell is not available in the Chromium host')
  })
})

describe('What passes between host and page', () => {
  test('keeps plain data and bytes', () => {
    const content = { name: 'Zoé', list: [1, null, true], bytes: new Uint8Array([0, 255, 128]) }
    expect(decode(encode(content))).toEqual(content)
  })

  test('refuses what is neither', () => {
    expect(() => encode({ seen: new Map() })).toThrow('only plain data')
  })
})

describe('One copy of the app per folder', () => {
  test('holds while its process lives, and is taken over when it is gone', () => {
    const folder = mkdtempSync(join(tmpdir(), 'mbu-lock-'))
    try {
      expect(takeInstanceLock(folder)).toBe(true)
      expect(takeInstanceLock(folder)).toBe(false)
      writeFileSync(join(folder, 'host.lock'), '2147483646')
      expect(takeInstanceLock(folder)).toBe(true)
      expect(readFileSync(join(folder, 'host.lock'), 'utf8')).toBe(String(process.pid))
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  test.each([0, -1, Number.NaN, 1.5])('is not held by a process that cannot be: %s', (pid) => {
    expect(isAlive(pid)).toBe(false)
  })
})

describe('The machine', () => {
  test('has no installed browser where its folders have none', () => {
    if (process.platform === 'linux') expect(installedBrowser({ PATH: '/nowhere' })).toBeUndefined()
  })

  test('has an installed browser where one of its folders has one', () => {
    if (process.platform !== 'linux') return
    const folder = mkdtempSync(join(tmpdir(), 'mbu-path-'))
    writeFileSync(join(folder, 'chromium'), '')
    expect(installedBrowser({ PATH: `/nowhere:${folder}` })?.path).toBe(join(folder, 'chromium'))
    rmSync(folder, { recursive: true })
  })

  test('has a display when it says so', () => {
    if (process.platform !== 'linux') return
    expect([
      hasDisplay({}),
      hasDisplay({ DISPLAY: ':0' }),
      hasDisplay({ WAYLAND_DISPLAY: 'w' }),
    ]).toEqual([false, true, true])
  })
})
