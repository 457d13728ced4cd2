import fc from 'fast-check'
import { expect, test } from 'vitest'
import { testNhsNumber } from '#domain/shared/nhs-number.ts'
import { searchTermsOf } from '#domain/shared/search-terms.ts'

const name = (words: string[]) => ({ nhsNumber: null, bornOn: null, words })
const born = (bornOn: string, words: string[] = []) => ({ nhsNumber: null, bornOn, words })

test.each([
  ['Siân Llewellyn', name(['sian', 'llewellyn'])],
  ['  O’Brien ', name(["o'brien"])],
  ['12/4/1995', born('1995-04-12')],
  ['12.04.1995', born('1995-04-12')],
  ['Llewellyn 1995-04-12', born('1995-04-12', ['llewellyn'])],
  ['31/2/1995', name(['31/2/1995'])],
  ['S', null],
  ['', null],
])('%j is read as it is meant', (text, terms) => {
  expect(searchTermsOf(text)).toEqual(terms)
})

test('ten digits with a right check digit are an NHS number, spaces or not', () => {
  const number = testNhsNumber(7)
  for (const text of [number, `${number.slice(0, 3)} ${number.slice(3, 6)} ${number.slice(6)}`])
    expect(searchTermsOf(text)).toEqual({ nhsNumber: number, bornOn: null, words: [] })
})

test('whatever is typed is read without a fault, and never as fewer than two letters', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const terms = searchTermsOf(text)
      if (terms && terms.nhsNumber === null && terms.bornOn === null)
        expect(terms.words.join('').length).toBeGreaterThanOrEqual(2)
    }),
  )
})
