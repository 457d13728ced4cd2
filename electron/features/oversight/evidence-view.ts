import { evidenceFault, type Pinnable } from '#domain/oversight/evidence.ts'
import { dateOf, formatDate } from '#domain/shared/calendar.ts'
import { learningPoint } from '#drizzle/schema/culture.ts'
import { ruleSet } from '#drizzle/schema/rule-sets.ts'
import { unwellBabyDrill } from '#drizzle/schema/unwell-baby-outcome.ts'
import { staff } from '#drizzle/schema/users.ts'
import type { ReadContext } from '../../platform/serve.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { evidenceRows } from './evidence-rows.ts'
import type { Requirements } from './facts.ts'
import { actionRows, visitRows } from './rows.ts'

const points = standing(learningPoint, ['recordId', 'change', 'notedOn'], '1', 't.noted_on desc')
const drills = standing(unwellBabyDrill, ['recordId', 'heldAt'], '1', 't.held_at desc')
const ruleSets = standing(
  ruleSet,
  ['recordId', 'title', 'revision', 'approvedAt'],
  't.approved_at is not null',
  't.title, t.revision',
)
const people = standing(staff, ['recordId', 'name', 'leftOn'], '1', 't.name, t.record_id')

/** The records that can be pinned, each in a few words. */
function pinnable(db: ReadDb): { type: Pinnable; id: string; title: string }[] {
  return [
    ...visitRows(db)
      .filter(({ heldOn }) => heldOn !== null)
      .map(({ recordId, title }) => ({ type: 'oversight_visit' as const, id: recordId, title })),
    ...actionRows(db)
      .filter(({ verifiedOn }) => verifiedOn !== null)
      .map(({ recordId, what }) => ({
        type: 'improvement_action' as const,
        id: recordId,
        title: what,
      })),
    ...points.at(db, newest).map(({ recordId, change }) => ({
      type: 'learning_point' as const,
      id: recordId,
      title: change,
    })),
    ...drills.at(db, newest).map(({ recordId, heldAt }) => ({
      type: 'unwell_baby_drill' as const,
      id: recordId,
      title: formatDate(dateOf(heldAt)),
    })),
    ...ruleSets.at(db, newest).map(({ recordId, title, revision }) => ({
      type: 'rule_set' as const,
      id: recordId,
      title: `${title}, revision ${revision}`,
    })),
  ]
}

/** Every piece of evidence with whether it counts today, and each requirement with how many of its pieces do. */
export function evidenceView({ db, now }: ReadContext, requirements: Requirements) {
  const today = dateOf(now)
  const choices = pinnable(db)
  const titles = new Map(choices.map(({ id, title }) => [id, title]))
  const pieces = evidenceRows(db).map((one) => ({
    ...one,
    pinnedTitle: one.pinnedId === null ? null : (titles.get(one.pinnedId) ?? ''),
    fault: evidenceFault(one, today),
  }))
  return {
    at: now,
    pieces,
    requirements: requirements().map(({ id, short }) => {
      const own = pieces.filter((one) => one.requirements.includes(id))
      return {
        id,
        short,
        pieces: own.length,
        counting: own.filter(({ fault }) => fault === null).length,
      }
    }),
    pinnable: choices,
    owners: people
      .at(db, newest)
      .filter(({ leftOn }) => leftOn === null || leftOn >= today)
      .map(({ recordId, name }) => ({ staffId: recordId, name })),
  }
}
