import type { Answer } from '../shared/answer.ts'
import { addMonthsToDate, dateOf } from '../shared/calendar.ts'
import { monthsAfterEnd, showsFlag, socialCareInvolvement } from '../shared/social-care.ts'
import type { CivilDate, Instant } from '../shared/time.ts'
import type { CpisCheck, ReferralCheck } from './record.ts'

/** Whether children's social care is involved: the most careful of what was told, looked up and recorded. */

export type LookUp = CpisCheck & { checkedAt: Instant }

const isResult = (check: CpisCheck): check is LookUp =>
  check.result !== 'not-available' && check.checkedAt !== null

export const byTime = (a: LookUp, b: LookUp) => (a.checkedAt < b.checkedAt ? -1 : 1)

/** The look-ups for a child that gave a result, the oldest first. */
export const resultsFor = (checks: readonly CpisCheck[], childKey: string): LookUp[] =>
  checks
    .filter(isResult)
    .filter((one) => one.childKey === childKey)
    .sort(byTime)

/** The newest look-up for a child that gave a result. */
export const newestResult = (checks: readonly CpisCheck[], childKey: string): LookUp | undefined =>
  resultsFor(checks, childKey).at(-1)

/** A flag that the authority has lifted stands no more: a plan that ended is seen by the next look-up (ADM-R-17). */
const isFlag = (check: CpisCheck) => showsFlag(check) && !check.endedOn

/**
 * The first day on which what a look-up showed can have ended: the service shows a plan for twelve months after its end
 * (ADM-R-17). Undefined where nobody knows when it was looked up.
 */
export const earliestEnd = ({ checkedAt }: CpisCheck): CivilDate | undefined =>
  checkedAt === null ? undefined : addMonthsToDate(dateOf(checkedAt), -monthsAfterEnd)

/** Two look-ups for one child that do not agree: a flag, and a later one without. */
export interface LookUpClash {
  childKey: string
  flag: LookUp
  noFlag: LookUp
}

/**
 * Where a later look-up shows no flag although an earlier one did. The service shows a plan for 12 months after
 * it has ended (ADM-R-17), so the two cannot both be of this child: a person asks the authority.
 */
export const lookUpClashes = ({ facts, cpisChecks }: ReferralCheck): LookUpClash[] =>
  facts.children.flatMap(({ key }) => {
    const results = resultsFor(cpisChecks, key)
    const flag = results.findLast(isFlag)
    const noFlag = results.at(-1)
    return flag && noFlag && noFlag !== flag ? [{ childKey: key, flag, noFlag }] : []
  })

/** Whether children's social care is involved, by what is on record of this referral (domain/shared/social-care.ts). */
export const socialCareInvolved = ({ facts, cpisChecks }: ReferralCheck): Answer =>
  socialCareInvolvement(
    {
      told: facts.socialCare,
      lookUps: facts.children.flatMap(({ key }) => resultsFor(cpisChecks, key)),
      statuses: facts.legalStatuses,
    },
    facts.socialCareSince,
  )

/**
 * Whether somebody else has looked the child up again since, and found no flag: then the entry of the flag may be put
 * right. One person alone takes no flag away, by a slip or by intent. No published source; a default of the product, as
 * decision 18 asks two people for what lets an offer through [P].
 */
export const isLookedUpByAnother = (
  flag: CpisCheck,
  checks: readonly (CpisCheck & { author: string })[],
  correctedBy: string,
): boolean =>
  checks.some(
    (one) =>
      one.recordId !== flag.recordId &&
      one.childKey === flag.childKey &&
      one.author !== correctedBy &&
      one.result === 'no-flag' &&
      one.checkedAt !== null &&
      (flag.checkedAt === null || one.checkedAt >= flag.checkedAt),
  )
