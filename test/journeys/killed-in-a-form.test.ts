import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestUnit, type TestUnit, testPassword } from '../support/app.ts'
import type { RunningApp } from '../support/driver/app-driver.ts'
import { drivers } from '../support/driver/open-app.ts'
import { inventedFamily } from '../support/steps/invented-family.ts'
import { admit, signIn } from '../support/steps/main-job.ts'

const start = '2026-11-23T09:05:00.000Z'

for (const driver of drivers) {
  const missing = driver.missing()
  const title = missing ? `${driver.name} (skipped: ${missing})` : driver.name

  describe.skipIf(missing !== undefined)(`The app killed in a long form, in ${title}`, () => {
    let unit: TestUnit
    let app: RunningApp

    beforeAll(async () => {
      unit = await startTestUnit(start)
      unit.app.shutdown()
      app = await driver.open({
        folder: unit.folder,
        clock: start,
        size: { width: 1366, height: 768 },
      })
      app.page.setDefaultTimeout(15_000)
    })
    afterAll(async () => {
      await app?.close()
      unit.close()
    })

    const openForm = async () => {
      await app.page.getByRole('link', { name: 'People', exact: true }).click()
      await app.page.getByRole('link', { name: 'Admit a mother and baby' }).click()
    }

    test('with everything typed and nothing saved', async () => {
      await signIn(app.page, 'nurse', testPassword)
      const typing = admit(app.page, 'Bed 1', inventedFamily, async () => {
        await app.page.getByText('What you typed is kept until you save it').waitFor()
        await app.kill()
        throw new Error('killed')
      })
      await expect(typing).rejects.toThrow('killed')
    })

    test('has it all again: for whoever typed it, and for nobody else', async () => {
      await app.restart()
      app.page.setDefaultTimeout(15_000)
      await signIn(app.page, 'ward-manager', testPassword)
      await openForm()
      await app.page.getByLabel('Why does she come in without an offer?').waitFor()
      expect(await app.page.innerText('body')).not.toContain('What you typed before')
      await app.page.getByRole('button', { name: 'Lock', exact: true }).click()

      await signIn(app.page, 'nurse', testPassword)
      await openForm()
      await app.page.getByText('What you typed before is still here').waitFor()
      const baby = app.page.getByRole('region', { name: 'Baby 1' })
      expect(await baby.getByLabel('Given name').inputValue()).toBe('Osian')
      expect(await baby.getByLabel('NHS number', { exact: true }).inputValue()).toBe(
        inventedFamily.baby.nhsNumber,
      )
      expect(
        await app.page.getByLabel('Why does she come in without an offer?').inputValue(),
      ).toContain('crisis team')
    })

    test('saves it as if nothing had been, and forgets the draft', async () => {
      await app.page.getByRole('button', { name: 'Record the arrival' }).click()
      await app.page.getByRole('heading', { level: 1 }).filter({ hasText: 'Siân' }).waitFor()
      await openForm()
      await app.page.getByLabel('Why does she come in without an offer?').waitFor()
      expect(await app.page.innerText('body')).not.toContain('What you typed before')
    })
  })
}
