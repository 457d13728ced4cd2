import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PersonKind } from '#domain/people/record.ts'
import { mayBeSame, type Named } from '#domain/people/same-person.ts'
import { linesUnder } from './builders.ts'

const onRecordName = { givenName: 'Siân', familyName: 'Llewellyn' }
const names: Record<string, { givenName: string; familyName: string }> = {
  same: { givenName: 'sian', familyName: 'LLEWELLYN' },
  'other way round': { givenName: 'Llewellyn', familyName: 'Siân' },
  another: { givenName: 'Siân', familyName: 'Morgan' },
}
const birth = (cell = '-') => (cell === '-' ? null : cell)

describe('whether somebody new may be on record already', () => {
  test.each(linesUnder('8. Whether somebody new may be on record already'))(
    'line %s of docs/states/people.md',
    (_, row) => {
      const typed = names[row.name ?? '']
      if (!typed) throw new Error(`No name for "${row.name}"`)
      const asks = mayBeSame(
        { kind: row.new as PersonKind, ...typed, bornOn: birth(row.born) },
        {
          kind: row['on record as'] as PersonKind,
          ...onRecordName,
          bornOn: birth(row['born, on record']),
        },
      )
      expect(asks ? 'yes' : 'no').toBe(row.asks)
    },
  )

  const somebody = fc.record({
    kind: fc.constant<PersonKind>('mother'),
    givenName: fc.string({ minLength: 1, unit: 'grapheme' }),
    familyName: fc.string({ minLength: 1, unit: 'grapheme' }),
    bornOn: fc.option(fc.constantFrom('1996-02-03', '1997-02-03')),
  })

  test('is the same asked both ways, and always asked of oneself', () => {
    fc.assert(
      fc.property(somebody, somebody, (a: Named, b: Named) => {
        expect(mayBeSame(a, b)).toBe(mayBeSame(b, a))
        expect(mayBeSame(a, a)).toBe(true)
        expect(mayBeSame({ ...a, bornOn: null }, a)).toBe(true)
      }),
    )
  })
})
