import type { Finding } from '#domain/oversight/self-check.ts'
import { ruleSetStateLabels } from '#domain/rule-sets/rule-set.ts'
import type { ReadContext } from '../../platform/serve.ts'
import { listRuleSets, ruleSetInForce } from '../rule-sets/queries.ts'
import { theUnit } from '../stays/queries.ts'

/** The rules in force that the unit has not approved, and those whose review is overdue. */
export function unapprovedRules({ db, now }: ReadContext): Finding[] {
  const kinds = [...new Set(listRuleSets(db, now).map(({ kind }) => kind))]
  return kinds
    .map((kind) => ruleSetInForce(db, kind, now))
    .filter(({ state, content }) => state !== 'approved' && !asksNothing(content))
    .map(({ id, title, state }) => ({
      id,
      what: title,
      about: ruleSetStateLabels[state],
      since: null,
      leadsTo: { page: 'rules' },
      people: [],
    }))
}

/** Rules that list nothing ask nothing of the unit: none but Finding Five stands among the frameworks that are shipped. */
const asksNothing = (content: string): boolean =>
  Object.values(JSON.parse(content) as object).every(
    (part) => Array.isArray(part) && part.length === 0,
  )

export function trainingNotDeclared({ db }: ReadContext): Finding[] {
  const { id, trainingRegisterComplete } = theUnit(db)
  if (trainingRegisterComplete) return []
  return [
    {
      id,
      what: 'Training register',
      about: 'not declared complete',
      since: null,
      leadsTo: { page: 'training-register' },
      people: [],
    },
  ]
}
