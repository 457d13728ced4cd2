import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addMinutes } from '#domain/shared/calendar.ts'
import { startTestUnit, type TestUnit, testPassword } from '../support/app.ts'
import type { RunningApp } from '../support/driver/app-driver.ts'
import { drivers } from '../support/driver/open-app.ts'
import { takePicture } from '../support/driver/take-picture.ts'
import { fillInstant, lock, signIn } from '../support/steps/main-job.ts'
import { wholeDecision } from '../support/supervision.ts'

const start = '2026-11-23T10:00:00.000Z'
const outAt = addMinutes(start, 10)
const backAt = addMinutes(start, 130)
const basis = { kind: 'document', document: 'Copy in the file', on: '2026-11-20' }

for (const driver of drivers) {
  const missing = driver.missing()
  const title = missing ? `${driver.name} (skipped: ${missing})` : driver.name

  describe.skipIf(missing !== undefined)(`An overdue return with the baby in ${title}`, () => {
    let unit: TestUnit
    let app: RunningApp

    // An informal mother, general supervision, a child in need plan.
    beforeAll(async () => {
      unit = await startTestUnit('2026-11-23T09:00:00.000Z')
      await unit.onShift('nurse', true)
      const nurse = unit.as('nurse')
      const family = await unit.arrive({ bed: 0, motherName: 'Siân', babyName: 'Osian' })
      const status = { startsAt: unit.clock.now(), endsAt: null, basis }
      await nurse.ok('people.addMentalHealthAct', {
        personId: family.motherId,
        code: '01',
        ...status,
      })
      await nurse.ok('people.addLegalStatus', {
        personId: family.babyId,
        code: 'LEG-02',
        authority: 'Westmarch Council',
        ...status,
      })
      const decision = wholeDecision(family.pairId, 'SUP-3', unit.clock.now(), 24)
      await nurse.ok('supervision.decide', decision)
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

    const seen = (name: string) => takePicture(app, name)
    const card = () => app.page.getByRole('article', { name: 'Bed 1', exact: true })
    const board = async () => {
      await app.page.getByRole('link', { name: 'Board', exact: true }).click()
      await card().waitFor()
    }
    const openLeave = async () => {
      await board()
      await card().getByRole('link', { name: 'Bed 1', exact: true }).click()
      await app.page.getByRole('link', { name: 'Leave', exact: true }).click()
      await app.page.getByRole('heading', { level: 1, name: 'Leave' }).waitFor()
    }
    const clockAt = async (minutes: number) => {
      await app.setClock(addMinutes(backAt, minutes))
      await app.reload()
      await app.page.getByLabel('Sign-in name').waitFor()
    }

    test('leave is asked for, and who goes along follows from the rules', async () => {
      const { page } = app
      await signIn(page, 'nurse', testPassword)
      await openLeave()
      await page.getByText('No leave has been asked for in this stay.').waitFor()
      await seen('empty')
      await page.getByRole('link', { name: 'Ask for leave' }).click()
      await page.getByRole('group', { name: 'Does the mother go?' }).getByLabel('Yes').check()
      await page.getByLabel('Osian').check()
      await page.getByLabel('Where they go').selectOption({ label: 'Community, with staff' })
      await page
        .getByRole('group', { name: /address that the agencies/ })
        .getByLabel('No')
        .check()
      await page.getByLabel(/^Telephone/).fill('07700 900123')
      await fillInstant(page, /^They leave at/, new Date(outAt))
      await fillInstant(page, /^They are back by/, new Date(outAt))
      await page.getByLabel('What for', { exact: true }).fill('To register the birth')
      await page.getByLabel('The mother').check()
      await seen('ask')
      await page.getByRole('button', { name: 'Ask for this leave' }).click()
      // Back before out: said at the field, and nothing typed is lost.
      await page.getByText('They would be back before they leave').first().waitFor()
      expect(await page.getByLabel('What for', { exact: true }).inputValue()).toBe(
        'To register the birth',
      )
      await fillInstant(page, /^They are back by/, new Date(backAt))
      await page.getByRole('button', { name: 'Ask for this leave' }).click()
      await page.getByText('To be decided').waitFor()
    })

    test('it is agreed by signature once the social worker was reached', async () => {
      const { page } = app
      await page.getByRole('link', { name: 'Decide it' }).click()
      await page.getByText('With the baby: an adult who was approved for it').waitFor()
      await page.getByLabel('Agreed, as the rules say').check()
      await page.getByLabel(/Your password/).fill(testPassword)
      await page.getByRole('button', { name: 'Sign the decision' }).click()
      await page
        .getByText(/Enter who was reached/)
        .first()
        .waitFor()
      await seen('decide-refused')
      await page.getByLabel(/^The adult who was approved/).fill('R. Grandmother')
      await page.getByLabel(/^Reached: Social worker/).fill('J. Reed')
      await fillInstant(page, /^At/, new Date(start))
      await page.getByLabel(/Your password/).fill(testPassword)
      await page.getByRole('button', { name: 'Sign the decision' }).click()
      await page.getByText('Agreed', { exact: true }).waitFor()
      await seen('agreed')
    })

    test('they leave: the card of the bed says that the baby is away, and until when', async () => {
      const { page } = app
      await clockAt(-120)
      await signIn(page, 'nurse', testPassword)
      await openLeave()
      await page.getByRole('link', { name: 'They have left' }).click()
      await fillInstant(page, /^They left at/, new Date(outAt))
      await page.getByLabel(/^Who went along/).fill('R. Grandmother')
      await page.getByRole('button', { name: 'Record that they left' }).click()
      await page.getByText('Away on leave').waitFor()
      await board()
      await card().getByText(/^AWAY/).waitFor()
      await seen('board-away')
      expect(await card().innerText()).toContain('back in')
    })

    test('late: the board and the lock screen count, by bed and without a name', async () => {
      const { page } = app
      await lock(page)
      await clockAt(5)
      const late = page.getByText(/baby late back from leave/).first()
      await late.waitFor()
      const words = await page.locator('body').innerText()
      expect(words).toContain('Bed 1')
      expect(words).not.toContain('Osian')
      await seen('lock-late')
      await signIn(page, 'nurse', testPassword)
      await card().waitFor()
      await page
        .getByText(/late back from leave/)
        .first()
        .waitFor()
      expect(await card().innerText()).toMatch(/back\s+5 min LATE/)
      await openLeave()
      await page.getByText('Late back from leave').waitFor()
      await page.getByText('The mother, on the number left for the leave').waitFor()
      await seen('late')
    })

    test('past its limit the next step is to begin the search; whom to tell is there at once', async () => {
      const { page } = app
      await lock(page)
      await clockAt(45)
      await signIn(page, 'nurse', testPassword)
      await openLeave()
      await page.getByText('Not back from leave: begin the steps for who is missing now').waitFor()
      await seen('overdue')
      await page.getByRole('link', { name: 'Begin the steps for who is missing' }).click()
      await page.getByLabel(/^Where and by whom last seen/).fill('Her telephone is off')
      await seen('missing-form')
      await page.getByRole('button', { name: 'Begin the steps for who is missing' }).click()
      await page.getByText('Mother and baby missing').first().waitFor()
      await page.getByText('Police: 999 where there is danger, else 101').waitFor()
      await seen('missing')
      await page.getByRole('link', { name: 'Whom to tell, what to say' }).click()
      await page.getByText('Baby missing, with the mother or without her').first().waitFor()
      const told = await page.locator('main').innerText()
      for (const whom of ['Police', 'Host local authority', 'Named nurse'])
        expect(told).toContain(whom)
      await seen('duties')
      await board()
      await card()
        .getByText(/^MISSING/)
        .waitFor()
      await seen('board-missing')
    })

    test('the return ends the search by name, and the review of supervision waits for its answer', async () => {
      const { page } = app
      await card()
        .getByText(/^MISSING/)
        .click()
      await page.getByRole('link', { name: 'They are back' }).click()
      await page.getByRole('group', { name: 'Is the mother back?' }).getByLabel('Yes').check()
      await page.getByLabel(/^How the mother was/).fill('Tearful, tired')
      await page.getByLabel('Osian').check()
      await page.getByLabel(/^How the baby was/).fill('Seen undressed by a nurse: no mark')
      await seen('back-form')
      await page.getByRole('button', { name: 'Record the return' }).click()
      await page.getByText('Missing before').waitFor()
      await page.getByText('Back on the unit').first().waitFor()
      await seen('back')
      await board()
      expect(await card().innerText()).not.toMatch(/AWAY|MISSING/)
      await card().getByRole('link', { name: 'Bed 1', exact: true }).click()
      await page.getByRole('link', { name: /^Supervision in full/ }).click()
      await page
        .getByText(/Leave taken or changed/)
        .first()
        .waitFor()
      await page
        .getByText(/Not back from leave: missing/)
        .first()
        .waitFor()
    })
  })
}
