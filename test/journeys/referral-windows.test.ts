import { rmSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { refer } from '../electron/features/admission/referring.ts'
import { startTestUnit, testPassword } from '../support/app.ts'
import type { RunningApp } from '../support/driver/app-driver.ts'
import { drivers } from '../support/driver/open-app.ts'
import { signIn } from '../support/steps/main-job.ts'

const start = '2026-11-23T10:05:00.000Z'
const clause = '#rule-ADM-I-05'

for (const driver of drivers) {
  const missing = driver.missing()
  const title = missing ? `${driver.name} (skipped: ${missing})` : driver.name

  describe.skipIf(missing !== undefined)(`Two windows on one referral, in ${title}`, () => {
    const place = { folder: '' }
    let app: RunningApp
    let second: Page

    beforeAll(async () => {
      const unit = await startTestUnit(start)
      place.folder = unit.folder
      await refer(unit)
      unit.app.shutdown()
      app = await driver.open({
        folder: place.folder,
        clock: start,
        size: { width: 1366, height: 768 },
      })
      await signIn(app.page, 'nurse', testPassword)
      const opened = app.page.context().waitForEvent('page')
      await app.page.getByText('nurse person').first().click()
      await app.page.getByRole('button', { name: 'Open another window' }).click()
      second = await opened
      await signIn(second, 'ward-manager', testPassword)
      for (const page of [app.page, second]) {
        page.setDefaultTimeout(20_000)
        await page.getByRole('link', { name: 'Referrals', exact: true }).click()
        await page.getByRole('link', { name: /^Invented Example/ }).click()
        await page.getByRole('heading', { name: /^Referral:/ }).waitFor()
      }
    })
    afterAll(async () => {
      await app?.close()
      rmSync(place.folder, { recursive: true, force: true })
    })

    const begin = async (page: Page, answer: string, by: string) => {
      const row = page.locator(clause)
      await row.getByRole('button', { name: /^Answer/ }).click()
      await row.getByLabel(answer, { exact: true }).check()
      await row.getByLabel('Told by someone').check()
      await row.getByLabel(/^Who said it/).fill(by)
      const day = row.getByRole('group', { name: 'Date it was said' })
      await day.getByLabel('Day').fill('23')
      await day.getByLabel('Month').fill('11')
      await day.getByLabel('Year').fill('2026')
    }
    const record = (page: Page) =>
      page.locator(clause).getByRole('button', { name: 'Record the answer' }).click()

    test('the second answer to one question is told of the first, and loses nothing that was typed', async () => {
      await begin(app.page, 'Yes', 'The referrer')
      await begin(second, 'No', 'The community midwife')
      await record(app.page)
      const row = second.locator(clause)
      // The page has the other answer before hers is sent: it must not be written over unseen.
      await row.getByText('Told by someone: The referrer').waitFor()
      await record(second)
      await row.getByText(/Somebody else entered something here meanwhile/).waitFor()
      expect(await row.getByLabel(/^Who said it/).inputValue()).toBe('The community midwife')
      expect(await row.getByLabel('No', { exact: true }).isChecked()).toBe(true)
      await app.page.locator(clause).getByText('Told by someone: The referrer').waitFor()
    })

    test('entered again after a look, it stands in both windows', async () => {
      await record(second)
      for (const page of [app.page, second])
        await page
          .locator(clause)
          .getByText(/^Told by someone: The community midwife/)
          .waitFor()
    })
  })
}
