import { clauseStanding } from '#domain/admission/clauses.ts'
import {
  type DecisionLetter,
  decisionLetter,
  type Overtaken,
} from '#domain/admission/letters/decision-letter.ts'
import { stageOf } from '#domain/admission/stages.ts'
import { ruleSetState, ruleSetStateLabels } from '#domain/rule-sets/rule-set.ts'
import { dateOf } from '#domain/shared/calendar.ts'
import { lastDecision } from '#domain/shared/decision-order.ts'
import { refuse } from '#domain/shared/failure.ts'
import type { ReadContext } from '../../../platform/serve.ts'
import type { ReadDb } from '../../../platform/unit-of-work.ts'
import { type LetterFile, type LetterFormat, letterFile } from '../../letters/letter-file.ts'
import { letterheadOf } from '../../letters/letterhead.ts'
import { bedById } from '../../stays/queries.ts'
import { peopleOf, type ReferralCase, referralCase } from '../case.ts'
import { contactOfReferrer } from '../contact-of-referrer.ts'
import { decidedClauses, overridesBehind } from '../decided.ts'
import { standingNow } from '../standing-now.ts'
import { familyOf, signedBy } from './who.ts'

type Decided = ReferralCase['decisions'][number]

/**
 * The letter that tells the referrer of a decision, as it was made then. Refuses where a referrer of the
 * family may not be written to, or nobody knows whether it is safe (decision 30).
 */
export async function decisionLetterFile(
  ctx: ReadContext,
  input: { referralId: string; decisionId: string; format: LetterFormat },
): Promise<LetterFile> {
  const { db } = ctx
  const file = referralCase(db, input.referralId)
  const decision =
    file.decisions.find(({ recordId }) => recordId === input.decisionId) ??
    refuse('not-found', 'This decision is not on record')
  const { referral } = file
  const route = contactOfReferrer(db, file)
  if (route.kind === 'social-worker')
    refuse(
      'held',
      `No letter goes to ${referral.referrerName}. ${route.because}. Ask the social worker how they are told`,
    )
  const document = decisionLetter({
    head: letterheadOf(db),
    outcome: decision.outcome,
    decidedAt: decision.decidedAt,
    referrer: {
      name:
        route.kind === 'through'
          ? `${route.whom}, for ${referral.referrerName}`
          : referral.referrerName,
      role: referral.referrerRole,
      organisation: referral.referrerOrganisation,
    },
    about: familyOf(db, file),
    from: signedBy(db, decision.deciderId, decision.deciderRole),
    criteria: criteriaLine(file, ctx.now),
    ...particulars(db, file, decision, ctx.now),
    overtaken: overtakenBy(file, decision, ctx.now),
  })
  return letterFile(ctx, input.format, {
    document,
    stem: 'decision-on-a-referral',
    action: 'admission.decision-letter',
    entity: 'admission_decision',
    entityId: decision.recordId,
    patients: peopleOf(file),
  })
}

function criteriaLine({ criteriaSet }: ReferralCase, now: string): string {
  const { title, revision } = criteriaSet
  const state = ruleSetStateLabels[ruleSetState(criteriaSet, dateOf(now))]
  return `${title}, revision ${revision} (${state.charAt(0).toLowerCase()}${state.slice(1)})`
}

/** What took the place of a decision since; undefined while it stands. */
function overtakenBy(file: ReferralCase, decision: Decided, now: string): Overtaken | undefined {
  const last = lastDecision(file.decisions)
  if (last && last.recordId !== decision.recordId)
    return { by: 'decision', outcome: last.outcome, decidedAt: last.decidedAt }
  const stage = stageOf(file, file.rules, now)
  if (stage === 're-opened') return { by: 'change' }
  return stage === 'came-without-offer' ? { by: 'arrival' } : undefined
}

type Particulars = Pick<DecisionLetter, 'offered' | 'declined' | 'waiting' | 'withdrawnBy'>

function particulars(db: ReadDb, file: ReferralCase, decision: Decided, now: string): Particulars {
  const { criteria } = file.rules
  switch (decision.outcome) {
    case 'offered':
      return {
        offered: {
          bed: decision.bedId === null ? null : bedName(bedById(db, decision.bedId).name),
          expectedAt: decision.expectedArrivalAt,
          stillToCome: stillToCome(db, file, decision),
        },
      }
    case 'declined':
      return {
        declined: {
          reason:
            criteria.declineReasons.find(({ code }) => code === decision.reasonCode)?.label ?? '',
          notFitting: notFitting(db, file, decision),
          signposting: criteria.resources.filter(({ id }) => decision.signposting.includes(id)),
          whyNothingFits: decision.signpostingNote,
          note: decision.note,
        },
      }
    case 'waiting':
      return {
        waiting: standingNow(file, now).holds.filter(({ ruleId, overrideAgainst }) =>
          [ruleId, ...overrideAgainst].some((id) => decision.waitingOn.includes(id)),
        ),
      }
    case 'withdrawn':
      return { withdrawnBy: decision.withdrawnBy }
  }
}

const bedName = (name: string) => (/^\d/.test(name) ? `Bed ${name}` : name)

/** What two people let through as missing, with the deadline that they set. */
function stillToCome(db: ReadDb, file: ReferralCase, { recordId }: Decided) {
  const used = overridesBehind(db, recordId)
  const titles = new Map(
    [
      ...file.rules.criteria.clauses,
      ...file.rules.criteria.groups,
      ...file.rules.information.items,
    ].map(({ id, title }) => [id, title]),
  )
  return file.overrides.flatMap(({ recordId: id, ruleId, dueAt }) =>
    dueAt !== null && used.includes(id) ? [{ what: titles.get(ruleId) ?? ruleId, by: dueAt }] : [],
  )
}

/** The clauses that did not fit when it was decided, in the words of the criteria. */
function notFitting(db: ReadDb, file: ReferralCase, { recordId, decidedAt }: Decided): string[] {
  const facts = decidedClauses(db, [recordId])
  return file.rules.criteria.clauses.flatMap((clause) => {
    const fact = facts.find(({ clauseId }) => clauseId === clause.id)
    const isAlone = clause.group === null
    return isAlone && fact && clauseStanding(clause, fact, decidedAt) === 'not-met'
      ? [clause.kind === 'inclusion' ? `Not so: ${clause.title}` : clause.title]
      : []
  })
}
