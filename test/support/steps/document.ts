import type { Page } from 'playwright-core'
import { fillInstant } from './main-job.ts'

/** The steps of history review as a person does them on the screens. */

/** From the page of a stay to the register of its documents. */
export async function openRegister(page: Page): Promise<void> {
  await page.getByRole('link', { name: /^History in full/ }).click()
  await page.getByRole('heading', { level: 1, name: 'History' }).waitFor()
  await page.getByRole('region', { name: 'Register of documents' }).waitFor()
}

/** Puts a document about the whole family on the register that is open; ends there again. */
export async function expectDocument(
  page: Page,
  document: { kind: RegExp; title: string; holder: string },
): Promise<void> {
  await page.getByRole('link', { name: 'Add a document' }).click()
  const kind = page.getByLabel('Kind of document')
  const options = await kind.locator('option').allTextContents()
  await kind.selectOption({ label: options.find((one) => document.kind.test(one)) ?? '' })
  await page.getByLabel(/^Title, as it will be known here/).fill(document.title)
  await page.getByLabel(/^Who holds it/).fill(document.holder)
  await page.getByLabel(/^The mother, or the whole family/).check()
  await page.getByRole('button', { name: 'Put it on the register' }).click()
  await page.getByRole('heading', { level: 1, name: 'History' }).waitFor()
}

/** Records from the register that a document came now, with its file; ends on its page. */
export async function receiveDocument(
  page: Page,
  document: { title: string; author: string; file: string },
  answerOpen: (...paths: string[]) => Promise<void>,
): Promise<void> {
  await page
    .getByRole('table')
    .getByRole('link', { name: document.title, exact: true })
    .first()
    .click()
  await page.getByRole('link', { name: /^(Received|Something new was received)$/ }).click()
  await page.getByLabel('Title on the document').fill(document.title)
  await page.getByLabel(/^Written by/).fill(document.author)
  await fillInstant(page, /^When was it received/, new Date())
  await answerOpen(document.file)
  await page.getByRole('button', { name: 'Choose a file' }).click()
  await page.getByText(document.file.split(/[\\/]/).at(-1) ?? '').waitFor()
  await page.getByRole('button', { name: 'Record what was received' }).click()
  await page.getByRole('region', { name: 'Who has to read it' }).waitFor()
}

/** Reads the pages of the document that is open and signs it with what it means. */
export async function readAndSign(
  page: Page,
  significance: string,
  password: string,
): Promise<void> {
  await page
    .getByRole('img', { name: /^Page \d+ of \d+$/ })
    .last()
    .scrollIntoViewIfNeeded()
  await page.getByLabel(/^What it means/).fill(significance)
  await page.getByLabel(/^Your password/).fill(password)
  await page.getByRole('button', { name: 'Sign that I have read it' }).click()
  await page.getByText(significance).first().waitFor()
}
