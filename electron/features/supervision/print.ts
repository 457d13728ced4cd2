import { ruleSetState, ruleSetStateLabels } from '#domain/rule-sets/rule-set.ts'
import { dateOf } from '#domain/shared/calendar.ts'
import { supervisionAt } from '#domain/supervision/current.ts'
import { legalLine, type PrintedDecision, supervisionDocument } from '#domain/supervision/print.ts'
import { supervisionRuleSetKind } from '#domain/supervision/rule-content.ts'
import type { ReadContext } from '../../platform/serve.ts'
import { trustedNow } from '../../platform/trusted-now.ts'
import { type LetterFormat, letterFile } from '../letters/letter-file.ts'
import { letterheadOf } from '../letters/letterhead.ts'
import { personById } from '../people/queries.ts'
import { ruleInForce } from '../rule-sets/in-force.ts'
import { staffNameOf } from '../users/staff-names.ts'
import { pairCase } from './case.ts'
import type { DecisionRow } from './queries.ts'

/**
 * The supervision of a mother and baby as it stands now, on one page; on the fallback too, and saying so.
 * Rejects where it cannot be made (decision 12).
 */
export async function supervisionFile(
  ctx: ReadContext,
  { pairId, format }: { pairId: string; format: LetterFormat },
) {
  const { db, actor, now: wall } = ctx
  const now = trustedNow(db, wall)
  const supervised = pairCase(db, pairId, now)
  const { pair, decisions, rules, legal } = supervised
  const { title, revision, approvedAt, reviewDue } = ruleInForce(db, supervisionRuleSetKind, now)
  const state = ruleSetStateLabels[ruleSetState({ approvedAt, reviewDue }, dateOf(now))]
  const person = (id: string) => {
    const { givenName, familyName, bornOn, nhsNumber } = personById(db, id)
    return { name: `${givenName} ${familyName}`, bornOn, nhsNumber }
  }
  const begun = decisions.filter(({ startsAt }) => startsAt <= now)
  const newest = begun.at(-1)
  const patients = [pair.motherId, pair.babyId]
  const document = supervisionDocument({
    head: letterheadOf(db),
    mother: person(pair.motherId),
    baby: person(pair.babyId),
    rules,
    rulesStanding: `${title}, revision ${revision}. ${state}`,
    standing: supervisionAt(supervised, now),
    decision: newest ? printed(newest, begun.length, staffNameOf(db)) : null,
    legal: legal.inForce.map(({ status, fact }) =>
      legalLine(status.label, fact.endsAt === null ? null : dateOf(fact.endsAt)),
    ),
    printedBy: actor.name,
    printedAt: now,
    today: dateOf(now),
  })
  const file = await letterFile(ctx, format, {
    document,
    stem: 'supervision',
    action: 'supervision.printed',
    entity: 'pair',
    entityId: pairId,
    patients,
  })
  return { ...file, patients, bytes: Uint8Array.from(file.bytes) }
}

function printed(
  decision: DecisionRow,
  number: number,
  nameOf: (staffId: string) => string,
): PrintedDecision {
  const { prepared, author, secondSignerId } = decision
  return {
    ...decision,
    number,
    signedBy: [prepared?.author ?? author, ...(secondSignerId ? [secondSignerId] : [])].map(nameOf),
  }
}
