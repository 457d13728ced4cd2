import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestUnit, type TestUnit, testPassword } from '../support/app.ts'
import type { RunningApp } from '../support/driver/app-driver.ts'
import { drivers } from '../support/driver/open-app.ts'
import { takePicture } from '../support/driver/take-picture.ts'
import { fillInstant, lock, signIn } from '../support/steps/main-job.ts'
import { aCertificateOf, lifeSupportCourse, trainAll } from '../support/training.ts'

const start = '2026-11-23T15:00:00.000Z'

for (const driver of drivers) {
  const missing = driver.missing()
  const title = missing ? `${driver.name} (skipped: ${missing})` : driver.name

  describe.skipIf(missing !== undefined)(`A shift without cover in ${title}`, () => {
    let unit: TestUnit
    let app: RunningApp
    let path: string

    // The nurse is in date for both, and on shift until the evening; nobody else is trained.
    beforeAll(async () => {
      unit = await startTestUnit(start)
      const nurse = unit.as('nurse')
      await trainAll(unit, [nurse])
      const lead = unit.as('safeguarding-lead')
      const { id } = await lead.ok('training.addCourse', lifeSupportCourse)
      const { topics } = lifeSupportCourse
      await lead.ok('training.recordCertificate', aCertificateOf(nurse.staffId, id, { topics }))
      await unit.onShift('nurse', true)
      await unit.arrive({ bed: 0, motherName: 'Siân', babyName: 'Osian' })
      path = join(unit.folder, 'roster of the week.csv')
      writeFileSync(
        path,
        [
          'Staff name,Shift date,Start time,Finish time',
          'nursery-nurse person,24/11/2026,20:00,08:00',
          'nursery-nurse person,25/11/2026,late,08:00',
        ].join('\r\n'),
      )
      unit.app.shutdown()
      app = await driver.open({
        folder: unit.folder,
        clock: start,
        size: { width: 1366, height: 768 },
      })
      app.page.setDefaultTimeout(20_000)
    })
    afterAll(async () => {
      await app?.close()
      unit.close()
    })

    const seen = (name: string) => takePicture(app, name)
    const link = (name: string | RegExp) =>
      app.page.getByRole('link', { name, ...(typeof name === 'string' ? { exact: true } : {}) })
    const board = async () => {
      await link('Board').click()
      await app.page.getByRole('article', { name: 'Bed 1', exact: true }).waitFor()
    }
    const openRoster = async () => {
      await link('People').click()
      await link('Roster').click()
      await app.page.getByRole('heading', { level: 1, name: 'Roster' }).waitFor()
    }
    const shift = (words: RegExp) => app.page.getByRole('row', { name: words })
    const uncovered = () => link('No cover from Tue 20:00')

    test('the shift now is covered, and nothing warns', async () => {
      await signIn(app.page, 'ward-manager', testPassword)
      await board()
      await app.page.getByText('Level 3 and life support covered').waitFor()
      expect(await link(/^No cover from/).count()).toBe(0)
    })

    test('the roster comes in as a spreadsheet: the faulty row stays out by its number', async () => {
      await openRoster()
      await seen('roster-before')
      await link('Import and export').click()
      await app.answerOpen(path)
      await app.page.getByRole('button', { name: 'Choose a file' }).click()
      await app.page.getByRole('button', { name: 'Check the rows' }).click()
      await app.page.getByRole('button', { name: 'Cannot be taken (1)' }).waitFor()
      await app.page.getByText('Starts: “late” is not a time. Write it as 07:30').waitFor()
      await seen('roster-import')
      await app.page.getByLabel('Leave out: 1 row that cannot be taken').check()
      await app.page.getByRole('button', { name: 'Import 1 row' }).click()
      await app.page.getByText('1 row imported, 1 row left out.').waitFor()
    })

    test('the night without cover warns a day before, on the roster and on the board of everybody', async () => {
      await openRoster()
      expect(await shift(/24 Nov 2026.*20:00 to 08:00.*nursery-nurse person/).innerText()).toMatch(
        /no safeguarding level 3, no paediatric life support/,
      )
      await seen('roster-gap')
      await board()
      await uncovered().waitFor()
      await seen('board-gap')
      await lock(app.page)
      await signIn(app.page, 'nurse', testPassword)
      await board()
      await uncovered().click()
      await app.page.getByRole('heading', { level: 1, name: 'Roster' }).waitFor()
    })

    test('the roster prints without bar, buttons and addresses: no id of a record on paper', async () => {
      const { page } = app
      const lockButton = page.getByRole('button', { name: 'Lock', exact: true })
      await page.emulateMedia({ media: 'print' })
      expect(await lockButton.isVisible()).toBe(false)
      expect(await page.getByRole('button', { name: 'Print' }).isVisible()).toBe(false)
      const afterLink = await page
        .getByRole('table')
        .getByRole('link')
        .first()
        .evaluate((link) => getComputedStyle(link, '::after').content)
      expect(afterLink).toBe('none')
      await page.emulateMedia({ media: 'screen' })
      expect(await lockButton.isVisible()).toBe(true)
    })

    test('somebody in date is put on the shift, and the warning is gone', async () => {
      const { page } = app
      await page.getByRole('button', { name: 'Add somebody to a shift' }).click()
      await page.getByLabel('Who').selectOption({ label: 'nurse person' })
      await fillInstant(page, /^Starts/, new Date('2026-11-24T20:00:00Z'))
      await fillInstant(page, /^Ends/, new Date('2026-11-25T08:00:00Z'))
      await page.getByRole('radio', { name: 'No', exact: true }).check()
      await page.getByRole('button', { name: 'Add to the shift' }).click()
      await shift(/24 Nov 2026.*20:00 to 08:00.*Covered/).waitFor()
      await seen('roster-covered')
      await board()
      expect(await link(/^No cover from/).count()).toBe(0)
    })

    test('she is taken off it again, and it warns again', async () => {
      const { page } = app
      await openRoster()
      await shift(/24 Nov 2026.*20:00 to 08:00/)
        .getByRole('link', { name: 'nurse person', exact: true })
        .click()
      await page.getByText('It is not worked').click()
      await seen('roster-change')
      await page.getByLabel('Why', { exact: true }).fill('Off sick')
      await page.getByRole('button', { name: 'Take off the roster' }).click()
      await shift(/24 Nov 2026.*no safeguarding level 3/).waitFor()
      await board()
      await uncovered().waitFor()
    })
  })
}
