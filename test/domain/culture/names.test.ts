import fc from 'fast-check'
import { expect, it } from 'vitest'
import { nameIn } from '#domain/culture/names.ts'
import { tableUnder } from '../../support/markdown-table.ts'
import { page } from './builders.ts'

const people = [
  { givenName: 'Jo', familyName: "O'Brien", nhsNumber: null },
  { givenName: 'Wiktoria', familyName: 'Górska-Nowak', nhsNumber: null },
  { givenName: 'Mary-Ann', familyName: 'Thi', nhsNumber: null },
  { givenName: 'Li', familyName: 'van der Berg', nhsNumber: '9990000018' },
]

it.each(tableUnder(page, '1. No patient').map((row) => [row.line ?? '', row] as const))(
  'line %s of docs/states/culture.md',
  (_, { text = '', caught }) => {
    expect(nameIn(text, people) ?? 'no').toBe(caught)
  },
)

it('finds a name wherever it stands, in any case and with any mark round it', () => {
  const marks = fc.constantFrom('', '.', ',', '’s', '!', ' (', ': ')
  const cases = fc.constantFrom('Wiktoria', 'WIKTORIA', 'wiktoria', 'Górska', 'GORSKA', 'nowak')
  const words = fc.array(fc.constantFrom('the', 'baby', 'slept', 'we', 'learnt'), { maxLength: 6 })
  fc.assert(
    fc.property(words, cases, marks, words, (before, name, mark, after) => {
      const text = [...before, `${name}${mark}`, ...after].join(' ')
      expect(nameIn(text, people)).toBeDefined()
      expect(nameIn([...before, ...after].join(' '), people)).toBeUndefined()
    }),
  )
})

it('is not deceived by an invisible mark inside a name', () => {
  expect(nameIn('Wik\u200btoria slept', people)).toBe('Wiktoria')
})
