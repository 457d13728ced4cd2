import { inForceAt, ruleSetState } from '#domain/rule-sets/rule-set.ts'
import { dateOf } from '#domain/shared/calendar.ts'
import { refuse } from '#domain/shared/failure.ts'
import type { Instant } from '#domain/shared/time.ts'
import { ruleSet } from '#drizzle/schema/rule-sets.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { headColumns } from './head-columns.ts'

const all = standing(ruleSet, headColumns, '1', 't.kind, t.effective_from, t.record_id')
const ofKind = standing(ruleSet, headColumns, 't.kind = @kind')
const content = standing(ruleSet, ['content'], 't.record_id = @id')

/** Every revision of every kind without its content, with how it stands on a day. */
export function listRuleSets(db: ReadDb, now: Instant) {
  return all.at(db, newest).map(({ recordId, ...head }) => ({
    id: recordId,
    ...head,
    state: ruleSetState(head, dateOf(now)),
  }))
}

/**
 * The revision of a kind in force at an instant, with its content as JSON text, and how it stands. Refuses
 * with `not-found` where the unit has no revision of the kind.
 */
export function ruleSetInForce(db: ReadDb, kind: string, at: Instant) {
  const found = inForceAt(ofKind.at(db, newest, { kind }), kind, at)
  if (!found) refuse('not-found', 'The unit has no rules of this kind')
  return {
    id: found.recordId,
    ...found,
    state: ruleSetState(found, dateOf(at)),
    content: contentOf(db, found.recordId),
  }
}

/** One revision with its content as JSON text. */
export function ruleSetById(db: ReadDb, id: string, now: Instant) {
  const found = listRuleSets(db, now).find((one) => one.id === id)
  if (!found) refuse('not-found', 'This revision of the rules is not on record')
  return { ...found, content: contentOf(db, id) }
}

const contentOf = (db: ReadDb, id: string): string =>
  content.at(db, newest, { id })[0]?.content ?? ''
