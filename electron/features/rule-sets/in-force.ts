import { inForceAt, type RuleSet, type RuleSetKind } from '#domain/rule-sets/rule-set.ts'
import type { Instant } from '#domain/shared/time.ts'
import { ruleSet } from '#drizzle/schema/rule-sets.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { headColumns } from './head-columns.ts'

const ofKind = standing(ruleSet, headColumns, 't.kind = @kind')

const contentSql = 'select content from rule_set where record_id = @id and version = @version'

/** Contents already checked, by record and version: a version never changes. */
const checked = new Map<string, unknown>()

/** Every revision of a kind as the record stood at a cut, each with its content checked. */
export function ruleSetsOf<Content>(
  db: ReadDb,
  kind: RuleSetKind<Content>,
  seq: number = newest,
): (RuleSet<Content> & { version: number })[] {
  return ofKind
    .at(db, seq, { kind: kind.kind })
    .map((set) => ({ ...set, content: contentOf(db, kind, set.recordId, set.version) }))
}

/**
 * The revision of a kind in force at an instant. Throws where the store holds none: a unit is made with the
 * shipped defaults.
 */
export function ruleInForce<Content>(
  db: ReadDb,
  kind: RuleSetKind<Content>,
  at: Instant,
): RuleSet<Content> {
  const set = inForceAt(ruleSetsOf(db, kind), kind.kind, at)
  if (!set) throw new Error(`No rule set of kind ${kind.kind}`)
  return set
}

function contentOf<Content>(
  db: ReadDb,
  kind: RuleSetKind<Content>,
  id: string,
  version: number,
): Content {
  const key = `${id} ${version}`
  if (!checked.has(key)) {
    const row = db.row<{ content: string }>(contentSql, { id, version })
    checked.set(key, kind.content.parse(JSON.parse(row?.content ?? 'null')))
  }
  return checked.get(key) as Content
}
