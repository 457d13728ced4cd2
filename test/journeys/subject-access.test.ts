import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestUnit, type TestUnit, testPassword } from '../support/app.ts'
import type { RunningApp } from '../support/driver/app-driver.ts'
import { drivers } from '../support/driver/open-app.ts'
import { readPdf } from '../support/read-pdf.ts'
import { fillInstant, signIn } from '../support/steps/main-job.ts'

const start = '2026-11-23T09:00:00.000Z'
const told = { kind: 'told', by: 'Her sister', on: '2026-11-20' }

for (const driver of drivers) {
  const missing = driver.missing()
  const title = missing ? `${driver.name} (skipped: ${missing})` : driver.name

  describe.skipIf(missing !== undefined)(`A subject access request in ${title}`, () => {
    let unit: TestUnit
    let app: RunningApp

    // Two contacts were named by her sister; one entry must never be seen by the mother.
    beforeAll(async () => {
      unit = await startTestUnit(start)
      const nurse = unit.as('nurse')
      const { motherId } = await unit.arrive({ motherName: 'Siân', babyName: 'Osian' })
      for (const [role, name] of [
        ['Social worker', 'Ngozi Eze'],
        ['Neighbour', 'Petra Novak'],
      ])
        await nurse.ok('people.addContact', {
          personId: motherId,
          agency: 'social-worker',
          role,
          name,
          telephone: '020 7946 0001',
          email: null,
          safeToContact: 'yes',
          contactThrough: null,
          basis: told,
        })
      await nurse.ok('restricted.add', {
        personId: motherId,
        keptFrom: ['mother'],
        because: 'She could come to harm',
        happenedAt: start,
        what: 'Heronsgate',
        basis: { kind: 'observed', by: 'N. Nurse', on: '2026-11-23' },
      })
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

    test('what may belong to somebody else is held back until it was looked at', async () => {
      const { page } = app
      await signIn(page, 'safeguarding-lead', testPassword)
      await page.getByRole('link', { name: 'Administration', exact: true }).click()
      await page.getByRole('link', { name: 'Keeping records' }).click()
      await page.getByRole('link', { name: 'Siân Example' }).click()
      await page.getByRole('heading', { name: /^To look at first: \d+ of/ }).waitFor()
      expect(await page.content()).not.toContain('Heronsgate')
      const ngozi = page.getByRole('row').filter({ hasText: 'Ngozi Eze' })
      await ngozi.getByText('Show', { exact: true }).click()
      await ngozi.getByRole('checkbox').check()
    })

    test('nothing goes out before it is said who asks and how they were known', async () => {
      const { page } = app
      await page.getByRole('button', { name: 'Make the copy' }).click()
      await page.getByRole('heading', { name: 'There is a problem' }).waitFor()
      await page.getByRole('link', { name: 'Enter who asks, and by what right' }).waitFor()
    })

    test('the copy is a file, without what was held back and without the restricted entry', async () => {
      const { page } = app
      const path = join(unit.folder, 'copy.pdf')
      await page.getByLabel('Who asks, and by what right').fill('She herself')
      await page.getByLabel('How you made sure who they are').fill('Known to the ward')
      await fillInstant(page, /^When the request was received/, new Date(start))
      await app.answerSave(path)
      await page.getByRole('button', { name: 'Make the copy' }).click()
      await page.getByText(/is saved\. That it was made is kept/).waitFor()
      const { text } = await readPdf(readFileSync(path))
      expect(text).toContain('Copy of the record of Siân Example')
      expect(text).toContain('Ngozi Eze')
      expect(text).not.toMatch(/Petra|Heronsgate|estricted entr/)
    })

    test('the audit says that it was made, and of whom', async () => {
      const { page } = app
      await page.getByRole('link', { name: 'Audit', exact: true }).click()
      const row = page.getByRole('row').filter({ hasText: /copy/i }).first()
      await row.waitFor()
      expect(await row.innerText()).toContain('Siân Example')
    })
  })
}
