import { monthsOld, termDays, yearsOld } from '../shared/age.ts'
import type { Answer } from '../shared/answer.ts'
import { daysBetween } from '../shared/calendar.ts'
import type { CivilDate } from '../shared/time.ts'
import type { AdmissionCriteria, Computation } from './criteria.ts'
import type { ReferralFacts, ReferredChild } from './record.ts'

type Settings = AdmissionCriteria['settings']
type Computed = (facts: ReferralFacts, settings: Settings, on: CivilDate) => Answer | 'ask'

/** Whole weeks of pregnancy on a day: 40 weeks on the expected date of delivery. */
export const weeksPregnant = (expectedOn: CivilDate, on: CivilDate): number =>
  Math.floor((termDays - daysBetween(on, expectedOn)) / 7)

/** Several children as one answer: one that is out decides; one that is not known leaves it open. */
function everyChild(
  facts: ReferralFacts,
  isIn: (child: ReferredChild) => boolean | undefined,
): Answer {
  const answers = facts.children.map(isIn)
  if (answers.includes(false)) return 'no'
  return answers.length === 0 || answers.includes(undefined) ? 'not-known' : 'yes'
}

/** Born, on a day that is known or on one that is not. */
export const isBorn = ({ born, bornOn }: ReferredChild): boolean => born === true || bornOn !== null

const pregnantEnough = (child: ReferredChild, settings: Settings, on: CivilDate) =>
  child.expectedOn === null
    ? undefined
    : weeksPregnant(child.expectedOn, on) >= settings.earliestPregnancyWeeks

const opposite = (answer: Answer): Answer =>
  answer === 'yes' ? 'no' : answer === 'no' ? 'yes' : answer

/** Far enough on in pregnancy, or younger than this many months. */
const inWindow = (facts: ReferralFacts, months: number, settings: Settings, on: CivilDate) =>
  everyChild(facts, (child) =>
    child.bornOn === null
      ? pregnantEnough(child, settings, on)
      : monthsOld(child.bornOn, on) < months,
  )

/** Source: domain.md 1.1 and 1.2, ADM-I-01, I-02, I-07, I-09, X-05 and X-06; the numbers are settings. */
const computing: Record<Computation, Computed> = {
  'in-the-age-window': (facts, settings, on) =>
    inWindow(facts, settings.latestBabyMonths, settings, on),
  'time-for-a-stay': (facts, settings, on) => {
    const born = facts.children.filter(isBorn)
    if (facts.children.length > 0 && born.length === 0) return 'not-applicable'
    return inWindow({ ...facts, children: born }, settings.latestAdmitMonths, settings, on)
  },
  'outside-the-age-window': (facts, settings, on) =>
    opposite(inWindow(facts, settings.latestAdmitMonths, settings, on)),
  'old-enough': ({ motherBornOn }, settings, on) => {
    if (motherBornOn === null) return 'not-known'
    const years = yearsOld(motherBornOn, on)
    if (years >= settings.adultAge) return 'yes'
    return years < settings.youngestAge ? 'no' : 'ask'
  },
  'too-young': ({ motherBornOn }, settings, on) => {
    if (motherBornOn === null) return 'not-known'
    return yearsOld(motherBornOn, on) < settings.youngestAge ? 'yes' : 'no'
  },
  'referrer-accepted': ({ referrer }, settings) => {
    const found = settings.referrers.find((one) => one.code === referrer)
    return found ? (found.accepted ? 'yes' : 'no') : 'not-known'
  },
}

/**
 * The answer of a computed clause on a day, or `ask` where the age alone does not decide (16 and 17 years:
 * the named team has to be asked for).
 */
export const computedAnswer = (
  computation: Computation,
  facts: ReferralFacts,
  criteria: AdmissionCriteria,
  on: CivilDate,
): Answer | 'ask' => computing[computation](facts, criteria.settings, on)
