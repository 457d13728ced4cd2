import { examplePassword } from '../../electron/example/build-example.ts'
import { openTraining } from '../support/steps/certificate.ts'
import { openRegister } from '../support/steps/document.ts'
import { lock, signIn } from '../support/steps/main-job.ts'
import { type App, report, type Seen, walk } from './walk.ts'

/** The example unit with more than a year of work in it: what the ward sees, what the commissioner sees. */
export const exampleUnit = () =>
  walk('example-unit', { example: true }, async (app, seen) => {
    const { page } = app
    // The unit is built first.
    await page.getByLabel('Sign-in name').waitFor({ timeout: 180_000 })
    await signIn(page, 'ward-manager', examplePassword)
    await onTheWard(app, seen)
    await lock(page)
    await seen('locked')
    await signIn(page, 'commissioner', examplePassword)
    await requirements(app, seen)
    await report(app, 'example-unit', seen)
  })

async function onTheWard({ page }: App, seen: Seen): Promise<void> {
  const to = (name: string | RegExp) =>
    page.getByRole('link', { name, exact: true }).first().click()
  const heading = (name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor()
  await page.getByText('Nurse in charge').first().waitFor()
  await seen('board')
  await page
    .getByRole('article')
    .getByRole('link', { name: /EPISODE/ })
    .first()
    .click()
  await page.getByRole('region', { name: 'What to do now' }).waitFor()
  await seen('episode')
  await to('Board')
  await to(/^Bed \d+$/)
  const stay = page.getByRole('link', { name: /^History in full/ })
  await stay.waitFor()
  await seen('stay')
  await openRegister(page)
  await seen('history-register', 'whole')
  await to('Referrals')
  await heading('Referrals')
  await page.getByRole('table').getByRole('link').first().click()
  await heading(/^Referral:/)
  await seen('referral')
  // The link counts what is overdue.
  await page.getByRole('link', { name: /^Duties/ }).click()
  await heading('Duties')
  await seen('duties')
  await openTraining(page)
  await page.getByRole('table').first().waitFor()
  await seen('training-matrix')
  await to('Board')
  await page.getByRole('article').first().waitFor()
}

const requirementIds = ['5a', '5b', '5c', '5d', '5e'] as const

async function requirements({ page }: App, seen: Seen): Promise<void> {
  for (const id of requirementIds) {
    await page.getByRole('link', { name: 'Assurance', exact: true }).click()
    const link = page.getByRole('link', { name: new RegExp(`^${id}`) }).first()
    await link.waitFor()
    if (id === '5a') await seen('requirements')
    await link.click()
    await page.getByRole('heading', { level: 1, name: new RegExp(id) }).waitFor()
    await seen(`requirement-${id}`, 'whole')
  }
}
