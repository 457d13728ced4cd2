import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { RunningApp } from '../support/driver/app-driver.ts'
import { drivers, temporaryFolder } from '../support/driver/open-app.ts'

for (const driver of drivers) {
  const missing = driver.missing()
  const title = missing ? `${driver.name} (skipped: ${missing})` : driver.name

  describe.skipIf(missing !== undefined)(`The app opens in ${title}`, () => {
    const place = temporaryFolder()
    const requests: string[] = []
    const errors: string[] = []
    let app: RunningApp

    beforeAll(async () => {
      app = await driver.open({ folder: place.folder, size: { width: 1366, height: 768 } })
      app.page.on('request', (request) => requests.push(request.url()))
      app.page.on('pageerror', (error) => errors.push(error.message))
      app.page.on('console', (line) => {
        if (line.type() === 'error') errors.push(line.text())
      })
      await app.reload()
      await app.page.getByRole('heading', { level: 1 }).waitFor()
    })

    afterAll(async () => {
      await app?.close()
      place.remove()
    })

    test('at the first run, where there is no unit yet', async () => {
      const heading = app.page.getByRole('heading', { level: 1, name: 'Set up the unit' })
      await expect(heading.isVisible()).resolves.toBe(true)
    })

    test('with one title, and with nothing that the page policy refused', async () => {
      await expect(app.page.title()).resolves.toBe('MBU Assurance')
      expect(errors).toEqual([])
    })

    test('asking nothing of any network', () => {
      expect(requests.length).toBeGreaterThan(0)
      expect(requests.filter((url) => !url.startsWith(`${app.origin}/`))).toEqual([])
    })

    test('giving the page one bridge and nothing of Node, Electron or the preload', async () => {
      const found = await app.page.evaluate(() => {
        const frame = document.createElement('iframe')
        document.body.append(frame)
        const usual = new Set(Object.getOwnPropertyNames(frame.contentWindow ?? {}))
        frame.remove()
        const bridge = Reflect.get(globalThis, 'bridge')
        const { writable, configurable } =
          Object.getOwnPropertyDescriptor(globalThis, 'bridge') ?? {}
        return {
          own: Object.getOwnPropertyNames(globalThis).filter(
            (name) => !usual.has(name) && !/^(\d+|__zod_.*)$/.test(name),
          ),
          members: Object.keys(bridge).sort(),
          fixed: Object.isFrozen(bridge) && writable === false && configurable === false,
        }
      })
      expect(found).toEqual({
        own: ['bridge'],
        members: ['call', 'chooseFolder', 'onEvent', 'openFile', 'openWindow', 'print', 'saveFile'],
        fixed: true,
      })
    })

    test('answering from the store, which is not there yet', async () => {
      const answer = await app.page.evaluate(() =>
        Reflect.get(globalThis, 'bridge').call({ path: 'store.state', type: 'query' }),
      )
      expect(answer).toMatchObject({ reply: { ok: true, value: { state: 'none' } } })
    })

    test('saving and opening files as a person answers the dialogs', async () => {
      const path = join(place.folder, 'kept.bin')
      await app.answerSave(path, null)
      await app.answerOpen(path, null)
      const outcome = await app.page.evaluate(async () => {
        const bridge = Reflect.get(globalThis, 'bridge')
        const bytes = Uint8Array.from({ length: 70_000 }, (_, index) => index % 256)
        return {
          saved: await bridge.saveFile('kept.bin', bytes),
          notSaved: await bridge.saveFile('kept.bin', bytes),
          opened: await bridge
            .openFile(['bin'])
            .then((file: { name: string; bytes: Uint8Array }) => ({
              name: file.name,
              same: file.bytes.every((byte, index) => byte === bytes[index]),
              length: file.bytes.length,
            })),
          notOpened: await bridge.openFile(['bin']),
          misused: await bridge.saveFile('kept.bin', 'text').catch((error: Error) => error.message),
        }
      })
      expect(outcome).toEqual({
        saved: 'saved',
        notSaved: 'cancelled',
        opened: { name: 'kept.bin', same: true, length: 70_000 },
        notOpened: null,
        misused: expect.stringContaining('call-shape'),
      })
      expect(readFileSync(path).length).toBe(70_000)
    })

    test('keeping what passes over the bridge from a page that changes its own globals', async () => {
      const heard = await app.page.evaluate(async () => {
        const names: string[] = []
        const listen = (owner: object, name: string) => {
          const before: (...args: unknown[]) => unknown = Reflect.get(owner, name)
          Reflect.set(owner, name, function (this: unknown, ...args: unknown[]) {
            names.push(name)
            return Reflect.apply(before, this, args)
          })
          return () => Reflect.set(owner, name, before)
        }
        const undo = [
          listen(EventTarget.prototype, 'dispatchEvent'),
          listen(EventTarget.prototype, 'addEventListener'),
          listen(Function.prototype, 'call'),
          listen(JSON, 'stringify'),
        ]
        const PageEvent = globalThis.CustomEvent
        globalThis.CustomEvent = class extends PageEvent<unknown> {
          constructor(type: string) {
            super(type)
            names.push('CustomEvent')
          }
        } as typeof CustomEvent
        await Reflect.get(globalThis, 'bridge').call({ path: 'store.state', type: 'query' })
        globalThis.CustomEvent = PageEvent
        for (const one of undo) one()
        return names
      })
      expect(heard).toEqual([])
    })

    test('answering a malformed call with a code and nothing else', async () => {
      const answer = await app.page.evaluate(() => {
        const { bridge } = globalThis as unknown as {
          bridge: { call(call: unknown): Promise<unknown> }
        }
        return bridge.call({ path: '__proto__', type: 'query', input: null })
      })
      expect(answer).toEqual({ fault: 'call-shape' })
    })

    test('staying where it is when a page tries to leave', async () => {
      const before = app.page.url()
      await app.page.evaluate(() => {
        location.href = 'https://example.org/'
      })
      await app.page.evaluate(() => {
        const form = document.createElement('form')
        form.action = 'https://example.org/'
        document.body.append(form)
        form.submit()
        form.remove()
      })
      await app.page.waitForTimeout(300)
      expect(app.page.url()).toBe(before)
      await expect(app.page.getByRole('heading', { level: 1 }).isVisible()).resolves.toBe(true)
    })

    test('opening no second window, frame, or request', async () => {
      const outcome = await app.page.evaluate(async () => {
        const opened = window.open('https://example.org/')
        const frame = document.createElement('iframe')
        frame.src = 'https://example.org/'
        document.body.append(frame)
        const fetched = await fetch('https://example.org/').then(
          () => 'answered',
          () => 'refused',
        )
        const inside = frame.contentDocument?.body?.childElementCount ?? 0
        frame.remove()
        return { opened: opened === null, fetched, inside }
      })
      expect(outcome).toEqual({ opened: true, fetched: 'refused', inside: 0 })
    })

    test('granting no permission', async () => {
      const states = await app.page.evaluate(async () => {
        const names = ['geolocation', 'notifications', 'camera', 'microphone'] as const
        const found = await Promise.all(
          names.map((name) => navigator.permissions.query({ name: name as PermissionName })),
        )
        return found.map(({ state }) => state)
      })
      expect(states).toEqual(['denied', 'denied', 'denied', 'denied'])
    })

    test('opening again after it was closed', async () => {
      await app.restart()
      await app.page.getByRole('heading', { level: 1 }).waitFor()
      expect(app.page.url()).toBe(`${app.origin}/index.html`)
    })
  })
}
