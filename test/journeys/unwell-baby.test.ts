import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { RunningApp } from '../support/driver/app-driver.ts'
import { drivers, temporaryFolder } from '../support/driver/open-app.ts'
import { inventedFamily, inventedPeople, inventedUnit } from '../support/steps/invented-family.ts'
import { admit, assess, firstRun, signIn } from '../support/steps/main-job.ts'
import {
  answerInfection,
  observe,
  raiseConcern,
  signOutcome,
} from '../support/steps/unwell-baby.ts'

for (const driver of drivers) {
  const missing = driver.missing()
  const title = missing ? `${driver.name} (skipped: ${missing})` : driver.name

  describe.skipIf(missing !== undefined)(`An unwell baby in ${title}`, () => {
    const place = temporaryFolder()
    let app: RunningApp

    beforeAll(async () => {
      app = await driver.open({
        folder: place.folder,
        clock: '2026-11-23T03:05:00.000Z',
        size: { width: 1366, height: 768 },
      })
      app.page.setDefaultTimeout(15_000)
      await firstRun(app.page, inventedUnit, inventedPeople)
      await signIn(app.page, inventedPeople.wardManager.signInName)
      await admit(app.page, 'Bed 1', inventedFamily)
      await assess(app.page, /^Close/)
    })
    afterAll(async () => {
      await app?.close()
      place.remove()
    })

    const now = () => app.page.getByRole('region', { name: 'What to do now' })
    const card = () => app.page.getByRole('article', { name: 'Bed 1', exact: true })

    test('a concern is raised in two clicks, and its clock runs', async () => {
      await raiseConcern(app.page, /^Baby concern about Osian/)
      await now().getByText('First set of observations').waitFor()
      expect(await app.page.getByRole('timer').textContent()).toMatch(/^00:0\d:\d\d$/)
      expect(await now().textContent()).toContain(inventedPeople.wardManager.name)
    })

    test('heart rate 165, settled, infection possible: the next step is 999, with its limit', async () => {
      await observe(app.page, { 'Breathing rate': '44', 'Heart rate': '165', Temperature: '37.4' })
      await answerInfection(app.page, 'Not sure', 'Hot to touch, and no other cause is known')
      await now().getByText('Call 999').waitFor()
      expect(await now().textContent()).toMatch(/limit \d\d:\d\d: \d:\d\d left/)
      const sepsis = app.page.getByRole('region', { name: /^Suspected sepsis/ })
      expect(await sepsis.textContent()).toContain('HIGH RISK')
      expect(await app.page.getByRole('region', { name: /^National PEWS/ }).count()).toBe(1)
    })

    test('the board shows the clock and the next step, and every bed without a scroll', async () => {
      await app.page.getByRole('link', { name: 'Board', exact: true }).click()
      await card().getByText('Call 999').waitFor()
      expect(await card().getByRole('timer').count()).toBe(1)
      expect(
        await app.page.evaluate(() => document.documentElement.scrollHeight <= window.innerHeight),
      ).toBe(true)
    })

    test('the clock goes on while the app is killed and opened again', async () => {
      await app.kill()
      await app.restart()
      app.page.setDefaultTimeout(15_000)
      await signIn(app.page, inventedPeople.wardManager.signInName)
      await card()
        .getByRole('link', { name: /EPISODE/ })
        .click()
      await now().getByText('Call 999').waitFor()
    })

    test('999 is connected with one press, and who goes with the baby comes next', async () => {
      await app.page.getByRole('button', { name: '999 is connected' }).click()
      await now().getByText('Decide who goes with the baby').waitFor()
    })

    test('only the outcome stops the clock, and the card is as before', async () => {
      await signOutcome(app.page, /^Reviewed and well/, 'Observe hourly until the morning')
      await app.page.getByRole('link', { name: 'Board', exact: true }).click()
      await card().getByText('CLOSE').first().waitFor()
      expect(await card().getByText('EPISODE').count()).toBe(0)
    })
  })
}
