import type { Locator, Page } from 'playwright-core'

/** The steps of the main job as a person does them on the screens: journeys and the demo share them. */

export const stepPassword = 'quiet morning on the ward'

export interface StepPerson {
  name: string
  signInName: string
}

/** Sets up a unit at the first run; ends at the sign-in. */
export async function firstRun(
  page: Page,
  unit: { name: string; provider: string; odsCode: string; beds: number },
  people: { administrator: StepPerson; wardManager: StepPerson },
  seen: (step: string) => Promise<void> = async () => undefined,
): Promise<void> {
  await page.getByRole('heading', { level: 1, name: 'Set up the unit' }).waitFor()
  await page.getByLabel('Name of the unit').fill(unit.name)
  await page.getByLabel('Provider', { exact: true }).fill(unit.provider)
  await page.getByLabel(/^ODS code/).fill(unit.odsCode)
  await page.getByLabel('Number of beds').fill(String(unit.beds))
  const { administrator, wardManager } = people
  for (const [part, person] of [
    ['Administrator', administrator],
    ['Ward manager', wardManager],
  ] as const) {
    const group = page.getByRole('region', { name: part })
    await group.getByLabel('Name', { exact: true }).fill(person.name)
    await group.getByLabel('Sign-in name').fill(person.signInName)
    for (const field of await group.locator('input[type=password]').all())
      await field.fill(stepPassword)
  }
  await seen('first-run')
  await page.getByRole('button', { name: 'Set up the unit' }).click()
  await page.getByLabel(/I have written it down/).check()
  await seen('recovery-code')
  await page.getByRole('button', { name: 'Go on to the sign-in' }).click()
}

/** Signs in; ends when the top bar is there. */
export async function signIn(
  page: Page,
  signInName: string,
  password = stepPassword,
): Promise<void> {
  await page.getByLabel('Sign-in name').fill(signInName)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('button', { name: 'Lock', exact: true }).waitFor()
}

/** Locks the screen and goes on to the sign-in. */
export async function lock(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Lock', exact: true }).click()
  await page.getByLabel('Sign-in name').waitFor()
}

/** Fills a date and time as it is asked for everywhere. */
export async function fillInstant(page: Page, legend: RegExp, at: Date): Promise<void> {
  const group = page.getByRole('group', { name: legend }).first()
  const local = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', ...options }).format(at)
  await group.getByLabel('Day').fill(local({ day: 'numeric' }))
  await group.getByLabel('Month').fill(local({ month: 'numeric' }))
  await group.getByLabel('Year').fill(local({ year: 'numeric' }))
  await group.getByLabel('Time').fill(local({ hour: '2-digit', minute: '2-digit' }))
}

export interface StepFamily {
  mother: { givenName: string; familyName: string; bornOn: string; nhsNumber: string }
  baby: { givenName: string; familyName: string; bornOn: string; nhsNumber: string }
}

/** Fills a date as it is asked for everywhere. */
export const fillDate = async (scope: Locator, legend: string, date: string): Promise<void> => {
  const group = scope.getByRole('group', { name: legend, exact: true })
  const [year = '', month = '', day = ''] = date.split('-')
  await group.getByLabel('Day').fill(day)
  await group.getByLabel('Month').fill(month)
  await group.getByLabel('Year').fill(year)
}

async function fillPerson(part: Locator, person: StepFamily['mother']): Promise<void> {
  await part.getByLabel('No, or not known').check()
  await part.getByLabel('Given name').fill(person.givenName)
  await part.getByLabel('Family name').fill(person.familyName)
  await fillDate(part, 'Date of birth', person.bornOn)
  await part.getByLabel('NHS number', { exact: true }).fill(person.nhsNumber)
}

/** Admits a mother and her baby now to a bed; ends on the page of the stay. */
export async function admit(
  page: Page,
  bed: string,
  family: StepFamily,
  seen: (step: string) => Promise<void> = async () => undefined,
): Promise<void> {
  await page.getByRole('link', { name: 'People', exact: true }).click()
  await page.getByRole('link', { name: 'Admit a mother and baby' }).click()
  await page
    .getByLabel('Why does she come in without an offer?')
    .fill('Brought by the crisis team before anybody could decide')
  const arrival = page.getByRole('region', { name: 'Arrival', exact: true })
  await arrival.getByRole('button', { name: 'Now' }).click()
  await arrival.getByLabel('Bed', { exact: true }).selectOption({ label: bed })
  await arrival.getByLabel('Unplanned').check()
  await fillPerson(page.getByRole('region', { name: 'Mother', exact: true }), family.mother)
  await fillPerson(page.getByRole('region', { name: 'Baby 1' }), family.baby)
  const known = page.getByRole('region', { name: 'How you know who they are' })
  await known.getByLabel('Told by someone').check()
  await known.getByLabel(/^Who said it/).fill('The crisis team, from the record')
  await known.getByRole('button', { name: 'Today' }).click()
  await seen('arrival')
  await page.getByRole('button', { name: 'Record the arrival' }).click()
  await page
    .getByRole('heading', { level: 1 })
    .filter({ hasText: family.mother.givenName })
    .waitFor()
}

/** Makes the first supervision assessment from the page of the stay, at one level everywhere. */
export async function assess(
  page: Page,
  level: RegExp,
  password = stepPassword,
  seen: (step: string) => Promise<void> = async () => undefined,
): Promise<void> {
  await page.getByRole('link', { name: 'Make the first supervision assessment' }).click()
  await page
    .getByLabel(/^Level: /)
    .first()
    .waitFor()
  for (const choice of await page.getByLabel(/^Level: /).all()) {
    const options = await choice.locator('option').allTextContents()
    await choice.selectOption({ label: options.find((option) => level.test(option)) ?? '' })
  }
  const times = page.getByRole('region', { name: 'From when, and until when' })
  await times.getByRole('button', { name: 'Now' }).click()
  await times.getByRole('button', { name: 'The latest that is allowed' }).click()
  for (const no of await page.getByRole('radio', { name: 'No', exact: true }).all())
    await no.check()
  await page.getByLabel('Reason for these levels').fill('Settled; asks for help in time')
  await page
    .getByLabel(/^What was seen, and by whom/)
    .fill('Observed on arrival by the admitting nurse')
  await page.getByLabel(/^Your password, to sign as/).fill(password)
  await seen('assessment')
  await page.getByRole('button', { name: 'Sign the assessment' }).click()
  await page.getByRole('heading', { level: 1, name: /^Supervision: / }).waitFor()
}

/** Makes a report of a period and waits for its pages. */
export async function makeReport(
  page: Page,
  period: { first: string; last: string },
  distribution: string,
): Promise<void> {
  await page.getByRole('link', { name: 'Assurance', exact: true }).click()
  await page
    .getByRole('link', { name: /reports/i })
    .first()
    .click()
  await page.getByRole('button', { name: 'Make a report' }).click()
  const part = page.getByRole('region', { name: 'Make a report' })
  await part.getByLabel('Restricted').check()
  await fillDate(part, 'First day', period.first)
  await fillDate(part, 'Last day', period.last)
  await part.getByLabel('Who the report goes to').fill(distribution)
  await page.getByRole('button', { name: 'Make the report' }).click()
  await page.getByRole('button', { name: 'Show the pages' }).click()
  await page.locator('canvas').first().waitFor()
}

/** Saves the report that is open in every format, to where the save dialogs are answered. */
export async function saveReport(
  page: Page,
  answerSave: (...paths: string[]) => Promise<void>,
  pathOf: (ending: string) => string,
): Promise<string[]> {
  const formats = [
    ['Save as PDF', 'pdf'],
    ['Save as web page', 'html'],
    ['Save as spreadsheet', 'xlsx'],
    ['Save as CSV', 'csv.zip'],
    ['Save as Word document', 'docx'],
    ['Save as JSON', 'json'],
  ] as const
  const saved: string[] = []
  for (const [label, ending] of formats) {
    const path = pathOf(ending)
    await answerSave(path)
    await page.getByRole('button', { name: label }).click()
    await page.getByRole('status').filter({ hasText: ending }).waitFor()
    saved.push(path)
  }
  return saved
}
