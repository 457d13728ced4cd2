import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestUnit, type TestUnit, testPassword } from '../support/app.ts'
import type { RunningApp } from '../support/driver/app-driver.ts'
import { drivers } from '../support/driver/open-app.ts'
import { fillDate, lock, signIn } from '../support/steps/main-job.ts'

const night = '2026-11-24T02:10:00.000Z'
const nextMorning = '2026-11-24T09:00:00.000Z'
const dayAfterLeaving = '2026-11-28T09:00:00.000Z'
const newPassword = 'seven grey herons'

for (const driver of drivers) {
  const missing = driver.missing()
  const title = missing ? `${driver.name} (skipped: ${missing})` : driver.name

  describe.skipIf(missing !== undefined)(`Who may get in, in ${title}`, () => {
    let unit: TestUnit
    let app: RunningApp

    beforeAll(async () => {
      unit = await startTestUnit(night)
      await unit.onShift('nurse', true)
      await unit.arrive({ motherName: 'Siân', babyName: 'Osian' })
      unit.app.shutdown()
      app = await driver.open({
        folder: unit.folder,
        clock: night,
        size: { width: 1366, height: 768 },
      })
      app.page.setDefaultTimeout(15_000)
    })
    afterAll(async () => {
      await app?.close()
      unit.close()
    })

    const tryToSignIn = async (name: string, password: string) => {
      await app.page.getByLabel('Sign-in name').fill(name)
      await app.page.getByLabel('Password', { exact: true }).fill(password)
      await app.page.getByRole('button', { name: 'Sign in' }).click()
      await app.page.getByRole('heading', { name: 'There is a problem' }).waitFor()
    }
    /** The page asks the service for its time when it is loaded. */
    const later = async (instant: string) => {
      await app.setClock(instant)
      await app.reload()
      await app.page.getByLabel('Sign-in name').waitFor()
    }
    const goTo = (link: string) => app.page.getByRole('link', { name: link, exact: true }).click()
    const signAs = (password = testPassword) => app.page.getByLabel(/^Your password/).fill(password)

    describe('a forgotten password at night', () => {
      test('the sign-in says whom to go to, and nothing of the account', async () => {
        await tryToSignIn('nursery-nurse', 'something else entirely')
        const page = await app.page.innerText('body')
        expect(page).toContain('Go to the nurse in charge or the ward manager')
        expect(page).not.toContain('nursery-nurse person')
      })

      test('the nurse in charge is beside her: she types a new one and goes on with it at once', async () => {
        const { page } = app
        await signIn(page, 'nurse', testPassword)
        await goTo('People')
        await page.getByRole('button', { name: 'Somebody cannot get in' }).click()
        await page
          .getByRole('button', { name: 'Set a new password for nursery-nurse person' })
          .click()
        await page.getByLabel('I know them and they are here with me').check()
        await page.getByLabel('New password', { exact: true }).fill(newPassword)
        await page.getByLabel('The same password again').fill(newPassword)
        await page.getByLabel('Why', { exact: true }).fill('She forgot it after her leave')
        await signAs()
        await page.getByRole('button', { name: 'Set the new password' }).click()
        await page.getByRole('table', { name: 'Accounts' }).waitFor()
        await lock(page)
        await signIn(page, 'nursery-nurse', newPassword)
        await page.getByRole('article', { name: 'Bed 1', exact: true }).waitFor()
        await lock(page)
      })

      test('the next morning the administrator confirms it, and the list is empty', async () => {
        const { page } = app
        await later(nextMorning)
        await signIn(page, 'administrator', testPassword)
        await goTo('Administration')
        await page.getByRole('button', { name: 'Decide on the reset for nursery-nurse' }).click()
        await page.getByLabel('Yes', { exact: true }).check()
        await page.getByLabel('How you know').fill('I asked her at handover')
        await signAs()
        await page.getByRole('button', { name: 'Record the decision' }).click()
        await page.getByRole('region', { name: 'Password resets to confirm' }).waitFor({
          state: 'detached',
        })
      })
    })

    describe('a leaver', () => {
      test('is given the day on which they leave in the staff register', async () => {
        const { page } = app
        await goTo('Staff')
        await goTo('nursery-nurse person')
        await fillDate(page.locator('form'), 'Left the unit (optional)', '2026-11-27')
        await page.getByLabel('Why it is changed').fill('She moves to another trust')
        await page.getByRole('button', { name: 'Save the change' }).click()
        await page.getByRole('table', { name: 'Staff register' }).waitFor()
        await lock(page)
      })

      test('works until the end of that day', async () => {
        await later('2026-11-27T20:00:00.000Z')
        await signIn(app.page, 'nursery-nurse', newPassword)
        await lock(app.page)
      })

      test('gets in no more on the day after, and the account says why', async () => {
        const { page } = app
        await later(dayAfterLeaving)
        await tryToSignIn('nursery-nurse', newPassword)
        await signIn(page, 'administrator', testPassword)
        await goTo('Administration')
        const row = page.getByRole('row', { name: /nursery-nurse person/ })
        expect(await row.innerText()).toContain('Left the unit')
        await row.getByRole('link').click()
        await page
          .getByText(/By the staff register they left on 27 Nov/)
          .first()
          .waitFor()
      })

      test('and what they did stays under their name', async () => {
        const { page } = app
        await lock(page)
        await signIn(page, 'safeguarding-lead', testPassword)
        await goTo('Administration')
        await goTo('Audit')
        await page.getByText('nursery-nurse person').first().waitFor()
      })
    })
  })
}
