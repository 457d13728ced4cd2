import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testNhsNumber } from '#domain/shared/nhs-number.ts'
import { startTestUnit, testPassword } from '../support/app.ts'
import type { RunningApp } from '../support/driver/app-driver.ts'
import { drivers } from '../support/driver/open-app.ts'
import { readPdf } from '../support/read-pdf.ts'
import { signIn } from '../support/steps/main-job.ts'
import {
  answerClauses,
  arriveNow,
  decide,
  lookUp,
  override,
  receiveMustKnows,
  recordInterimOrder,
  type StepReferral,
  takeReferral,
} from '../support/steps/referral.ts'

const night = '2026-11-23T02:05:00.000Z'
const today = '2026-11-23'
const referrer = {
  name: 'Ada Crisis',
  telephone: '01632 960 111',
  role: 'Crisis nurse',
  organisation: 'Westmarch Crisis Team',
  type: 'Crisis',
}
const person = (givenName: string, familyName: string, bornOn: string, number: number) => ({
  givenName,
  familyName,
  bornOn,
  nhsNumber: testNhsNumber(number),
})
const family = (name: string, number: number, babies: readonly string[]): StepReferral => ({
  referrer,
  mother: person('Nia', name, '1996-02-03', number),
  babies: babies.map((baby, index) => person(baby, name, '2026-09-14', number + 1 + index)),
  planned: false,
  reason: 'Postpartum psychosis; the crisis team is with her',
  status: 'Informal',
  socialCare: 'No',
})

for (const driver of drivers) {
  const missing = driver.missing()
  const title = missing ? `${driver.name} (skipped: ${missing})` : driver.name

  describe.skipIf(missing !== undefined)(`Referrals in ${title}`, () => {
    // A unit with an account for each role: two people sign an override.
    const place = { folder: '' }
    let app: RunningApp
    const shot = async (name: string) => {
      const folder = process.env.MBU_PICTURES
      if (folder) await app.page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
    }

    beforeAll(async () => {
      const unit = await startTestUnit(night)
      place.folder = unit.folder
      unit.app.shutdown()
      app = await driver.open({
        folder: place.folder,
        clock: night,
        size: { width: 1366, height: 768 },
      })
      app.page.setDefaultTimeout(20_000)
      await signIn(app.page, 'ward-manager', testPassword)
    })
    afterAll(async () => {
      await app?.close()
      rmSync(place.folder, { recursive: true, force: true })
    })
    const held = () => app.page.getByRole('heading', { name: /^The offer is held by/ })
    const panel = () => app.page.getByRole('complementary')

    describe('an unplanned admission at night with three unknowns', () => {
      const unknown = ['ADM-R-02', 'ADM-R-06', 'ADM-R-14']

      test('is taken by the keyboard alone in under 25 fields', async () => {
        const inputs = await takeReferral(app.page, family('Nightingale', 7_100, ['Gwen']))
        await held().waitFor()
        await shot('referral-held')
        expect(inputs).toBeLessThan(25)
      })

      test('is held by the three that nobody knows, each with what would release it', async () => {
        await answerClauses(app.page, today)
        await lookUp(app.page, [/^Gwen/], /^No flag/)
        await receiveMustKnows(app.page, today, unknown)
        await app.page.getByRole('heading', { name: 'The offer is held by 3' }).waitFor()
        const words = (await panel().textContent()) ?? ''
        expect(words.match(/To release it:/g)).toHaveLength(3)
        for (const id of unknown)
          expect(
            await panel()
              .getByRole('button', { name: `Go to it: ${id}` })
              .count(),
          ).toBe(1)
        await shot('referral-three-unknowns')
      })

      test('is let through by two people, and offered with a bed', async () => {
        for (const id of unknown)
          await override(app.page, id, { signInName: 'consultant' }, testPassword)
        await app.page.getByRole('heading', { name: 'Nothing holds the offer' }).waitFor()
        await decide(app.page, 'Offered', testPassword, async () => undefined)
        await app.page.getByRole('heading', { name: /^Offered/ }).waitFor()
        expect(await panel().textContent()).toContain('Arrive')
        await shot('referral-offered')
      })

      test('keeps the three deadlines on the list after she has come', async () => {
        await arriveNow(app.page, [/^Gwen/])
        await app.page.getByRole('link', { name: 'Referrals', exact: true }).click()
        const row = app.page.getByRole('row').filter({ hasText: 'Nia Nightingale' })
        await row
          .getByText(/Get what was overridden/)
          .first()
          .waitFor()
        await app.page.getByRole('link', { name: 'Beds', exact: true }).click()
        await app.page
          .getByRole('row')
          .filter({ hasText: 'Nia Nightingale' })
          .getByRole('link', { name: /^Leaves/ })
          .waitFor()
        await shot('beds')
      })
    })

    describe('a refusal', () => {
      test('says why, where else to turn, and tells the referrer by a letter', async () => {
        await takeReferral(app.page, family('Partridge', 7_200, ['Tom']))
        await answerClauses(app.page, today, { 'ADM-X-01': 'Yes' })
        await panel()
          .getByText(/parenting assessment/)
          .first()
          .waitFor()
        await decide(app.page, 'Declined', testPassword, async () => {
          await app.page
            .getByLabel('Reason', { exact: true })
            .selectOption({ label: 'Sought only for a parenting assessment' })
          await app.page.getByLabel(/^Residential family centre/).check()
        })
        const path = join(place.folder, 'letter.pdf')
        await app.answerSave(path)
        await app.page
          .getByRole('button', { name: 'Letter to the referrer: declined as PDF' })
          .click()
        await app.page.getByText(/is saved$/).waitFor()
        const { text } = await readPdf(readFileSync(path))
        expect(text).toContain('We cannot offer a place')
        expect(text).toContain('Residential family centre')
        await shot('referral-declined')
      })

      test('stays on the list until the referrer has been told', async () => {
        await app.page.getByRole('link', { name: 'Record that the referrer was told' }).click()
        await app.page.getByLabel('Who was told: name and role').fill('Ada Crisis, crisis nurse')
        await app.page.getByLabel(/^How: by telephone/).fill('By telephone, letter sent')
        await app.page.getByRole('button', { name: 'Now' }).click()
        await app.page.getByRole('button', { name: 'Record that the referrer was told' }).click()
        await app.page.getByText(/^Referrer told \d/).waitFor()
        await app.page.getByRole('link', { name: 'Referrals', exact: true }).click()
        await app.page.getByRole('heading', { level: 1, name: 'Referrals' }).waitFor()
        await app.page
          .getByRole('row')
          .filter({ hasText: 'Nia Partridge' })
          .waitFor({ state: 'detached' })
        await app.page.getByRole('searchbox').fill('partridge')
        await app.page
          .getByRole('row')
          .filter({ hasText: 'Nia Partridge' })
          .getByText('Declined')
          .waitFor()
        await shot('referral-found')
      })
    })

    describe('twins, one on an interim care order', () => {
      const open = () => app.page.getByRole('link', { name: 'Nia Swallow' }).first().click()

      test('are taken in one call, and the order of one makes social care a must-know for both', async () => {
        const twins = family('Swallow', 7_300, ['Ifan', 'Mali'])
        await takeReferral(app.page, { ...twins, socialCare: 'Not known' })
        await recordInterimOrder(app.page, /^Legal status: Ifan/, today)
        await open()
        await held().waitFor()
        for (const id of ['ADM-R-08', 'ADM-R-09'])
          expect(
            await panel()
              .getByRole('button', { name: `Go to it: ${id}` })
              .count(),
          ).toBe(1)
      })

      test('are not offered a place until each of them has been looked up', async () => {
        await answerClauses(app.page, today)
        await receiveMustKnows(app.page, today)
        await lookUp(app.page, [/^Ifan/], /^Looked after/)
        await app.page.getByRole('heading', { name: 'The offer is held by 1' }).waitFor()
        await shot('twins-one-looked-up')
        await lookUp(app.page, [/^Mali/], /^No flag/)
        await app.page.getByRole('heading', { name: 'Nothing holds the offer' }).waitFor()
      })

      test('have duties to others from the offer on, before they are pairs here', async () => {
        await decide(app.page, 'Offered', testPassword, async () => undefined)
        await app.page.getByRole('heading', { name: /^Offered/ }).waitFor()
        await app.page.getByRole('link', { name: /^Duties/ }).click()
        await app.page
          .getByText(/Referred, Ifan Swallow: Referral accepted/)
          .first()
          .waitFor()
        await shot('twins-duties')
      })

      test('are two pairs in one bed, each with its own legal status on the board', async () => {
        await app.page.getByRole('link', { name: 'Referrals', exact: true }).click()
        await open()
        await arriveNow(app.page, [/^Ifan/, /^Mali/])
        await app.page.getByRole('link', { name: 'Board', exact: true }).click()
        const card = app.page.getByRole('article').filter({ hasText: 'Swallow' })
        await card.getByText(/Ifan/).first().waitFor()
        const words = (await card.textContent()) ?? ''
        expect(words).toContain('Mali')
        expect(words.match(/interim care order/gi)).toHaveLength(1)
        await shot('twins-board')
      })
    })
  })
}
