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

    test('with a heading, and with nothing that the page policy refused', async () => {
      await expect(app.page.title()).resolves.toBe('MBU Assurance')
      expect(errors).toEqual([])
    })

    test('asking nothing of any network', () => {
      expect(requests.length).toBeGreaterThan(0)
      expect(requests.filter((url) => !url.startsWith(`${app.origin}/`))).toEqual([])
    })

    test('giving the page one bridge and nothing of Node or Electron', async () => {
      const found = await app.page.evaluate(() => ({
        strangers: ['require', 'process', 'module', 'Buffer', 'electron', 'global'].filter(
          (name) => name in globalThis,
        ),
        bridge: Object.keys((globalThis as unknown as { bridge: object }).bridge).sort(),
        fixed: Object.isFrozen((globalThis as unknown as { bridge: object }).bridge),
      }))
      expect(found.strangers).toEqual([])
      expect(found.bridge).toEqual(['call', 'onEvent', 'openFile', 'print', 'saveFile'])
      expect(found.fixed).toBe(true)
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
