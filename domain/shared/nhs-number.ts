import { z } from 'zod'

/**
 * NHS numbers: ten digits, the last of which checks the rest. Source: NHS Data Dictionary, NHS number
 * (domain.md 6.3): weights 10 to 2, remainder of 11; a check of 11 is 0, of 10 makes the number invalid.
 */

const separators = /[\s\u00a0\u2010-\u2015-]/g

/** The check digit of the first nine digits; undefined where there is none. */
function checkDigitOf(nine: string): number | undefined {
  let sum = 0
  for (let place = 0; place < 9; place += 1) sum += Number(nine[place]) * (10 - place)
  const check = 11 - (sum % 11)
  return check === 11 ? 0 : check === 10 ? undefined : check
}

const faultOf = (digits: string): string | undefined => {
  if (!/^[0-9]*$/.test(digits)) return 'Use the digits 0 to 9 alone, with or without spaces'
  if (digits.length !== 10)
    return `An NHS number has 10 digits; this has ${digits.length}. Check it against the record`
  if (/^0+$/.test(digits)) return 'This is not an NHS number: every digit is 0'
  if (checkDigitOf(digits) !== Number(digits[9]))
    return 'This is not an NHS number: its last digit does not fit the others. Check each digit'
  return undefined
}

/** An NHS number as it is typed, spaces and dashes allowed; gives ten digits of text. */
export const nhsNumberSchema = z
  .string({ error: 'Enter an NHS number' })
  .max(40, 'An NHS number has 10 digits')
  .transform((typed, context) => {
    const digits = typed.replace(separators, '')
    const message = digits === '' ? 'Enter an NHS number' : faultOf(digits)
    if (message === undefined) return digits
    context.issues.push({ code: 'custom', message, input: undefined })
    return z.NEVER
  })

export const isNhsNumber = (digits: string): boolean => faultOf(digits) === undefined

/** As it is read out and printed: `943 476 5919`. `digits` is a valid number. */
export const formatNhsNumber = (digits: string): string =>
  `${digits.slice(0, 3)} ${digits.slice(3, 6)} ${digits.slice(6)}`

/** Numbers that are kept for tests and never given to anybody: 999 000 0000 to 999 999 9999. */
export const isTestNhsNumber = (digits: string): boolean => digits.startsWith('999')

/**
 * The nth valid number of the test range, from 0, for invented people. Throws a RangeError beyond the
 * range's 900,000 or so.
 */
export function testNhsNumber(n: number): string {
  let left = n
  for (let serial = 0; serial < 1_000_000; serial += 1) {
    const nine = `999${String(serial).padStart(6, '0')}`
    const check = checkDigitOf(nine)
    if (check === undefined) continue
    if (left === 0) return `${nine}${check}`
    left -= 1
  }
  throw new RangeError('The test range holds no more NHS numbers')
}

/** A baby who has no number yet may say why. Source: domain.md 6.3. */
export const nhsNumberAbsences = ['not-yet-allocated', 'not-known', 'not-entitled'] as const
export type NhsNumberAbsence = (typeof nhsNumberAbsences)[number]

export const nhsNumberAbsenceLabels: Record<NhsNumberAbsence, string> = {
  'not-yet-allocated': 'Not yet allocated',
  'not-known': 'Not known',
  'not-entitled': 'Has no NHS number',
}
