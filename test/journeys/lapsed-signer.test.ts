import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestUnit, type TestUnit, testPassword } from '../support/app.ts'
import { expectDocument, nameNurses, receiveDocument } from '../support/documents.ts'
import type { RunningApp } from '../support/driver/app-driver.ts'
import { drivers } from '../support/driver/open-app.ts'
import { takePicture } from '../support/driver/take-picture.ts'
import { lock, signIn } from '../support/steps/main-job.ts'
import { aCertificateOf, declare, level3Course } from '../support/training.ts'

const start = '2026-11-23T15:00:00.000Z'
const title = 'Social-work chronology'
const because = 'Night, and the only consultant within an hour'
const significance = 'Not to be alone with the baby at feeds'

for (const driver of drivers) {
  const missing = driver.missing()
  const name = missing ? `${driver.name} (skipped: ${missing})` : driver.name

  describe.skipIf(missing !== undefined)(
    `A consultant whose level 3 lapsed yesterday in ${name}`,
    () => {
      let unit: TestUnit
      let app: RunningApp

      beforeAll(async () => {
        unit = await startTestUnit(start)
        const lead = unit.as('safeguarding-lead')
        const { id } = await lead.ok('training.addCourse', level3Course)
        for (const role of ['nurse', 'ward-manager', 'safeguarding-lead'] as const)
          await lead.ok('training.recordCertificate', aCertificateOf(unit.as(role).staffId, id))
        await lead.ok(
          'training.recordCertificate',
          aCertificateOf(unit.as('consultant').staffId, id, { expiresOn: '2026-11-22' }),
        )
        await unit.onShift('nurse', true)
        const { stayId } = await unit.arrive({ bed: 0, motherName: 'Siân', babyName: 'Osian' })
        await nameNurses(unit, stayId)
        const document = await expectDocument(unit.as('nurse'), stayId, { title })
        await receiveDocument(unit.as('nurse'), document, unit.clock.now())
        await declare(unit, true)
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
      const link = (words: string) => app.page.getByRole('link', { name: words, exact: true })
      const openDocument = async () => {
        const { page } = app
        await link('Board').click()
        await page.getByRole('article', { name: 'Bed 1', exact: true }).waitFor()
        await page.getByRole('link', { name: 'Bed 1', exact: true }).first().click()
        await page.getByRole('link', { name: /^History in full/ }).click()
        await page
          .getByRole('table')
          .getByRole('link', { name: title, exact: true })
          .first()
          .click()
      }
      const sign = async () => {
        await app.page.getByLabel(/^What it means/).fill(significance)
        await app.page.getByLabel(/^Your password/).fill(testPassword)
        await app.page.getByRole('button', { name: 'Sign that I have read it' }).click()
      }

      test('is told before signing that the training has lapsed', async () => {
        await signIn(app.page, 'consultant', testPassword)
        await openDocument()
        await app.page.getByText(/^Your required safeguarding training has lapsed/).waitFor()
        await seen('lapsed-told')
      })

      test('is refused: nothing is signed, and the words stay in the form', async () => {
        await sign()
        const alert = app.page.getByRole('alert')
        await alert.getByText(/Enter the reason of the emergency, or ask a colleague/).waitFor()
        await seen('lapsed-refused')
        expect(await app.page.getByLabel(/^What it means/).inputValue()).toBe(significance)
        await app.reload()
        await app.page.getByLabel('Sign-in name').waitFor()
      })

      test('a colleague in date signs without a word', async () => {
        await signIn(app.page, 'ward-manager', testPassword)
        await openDocument()
        await app.page.getByRole('button', { name: 'Sign that I have read it' }).waitFor()
        expect(await app.page.getByText(/required safeguarding training/).count()).toBe(0)
        await sign()
        await app.page.getByText(significance).first().waitFor()
        await lock(app.page)
      })

      test('in an emergency they sign with its reason, and it is listed by name', async () => {
        const { page } = app
        await signIn(page, 'consultant', testPassword)
        await openDocument()
        await page.getByLabel('Reason of the emergency').fill(because)
        await sign()
        await page.getByText('consultant person').first().waitFor()
        await seen('lapsed-signed')
        await lock(page)
        await signIn(page, 'ward-manager', testPassword)
        await link('People').click()
        await link('Staff training').click()
        const row = page.getByRole('row', { name: /consultant person/ })
        expect(await row.first().innerText()).toMatch(/Lapsed/)
        await link('Register').click()
        const counted = page.getByRole('row', { name: new RegExp(because) })
        expect(await counted.innerText()).toMatch(/consultant person/)
        await seen('lapsed-counted')
      })
    },
  )
}
