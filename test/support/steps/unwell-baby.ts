import type { Page } from 'playwright-core'
import { stepPassword } from './main-job.ts'

/** The steps of an unwell baby as a person does them on the screens. */

/** Raises a concern from the board in two clicks, with what was noticed; ends on the page of the episode. */
export async function raiseConcern(
  page: Page,
  baby: RegExp,
  noticed: readonly (string | RegExp)[] = [],
): Promise<void> {
  await page.getByRole('link', { name: 'Board', exact: true }).click()
  await page.getByRole('link', { name: baby }).click()
  for (const sign of noticed) await page.getByLabel(sign).first().check()
  await page.getByRole('button', { name: 'I am worried: raise it now' }).click()
  await page.getByRole('region', { name: 'What to do now' }).waitFor()
}

/** Records a set with these figures; ends on the page of the episode. */
export async function observe(
  page: Page,
  figures: Record<string, string>,
  baby: 'Settled' | 'Crying' = 'Settled',
): Promise<void> {
  await page.getByRole('button', { name: 'Observations', exact: true }).click()
  await page.getByLabel(baby, { exact: true }).check()
  for (const [sign, value] of Object.entries(figures))
    await page.getByLabel(sign, { exact: true }).fill(value)
  await page.getByRole('button', { name: 'Record these observations' }).click()
  await page.getByRole('region', { name: 'What to do now' }).waitFor()
}

/** Answers whether it could be infection; ends on the page of the episode. */
export async function answerInfection(page: Page, answer: string, why: string): Promise<void> {
  await page.getByRole('button', { name: 'Could this be infection?' }).click()
  await page.getByLabel(answer, { exact: true }).check()
  await page.getByLabel('Why do you think so?').fill(why)
  await page.getByRole('button', { name: 'Record the answer' }).click()
  await page.getByRole('button', { name: /^Infection: / }).waitFor()
}

/** Puts a bruise of the right cheek on the body map; ends on the page of the episode. */
export async function markBruise(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Body map', exact: true }).click()
  const places = page.getByLabel('Where is it?')
  await places.selectOption({ index: 1 })
  await page.getByLabel('What is it?').selectOption({ label: 'Bruise' })
  await page.getByLabel(/^What it looks like/).fill('Round, skin whole')
  await page.getByLabel(/^Who held the baby/).fill('Mother, and the night nurse')
  await page.getByRole('button', { name: 'Put it on the body map' }).click()
  await page.getByRole('region', { name: 'What to do now' }).waitFor()
}

/** Records that the baby leaves now while the mother goes along; ends on the page of the episode. */
export async function leaveFor(page: Page, destination: string): Promise<void> {
  await page.getByRole('button', { name: 'The baby leaves', exact: true }).click()
  await page.getByLabel('For where?').fill(destination)
  await page.getByLabel('No', { exact: true }).check()
  await page.getByRole('button', { name: 'Record that the baby has left' }).click()
  await page.getByRole('region', { name: 'What to do now' }).waitFor()
}

/** Records that whoever the open duty is owed to was told by secure email; ends with the duty open. */
export async function tellByEmail(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: /^Sent \(S\)/ }).click()
  await page.getByLabel('To whom, by name').fill(name)
  await page.getByLabel('Secure email').check()
  await page.getByLabel('What was shared').fill('Baby taken to the emergency department at night')
  await page.getByLabel('Why sharing it is lawful').selectOption({ label: 'Safeguarding a child' })
  await page.getByRole('button', { name: 'Record that it was sent' }).click()
  await page.getByText('Sent, not acknowledged').first().waitFor()
}

/** Signs how the episode ended; ends on its page, with the clock stopped. */
export async function signOutcome(page: Page, outcome: RegExp, plan: string): Promise<void> {
  await page.getByRole('button', { name: 'Outcome', exact: true }).click()
  await page.getByLabel(outcome).check()
  await page.getByLabel(/^Plan/).fill(plan)
  await page.getByLabel(/^Your password, to sign as/).fill(stepPassword)
  await page.getByRole('button', { name: 'Sign the outcome' }).click()
  await page.getByText('Episode, clock stopped').waitFor()
}
