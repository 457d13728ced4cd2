import {
  type CheckResult,
  type Finding,
  type SelfCheckId,
  selfChecks,
} from '#domain/oversight/self-check.ts'
import type { ReadContext } from '../../platform/serve.ts'
import type { OversightFacts } from './facts.ts'
import { evidenceNotCounting, withoutEvidence } from './find-evidence.ts'
import { actionsFallenBack } from './find-fallen.ts'
import { dutiesAfterStay, episodesAfterStay, overdueNow, referralsOvertaken } from './find-late.ts'
import { levelsLowered, supervisionLowered } from './find-lowered.ts'
import { leaverAccounts, samePerson, signedAfterLeaving } from './find-people.ts'
import { trainingNotDeclared, unapprovedRules } from './find-settings.ts'
import { noStatus, statusRunOut, statusWithoutDocument } from './find-status.ts'

type Look = (ctx: ReadContext, facts: OversightFacts) => Finding[]

const looks: Record<SelfCheckId, Look> = {
  overdue: overdueNow,
  'duty-after-stay': dutiesAfterStay,
  'episode-after-stay': episodesAfterStay,
  'referral-after-arrival': referralsOvertaken,
  'signed-after-leaving': signedAfterLeaving,
  'leaver-account': leaverAccounts,
  'same-person': samePerson,
  'action-fell-back': actionsFallenBack,
  'no-status': noStatus,
  'status-run-out': statusRunOut,
  'status-without-document': statusWithoutDocument,
  'supervision-lowered': supervisionLowered,
  'level-lowered': levelsLowered,
  'unapproved-rules': unapprovedRules,
  'training-not-declared': trainingNotDeclared,
  'without-evidence': withoutEvidence,
  'evidence-not-counting': evidenceNotCounting,
}

/** Every check with what it finds in the records as they stand now. */
export function selfCheck(ctx: ReadContext, facts: OversightFacts) {
  const results = Object.keys(selfChecks).map((key): CheckResult => {
    const check = key as SelfCheckId
    return { check, findings: looks[check](ctx, facts) }
  })
  return { at: ctx.now, results }
}
