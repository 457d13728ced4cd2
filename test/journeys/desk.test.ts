import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { RunningApp } from '../support/driver/app-driver.ts'
import { drivers, temporaryFolder } from '../support/driver/open-app.ts'
import { deskFirstRun, recommend } from '../support/steps/desk.ts'
import { inventedFamily, inventedPeople, inventedUnit } from '../support/steps/invented-family.ts'
import { admit, assess, firstRun, makeReport, signIn } from '../support/steps/main-job.ts'

const clock = '2026-11-23T09:05:00.000Z'
const words = 'Hold a drill at night, and record who came.'

for (const driver of drivers) {
  const missing = driver.missing()
  const title = missing ? `${driver.name} (skipped: ${missing})` : driver.name

  describe.skipIf(missing !== undefined)(
    `From the self-check before a visit to a desk and back in ${title}`,
    () => {
      const [unitPlace, deskPlace] = [temporaryFolder(), temporaryFolder()]
      const pack = join(unitPlace.folder, 'pack.zip')
      const tampered = join(unitPlace.folder, 'tampered.zip')
      const reply = join(deskPlace.folder, 'reply.json')
      const ward = join(unitPlace.folder, 'unit')
      let app: RunningApp

      const open = async (folder: string) => {
        await app?.close()
        app = await driver.open({ folder, clock, size: { width: 1366, height: 768 } })
        app.page.setDefaultTimeout(20_000)
      }
      beforeAll(() => open(ward))
      afterAll(async () => {
        await app?.close()
        unitPlace.remove()
        deskPlace.remove()
      })

      test('before the visit the unit checks itself, and goes to where a gap is mended', async () => {
        const { page } = app
        await firstRun(page, inventedUnit, inventedPeople)
        await signIn(page, inventedPeople.wardManager.signInName)
        await admit(page, 'Bed 1', inventedFamily)
        await page.getByRole('link', { name: 'Assurance', exact: true }).click()
        await page.getByRole('link', { name: 'Self-check' }).click()
        await page.getByText(/supervision never assessed/).waitFor()
        await page.getByText('Rules that the unit has not approved').first().waitFor()
        await page.getByRole('link', { name: 'Training register' }).click()
        await page.getByRole('heading', { level: 1, name: 'Staff training' }).waitFor()
      })

      test('a figure of fewer than its minimum is not tested, and still opens to what it counts', async () => {
        const { page } = app
        await page.getByRole('link', { name: 'Board', exact: true }).click()
        await page.getByRole('link', { name: 'Bed 1', exact: true }).first().click()
        await assess(page, /^Close/)
        await page.getByRole('link', { name: 'Assurance', exact: true }).click()
        await page.getByRole('link', { name: /^5d / }).click()
        const measure = page.getByRole('article').filter({ hasText: '5d-3 ' })
        await measure.getByText('Too little to judge: n is 1, the minimum is 5.').waitFor()
        await measure.getByText('Not tested').waitFor()
        await measure.getByRole('link', { name: /^5d-3, pass: 1/ }).click()
        await page.getByRole('link', { name: /Osian/ }).waitFor()
      })

      test('the unit makes a report and seals it', async () => {
        await makeReport(app.page, { first: '2026-11-01', last: '2026-11-23' }, 'NHS England')
        await app.answerSave(pack)
        await app.page.getByRole('button', { name: 'Seal the pack and save it' }).click()
        await app.page.getByText(/sealed\.zip is saved/).waitFor()
        const bytes = readFileSync(pack)
        const middle = Math.floor(bytes.length / 2)
        bytes[middle] = (bytes[middle] ?? 0) ^ 1
        writeFileSync(tampered, bytes)
      })

      test('a desk takes in the pack, and not the one that was tampered with', async () => {
        await open(join(deskPlace.folder, 'desk'))
        await deskFirstRun(
          app.page,
          { name: 'South East quality team', organisation: 'NHS England' },
          {
            administrator: { name: 'Ada Min', signInName: 'ada.min' },
            commissioner: { name: 'Chidi Abara', signInName: 'chidi' },
          },
        )
        await signIn(app.page, 'chidi')
        await app.answerOpen(tampered, pack)
        await app.page.getByRole('button', { name: 'Choose a pack' }).click()
        await app.page.getByText('it was not taken in').waitFor()
        expect(await app.page.getByText('No pack has been taken in yet.').count()).toBe(1)
        await app.page.getByRole('button', { name: 'Choose a pack' }).click()
        await app.page.getByText('the pack is taken in').waitFor()
      })

      test('the commissioner recommends, and signs a reply', async () => {
        await app.page.getByRole('link', { name: inventedUnit.name }).click()
        await app.page.getByText('Not tested').first().waitFor({ state: 'attached' })
        await recommend(app.page, '5e', words)
        await app.answerSave(reply)
        await app.page.getByRole('button', { name: 'Sign the reply and save it' }).click()
        await app.page.getByText(/^reply-.* is saved$/).waitFor()
      })

      test('the unit takes the reply in, and sets an action for what was found', async () => {
        await open(ward)
        const { page } = app
        await signIn(page, inventedPeople.wardManager.signInName)
        await page.getByRole('link', { name: 'Assurance', exact: true }).click()
        await page.getByRole('link', { name: 'Visits and audits' }).click()
        await page.getByRole('link', { name: 'Take in a reply' }).click()
        await app.answerOpen(reply)
        await page.getByRole('button', { name: 'Choose the file' }).click()
        await page.getByText('Nothing was changed since it was signed').waitFor()
        await page.getByLabel(/^Who told you the desk/).fill('C. Abara, by telephone')
        await page.getByRole('button', { name: 'Take it in' }).click()
        await page.getByRole('link', { name: /^Reply of South East quality team/ }).click()
        await page.getByText(words).waitFor()
        await page.getByRole('link', { name: 'Set an action' }).click()
        await page.getByLabel('What is to be done').waitFor()
      })
    },
  )
}
