import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { unzipSync, zipSync } from 'fflate'
import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildReport } from '#domain/assurance/build-report.ts'
import { measuresOfReport } from '#domain/assurance/report-model.ts'
import { shippedChromium } from '../../build/chromium-host/shipped-chromium.ts'
import { contentHash } from '../../electron/features/assurance/content-hash.ts'
import { makePseudonyms } from '../../electron/features/assurance/pseudonyms.ts'
import { newSigningPair } from '../../electron/platform/store/signing-pair.ts'
import { sampleInput } from '../support/assurance/sample-input.ts'
import { samplePack, zipOf } from '../support/assurance/sample-pack.ts'
import { temporaryFolder } from '../support/driver/open-app.ts'

const program = await shippedChromium()
const model = buildReport(sampleInput(), { pseudonym: makePseudonyms().of, hash: contentHash })
const place = temporaryFolder()
const zip = join(place.folder, 'pack.zip')
const page = join(place.folder, 'viewer.html')

/** A commissioner’s browser: no app, no account, and the network switched off. */
describe.skipIf(program === undefined)('the viewer of a sealed pack, opened from a disk', () => {
  let browser: Browser
  beforeAll(async () => {
    const files = await samplePack(model, [newSigningPair()])
    writeFileSync(zip, zipOf(files))
    writeFileSync(page, files.get('viewer.html') ?? new Uint8Array())
    browser = await chromium.launch({
      executablePath: program?.path ?? '',
      env: { ...process.env, ...program?.env },
      args: ['--no-sandbox', '--headless'],
    })
  })
  afterAll(async () => {
    await browser.close()
    place.remove()
  })

  const open = async () => {
    const context = await browser.newContext({ offline: true })
    const tab = await context.newPage()
    const faults: string[] = []
    tab.on('pageerror', (error) => faults.push(String(error)))
    tab.on('console', (said) => said.type() === 'error' && faults.push(said.text()))
    await tab.goto(pathToFileURL(page).href)
    return { tab, faults }
  }

  test('verifies the whole by the ZIP, and says whom to ask for the fingerprint', async () => {
    const { tab, faults } = await open()
    await tab.getByLabel('The sealed pack (ZIP)').setInputFiles(zip)
    await tab.getByText('Every byte is as it was sealed').waitFor()
    expect(await tab.getByRole('status').innerText()).toMatch(/([0-9A-F]{4} ?){8}[\s\S]*telephone/)
    expect(faults).toEqual([])
  })

  test('names the file that was changed, and says when another pack was chosen', async () => {
    const { tab } = await open()
    const files = unzipSync(readFileSync(zip))
    const changed = join(place.folder, 'changed.zip')
    const other = Buffer.from(files['csv/measures.csv'] ?? [])
    other[10] = (other[10] ?? 0) ^ 1
    const put = {
      ...files,
      'csv/measures.csv': new Uint8Array(other),
      'more.txt': new Uint8Array([1]),
    }
    writeFileSync(changed, zipSync(put, { level: 0 }))
    await tab.getByLabel('The sealed pack (ZIP)').setInputFiles(changed)
    await tab.getByText('This pack is not as it was sealed').waitFor()
    const said = await tab.getByRole('status').innerText()
    expect(said).toContain('csv/measures.csv was changed')
    expect(said).toContain('more.txt was added')
    const stranger = join(place.folder, 'stranger.zip')
    const elsewhere = buildReport(sampleInput({ version: 9 }), {
      pseudonym: makePseudonyms().of,
      hash: contentHash,
    })
    writeFileSync(stranger, zipOf(await samplePack(elsewhere, [newSigningPair()])))
    await tab.getByLabel('The sealed pack (ZIP)').setInputFiles(stranger)
    await tab.getByText('it is not the pack of this page').waitFor()
  })

  test('opens every figure of a measure to just the records that it counts, zeros too', async () => {
    const { tab } = await open()
    const measure = measuresOfReport(model).find(({ measure: { id } }) => id === '5a-1')?.measure
    if (!measure) throw new Error('No measure')
    await tab.locator('summary', { hasText: '5a-1' }).first().click()
    const block = tab.locator('details', { hasText: '5a-1' }).first()
    for (const [name, many] of [
      ['Pass', measure.figure.pass],
      ['Fail', measure.figure.fail],
      ['Incomplete', measure.figure.incomplete],
      ['Not eligible', measure.figure.notEligible],
    ] as const) {
      await block.getByRole('button', { name: `${name} ${many}`, exact: true }).click()
      if (many === 0) await block.getByText(`${name}: no record`).waitFor()
      else
        expect(
          await block
            .getByRole('table', { name: /by pseudonym$/ })
            .locator('tbody > tr')
            .count(),
        ).toBe(many)
    }
  })
})
