import { cautions } from '#domain/relationship/cautions.ts'
import { assessmentDocument, scopeDocument } from '#domain/relationship/print.ts'
import { ruleSetState, ruleSetStateLabels } from '#domain/rule-sets/rule-set.ts'
import { dateOf, dayOfStay } from '#domain/shared/calendar.ts'
import { refuse } from '#domain/shared/failure.ts'
import type { ReadContext } from '../../platform/serve.ts'
import { type LetterFormat, letterFile } from '../letters/letter-file.ts'
import { letterheadOf } from '../letters/letterhead.ts'
import { personById } from '../people/queries.ts'
import { staffNameOf } from '../users/staff-names.ts'
import { relationshipCase, scopeInForce, scopeOf } from './case.ts'
import { assessmentNow, assessmentsOf } from './rows.ts'

type Scope = ReturnType<typeof scopeOf> | ReturnType<typeof scopeInForce>

function standingLine({ title, revision, approvedAt, reviewDue }: Scope, now: string): string {
  const state = ruleSetStateLabels[ruleSetState({ approvedAt, reviewDue }, dateOf(now))]
  return `${title}, revision ${revision}. ${state}`
}

/** An assessment with the scope statement in force, or with the revision that went out with it. Rejects where it cannot be made (decision 12). */
export async function assessmentFile(
  ctx: ReadContext,
  {
    assessmentId,
    scopeSetId,
    format,
  }: { assessmentId: string; scopeSetId?: string | null | undefined; format: LetterFormat },
) {
  const { db, now } = ctx
  const found = assessmentNow(db, assessmentId)
  if (!found) refuse('not-found', 'This assessment is not on record any more')
  const { pair, motherId, patients, rules } = relationshipCase(db, found.pairId, now)
  const nameOf = staffNameOf(db)
  const rows = assessmentsOf(db, [found.pairId])
  const index = rows.findIndex(({ recordId }) => recordId === assessmentId)
  const row = rows[index] ?? refuse('not-found', 'This assessment is not on record any more')
  const scope = scopeSetId ? scopeOf(db, scopeSetId) : scopeInForce(db, now)
  const person = (id: string) => {
    const { givenName, familyName, bornOn, nhsNumber } = personById(db, id)
    return { name: `${givenName} ${familyName}`, bornOn, nhsNumber }
  }
  const document = assessmentDocument({
    head: letterheadOf(db),
    mother: person(motherId),
    baby: person(pair.babyId),
    assessment: {
      ...row,
      dayOfStay: row.ratedAt === null ? null : dayOfStay(pair.startedAt, row.ratedAt),
      raters: row.raters.map(({ staffId, trained }) => ({ name: nameOf(staffId), trained })),
    },
    cautions: cautions({ ...row, hasScores: row.scores.length > 0 }, rules.content),
    tools: rules.content.tools,
    scores: rows.slice(0, index + 1).flatMap(({ scores }) => scores),
    scope: scope.content,
    scopeStanding: standingLine(scope, now),
    printedBy: ctx.actor.name,
    printedAt: now,
    today: dateOf(now),
  })
  const file = await letterFile(ctx, format, {
    document,
    stem: 'relationship-assessment',
    action: 'relationship.printed',
    entity: 'relationship_assessment',
    entityId: assessmentId,
    patients,
  })
  return { ...file, patients, bytes: Uint8Array.from(file.bytes) }
}

/** The scope statement by itself: the revision in force, or the one that was sent. */
export async function scopeFile(
  ctx: ReadContext,
  { scopeSetId, format }: { scopeSetId?: string | null | undefined; format: LetterFormat },
) {
  const { db, now } = ctx
  const scope = scopeSetId ? scopeOf(db, scopeSetId) : scopeInForce(db, now)
  const document = scopeDocument({
    head: letterheadOf(db),
    scope: scope.content,
    standing: standingLine(scope, now),
    today: dateOf(now),
  })
  const file = await letterFile(ctx, format, {
    document,
    stem: 'scope-statement',
    action: 'relationship.scope-printed',
    entity: 'rule_set',
    entityId: scope.recordId,
    patients: [],
  })
  return { ...file, bytes: Uint8Array.from(file.bytes) }
}
