import type { AdmissionCriteria, Clause } from './criteria.ts'
import type { AdmissionRules } from './rules.ts'

/**
 * What changes for a check that is half done when it goes over to a newer set. It stays on its own until
 * somebody chooses to (architecture.md, law 9; product.md 2: a decision keeps the version that it was made
 * under).
 */
export interface RuleChanges {
  /** Clauses whose question means something else now: an answer to the old one is no answer. */
  askedAgain: string[]
  added: string[]
  removed: string[]
}

/** What has to be the same for an answer to hold: what is asked, of what kind, and who answers it. */
const meaningOf = ({ kind, question, answered, notApplicable }: Clause) =>
  JSON.stringify([kind, question, answered, notApplicable])

/** The clauses that are asked again, are new or go; items of information keep what was received. */
export function ruleChanges(before: AdmissionRules, after: AdmissionRules): RuleChanges {
  const [was, is] = [byId(before.criteria), byId(after.criteria)]
  const items = ({ information }: AdmissionRules) => information.items.map(({ id }) => id)
  const ids = (rules: AdmissionRules) => [
    ...rules.criteria.clauses.map(({ id }) => id),
    ...items(rules),
  ]
  const [had, has] = [new Set(ids(before)), new Set(ids(after))]
  return {
    askedAgain: [...was].flatMap(([id, clause]) => {
      const now = is.get(id)
      return now && meaningOf(now) !== meaningOf(clause) ? [id] : []
    }),
    added: [...has].filter((id) => !had.has(id)),
    removed: [...had].filter((id) => !has.has(id)),
  }
}

const byId = ({ clauses }: AdmissionCriteria) =>
  new Map(clauses.map((clause) => [clause.id, clause]))
