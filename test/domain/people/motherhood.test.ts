import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type MothersOnRecord, mayComeWith } from '#domain/people/motherhood.ts'
import type { BasisKind } from '#domain/shared/provenance.ts'
import { linesUnder } from './builders.ts'

const who: Record<string, string[]> = { nobody: [], her: ['her'], another: ['another'] }

function tiesOf(says: string, basis: string): MothersOnRecord['ties'] {
  const [name = ''] = says.split(' ')
  const relation = says.endsWith('foster carer') ? 'foster-carer' : 'mother'
  return (who[name] ?? []).map((personId) => ({
    personId,
    relation,
    basisKind: basis as BasisKind,
  }))
}

describe('whose baby', () => {
  test.each(linesUnder('9. Whose baby'))('line %s of docs/states/people.md', (_, row) => {
    const may = mayComeWith('her', {
      cameWith: who[row['came with before'] ?? ''] ?? [],
      ties: tiesOf(row['a tie says mother'] ?? '', row.basis ?? ''),
    })
    expect(may ? 'yes' : 'no').toBe(row['may come with her'])
  })

  test('no tie but that of a mother makes a baby hers', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('foster-carer', 'special-guardian', 'grandparent', 'friend', 'other'),
        fc.constantFrom<BasisKind>('document', 'told', 'observed', 'opinion'),
        (relation, basisKind) => {
          const ties = [{ personId: 'her', relation, basisKind } as const]
          expect(mayComeWith('her', { cameWith: ['another'], ties })).toBe(false)
        },
      ),
    )
  })
})
