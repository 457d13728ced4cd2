import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { addDaysToDate, dateOf } from '#domain/shared/calendar.ts'
import { examplePassword } from '../../electron/example/build-example.ts'
import { systemClock } from '../../electron/platform/clock.ts'
import { chromiumDriver } from '../support/driver/chromium-driver.ts'
import { inventedFamily, inventedPeople, inventedUnit } from '../support/steps/invented-family.ts'
import {
  admit,
  assess,
  firstRun,
  makeReport,
  saveReport,
  signIn,
} from '../support/steps/main-job.ts'

/**
 * `npm run demo`: walks the main job through the real screens, in a browser engine without a display or a
 * network: first a new unit from its first run to a report, then the example unit. Leaves the reports in
 * every format, both stores and a picture of each step under `out/demo`.
 */
const out = join(import.meta.dirname, '../../out/demo')
const size = { width: 1366, height: 768 }
const recipient = 'NHS England specialised commissioning'
const say = (line: string) => process.stdout.write(`${line}\n`)

async function walk(
  name: string,
  options: { example: boolean },
  steps: (app: Awaited<ReturnType<typeof chromiumDriver.open>>, seen: Seen) => Promise<void>,
): Promise<void> {
  const folder = join(out, name)
  mkdirSync(folder, { recursive: true })
  const app = await chromiumDriver.open({ folder: join(folder, 'unit'), size, ...options })
  app.page.setDefaultTimeout(120_000)
  let step = 0
  const seen: Seen = async (what) => {
    step += 1
    const file = join(folder, `${String(step).padStart(2, '0')}-${what}.png`)
    await app.page.screenshot({ path: file })
  }
  try {
    await steps(app, seen)
  } finally {
    await app.close()
  }
}
type Seen = (what: string) => Promise<void>

async function newUnit(): Promise<void> {
  await walk('new-unit', { example: false }, async (app, seen) => {
    const { page } = app
    await firstRun(page, inventedUnit, inventedPeople, seen)
    await seen('sign-in')
    await signIn(page, inventedPeople.wardManager.signInName)
    await page.getByText('Empty').first().waitFor()
    await seen('board-empty')
    await admit(page, 'Bed 1', familyBornLately(), seen)
    await seen('stay')
    await assess(page, /^Close/, undefined, seen)
    await seen('supervision')
    await page.getByRole('link', { name: 'Board', exact: true }).click()
    await page.getByRole('region', { name: /Osian/ }).getByText('CLOSE').first().waitFor()
    await seen('board')
    await report(app, 'new-unit', seen)
  })
}

/** The baby of the story, ten weeks old whenever the demo is run. */
function familyBornLately() {
  const bornOn = addDaysToDate(dateOf(systemClock.now()), -70)
  return { ...inventedFamily, baby: { ...inventedFamily.baby, bornOn } }
}

async function exampleUnit(): Promise<void> {
  await walk('example-unit', { example: true }, async (app, seen) => {
    const { page } = app
    await page.getByLabel('Sign-in name').waitFor()
    await signIn(page, 'nurse', examplePassword)
    await page.getByText('Nurse in charge').first().waitFor()
    await seen('board')
    await page.getByRole('button', { name: 'Lock', exact: true }).click()
    await page.getByLabel('Sign-in name').waitFor()
    await seen('locked')
    await signIn(page, 'commissioner', examplePassword)
    await page.getByRole('link', { name: 'Assurance', exact: true }).click()
    await page.getByRole('link', { name: /^5d/ }).first().waitFor()
    await seen('requirements')
    await page.getByRole('link', { name: /^5d/ }).first().click()
    await page.getByRole('heading', { level: 1, name: /5d/ }).waitFor()
    await seen('requirement')
    await report(app, 'example-unit', seen)
  })
}

async function report(
  app: Awaited<ReturnType<typeof chromiumDriver.open>>,
  name: string,
  seen: Seen,
): Promise<void> {
  const last = dateOf(systemClock.now())
  await makeReport(app.page, { first: addDaysToDate(last, -90), last }, recipient)
  await seen('report')
  await saveReport(app.page, app.answerSave, (ending) => join(out, name, `report.${ending}`))
}

rmSync(out, { recursive: true, force: true })
await newUnit()
await exampleUnit()

/** What was made, so that a person knows where to look. */
function listed(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('browser'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}
say('The demo left:')
for (const file of listed(out))
  say(`  ${relative(process.cwd(), file)}  ${Math.ceil(statSync(file).size / 1024)} kB`)
process.exit(0)
