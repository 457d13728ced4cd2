import { closeSync, openSync, readdirSync, readSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestUnit, type TestUnit, testPassword } from '../support/app.ts'
import type { RunningApp } from '../support/driver/app-driver.ts'
import { drivers } from '../support/driver/open-app.ts'
import { signIn } from '../support/steps/main-job.ts'

const start = '2026-11-23T09:00:00.000Z'
const later = '2026-11-23T09:40:00.000Z'

/** Turns one bit round in the last page of the records: a page that no sign-in reads. */
function flipOneBit(path: string): void {
  const file = openSync(path, 'r+')
  const at = statSync(path).size - 2048
  const byte = Buffer.alloc(1)
  readSync(file, byte, 0, 1, at)
  writeSync(file, Buffer.from([(byte[0] ?? 0) ^ 0b100]), 0, 1, at)
  closeSync(file)
}

for (const driver of drivers) {
  const missing = driver.missing()
  const title = missing ? `${driver.name} (skipped: ${missing})` : driver.name

  describe.skipIf(missing !== undefined)(`A restore after a bit-flip in ${title}`, () => {
    let unit: TestUnit
    let app: RunningApp

    // One family is in the backup; the other came after it.
    beforeAll(async () => {
      unit = await startTestUnit(start)
      await unit.arrive({ bed: 0, motherName: 'Siân', babyName: 'Osian' })
      await unit.as('administrator').ok('store.backUpNow')
      unit.clock.set(later)
      await unit.as('nurse').signIn()
      await unit.arrive({ bed: 1, motherName: 'Danuta', babyName: 'Noah' })
      unit.app.shutdown()
      flipOneBit(join(unit.folder, 'records.mbu'))
      app = await driver.open({
        folder: unit.folder,
        clock: later,
        size: { width: 1366, height: 768 },
      })
      app.page.setDefaultTimeout(20_000)
    })
    afterAll(async () => {
      await app?.close()
      unit.close()
    })

    const bed = (name: string) => app.page.getByRole('article', { name, exact: true })

    test('is found by itself: nobody works on with a damaged record', async () => {
      const { page } = app
      await page.getByLabel('Sign-in name').fill('nurse')
      await page.getByLabel('Password', { exact: true }).fill(testPassword)
      await page.getByRole('button', { name: 'Sign in' }).click()
      await page
        .getByRole('heading', { level: 1, name: 'The unit’s record cannot be opened' })
        .waitFor()
      const words = await page.innerText('body')
      expect(words).toContain('Nothing was deleted')
      expect(words).toContain('The last good backup is from 23 Nov 2026, 09:00')
      expect(words).not.toMatch(/Siân|Danuta|Osian|Noah/)
    })

    test('the last good backup is brought back by two people, who are told what is not in it', async () => {
      const { page } = app
      await page.getByRole('button', { name: /^Restore the backup of 23 Nov 2026/ }).click()
      await page.getByText('What was recorded after this backup is not in it').waitFor()
      await page.getByLabel('Why', { exact: true }).fill('The records file was damaged')
      await page.getByLabel(/^Your sign-in name/).fill('ward-manager')
      await page.getByLabel('Your password').fill(testPassword)
      await page.getByLabel(/^Sign-in name of the second person/).fill('administrator')
      await page.getByLabel('Password of the second person').fill(testPassword)
      await page.getByRole('button', { name: 'Restore this backup' }).click()
      await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor()
    })

    test('the board is as it was then, and the damaged file is kept beside it', async () => {
      const { page } = app
      await signIn(page, 'nurse', testPassword)
      await bed('Bed 1').getByText('Osian').first().waitFor()
      expect(await bed('Bed 2').innerText()).toContain('Empty')
      expect(
        readdirSync(unit.folder).filter((name) => name.startsWith('records.mbu.replaced-')),
      ).not.toEqual([])
    })

    test('the ward goes on with it', async () => {
      const { page } = app
      await bed('Bed 1').getByRole('link', { name: 'Bed 1', exact: true }).click()
      await page.getByRole('button', { name: 'Write a restricted entry' }).waitFor()
    })
  })
}
