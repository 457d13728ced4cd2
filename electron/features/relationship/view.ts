import type { Agency, SafeToContact } from '#domain/people/record.ts'
import { cautions } from '#domain/relationship/cautions.ts'
import { assessmentDue } from '#domain/relationship/due.ts'
import { sendingRoute, sharingState } from '#domain/relationship/sharing.ts'
import { ruleSetState, ruleSetStateLabels } from '#domain/rule-sets/rule-set.ts'
import { dateOf, dayOfStay } from '#domain/shared/calendar.ts'
import { dueOf, limitText } from '#domain/shared/limits.ts'
import type { Instant } from '#domain/shared/time.ts'
import type { ReadContext } from '../../platform/serve.ts'
import { trustedNow } from '../../platform/trusted-now.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { personById } from '../people/queries.ts'
import { staffNameOf } from '../users/staff-names.ts'
import { professionalsOf, relationshipCase, scopeInForce, scopeOf } from './case.ts'
import { type AssessmentRow, assessmentsOf, type SharingRow, sharingsOf } from './rows.ts'

/** The assessments of one mother and baby, who has them, and what is due. */
export function relationshipView({ db, now: wall }: ReadContext, pairId: string) {
  const now = trustedNow(db, wall)
  const { pair, motherId, patients, rules } = relationshipCase(db, pairId, now)
  const nameOf = staffNameOf(db)
  const rows = assessmentsOf(db, [pairId])
  const given = sharingsOf(db, [pairId]).map((row) => shownSharing(db, row, now))
  const { content } = rules
  return {
    at: now,
    pair,
    patients,
    baby: nameFor(db, pair.babyId),
    mother: nameFor(db, motherId),
    due: pair.endedAt === null ? dueOfPair(content, pair.startedAt, rows, now) : null,
    rhythm: `The first by the end of day ${content.baseline.days}, then one in every ${content.every.days} days`,
    enterWithin: limitText(content.enterWithin.limit),
    tools: content.tools,
    assessments: [...rows].reverse().map((row) => ({
      ...row,
      recordedBy: nameOf(row.author),
      day: row.ratedAt === null ? null : dayOfStay(pair.startedAt, row.ratedAt),
      enteredLate:
        row.ratedAt !== null && row.enteredAt > dueOf(content.enterWithin.limit, row.ratedAt).at,
      raters: row.raters.map((rater) => ({ ...rater, name: nameOf(rater.staffId) })),
      cautions: cautions({ ...row, hasScores: row.scores.length > 0 }, content),
      sharings: given.filter(({ assessmentId }) => assessmentId === row.recordId),
    })),
    /** The scope statement sent by itself. */
    statements: given.filter(({ assessmentId }) => assessmentId === null),
    contacts: professionalsOf(db, patients).map(shownContact),
    scope: shownScope(db, now),
  }
}

const nameFor = (db: ReadDb, id: string) => {
  const { givenName, familyName } = personById(db, id)
  return `${givenName} ${familyName}`
}

const dueOfPair = (
  rules: Parameters<typeof assessmentDue>[0],
  startedAt: Instant,
  rows: readonly AssessmentRow[],
  now: Instant,
) =>
  assessmentDue(
    rules,
    startedAt,
    rows.flatMap(({ ratedAt }) => ratedAt ?? []),
    now,
  )

const shownSharing = (db: ReadDb, row: SharingRow, now: Instant) => ({
  ...row,
  scopeRevision: row.scopeSetId === null ? null : scopeOf(db, row.scopeSetId).revision,
  standing: sharingState(row, row.chases, row.acknowledgement, now),
})

function shownContact(row: ReturnType<typeof professionalsOf>[number]) {
  const { recordId, name, role, agency, personId } = row
  const route = sendingRoute({ ...row, safeToContact: row.safeToContact as SafeToContact })
  return { id: recordId, name, role, agency: agency as Agency, ofUnit: personId === null, route }
}

/** The scope statement in force, and how far the unit has made it its own. */
export function shownScope(db: ReadDb, now: Instant) {
  const { recordId, revision, title, content, approvedAt, reviewDue } = scopeInForce(db, now)
  const state = ruleSetState({ approvedAt, reviewDue }, dateOf(now))
  return { recordId, revision, title, content, state, stateText: ruleSetStateLabels[state] }
}
