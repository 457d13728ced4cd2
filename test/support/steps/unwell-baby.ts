import type { Page } from 'playwright-core'
import { stepPassword } from './main-job.ts'

/** The steps of an unwell baby as a person does them on the screens. */

/** Raises a concern from the board in two clicks; ends on the page of the episode. */
export async function raiseConcern(page: Page, baby: RegExp): Promise<void> {
  await page.getByRole('link', { name: 'Board', exact: true }).click()
  await page.getByRole('link', { name: baby }).click()
  await page.getByRole('button', { name: 'I am worried: raise it now' }).click()
  await page.getByRole('region', { name: 'What to do now' }).waitFor()
}

/** Records a set of a settled baby with these figures; ends on the page of the episode. */
export async function observe(page: Page, figures: Record<string, string>): Promise<void> {
  await page.getByRole('button', { name: 'Observations', exact: true }).click()
  await page.getByLabel('Settled').check()
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

/** Signs how the episode ended; ends on its page, with the clock stopped. */
export async function signOutcome(page: Page, outcome: RegExp, plan: string): Promise<void> {
  await page.getByRole('button', { name: 'Outcome', exact: true }).click()
  await page.getByLabel(outcome).check()
  await page.getByLabel(/^Plan/).fill(plan)
  await page.getByLabel(/^Your password, to sign as/).fill(stepPassword)
  await page.getByRole('button', { name: 'Sign the outcome' }).click()
  await page.getByText('Episode, clock stopped').waitFor()
}
