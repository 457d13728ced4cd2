import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { addDaysToDate, dateOf } from '#domain/shared/calendar.ts'
import { systemClock } from '../../electron/platform/clock.ts'
import { chromiumDriver } from '../support/driver/chromium-driver.ts'
import { makeReport, saveReport } from '../support/steps/main-job.ts'

/** Where the demo leaves everything. */
export const out = join(import.meta.dirname, '../../out/demo')

const size = { width: 1366, height: 768 }
const recipient = 'NHS England specialised commissioning'

export type App = Awaited<ReturnType<typeof chromiumDriver.open>>
/** Keeps a picture of the screen as it is, under a name; `whole` takes the page to its end. */
export type Seen = (what: string, whole?: 'whole') => Promise<void>

/** Opens the app on a folder of its own, walks, and keeps the pictures beside it. */
export async function walk(
  name: string,
  options: { example: boolean },
  steps: (app: App, seen: Seen) => Promise<void>,
): Promise<void> {
  const folder = join(out, name)
  mkdirSync(folder, { recursive: true })
  const app = await chromiumDriver.open({ folder: join(folder, 'unit'), size, ...options })
  app.page.setDefaultTimeout(60_000)
  let step = 0
  const seen: Seen = async (what, whole) => {
    step += 1
    const path = join(folder, `${String(step).padStart(2, '0')}-${what}.png`)
    await app.page.screenshot({ path, fullPage: whole !== undefined })
  }
  try {
    await steps(app, seen)
  } catch (error) {
    await seen('stopped-here', 'whole').catch(() => undefined)
    throw error
  } finally {
    await app.close()
  }
}

/** Makes the report of the last 90 days and saves it in every format. */
export async function report(app: App, name: string, seen: Seen): Promise<void> {
  const last = dateOf(systemClock.now())
  await makeReport(app.page, { first: addDaysToDate(last, -90), last }, recipient)
  await seen('report')
  await saveReport(app.page, app.answerSave, (ending) => join(out, name, `report.${ending}`))
}
