import { admissionCriteria } from '#domain/admission/criteria.ts'
import { informationItems } from '#domain/admission/information.ts'
import { type RuleChanges, ruleChanges } from '#domain/admission/switching.ts'
import { refuse } from '#domain/shared/failure.ts'
import type { Instant } from '#domain/shared/time.ts'
import { clauseAnswer, referral } from '#drizzle/schema/admission.ts'
import type { CommandContext } from '../../platform/serve.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { ruleInForce } from '../rule-sets/in-force.ts'
import { type ReferralCase, referralCase, referralNote } from './case.ts'
import type { SwitchInput } from './schemas.ts'
import { needOpen, standingNow } from './standing-now.ts'

/** The sets in force now where they are not those of the check, with what they would change. */
export interface NewerRules {
  sets: { title: string; revision: string; approvedAt: Instant | null }[]
  changes: RuleChanges
  /** Overridden clauses that would be asked again: two people let through something else. */
  overridden: string[]
}

/** The newer sets that a check may go over to; null where it is on those in force. */
export function newerRules(db: ReadDb, file: ReferralCase, now: Instant): NewerRules | null {
  const { criteria, information } = setsInForce(db, now)
  const sets = [
    ...(criteria.recordId === file.criteriaSet.recordId ? [] : [criteria]),
    ...(information.recordId === file.informationSet.recordId ? [] : [information]),
  ]
  if (sets.length === 0) return null
  const changes = ruleChanges(file.rules, {
    criteria: criteria.content,
    information: information.content,
  })
  const overridden = changes.askedAgain.filter((id) =>
    file.overrides.some(({ ruleId }) => ruleId === id),
  )
  return {
    sets: sets.map(({ title, revision, approvedAt }) => ({ title, revision, approvedAt })),
    changes,
    overridden,
  }
}

const setsInForce = (db: ReadDb, now: Instant) => ({
  criteria: ruleInForce(db, admissionCriteria, now),
  information: ruleInForce(db, informationItems, now),
})

/**
 * Takes a check that is under way over to the sets in force. Answers to questions that are worded anew are
 * asked again and stay readable. Refuses while an offer stands, which was made on its own set, and where two
 * people overrode a clause that says something else now. The limit of the decision stays as it was fixed.
 */
export function switchRules(ctx: CommandContext, { id, version }: SwitchInput) {
  const file = referralCase(ctx.db, id, 'id')
  needOpen(file, ctx.now)
  if (standingNow(file, ctx.now).stage === 'offered')
    refuse('held', 'An offer stands on the set that it was made under. It stays on that set')
  const newer = newerRules(ctx.db, file, ctx.now)
  if (!newer) refuse('held', 'This referral is checked against the sets in force already')
  if (newer.overridden.length > 0)
    refuse(
      'held',
      `${newer.overridden.join(', ')} was overridden by two people and says something else in the newer set. The check stays on its own`,
    )
  const { criteria, information } = setsInForce(ctx.db, ctx.now)
  const revisions = newer.sets.map(({ title, revision }) => `${title}, ${revision}`).join('; ')
  const because = `Checked against ${revisions}`.slice(0, 500)
  return ctx.write((tx) => {
    const made = tx.amend(
      referral,
      id,
      version,
      { criteriaId: criteria.recordId, informationSetId: information.recordId },
      because,
    )
    for (const answer of file.answers)
      if (newer.changes.askedAgain.includes(answer.clauseId))
        tx.amend(clauseAnswer, answer.recordId, answer.version, asked, because)
    return {
      value: { id, version: made.version },
      audit: [
        referralNote(file, {
          action: 'referral.rules-switched',
          entity: 'referral',
          entityId: id,
          entityVersion: made.version,
          reason: because,
          payload: { askedAgain: newer.changes.askedAgain.length },
        }),
      ],
    }
  })
}

const asked = {
  answer: 'not-yet-asked',
  describedOn: null,
  setByCourt: false,
  note: '',
  basisKind: null,
  basisBy: null,
  basisOn: null,
  basisDocument: null,
} as const
