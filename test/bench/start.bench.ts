import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildExample, examplePassword } from '../../electron/example/build-example.ts'
import { migrationsFolder } from '../support/app.ts'
import type { RunningApp } from '../support/driver/app-driver.ts'
import { chromiumDriver } from '../support/driver/chromium-driver.ts'
import { compared, report, sideBySide } from './measure.ts'

const end = '2026-11-23T14:00:00.000Z'
const rounds = 9

async function since(act: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await act()
  return performance.now() - start
}

/** The acts of a person who starts to work. Each begins from its own page, which is not in its time. */
function actsOf(app: RunningApp) {
  const { page } = app
  const link = (name: string) => page.getByRole('link', { name, exact: true })
  const signInReady = () => page.getByRole('button', { name: 'Sign in' }).click({ trial: true })
  // Neither words nor a heading alone: a card can be pressed.
  const boardInUse = () =>
    page
      .getByRole('link', { name: /^Baby concern about/ })
      .first()
      .click({ trial: true })
  const load = async () => {
    await app.reload()
    await signInReady()
  }
  const signIn = async () => {
    await page.getByRole('button', { name: 'Sign in' }).click()
    await boardInUse()
  }
  const typed = async () => {
    await load()
    await page.getByLabel('Sign-in name').fill('nurse')
    await page.getByLabel('Password', { exact: true }).fill(examplePassword)
  }
  return {
    load: () => since(load),
    async signIn() {
      await typed()
      return since(signIn)
    },
    async boardAgain() {
      if (!(await link('Referrals').isVisible())) {
        await typed()
        await signIn()
      }
      await link('Referrals').click()
      await page.getByRole('heading', { level: 1, name: 'Referrals' }).waitFor()
      return since(async () => {
        await link('Board').click()
        await boardInUse()
      })
    },
  }
}

/** From loading the page to a board that can be used, against an empty page in the same browser. */
export async function benchStart(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'mbu-bench-'))
  await buildExample({ folder, end, days: 365, migrationsFolder, log: () => undefined })
  const app = await chromiumDriver.open({ folder, clock: end, size: { width: 1366, height: 768 } })
  try {
    const acts = actsOf(app)
    const empty = await app.page.context().newPage()
    const emptyPage = () =>
      since(async () => {
        await empty.goto('about:blank')
        await empty.locator('body').waitFor({ state: 'attached' })
      })
    const timings = await sideBySide(
      [
        { name: 'an empty page', run: emptyPage },
        { name: 'page loaded to sign-in ready', run: acts.load },
        { name: 'sign-in pressed to board in use (key derived)', run: acts.signIn },
        { name: 'from another page to board in use', run: acts.boardAgain },
      ],
      rounds,
    )
    return report('Start (ratio to an empty page in the same browser)', compared(timings))
  } finally {
    await app.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
