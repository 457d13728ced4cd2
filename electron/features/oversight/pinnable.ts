import type { Pinnable } from '#domain/oversight/evidence.ts'
import { dateOf, formatDate } from '#domain/shared/calendar.ts'
import { refuseField } from '#domain/shared/failure.ts'
import { learningPoint } from '#drizzle/schema/culture.ts'
import { ruleSet } from '#drizzle/schema/rule-sets.ts'
import { unwellBabyDrill } from '#drizzle/schema/unwell-baby-outcome.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { actionRows, visitRows } from './rows.ts'

const points = standing(learningPoint, ['recordId', 'change', 'notedOn'], '1', 't.noted_on desc')
const drills = standing(unwellBabyDrill, ['recordId', 'heldAt'], '1', 't.held_at desc')
const ruleSets = standing(
  ruleSet,
  ['recordId', 'title', 'revision', 'approvedAt'],
  't.approved_at is not null',
  't.title, t.revision',
)
/**
 * The records that can be pinned, each in a few words: a visit that was held, an action that was verified, rules that were
 * approved. What is planned or drafted shows nothing yet. None of them is a record of a patient.
 */
export function pinnable(db: ReadDb): { type: Pinnable; id: string; title: string }[] {
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

/** The version of a record that is pinned now. Refuses one that is not there, and one that shows nothing yet. */
export function versionToPin(db: ReadDb, type: Pinnable, id: string): number {
  const row = db.row<{ version: number; withdrawn: number }>(
    // The name of the table is one of a closed list, which the schema of the input holds it to.
    `select version, withdrawn from ${type} where record_id = @id order by version desc limit 1`,
    { id },
  )
  if (!row || row.withdrawn === 1) refuseField('pin.id', 'This record is not there any more')
  if (!pinnable(db).some((one) => one.type === type && one.id === id))
    refuseField(
      'pin.id',
      'This record shows nothing yet: a visit has to be held, an action verified, rules approved. Choose from the list',
    )
  return row.version
}
