import type { Page } from 'playwright-core'

/** The steps of the training register as a person does them on the screens. */

/** Opens the training matrix. */
export async function openTraining(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'People', exact: true }).click()
  await page.getByRole('link', { name: 'Staff training' }).click()
  await page.getByRole('heading', { level: 1, name: 'Staff training' }).waitFor()
}

/** Lists a multi-agency course of safeguarding that teaches every topic; ends on the list of courses. */
export async function addSafeguardingCourse(
  page: Page,
  course: { title: string; provider: string; level: RegExp },
): Promise<void> {
  await page.getByRole('link', { name: 'Courses', exact: true }).click()
  await page.getByRole('link', { name: 'Add a course' }).click()
  await page.getByLabel('Title', { exact: true }).fill(course.title)
  await page.getByLabel('Provider', { exact: true }).fill(course.provider)
  await page
    .getByRole('group', { name: 'What does it teach?' })
    .getByLabel(/^Safeguarding/)
    .first()
    .check()
  const level = page.getByLabel('Level that it reaches')
  const options = await level.locator('option').allTextContents()
  await level.selectOption({ label: options.find((one) => course.level.test(one)) ?? '' })
  for (const topic of await page
    .getByRole('group', { name: 'Topics that it covers' })
    .getByRole('checkbox')
    .all())
    await topic.check()
  await page
    .getByRole('group', { name: 'Does another agency deliver it?' })
    .getByLabel('Yes')
    .check()
  await page.getByRole('group', { name: 'How is it held?' }).getByRole('radio').first().check()
  await page.getByRole('button', { name: 'Add the course' }).click()
  await page.getByRole('link', { name: 'Add a course' }).waitFor()
}

/** Records that somebody of the matrix completed a course on a day; ends on the person's page. */
export async function recordCertificate(
  page: Page,
  name: string,
  course: { title: string; provider: string },
  on: string,
  seen: (step: string) => Promise<void> = async () => undefined,
): Promise<void> {
  await page.getByRole('link', { name: 'Matrix', exact: true }).click()
  await page.getByRole('link', { name }).first().click()
  await page.getByRole('link', { name: 'Record a certificate' }).click()
  await page
    .getByLabel('Which course?')
    .selectOption({ label: `${course.title} (${course.provider})` })
  const [year = '', month = '', day = ''] = on.split('-')
  for (const legend of ['Day of completion', 'Date the document was seen'] as const) {
    if (legend === 'Date the document was seen') await page.getByLabel('Document seen').check()
    const group = page.getByRole('group', { name: legend })
    await group.getByLabel('Day').fill(day)
    await group.getByLabel('Month').fill(month)
    await group.getByLabel('Year').fill(year)
  }
  await page
    .getByRole('group', { name: 'Were all topics of the course taught?' })
    .getByLabel('Yes, all')
    .check()
  await page
    .getByRole('group', { name: /^Did people from other agencies/ })
    .getByLabel('Yes')
    .check()
  await page.getByRole('checkbox', { name: 'Police' }).check()
  await page.getByLabel(/^Title or reference/).fill('Certificate 41')
  await seen('certificate')
  await page.getByRole('button', { name: 'Record the certificate' }).click()
  await page.getByRole('heading', { level: 1, name }).waitFor()
  await page.getByRole('region', { name: 'Certificates' }).getByText('Certificate 41').waitFor()
}
