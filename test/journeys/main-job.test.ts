import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ReportModel } from '#domain/assurance/report-model.ts'
import type { RunningApp } from '../support/driver/app-driver.ts'
import { drivers, temporaryFolder } from '../support/driver/open-app.ts'
import { inventedFamily, inventedPeople, inventedUnit } from '../support/steps/invented-family.ts'
import {
  admit,
  assess,
  firstRun,
  lock,
  makeReport,
  saveReport,
  signIn,
} from '../support/steps/main-job.ts'

for (const driver of drivers) {
  const missing = driver.missing()
  const title = missing ? `${driver.name} (skipped: ${missing})` : driver.name

  describe.skipIf(missing !== undefined)(`The main job in ${title}`, () => {
    const place = temporaryFolder()
    let app: RunningApp

    beforeAll(async () => {
      app = await driver.open({
        folder: place.folder,
        clock: '2026-11-23T09:05:00.000Z',
        size: { width: 1366, height: 768 },
      })
      app.page.setDefaultTimeout(15_000)
    })
    afterAll(async () => {
      await app?.close()
      place.remove()
    })

    test('a unit is set up, and its ward manager signs in', async () => {
      await firstRun(app.page, inventedUnit, inventedPeople)
      await signIn(app.page, inventedPeople.wardManager.signInName)
      await app.page.getByText('Empty').first().waitFor()
      expect(await app.page.getByText('Empty').count()).toBe(inventedUnit.beds)
    })

    test('a mother and her baby arrive, and are constant until somebody has assessed', async () => {
      await admit(app.page, 'Bed 1', inventedFamily)
      await app.page.getByText('Never assessed').first().waitFor()
      expect(await app.page.getByText('CONSTANT').count()).toBeGreaterThan(0)
    })

    test('supervision is assessed and signed, and the board shows it', async () => {
      await assess(app.page, /^Close/)
      await app.page.getByRole('link', { name: 'Board', exact: true }).click()
      const card = app.page.getByRole('region', { name: /Osian/ })
      await card.getByText('CLOSE').first().waitFor()
      expect(await card.getByText('CONSTANT').count()).toBe(0)
    })

    test('what is on the board survives the app being killed', async () => {
      await app.kill()
      await app.restart()
      app.page.setDefaultTimeout(15_000)
      await signIn(app.page, inventedPeople.wardManager.signInName)
      await app.page.getByRole('region', { name: /Osian/ }).getByText('CLOSE').first().waitFor()
    })

    test('names are gone from the page while it is locked', async () => {
      await lock(app.page)
      expect(await app.page.content()).not.toMatch(/Osian|Llewellyn/)
      await signIn(app.page, inventedPeople.wardManager.signInName)
    })

    test('the report counts it, and is saved in every format', async () => {
      await makeReport(app.page, { first: '2026-11-01', last: '2026-11-23' }, 'NHS England')
      const saved = await saveReport(app.page, app.answerSave, (ending) =>
        join(place.folder, `report.${ending}`),
      )
      expect(saved).toHaveLength(6)
      const model = JSON.parse(
        readFileSync(join(place.folder, 'report.json'), 'utf8'),
      ) as ReportModel
      const measures = model.requirements
        .find(({ id }) => id === '5d')
        ?.linesOfEnquiry.flatMap((one) => one.measures)
      expect(measures?.find(({ id }) => id === '5d-3')?.figure).toMatchObject({ pass: 1, fail: 0 })
      expect(JSON.stringify(model)).not.toMatch(/Osian|Llewellyn|Davies/)
      expect(readFileSync(join(place.folder, 'report.pdf')).subarray(0, 5).toString()).toBe('%PDF-')
    })
  })
}
