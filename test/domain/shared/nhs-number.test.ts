import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  formatNhsNumber,
  isNhsNumber,
  isTestNhsNumber,
  nhsNumberSchema,
  testNhsNumber,
} from '#domain/shared/nhs-number.ts'

describe('an NHS number', () => {
  test.each(['9434765919', '943 476 5919', '943-476-5919', ' 943\u00a0476\u20115919 '])(
    '%j is taken as ten digits',
    (typed) => expect(nhsNumberSchema.parse(typed)).toBe('9434765919'),
  )

  test.each<[string, unknown, string]>([
    ['a wrong check digit', '9434765918', 'last digit does not fit'],
    ['two digits changed round', '9437465919', 'last digit does not fit'],
    ['a check of ten', '1234567890', 'last digit does not fit'],
    ['nine digits', '943476591', 'this has 9'],
    ['eleven digits', '94347659190', 'this has 11'],
    ['all zeros', '0000000000', 'every digit is 0'],
    ['Arabic-Indic digits', '٩٤٣٤٧٦٥٩١٩', 'digits 0 to 9 alone'],
    ['full-width digits', '９４３４７６５９１９', 'digits 0 to 9 alone'],
    ['a number with a fraction', '9434765919.0', 'digits 0 to 9 alone'],
    ['a number of the language', 9434765919, 'Enter an NHS number'],
    ['nothing', ' - ', 'Enter an NHS number'],
    ['a long text', '9'.repeat(1_000_000), 'has 10 digits'],
    ['NUL inside', '943476\u00005919', 'digits 0 to 9 alone'],
  ])('%s is refused', (_, typed, message) => {
    expect(nhsNumberSchema.safeParse(typed).error?.issues[0]?.message).toContain(message)
  })

  test('is read out in threes and four', () => {
    expect(formatNhsNumber('9434765919')).toBe('943 476 5919')
  })

  test('leading zeros are kept', () => {
    expect(nhsNumberSchema.safeParse('0123456789').success).toBe(isNhsNumber('0123456789'))
    expect(nhsNumberSchema.parse('0000000019')).toBe('0000000019')
  })

  test('one digit changed is always noticed', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 5000 }),
        fc.integer({ min: 0, max: 9 }),
        fc.integer({ min: 1, max: 9 }),
        (n, place, by) => {
          const digits = [...testNhsNumber(n)]
          digits[place] = String((Number(digits[place]) + by) % 10)
          expect(isNhsNumber(digits.join(''))).toBe(false)
        },
      ),
    )
  })

  test('numbers for invented people are valid, different and in the test range', () => {
    const made = Array.from({ length: 200 }, (_, n) => testNhsNumber(n))
    expect(new Set(made).size).toBe(200)
    expect(made.every((digits) => isNhsNumber(digits) && isTestNhsNumber(digits))).toBe(true)
    expect(isTestNhsNumber('9434765919')).toBe(false)
  })
})
