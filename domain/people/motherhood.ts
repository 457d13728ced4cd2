import type { TieStatement } from './ties.ts'

/** What is on record of whose baby somebody is. */
export interface MothersOnRecord {
  /** The mothers with whom the baby was referred, or was on the unit. */
  cameWith: readonly string[]
  /** What is said of those round the baby, with settled clashes applied. */
  ties: readonly Pick<TieStatement, 'personId' | 'relation' | 'basisKind'>[]
}

/**
 * Whether a baby on record may be referred, or come in, with this mother: a tie says that she is the mother, by birth
 * or by adoption; or they came together before; or no mother of the baby is on record at all. A foster carer, a
 * grandmother and a guardian are not, whatever responsibility they hold: the unit takes a baby with their own mother
 * (domain.md 1.1). Truth table: docs/states/people.md, 9.
 */
export function mayComeWith(motherId: string, { cameWith, ties }: MothersOnRecord): boolean {
  const said = ties.filter(saysMother).map(({ personId }) => personId)
  const mothers = [...cameWith, ...said]
  return mothers.length === 0 || mothers.includes(motherId)
}

/** Whether a tie says that somebody is the mother: asked and not established says nothing. */
export const saysMother = ({
  relation,
  basisKind,
}: Pick<TieStatement, 'relation' | 'basisKind'>): boolean =>
  relation === 'mother' && basisKind !== 'not-established'

/** What is said where a baby may not come with her, and how it is mended. */
export const anotherMothersBaby =
  'This baby is on record with another mother. Choose a baby of hers, or record her baby anew. If she is the mother of this baby, first record her as the mother on the page of people and ties of the baby, with how it is known'
