import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildExample, examplePassword } from '../../electron/example/build-example.ts'
import { migrationsFolder } from '../support/app.ts'
import { chromiumDriver } from '../support/driver/chromium-driver.ts'
import { compared, report, sideBySide } from './measure.ts'

const end = '2026-11-23T14:00:00.000Z'
const rounds = 5

/** From loading the page to a board that can be used, against an empty page in the same browser. */
export async function benchStart(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'mbu-bench-'))
  await buildExample({ folder, end, days: 365, migrationsFolder, log: () => undefined })
  const app = await chromiumDriver.open({ folder, clock: end, size: { width: 1366, height: 768 } })
  try {
    const { page } = app
    const empty = await page.context().newPage()
    const since = async (act: () => Promise<unknown>) => {
      const start = performance.now()
      await act()
      return performance.now() - start
    }
    const emptyPage = () => since(() => empty.goto('about:blank'))
    const signInPage = () =>
      since(async () => {
        await app.reload()
        await page.getByRole('button', { name: 'Sign in' }).waitFor()
      })
    const board = async () => {
      await page.getByLabel('Sign-in name').fill('nurse')
      await page.getByLabel('Password', { exact: true }).fill(examplePassword)
      return since(async () => {
        await page.getByRole('button', { name: 'Sign in' }).click()
        await page.getByText('Nurse in charge').first().waitFor()
      })
    }
    const timings = await sideBySide(
      [
        { name: 'an empty page', run: emptyPage },
        { name: 'page loaded to sign-in ready', run: signInPage },
        { name: 'sign-in pressed to board shown (password derived)', run: board },
      ],
      rounds,
    )
    return report('Start (ratio to an empty page in the same browser)', compared(timings))
  } finally {
    await app.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
