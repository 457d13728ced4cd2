import type { Page } from 'playwright-core'
import { stepPassword } from './main-job.ts'

/** Sets up a commissioner's desk at the first run; ends at the sign-in. */
export async function deskFirstRun(
  page: Page,
  desk: { name: string; organisation: string },
  people: Record<'administrator' | 'commissioner', { name: string; signInName: string }>,
): Promise<void> {
  await page.getByRole('button', { name: /commissioner’s desk instead/ }).click()
  await page.getByLabel('Name of the desk').fill(desk.name)
  await page.getByLabel('Organisation').fill(desk.organisation)
  for (const [part, person] of [
    ['Administrator', people.administrator],
    ['Commissioner', people.commissioner],
  ] as const) {
    const group = page.getByRole('region', { name: part })
    await group.getByLabel('Name', { exact: true }).fill(person.name)
    await group.getByLabel('Sign-in name').fill(person.signInName)
    for (const field of await group.locator('input[type=password]').all())
      await field.fill(stepPassword)
  }
  await page.getByRole('button', { name: 'Set up the desk' }).click()
  await page.getByLabel(/I have written it down/).check()
  await page.getByRole('button', { name: 'Go on to the sign-in' }).click()
}

/** Records a recommendation about a requirement of the pack whose page is open. */
export async function recommend(page: Page, requirement: string, words: string): Promise<void> {
  await page.getByRole('button', { name: 'Add a strength, finding or recommendation' }).click()
  await page.getByLabel('Of which requirement').selectOption(requirement)
  await page.getByLabel('Recommendation', { exact: true }).check()
  await page.getByLabel('In your words').fill(words)
  await page.getByRole('button', { name: 'Add it' }).click()
  await page.getByRole('cell', { name: words }).waitFor()
}
