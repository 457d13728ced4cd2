import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestUnit, type TestUnit, testPassword } from '../support/app.ts'
import type { RunningApp } from '../support/driver/app-driver.ts'
import { drivers } from '../support/driver/open-app.ts'
import { threeHundredRows, workbook } from '../support/sheets.ts'
import { signIn } from '../support/steps/main-job.ts'
import { level3Course } from '../support/training.ts'

for (const driver of drivers) {
  const missing = driver.missing()
  const title = missing ? `${driver.name} (skipped: ${missing})` : driver.name

  describe.skipIf(missing !== undefined)(`A spreadsheet of 300 rows in ${title}`, () => {
    let unit: TestUnit
    let app: RunningApp
    let path: string
    let faulty: number[]

    beforeAll(async () => {
      unit = await startTestUnit()
      await unit.as('safeguarding-lead').ok('training.addCourse', level3Course)
      const names = ['nurse person', 'consultant person', 'nursery-nurse person']
      const sheet = threeHundredRows(names, level3Course.title)
      faulty = sheet.faulty
      path = join(unit.folder, 'level 3 of two years.xlsx')
      writeFileSync(path, await workbook({ rows: [sheet.heads, ...sheet.rows] }))
      unit.app.shutdown()
      app = await driver.open({
        folder: unit.folder,
        clock: '2026-11-23T15:00:00.000Z',
        size: { width: 1366, height: 768 },
      })
      app.page.setDefaultTimeout(20_000)
    })
    afterAll(async () => {
      await app?.close()
      unit.close()
    })

    const button = (name: string | RegExp) => app.page.getByRole('button', { name })
    const rows = () => app.page.getByRole('table', { name: 'What would happen to each row' })
    const choose = async () => {
      await app.answerOpen(path)
      await button('Choose a file').click()
      await button('Check the rows').click()
    }

    test('shows the twelve faulty rows by number, with the reason of each', async () => {
      await signIn(app.page, 'safeguarding-lead', testPassword)
      await app.page.getByRole('link', { name: 'People', exact: true }).click()
      await app.page.getByRole('link', { name: 'Staff training' }).click()
      await app.page.getByRole('link', { name: 'Import and export' }).click()
      await choose()
      await button('Cannot be taken (12)').waitFor()
      await button('New (288)').waitFor()
      const numbers = await rows().locator('tbody tr td:first-child').allInnerTexts()
      expect(numbers.map(Number)).toEqual(faulty)
      expect(await rows().innerText()).toContain('“31/02/2025” is not a day of the calendar')
    })

    test('is imported once somebody says that the faulty rows are left out', async () => {
      await button('Import 288 rows').click()
      await app.page
        .getByRole('alert')
        .getByText(/faulty rows are left out/)
        .waitFor()
      await app.page.getByLabel('Leave out: 12 rows that cannot be taken').check()
      await button('Import 288 rows').click()
      await app.page.getByText('288 rows imported, 12 rows left out.').waitFor()
    })

    test('changes nothing when it is chosen again', async () => {
      await choose()
      await button('Recorded already (288)').waitFor()
      expect(await button(/^New/).count()).toBe(0)
      await app.page.getByText(/nothing would change/).waitFor()
      await button('Take another file').click()
    })

    test('is taken back whole', async () => {
      await button(/^Take the import of level 3/).click()
      await app.page.getByLabel('Why it is taken back').fill('The wrong year')
      await button('Take the whole import back').click()
      await app.page.getByText('Taken back: The wrong year').waitFor()
      await choose()
      await button('New (288)').waitFor()
    })
  })
}
