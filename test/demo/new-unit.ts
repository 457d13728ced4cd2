import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { addDaysToDate, dateOf } from '#domain/shared/calendar.ts'
import type { PrintDocument } from '#domain/shared/print-document.ts'
import { systemClock } from '../../electron/platform/clock.ts'
import { makePdf } from '../../electron/platform/pdf/make-pdf.ts'
import {
  addSafeguardingCourse,
  openTraining,
  recordCertificate,
} from '../support/steps/certificate.ts'
import {
  expectDocument,
  openRegister,
  readAndSign,
  receiveDocument,
} from '../support/steps/document.ts'
import { inventedFamily, inventedPeople, inventedUnit } from '../support/steps/invented-family.ts'
import { assess, firstRun, signIn, stepPassword } from '../support/steps/main-job.ts'
import {
  answerClauses,
  arriveNow,
  decide,
  lookUp,
  receiveMustKnows,
  takeReferral,
} from '../support/steps/referral.ts'
import {
  answerInfection,
  observe,
  raiseConcern,
  signOutcome,
} from '../support/steps/unwell-baby.ts'
import { type App, out, report, type Seen, walk } from './walk.ts'

const today = dateOf(systemClock.now())
const manager = inventedPeople.wardManager
/** The baby of the story, ten weeks old whenever the demo is run. */
const baby = { ...inventedFamily.baby, bornOn: addDaysToDate(today, -70) }
const who = new RegExp(baby.givenName)

const referral = {
  referrer: {
    name: 'Ada Crisis',
    telephone: '01632 960 111',
    role: 'Crisis nurse',
    organisation: 'Westmarch Crisis Team',
    type: 'Crisis',
  },
  mother: inventedFamily.mother,
  babies: [baby],
  planned: false,
  reason: 'Postpartum psychosis; the crisis team is with her',
  status: 'Informal',
  socialCare: 'No',
}

const course = {
  title: 'Safeguarding children together',
  provider: 'Invented Safeguarding Partnership',
  level: /3/,
}

const chronology: PrintDocument = {
  title: 'Social-work chronology',
  date: today,
  marking: 'Invented',
  footer: 'Westmarch Council',
  cover: null,
  blocks: [
    { kind: 'heading', level: 1, text: 'What is known of the family' },
    { kind: 'heading', level: 1, text: 'What happened, by date', newPage: true },
  ],
}

/** A new unit from its first run through all five threads to a report. */
export const newUnit = () =>
  walk('new-unit', { example: false }, async (app, seen) => {
    const { page } = app
    await firstRun(page, inventedUnit, inventedPeople, seen)
    await seen('sign-in')
    await signIn(page, manager.signInName)
    await page.getByText('Empty').first().waitFor()
    await seen('board-empty')
    await admission(app, seen)
    await supervision(app, seen)
    await history(app, seen)
    await unwellBaby(app, seen)
    await training(app, seen)
    await page.getByRole('link', { name: 'Board', exact: true }).click()
    await page.getByRole('region', { name: who }).getByText('CLOSE').first().waitFor()
    await seen('board')
    await report(app, 'new-unit', seen)
  })

/** 5a: a referral by telephone, every clause and every must-know, the offer, the arrival. */
async function admission({ page }: App, seen: Seen): Promise<void> {
  await takeReferral(page, referral)
  await page.getByRole('heading', { name: /^The offer is held by/ }).waitFor()
  await seen('referral-held', 'whole')
  await answerClauses(page, today)
  await lookUp(page, [who], /^No flag/)
  await receiveMustKnows(page, today)
  await page.getByRole('heading', { name: 'Nothing holds the offer' }).waitFor()
  await seen('referral-nothing-holds')
  await decide(page, 'Offered', stepPassword, async () => undefined)
  await page.getByRole('heading', { name: /^Offered/ }).waitFor()
  await seen('referral-offered')
  await arriveNow(page, [who])
  await seen('stay')
}

/** 5d: the first assessment of the levels of supervision. */
async function supervision({ page }: App, seen: Seen): Promise<void> {
  await assess(page, /^Close/, undefined, seen)
  await seen('supervision')
}

/** 5b: a document is received with its file, read to the end and signed with what it means. */
async function history({ page, answerOpen }: App, seen: Seen): Promise<void> {
  const file = join(out, 'new-unit', 'invented-chronology.pdf')
  writeFileSync(file, await makePdf(chronology))
  await page.getByRole('link', { name: 'Board', exact: true }).click()
  await page.getByRole('link', { name: 'Bed 1', exact: true }).click()
  await openRegister(page)
  const { title } = chronology
  await expectDocument(page, { kind: /social.work/i, title, holder: 'Westmarch Council' })
  await seen('history-register')
  const document = { title, author: 'J. Reed, social worker', file }
  await receiveDocument(page, document, answerOpen)
  await readAndSign(page, 'Settles when she is not left alone in the evening', stepPassword)
  await seen('document-signed')
}

/** 5e and 5c: an episode from two clicks to its outcome, and what others have to be told of it. */
async function unwellBaby({ page }: App, seen: Seen): Promise<void> {
  await raiseConcern(page, new RegExp(`^Baby concern about ${baby.givenName}`))
  await observe(page, { 'Breathing rate': '44', 'Heart rate': '165', Temperature: '37.4' })
  await answerInfection(page, 'Not sure', 'Hot to touch, and no other cause is known')
  const now = page.getByRole('region', { name: 'What to do now' })
  await now.getByText('Call 999').waitFor()
  await seen('episode')
  await page.getByRole('button', { name: '999 is connected' }).click()
  await now.getByText('Decide who goes with the baby').waitFor()
  await signOutcome(page, /^Reviewed and well/, 'Observe hourly until the morning')
  await seen('episode-outcome')
  await page.getByRole('link', { name: /^Duties/ }).click()
  await page.getByRole('heading', { level: 1, name: 'Duties' }).waitFor()
  await seen('duties')
}

/** Training: a course of the list, and the certificate of one person. */
async function training({ page }: App, seen: Seen): Promise<void> {
  await openTraining(page)
  await addSafeguardingCourse(page, course)
  await recordCertificate(page, manager.name, course, addDaysToDate(today, -30), seen)
  await seen('training-person')
}
