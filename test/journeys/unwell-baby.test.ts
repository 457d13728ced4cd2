import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contrast, hexOfRgb } from '../support/contrast.ts'
import type { RunningApp } from '../support/driver/app-driver.ts'
import { drivers, temporaryFolder } from '../support/driver/open-app.ts'
import { takePicture } from '../support/driver/take-picture.ts'
import { inventedFamily, inventedPeople, inventedUnit } from '../support/steps/invented-family.ts'
import { admit, assess, firstRun, signIn } from '../support/steps/main-job.ts'
import { fillInterimOrder } from '../support/steps/referral.ts'
import {
  answerInfection,
  leaveFor,
  markBruise,
  observe,
  raiseConcern,
  signOutcome,
  tellByEmail,
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
    const line = (text: RegExp) =>
      app.page
        .getByRole('list', { name: 'Open loops, overdue first' })
        .getByRole('button')
        .filter({ hasText: text })
        .first()
    const duty = () => app.page.getByRole('region', { name: /^Duty: / })
    const back = async () => {
      await app.page.getByRole('link', { name: 'Board', exact: true }).click()
      await card()
        .getByRole('link', { name: /EPISODE/ })
        .click()
    }
    const card = () => app.page.getByRole('article', { name: 'Bed 1', exact: true })

    test('a concern is raised in two clicks, and its clock runs', async () => {
      await raiseConcern(app.page, /^Baby concern about Osian/)
      await now().getByText('First set of observations').waitFor()
      expect(await app.page.getByRole('timer').textContent()).toMatch(/^00:0\d:\d\d$/)
      expect(await now().textContent()).toContain(inventedPeople.wardManager.name)
      await takePicture(app, 'unwell-1-concern')
    })

    test('the form fits a small screen, and the units beside its fields can be read in the dark', async () => {
      const { page } = app
      await page.setViewportSize({ width: 1024, height: 768 })
      await page.emulateMedia({ colorScheme: 'dark' })
      await page.getByRole('button', { name: 'Observations', exact: true }).click()
      const unit = page.locator('.nhsuk-input-wrapper__suffix').first()
      const [text = '', under = ''] = await unit.evaluate((node) => {
        const { color, backgroundColor } = getComputedStyle(node)
        return [color, backgroundColor]
      })
      expect(contrast(hexOfRgb(text), hexOfRgb(under))).toBeGreaterThan(4.5)
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth),
      ).toBe(true)
      await takePicture(app, 'unwell-1b-observe')
      await page.emulateMedia({ colorScheme: 'light' })
      await page.setViewportSize({ width: 1366, height: 768 })
      await page.getByRole('button', { name: 'Go back' }).first().click()
      await now().waitFor()
    })

    test('heart rate 165, settled, infection possible: the next step is 999, with its limit', async () => {
      await observe(app.page, { 'Breathing rate': '44', 'Heart rate': '165', Temperature: '37.4' })
      await answerInfection(app.page, 'Not sure', 'Hot to touch, and no other cause is known')
      await now().getByText('Call 999').waitFor()
      expect(await now().textContent()).toMatch(/limit \d\d:\d\d: \d:\d\d left/)
      const sepsis = app.page.getByRole('region', { name: /^Suspected sepsis/ })
      expect(await sepsis.textContent()).toContain('HIGH RISK')
      expect(await app.page.getByRole('region', { name: /^National PEWS/ }).count()).toBe(1)
      await takePicture(app, 'unwell-2-call-999')
    })

    test('the board shows the clock and the next step, and every bed without a scroll', async () => {
      await app.page.getByRole('link', { name: 'Board', exact: true }).click()
      await card().getByText('Call 999').waitFor()
      expect(await card().getByRole('timer').count()).toBe(1)
      expect(
        await app.page.evaluate(() => document.documentElement.scrollHeight <= window.innerHeight),
      ).toBe(true)
      await takePicture(app, 'unwell-3-board')
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
      await takePicture(app, 'unwell-4-who-goes')
    })

    test('only the outcome stops the clock, and the card is as before', async () => {
      await signOutcome(app.page, /^Reviewed and well/, 'Observe hourly until the morning')
      await app.page.getByRole('link', { name: 'Board', exact: true }).click()
      await card().getByText('CLOSE').first().waitFor()
      expect(await card().getByText('EPISODE').count()).toBe(0)
    })

    const baby = /^Baby concern about Osian/
    const figures = { 'Breathing rate': '44', 'Heart rate': '165', Temperature: '37.4' }

    test('the same heart rate, crying and well, infection ruled out: shown, not in the route', async () => {
      await raiseConcern(app.page, baby)
      await answerInfection(app.page, 'No', 'Crying for a feed; pink, warm, and settles when fed')
      await observe(app.page, figures, 'Crying')
      await now().getByText('Tell the nurse in charge').waitFor()
      expect(await now().textContent()).not.toContain('999')
      const sepsis = app.page.getByRole('region', { name: /^Suspected sepsis/ })
      expect(await sepsis.textContent()).toContain('HIGH RISK')
      expect(await sepsis.textContent()).toContain('a nurse or doctor has ruled it out')
      await takePicture(app, 'unwell-5-ruled-out')
      await signOutcome(app.page, /^Reviewed and well/, 'Fed and settled; observe in four hours')
    })

    test('a bruise in a baby who does not move about: paediatrics, the body map, children’s services at once', async () => {
      await raiseConcern(app.page, baby, ['Bruise or other injury', /^No: does not pull to stand/])
      await markBruise(app.page)
      const map = app.page.getByRole('region', { name: 'Bruise or injury' })
      for (const words of [
        'Speak to on-call paediatrics',
        'Refer to children',
        'Strategy discussion',
      ])
        expect(await map.textContent()).toContain(words)
      await takePicture(app, 'unwell-6-bruise')
      await app.page.getByRole('link', { name: /^Duties/ }).click()
      const services = line(/Emergency duty team.*Bruise/s)
      await services.click()
      expect(await duty().textContent()).toContain('at once')
      await back()
      await signOutcome(app.page, /^Reviewed and well/, 'Seen by the paediatrician: a birthmark')
    })

    test('green vomit under an interim care order at 3 a.m.: 999 or the emergency department now', async () => {
      await app.page.getByRole('link', { name: 'People', exact: true }).click()
      await app.page.getByRole('link', { name: 'Bed 1', exact: true }).click()
      await app.page.getByRole('link', { name: 'Record a legal status' }).click()
      await fillInterimOrder(app.page, '2026-11-23')
      await app.page.getByText('Interim care order').first().waitFor()
      await raiseConcern(app.page, baby, ['Green (bile) vomit'])
      await now().getByText('Call 999, or take the baby to the emergency department now').waitFor()
      await app.page.getByRole('button', { name: '999 is connected' }).click()
      await now().getByText('Decide who goes with the baby').waitFor()
      const escort = app.page.getByRole('region', { name: 'Escort and consent' })
      expect(await escort.textContent()).toMatch(/order/)
      await takePicture(app, 'unwell-7-green-vomit')
      await leaveFor(app.page, 'Children’s emergency department')
    })

    test('the emergency duty team is told within the hour, with the words to say', async () => {
      await app.page.getByRole('link', { name: /^Duties/ }).click()
      await line(/Emergency duty team.*emergency department/is).click()
      expect(await duty().textContent()).toContain('within 1 hour')
      expect(await duty().textContent()).toContain('Interim care order')
      await takePicture(app, 'unwell-8-duty')
      await tellByEmail(app.page, 'Sam Test, emergency duty team')
    })

    test('an acknowledgement that never comes names who is rung next', async () => {
      await app.setClock('2026-11-23T04:40:00.000Z')
      await app.reload()
      await signIn(app.page, inventedPeople.wardManager.signInName)
      await app.page.getByRole('link', { name: /^Duties/ }).click()
      await line(/No answer yet.*Emergency duty team/s).click()
      expect(await duty().textContent()).toMatch(/Next: /)
      await app.page.getByRole('button', { name: /^Acknowledged \(A\)/ }).waitFor()
      await takePicture(app, 'unwell-9-no-answer')
    })
  })
}
