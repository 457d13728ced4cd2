import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runCommand } from '../../electron/command-line.ts'
import type { RunningApp } from '../support/driver/app-driver.ts'
import { drivers, temporaryFolder } from '../support/driver/open-app.ts'

const password = 'correct horse battery'
const unit = {
  unit: { name: 'Rowan Unit', provider: 'Invented NHS Trust' },
  beds: ['1', '2', '3'],
  administrator: { name: 'Ada Administrator', signInName: 'administrator', password },
  wardManager: { name: 'Wyn Manager', signInName: 'ward-manager', password },
}

async function signIn(page: Page, signInName: string): Promise<void> {
  await page.getByLabel('Sign-in name').fill(signInName)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('navigation', { name: 'Main' }).waitFor()
}

for (const driver of drivers) {
  const missing = driver.missing()
  const title = missing ? `${driver.name} (skipped: ${missing})` : driver.name

  describe.skipIf(missing !== undefined)(`One app, several windows, in ${title}`, () => {
    const place = temporaryFolder()
    let app: RunningApp
    let second: Page

    beforeAll(async () => {
      app = await driver.open({ folder: place.folder, size: { width: 1366, height: 768 } })
      await app.page.getByRole('heading', { level: 1, name: 'Set up the unit' }).waitFor()
      await app.page.evaluate(
        (input) =>
          window.bridge.call({
            path: 'setup.createUnit',
            type: 'mutation',
            input,
            operationId: crypto.randomUUID(),
          }),
        unit,
      )
      await app.reload()
      await signIn(app.page, 'ward-manager')
    })
    afterAll(async () => {
      await app?.close()
      place.remove()
    })

    test('a second window has nobody signed in, and a session of its own', async () => {
      const opened = app.page.context().waitForEvent('page')
      await app.page.getByText('Wyn Manager').click()
      await app.page.getByRole('button', { name: 'Open another window' }).click()
      second = await opened
      await signIn(second, 'administrator')
      await expect(second.getByText('Ada Administrator').first().isVisible()).resolves.toBe(true)
      await expect(app.page.getByText('Wyn Manager').first().isVisible()).resolves.toBe(true)
    })

    test('the lock of one window leaves the other alone', async () => {
      await second.getByRole('button', { name: 'Lock' }).click()
      await second.getByRole('button', { name: 'Sign in' }).waitFor()
      await app.page.getByRole('link', { name: 'Administration' }).click()
      await app.page.getByRole('heading', { level: 1, name: 'Administration' }).waitFor()
    })

    test('the command line asks the running app', async () => {
      const answers = ['ward-manager', password]
      const said: string[] = []
      const code = await runCommand({
        folder: place.folder,
        command: 'verify',
        operands: [],
        ask: async () => answers.shift() ?? '',
        say: (text) => said.push(text),
      })
      expect([code, said.join()]).toEqual([0, expect.stringMatching(/entries of the audit hold/)])
      await expect(app.page.getByText('Wyn Manager').first().isVisible()).resolves.toBe(true)
    })

    test('closing the second window leaves the app open', async () => {
      await second.close()
      await app.page.getByRole('link', { name: 'Board' }).click()
      await app.page.getByRole('region', { name: 'Overdue' }).waitFor()
    })
  })
}
