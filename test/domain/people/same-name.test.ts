import { expect, it } from 'vitest'
import { meansSameName } from '#domain/people/same-name.ts'

it.each([
  ['Mr Darren Poole', 'Darren Poole', true],
  ['Poole, Darren', 'Darren Poole', true],
  ['Darren Poole, her partner, 07700 900123', 'Darren Poole', true],
  ['Mr Poole', 'Darren Poole', true],
  ['Mr D. Poole', 'Darren Poole', true],
  ['Darren, her partner', 'Darren Poole', true],
  ['Siân Rees', 'Sian Rees', true],
  ['Sue Reed, Westmarch Council', 'Sue Reed', true],
  ['Anna Poole', 'Darren Poole', false],
  ['Dr A. Poole', 'Darren Poole', false],
  ['Reception', 'Darren Poole', false],
  ['Her partner', 'Darren Poole', false],
  ['D.', 'Darren Poole', false],
  ['', 'Darren Poole', false],
  ['Darren Poole', '', false],
])('%j may mean %j: %s', (written, onRecord, expected) => {
  expect(meansSameName(written, onRecord)).toBe(expected)
})
