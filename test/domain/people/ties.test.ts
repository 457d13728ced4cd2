import { describe, expect, test } from 'vitest'
import { contactRoute } from '#domain/people/contact-route.ts'
import type { PersonKind, Relation } from '#domain/people/record.ts'
import {
  paternityOf,
  relationFaults,
  relationText,
  type TieFacts,
  tieFaults,
} from '#domain/people/ties.ts'
import { bases } from '#domain/shared/provenance.ts'
import { linesUnder } from './builders.ts'

const tie = (
  given: Partial<TieFacts & { recordId: string }> = {},
): TieFacts & { recordId: string } => ({
  recordId: 'tie',
  relation: 'father',
  parentalResponsibility: 'not-known',
  safeToContact: 'yes',
  contactThrough: null,
  basisKind: 'told',
  ...given,
})

describe('paternity', () => {
  test.each<[string, Partial<TieFacts>[], string]>([
    ['nobody named', [], 'not-established'],
    ['somebody said so', [{}], 'claimed'],
    ['an opinion', [{ basisKind: 'opinion' }], 'claimed'],
    ['asked and not established', [{ basisKind: 'not-established' }], 'not-established'],
    ['a birth certificate seen', [{ basisKind: 'document' }], 'established'],
    ['one by document, another by hearsay', [{ basisKind: 'document' }, {}], 'established'],
    [
      'two documents that disagree',
      [{ basisKind: 'document' }, { basisKind: 'document' }],
      'claimed',
    ],
    [
      "a mother's partner",
      [{ relation: 'partner-of-mother', basisKind: 'document' }],
      'not-established',
    ],
  ])('%s: %s', (_, ties, expected) => {
    expect(paternityOf(ties.map(tie))).toBe(expected)
  })

  test('is never worded as a fact without a document', () => {
    for (const basis of bases) {
      const text = relationText('father', basis)
      expect(text === 'Father').toBe(basis === 'document')
    }
    expect(relationText('father', 'told')).toBe('Said to be the father')
    expect(relationText('grandparent', 'told')).toBe('Grandparent')
    expect(relationText('grandparent', 'not-established')).toBe('Grandparent: not established')
  })
})

describe('what somebody cannot be', () => {
  test.each(linesUnder('10. What somebody cannot be'))(
    'line %s of docs/states/people.md',
    (_, row) => {
      const faults = relationFaults(row.person as PersonKind, row.relation as Relation)
      expect(faults.length === 0 ? 'yes' : 'no').toBe(row['may be'])
      expect(faults.every(({ field }) => field === 'relation')).toBe(true)
    },
  )
})

describe('a tie', () => {
  test('responsibility is held on a document; the mother on record has it', () => {
    const holds = { parentalResponsibility: 'yes' } as const
    const fields = (given: object, person: PersonKind = 'other') =>
      tieFaults(tie({ ...holds, ...given }), person).map(({ field }) => field)
    expect(fields({})).toEqual(['parentalResponsibility'])
    expect(fields({ basisKind: 'document' })).toEqual([])
    expect(fields({ relation: 'mother' }, 'mother')).toEqual([])
    expect(fields({ relation: 'mother' })).toEqual(['parentalResponsibility'])
    expect(fields({ parentalResponsibility: 'not-known' })).toEqual([])
  })

  test('that was asked and not established claims nothing, and nobody is safe by it', () => {
    const asked = tie({ basisKind: 'not-established', parentalResponsibility: 'no' })
    expect(tieFaults(asked, 'other').map(({ field }) => field)).toEqual([
      'parentalResponsibility',
      'safeToContact',
    ])
  })

  test('says through whom just when contact is only through somebody', () => {
    const fields = (given: Partial<TieFacts>) =>
      tieFaults(tie(given), 'other').map(({ field }) => field)
    expect(fields({ safeToContact: 'only-through' })).toEqual(['contactThrough'])
    expect(fields({ safeToContact: 'only-through', contactThrough: 'Her sister' })).toEqual([])
    expect(fields({ contactThrough: 'Her sister' })).toEqual(['contactThrough'])
  })
})

test('contact that is not known to be safe goes to the social worker', () => {
  expect(contactRoute('yes', null)).toEqual({ kind: 'direct' })
  expect(contactRoute('only-through', 'Her sister')).toEqual({
    kind: 'through',
    whom: 'Her sister',
  })
  for (const [safe, whom] of [
    ['only-through', null],
    ['do-not-contact', 'Her sister'],
    ['not-known', null],
  ] as const) {
    expect(contactRoute(safe, whom).kind).toBe('social-worker')
  }
})
