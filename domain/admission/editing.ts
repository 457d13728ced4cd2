import type { AdmissionCriteria, Clause, ClauseKind } from './criteria.ts'

/**
 * Changes to a draft of the criteria, clause by clause. Each gives a new set and leaves the other as it was;
 * what does not fit together is said by the schema of the set (domain/admission/criteria.ts).
 */

/** What a person says of a clause. How a computed clause is computed stays with the program. */
export type ClauseWords = Pick<
  Clause,
  | 'kind'
  | 'title'
  | 'question'
  | 'evidence'
  | 'group'
  | 'notApplicable'
  | 'staleAfterDays'
  | 'source'
>

/** The kinds of clause that a unit may add: a process is measured by the program, not asked. */
export const kindsToAdd = [
  'inclusion',
  'exclusion',
  'defer',
  'stop',
] as const satisfies readonly ClauseKind[]

/** True where people answer the clause, so that its kind may change too. */
export const isAsked = ({ answered }: Clause): boolean => answered === 'asked'

const letterOf = (kind: ClauseKind) => (kind === 'inclusion' || kind === 'process' ? 'I' : 'X')

/** The next free id of a kind: ADM-I-14 after ADM-I-13. An id that is gone is not given again below the highest. */
export function nextClauseId({ clauses }: AdmissionCriteria, kind: ClauseKind): string {
  const letter = letterOf(kind)
  const numbers = clauses.flatMap(({ id }) =>
    id.startsWith(`ADM-${letter}-`) ? [Number(id.slice(-2))] : [],
  )
  return `ADM-${letter}-${String(Math.max(0, ...numbers) + 1).padStart(2, '0')}`
}

/** Adds a clause that people answer, as a proposal of the unit, and says which id it got. */
export function withNewClause(
  criteria: AdmissionCriteria,
  words: ClauseWords,
): { criteria: AdmissionCriteria; id: string } {
  const id = nextClauseId(criteria, words.kind)
  const clause: Clause = {
    id,
    ...words,
    group: words.kind === 'inclusion' ? words.group : null,
    answered: 'asked',
    computation: null,
    mark: 'proposal',
  }
  return { criteria: { ...criteria, clauses: [...criteria.clauses, clause] }, id }
}

/** Says a clause in other words. A clause that is computed or measured keeps its kind. */
export const withClause = (
  criteria: AdmissionCriteria,
  id: string,
  words: ClauseWords,
): AdmissionCriteria => ({
  ...criteria,
  clauses: criteria.clauses.map((clause) => {
    if (clause.id !== id) return clause
    const kind = isAsked(clause) ? words.kind : clause.kind
    return { ...clause, ...words, kind, group: kind === 'inclusion' ? words.group : null }
  }),
})

/** Takes a clause out, also from the reasons of a refusal that name it, and a group that is empty then. */
export function withoutClause(criteria: AdmissionCriteria, id: string): AdmissionCriteria {
  const clauses = criteria.clauses.filter((clause) => clause.id !== id)
  return {
    ...criteria,
    clauses,
    groups: criteria.groups.filter((group) => clauses.some((clause) => clause.group === group.id)),
    declineReasons: criteria.declineReasons.map((reason) => ({
      ...reason,
      clauses: reason.clauses.filter((one) => one !== id),
    })),
  }
}
