import type { Locator, Page } from 'playwright-core'

/** The steps of intake as a person does them on the screens. */

export interface StepChild {
  givenName: string
  familyName: string
  bornOn: string
  nhsNumber: string
}

export interface StepReferral {
  referrer: { name: string; telephone: string; role: string; organisation: string; type: string }
  mother: StepChild
  babies: StepChild[]
  planned: boolean
  reason: string
  status: string
  socialCare: string
}

/** Where the focus is, in the words that a screen reader says. */
const focusNow = () => {
  const here = document.activeElement
  if (!(here instanceof HTMLElement)) return ''
  const labels = 'labels' in here ? [...((here as HTMLInputElement).labels ?? [])] : []
  const legend = here.closest('fieldset')?.querySelector('legend')?.textContent ?? ''
  const part = here.closest('section, [role=region]')?.querySelector('h2')?.textContent ?? ''
  const words = labels.map((label) => label.textContent).join(' ') || here.textContent
  return [part, legend, words].join(' | ')
}

/** Fills a form with the keyboard alone, and counts every field that is touched. */
export function keyboardOn(page: Page) {
  let inputs = 0
  const tabTo = async (where: RegExp) => {
    for (let steps = 0; steps < 80; steps += 1) {
      if (where.test(await page.evaluate(focusNow))) return
      await page.keyboard.press('Tab')
    }
    throw new Error(`The Tab key does not lead to ${where}`)
  }
  const type = async (where: RegExp, text: string) => {
    await tabTo(where)
    await page.keyboard.type(text)
    inputs += 1
  }
  return {
    count: () => inputs,
    tabTo,
    type,
    /** One of a list, by its first letters. */
    select: type,
    /** One of a row of choices, by the arrow keys. */
    choose: async (legend: RegExp, answer: RegExp) => {
      await tabTo(legend)
      await page.keyboard.press('Space')
      for (let steps = 0; steps < 10; steps += 1) {
        if (answer.test(await page.evaluate(focusNow))) break
        await page.keyboard.press('ArrowDown')
      }
      if (!answer.test(await page.evaluate(focusNow))) throw new Error(`No choice ${answer}`)
      inputs += 1
    },
    /** Day, month and year, each a field of its own. */
    date: async (part: RegExp, on: string) => {
      const [year = '', month = '', day = ''] = on.split('-')
      await type(new RegExp(`${part.source}.*Day`), day)
      await type(new RegExp(`${part.source}.*Month`), month)
      await type(new RegExp(`${part.source}.*Year`), year)
    },
    press: async (button: RegExp) => {
      await tabTo(button)
      await page.keyboard.press('Enter')
      inputs += 1
    },
  }
}

/** Takes a referral by the keyboard; ends on its page, and answers how many fields it took. */
export async function takeReferral(page: Page, referral: StepReferral): Promise<number> {
  const { referrer, mother, babies } = referral
  await page.getByRole('link', { name: 'Referrals', exact: true }).click()
  await page.getByRole('link', { name: 'Take a referral' }).click()
  await page.getByRole('region', { name: 'Who is ringing' }).waitFor()
  const keys = keyboardOn(page)
  await keys.type(/Who is ringing \| .*\| ?Name/, referrer.name)
  await keys.type(/Number to call back/, referrer.telephone)
  await keys.type(/Role/, referrer.role)
  await keys.type(/Team and organisation/, referrer.organisation)
  await keys.select(/Type of referrer/, referrer.type)
  const person = async (part: string, { givenName, familyName, bornOn, nhsNumber }: StepChild) => {
    await keys.type(new RegExp(`^${part} .*Given name`), givenName)
    await keys.type(new RegExp(`^${part} .*Family name`), familyName)
    await keys.date(new RegExp(`^${part} .*Date of birth`), bornOn)
    await keys.type(new RegExp(`^${part} .*NHS number`), nhsNumber)
  }
  await person('Mother', mother)
  for (const [index, baby] of babies.entries()) {
    if (index > 0) await keys.press(/Add another baby/)
    const part = index === 0 ? 'Baby' : `Baby ${index + 1}`
    await keys.choose(new RegExp(`^${part} \\| Is the baby born`), /\| ?Born$/)
    await person(part, baby)
  }
  await keys.choose(/Is the admission planned/, referral.planned ? /\| ?Planned/ : /Unplanned/)
  await keys.type(/Why now/, referral.reason)
  await keys.select(/Her status/, referral.status)
  await keys.choose(/social care involved/, new RegExp(`\\| ?${referral.socialCare}$`))
  await keys.press(/Take the referral/)
  await page.getByRole('heading', { name: /^Referral:/ }).waitFor()
  return keys.count()
}

/** How it is known, the first time on a page; afterwards it stands there already. */
async function basis(part: Locator, by: string, on: string): Promise<void> {
  const told = part.getByLabel('Told by someone')
  if (!(await told.isChecked())) await told.check()
  const who = part.getByLabel(/^Who said it/)
  if ((await who.inputValue()) === '') await who.fill(by)
  await fillDay(part.getByRole('group', { name: 'Date it was said' }), on)
}

async function fillDay(group: Locator, on: string): Promise<void> {
  const [year = '', month = '', day = ''] = on.split('-')
  await group.getByLabel('Day').fill(day)
  await group.getByLabel('Month').fill(month)
  await group.getByLabel('Year').fill(year)
}

/** The id of the clause or item in whose row something stands. */
const ruleOf = async (within: Locator): Promise<string> =>
  (
    (await within.locator('xpath=ancestor::li[starts-with(@id, "rule-")]').getAttribute('id')) ?? ''
  ).replace('rule-', '')

/** Answers every clause that people answer as it has to be, but for those given otherwise. */
export async function answerClauses(
  page: Page,
  today: string,
  otherwise: Record<string, string> = {},
): Promise<void> {
  const criteria = page.getByRole('region', { name: 'Criteria' })
  for (;;) {
    const button = criteria.getByRole('button', { name: /^Answer: / }).first()
    if ((await button.count()) === 0) return
    const id = await ruleOf(button)
    const row = page.locator(`#rule-${id}`)
    await button.click()
    await row
      .getByLabel(otherwise[id] ?? (id.startsWith('ADM-I') ? 'Yes' : 'No'), { exact: true })
      .check()
    await fillDay(row.getByRole('group', { name: /^Which day does this describe/ }), today)
    await basis(row, 'The referrer, from the record', today)
    await row.getByRole('button', { name: 'Record the answer' }).click()
    await row.getByRole('button', { name: /^Answer again/ }).waitFor()
  }
}

/** The items of a list that somebody is asked for: a look-up is none. */
const idsOf = async (list: Locator): Promise<string[]> =>
  Promise.all((await list.getByRole('button', { name: /^Received: / }).all()).map(ruleOf))

/** Records what was received for every must-know but those left out, and the look-up of every child. */
export async function receiveMustKnows(
  page: Page,
  today: string,
  leave: readonly string[] = [],
): Promise<void> {
  const items = page.getByRole('region', { name: 'Information' }).locator('ul').first()
  for (const id of await idsOf(items)) {
    if (leave.includes(id)) continue
    const row = page.locator(`#rule-${id}`)
    await row.getByRole('button', { name: /^Received: / }).click()
    await row.getByLabel('Received', { exact: true }).check()
    await row.getByRole('button', { name: 'Now' }).click()
    await fillDay(row.getByRole('group', { name: 'Which day does it describe?' }), today)
    await row.getByLabel('What was received').fill('Read out over the telephone')
    const part = row.getByRole('group', { name: /^Does it hold/ })
    if ((await part.count()) > 0) await part.getByLabel('Yes').check()
    await basis(row, 'The referrer, from the record', today)
    await row.getByRole('button', { name: 'Record what came of it' }).click()
    await row.getByText('In date', { exact: true }).waitFor()
  }
}

/** Logs a look-up without a flag for every child. */
export async function lookUp(
  page: Page,
  children: readonly RegExp[],
  result: RegExp,
): Promise<void> {
  const checks = page.getByRole('region', { name: 'CP-IS checks' })
  for (const child of children) {
    await checks.getByRole('button', { name: 'Record a check' }).click()
    await checks.getByRole('group', { name: 'Which child?' }).getByLabel(child).check()
    await checks
      .getByRole('group', { name: /^What did CP-IS show/ })
      .getByLabel(result)
      .check()
    await checks.getByRole('button', { name: 'Now' }).click()
    await checks.getByRole('button', { name: 'Record the check' }).click()
    await checks.getByRole('button', { name: 'Record a check' }).waitFor()
  }
}

/** Two people let one thing through by name, both there; ends on the page of the referral. */
export async function override(
  page: Page,
  ruleId: string,
  second: { signInName: string },
  password: string,
): Promise<void> {
  await page.getByRole('link', { name: `Override ${ruleId}` }).click()
  await page
    .getByLabel(/^Why it is let through/)
    .fill('She cannot wait for it: she is alone tonight')
  const by = page.getByRole('group', { name: /^By when does what is missing/ })
  if ((await by.count()) > 0) {
    await fillDay(by, '2026-11-24')
    await by.getByLabel('Time').fill('12:00')
  }
  await page.getByLabel('Here, with their own password').check()
  await page.getByLabel(/^Sign-in name of the second person/).fill(second.signInName)
  await page.getByLabel('Password of the second person').fill(password)
  await page.getByLabel(/^Your password, to sign as/).fill(password)
  await page.getByRole('button', { name: 'Override this' }).click()
  await page.getByRole('heading', { name: /^Referral:/ }).waitFor()
}

/** Signs a decision; ends on the page of the referral. */
export async function decide(
  page: Page,
  outcome: string,
  password: string,
  fill: () => Promise<void>,
): Promise<void> {
  await page.getByRole('link', { name: /^Decide( again)?$/ }).click()
  await page.getByLabel(outcome, { exact: true }).check()
  await fill()
  await page
    .getByRole('group', { name: 'When was it decided?' })
    .getByRole('button', { name: 'Now' })
    .click()
  await page.getByLabel(/^Your password, to sign as/).fill(password)
  await page.getByRole('button', { name: 'Sign the decision' }).click()
  await page.getByRole('heading', { name: /^Referral:/ }).waitFor()
}

/** Records an interim care order of one baby from the page of the referral; ends there again. */
export async function recordInterimOrder(page: Page, baby: RegExp, today: string): Promise<void> {
  await page.getByRole('link', { name: 'People and ties' }).click()
  const part = page.getByRole('region', { name: baby })
  await part.getByRole('link', { name: 'Record a legal status' }).click()
  await fillInterimOrder(page, today)
  await page.getByRole('link', { name: 'Referrals', exact: true }).click()
}

/** Fills in and saves the form of a legal status: an interim care order that runs. */
export async function fillInterimOrder(page: Page, today: string): Promise<void> {
  await page.getByLabel('Status', { exact: true }).selectOption({ label: 'Interim care order' })
  const when = async (legend: RegExp, on: string) => {
    const group = page.getByRole('group', { name: legend })
    await fillDay(group, on)
    await group.getByLabel('Time').fill('10:00')
  }
  await when(/^In force since/, '2026-10-05')
  await when(/^Runs out/, '2027-01-07')
  await page.getByLabel(/^Local authority/).fill('Northshire Council')
  await page.getByLabel('Document seen').check()
  await page.getByLabel('Title or reference of the document').fill('Sealed interim care order')
  await fillDay(page.getByRole('group', { name: 'Date the document was seen' }), today)
  await page.getByRole('button', { name: 'Record the legal status' }).click()
}

/** Records that they have come now, to the first bed that is free; ends on the page of the stay. */
export async function arriveNow(page: Page, babies: readonly RegExp[]): Promise<void> {
  await page.getByRole('link', { name: 'Record the arrival' }).click()
  await page
    .getByRole('group', { name: /^When did the mother arrive/ })
    .getByRole('button', { name: 'Now' })
    .click()
  const bed = page.getByLabel('Bed', { exact: true })
  const free = (await bed.locator('option').allTextContents()).find(
    (text) => /^Bed/.test(text) && !text.includes('somebody is in it'),
  )
  await bed.selectOption({ label: free ?? '' })
  await page
    .getByLabel('Where did she come from?')
    .selectOption({ label: 'Home or supported housing' })
  for (const baby of babies)
    await page
      .getByRole('group', { name: /^Which babies came/ })
      .getByLabel(baby)
      .check()
  await page.getByRole('button', { name: 'Record the arrival' }).click()
  // The form's own heading names her too: only the page of the stay has this link.
  await page.getByRole('link', { name: 'Move to another bed' }).waitFor()
}
