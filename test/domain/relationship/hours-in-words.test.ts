import { expect, test } from 'vitest'
import { hoursInWords } from '#domain/relationship/hours-in-words.ts'

test.each([
  [null, 'hours not counted'],
  [0, 'about 0 hours'],
  [1, 'about 1 hour'],
  [2, 'about 2 hours'],
])('%s is %s', (hours, words) => {
  expect(hoursInWords(hours)).toBe(words)
})
