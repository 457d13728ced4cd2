import type { Instant } from './time.ts'

/** Who was found elsewhere and has not come back. Truth table: docs/states/leave.md, section 9. */

/** People of one stay: the mother, and babies by their pairs. */
interface Persons {
  mother: boolean
  babies: readonly string[]
}

/** A search as it ended, and who was out on which leave until when; null while they still are. */
export interface EndedSearch extends Persons {
  missingSince: Instant
  endedAt: Instant | null
  endedHow: string | null
}
export interface Outing extends Persons {
  leftAt: Instant
  returns: readonly (Persons & { backAt: Instant })[]
}

/**
 * Whom a search was for that ended with somebody found elsewhere, or with the police, and who is not here: nobody
 * has recorded that they are back, no leave tells of them since, and no later search is for them (COM-11: found is
 * not back). Nobody for a search that goes on, or that ended with a return.
 */
export function notBackSince(
  search: EndedSearch,
  outings: readonly Outing[],
  searches: readonly EndedSearch[],
): { mother: boolean; babies: string[] } {
  const { endedAt, endedHow } = search
  if (endedAt === null || (endedHow !== 'found-elsewhere' && endedHow !== 'with-police'))
    return { mother: false, babies: [] }
  const toldSince = (is: (who: Persons) => boolean) =>
    outings.some(
      (one) => is(one) && (one.leftAt > endedAt || (one.returns.find(is)?.backAt ?? '~') > endedAt),
    ) ||
    searches.some(
      (one) =>
        one !== search &&
        one.endedHow !== 'entered-in-error' &&
        is(one) &&
        (one.endedAt === null || one.endedAt > endedAt),
    )
  return {
    mother: search.mother && !toldSince(({ mother }) => mother),
    babies: search.babies.filter((baby) => !toldSince(({ babies }) => babies.includes(baby))),
  }
}
