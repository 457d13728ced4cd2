import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PrintDocument } from '#domain/shared/print-document.ts'
import { makePdf } from '../../electron/platform/pdf/make-pdf.ts'
import { startTestUnit, type TestUnit, testPassword } from '../support/app.ts'
import { allSign, expectDocument, nameNurses, receiveDocument } from '../support/documents.ts'
import type { RunningApp } from '../support/driver/app-driver.ts'
import { drivers } from '../support/driver/open-app.ts'
import { readPdf } from '../support/read-pdf.ts'
import { fillInstant, lock, signIn } from '../support/steps/main-job.ts'

const report: PrintDocument = {
  title: 'Addendum',
  date: '2026-11-23',
  marking: 'Invented',
  footer: 'Westmarch Council',
  cover: null,
  blocks: [
    { kind: 'heading', level: 1, text: 'Addendum to the chronology' },
    { kind: 'heading', level: 1, text: 'A third child', newPage: true },
  ],
}

for (const driver of drivers) {
  const missing = driver.missing()
  const title = missing ? `${driver.name} (skipped: ${missing})` : driver.name

  describe.skipIf(missing !== undefined)(`A late social-work report in ${title}`, () => {
    let unit: TestUnit
    let app: RunningApp

    // A baby under an interim care order; the first report was signed by all five who must.
    beforeAll(async () => {
      unit = await startTestUnit('2026-11-23T09:00:00.000Z')
      await unit.onShift('nurse', true)
      await unit.onShift('nursery-nurse')
      const nurse = unit.as('nurse')
      const family = await unit.arrive({ bed: 0, motherName: 'Siân', babyName: 'Osian' })
      await nurse.ok('people.addLegalStatus', {
        personId: family.babyId,
        code: 'LEG-07',
        startsAt: '2026-11-20T09:00:00.000Z',
        endsAt: '2027-01-20T09:00:00.000Z',
        authority: 'Westmarch Council',
        basis: { kind: 'document', document: 'Sealed order', on: '2026-11-23' },
      })
      await nameNurses(unit, family.stayId)
      const documentId = await expectDocument(nurse, family.stayId)
      await receiveDocument(nurse, documentId, unit.clock.now())
      await allSign(unit, documentId)
      unit.app.shutdown()
      app = await driver.open({
        folder: unit.folder,
        clock: '2026-11-23T15:00:00.000Z',
        size: { width: 1366, height: 768 },
      })
      app.page.setDefaultTimeout(15_000)
    })
    afterAll(async () => {
      await app?.close()
      unit.close()
    })

    const card = () => app.page.getByRole('article', { name: 'Bed 1', exact: true })
    const openHistory = async () => {
      await app.page.getByRole('link', { name: 'Board', exact: true }).click()
      await card().getByRole('link', { name: 'Bed 1', exact: true }).click()
      await app.page.getByRole('link', { name: /^History in full/ }).click()
      await app.page.getByRole('heading', { level: 1, name: 'History' }).waitFor()
    }
    const parts = async () =>
      (await app.page.getByRole('table', { name: 'Who has to read it' }).innerText()).replace(
        /\s+/g,
        ' ',
      )

    test('everything is read: the card of the bed says nothing of documents', async () => {
      await signIn(app.page, 'nurse', testPassword)
      await card().waitFor()
      expect(
        await card()
          .getByText(/^unread/)
          .count(),
      ).toBe(0)
    })

    test('a file that is no PDF is refused in words; the addendum is taken, and nothing typed is lost', async () => {
      await openHistory()
      await app.page.getByRole('link', { name: 'Social-work chronology', exact: true }).click()
      await app.page.getByRole('link', { name: 'Something new was received' }).click()
      const { page } = app
      await page.getByLabel('Title on the document').fill('Addendum to the chronology')
      await page.getByLabel(/^Written by/).fill('J. Reed, social worker')
      await fillInstant(page, /^When was it received/, new Date('2026-11-23T14:30:00.000Z'))
      const [wrong, right] = ['wrong.pdf', 'addendum.pdf'].map((name) => join(unit.folder, name))
      writeFileSync(wrong ?? '', 'PK\u0003\u0004 not a PDF')
      writeFileSync(right ?? '', await makePdf(report))
      await app.answerOpen(wrong ?? '', right ?? '')
      await page.getByRole('button', { name: 'Choose a file' }).click()
      await page
        .getByText(/This is not a PDF/)
        .first()
        .waitFor()
      await page.getByRole('button', { name: 'Choose a file' }).click()
      await page.getByText('addendum.pdf').waitFor()
      expect(await page.getByLabel(/^Written by/).inputValue()).toBe('J. Reed, social worker')
      await page.getByRole('button', { name: 'Record what was received' }).click()
      await page.getByText('It has changed since it was read: it is to be read again').waitFor()
    })

    test('all five signatures are open again at once, and the board shows it', async () => {
      expect((await parts()).match(/Changed since/g)).toHaveLength(5)
      const shift = app.page.getByRole('region', { name: 'Who on this shift has read it' })
      expect((await shift.innerText()).match(/Not read/g)).toHaveLength(2)
      await app.page.getByRole('link', { name: 'Board', exact: true }).click()
      await card().getByText('unread 1').waitFor()
    })

    test('the consultant is asked for it first of all, reads the pages, and signs with a line', async () => {
      const { page } = app
      await lock(page)
      await signIn(page, 'consultant', testPassword)
      await card().getByRole('link', { name: 'Bed 1', exact: true }).click()
      const mine = page.getByRole('region', { name: 'You have to read' })
      expect(await mine.innerText()).toContain('Changed since it was read')
      await mine.getByRole('link', { name: 'Social-work chronology' }).click()
      for (const name of ['Page 1 of 2', 'Page 2 of 2']) {
        await page.getByRole('img', { name }).scrollIntoViewIfNeeded()
        // What flies past the eyes within a frame is not read: a page is in view for a moment.
        await page.waitForTimeout(500)
      }
      await page.getByLabel(/^What it means/).fill('A third child: not alone at night')
      await page.getByLabel(/^Your password/).fill(testPassword)
      await page.getByRole('button', { name: 'Sign that I have read it' }).click()
      await page.getByText('A third child: not alone at night').waitFor()
      await page
        .getByText(/^2 of 2 pages in view/)
        .first()
        .waitFor()
      expect((await parts()).match(/Changed since/g)).toHaveLength(4)
    })

    test('the page of history tells of the report and who has read it, also on paper', async () => {
      const { page } = app
      await openHistory()
      await page.getByRole('link', { name: 'One page of history' }).click()
      const row = page.getByRole('row', { name: /Interim care order/ })
      expect(await row.innerText()).toContain('Document seen: Sealed order')
      const saved = join(unit.folder, 'history.pdf')
      await app.answerSave(saved)
      await page.getByRole('button', { name: 'Print (PDF)' }).click()
      await expect
        .poll(
          async () =>
            (await readPdf(readFileSync(saved)).catch(() => ({ text: '' }))).text.replace(
              /\s+/g,
              ' ',
            ),
          { timeout: 15_000 },
        )
        .toContain('Interim care order, Westmarch Council')
    })
  })
}
