import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestUnit, type TestUnit, testPassword } from '../support/app.ts'
import { expectDocument, nameNurses, receiveDocument } from '../support/documents.ts'
import type { RunningApp } from '../support/driver/app-driver.ts'
import { drivers } from '../support/driver/open-app.ts'
import { takePicture } from '../support/driver/take-picture.ts'
import { signIn } from '../support/steps/main-job.ts'
import { answerEvents, wholeDecision } from '../support/supervision.ts'

// The clocks go back at 02:00 on 25 October 2026: 01:30 comes twice, the second time at 01:30 UTC.
const evening = '2026-10-24T18:00:00.000Z'
const firstTime = '2026-10-25T00:30:00.000Z'
const secondTime = '2026-10-25T01:30:00.000Z'

for (const driver of drivers) {
  const missing = driver.missing()
  const title = missing ? `${driver.name} (skipped: ${missing})` : driver.name

  describe.skipIf(missing !== undefined)(`Supervision through a night in ${title}`, () => {
    let unit: TestUnit
    let app: RunningApp

    beforeAll(async () => {
      unit = await startTestUnit(evening)
      await unit.onShift('nurse', true)
      const nurse = unit.as('nurse')
      const family = await unit.arrive({ bed: 0, motherName: 'Siân', babyName: 'Osian' })
      await nurse.ok('supervision.decide', {
        ...wholeDecision(family.pairId, 'SUP-2', evening),
        reviewDueAt: secondTime,
      })
      const other = await unit.arrive({ bed: 1, motherName: 'Danuta', babyName: 'Noah' })
      await nurse.ok('supervision.decide', wholeDecision(other.pairId, 'SUP-2', evening, 48))
      await unit.as('ward-manager').signIn()
      await nameNurses(unit, other.stayId)
      const statement = { classId: 'DOC-18', title: 'Statement of the mother to the court' }
      const id = await expectDocument(nurse, other.stayId, statement)
      await receiveDocument(nurse, id, unit.clock.now(), {
        summary: '',
        writtenOn: '2026-10-20',
      })
      await answerEvents(unit, other.pairId)
      unit.app.shutdown()
      app = await driver.open({
        folder: unit.folder,
        clock: firstTime,
        size: { width: 1366, height: 768 },
      })
      app.page.setDefaultTimeout(15_000)
    })
    afterAll(async () => {
      await app?.close()
      unit.close()
    })

    const seen = (name: string) => takePicture(app, name)
    const card = (bed: string) => app.page.getByRole('article', { name: bed, exact: true })
    const boardAt = async (instant: string) => {
      await app.setClock(instant)
      await app.reload()
      await app.page.getByLabel('Sign-in name').waitFor()
      await signIn(app.page, 'nurse', testPassword)
      await card('Bed 1').waitFor()
    }

    test('a level that runs out at 01:30, the second time round, holds through the first', async () => {
      for (const instant of [firstTime, '2026-10-25T00:59:00.000Z', '2026-10-25T01:29:00.000Z']) {
        await boardAt(instant)
        expect(await card('Bed 1').textContent()).not.toContain('fallback')
      }
      await seen('board')
    })

    test('it falls back to constant at 01:30 the second time, and the board says since when', async () => {
      await boardAt('2026-10-25T01:31:00.000Z')
      await card('Bed 1').getByText('fallback: review overdue').first().waitFor()
      expect(await card('Bed 1').textContent()).toContain('Constant')
      expect(await app.page.textContent('body')).toContain('supervision review')
      await card('Bed 1').getByRole('link', { name: 'Bed 1', exact: true }).click()
      await app.page.getByRole('link', { name: /^Supervision in full/ }).click()
      await app.page
        .getByText(/Fallback: the review was due/)
        .first()
        .waitFor()
      await seen('fallback')
    })

    test('lowering is refused while a court statement is unread, and nothing typed is lost', async () => {
      const { page } = app
      await page.getByRole('link', { name: 'Board', exact: true }).click()
      await card('Bed 2').getByRole('link', { name: 'Bed 2', exact: true }).click()
      await page.getByRole('link', { name: /^Supervision in full/ }).click()
      await page.getByRole('link', { name: 'Review: renew or change' }).click()
      await page.getByLabel('Level: Visit home').waitFor()
      for (const level of await page.getByLabel(/^Level: /).all()) await level.selectOption('SUP-3')
      await page.getByLabel('Why there: Visit home').fill('Her brother lives there')
      await page
        .getByRole('group', { name: 'When was it decided?' })
        .getByRole('button', { name: 'Now' })
        .click()
      await page.getByRole('button', { name: 'The latest that is allowed' }).click()
      for (const no of await page.getByRole('radio', { name: 'No', exact: true }).all())
        await no.check()
      await page.getByLabel('Reason for these levels').fill('Settled all week')
      await page.getByLabel(/^What was seen/).fill('Nursing notes')
      await page.getByLabel(/^Who decided together/).fill('Consultant, ward manager, primary nurse')
      await page.getByLabel(/^Sign-in name of the second person/).fill('ward-manager')
      await page.getByLabel('Password of the second person').fill(testPassword)
      await page.getByLabel(/^Your password/).fill(testPassword)
      await seen('lowering')
      await page.getByRole('button', { name: 'Sign the assessment' }).click()
      await page.getByRole('heading', { name: 'There is a problem' }).waitFor()
      await seen('problem')
      await page
        .getByText(/A risk-critical document has not been read/)
        .first()
        .waitFor()
      await seen('refused')
      expect(await page.getByLabel('Why there: Visit home').inputValue()).toBe(
        'Her brother lives there',
      )
      await page.getByRole('link', { name: 'Board', exact: true }).click()
      expect(await card('Bed 2').textContent()).toContain('Close')
    })
  })
}
