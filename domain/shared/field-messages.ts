import type { z } from 'zod'
import type { FieldMessage } from './failure.ts'

/**
 * Plain words for what a schema refuses. A schema that says its own message keeps it; everything else gets
 * one from here, which names what is asked for and how to mend it. Install with
 * `z.config({ customError: fieldError })` once in each process.
 */
export const fieldError: z.core.$ZodErrorMap = (issue) => messageOf(issue)

/** The messages of a refused input, at most 50, each at its field (path parts joined by dots). */
export function fieldMessages(error: { issues: readonly z.core.$ZodIssue[] }): FieldMessage[] {
  return error.issues.slice(0, 50).flatMap(messagesOfIssue)
}

function messagesOfIssue(issue: z.core.$ZodIssue): FieldMessage[] {
  const field = pathText(issue.path)
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.slice(0, 5).map((key) => ({
      field: field === '' ? shown(key) : `${field}.${shown(key)}`,
      message: issue.message,
    }))
  }
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    // The branch that came nearest says what to mend; the others would ask for what does not apply.
    const nearest = [...issue.errors].sort((a, b) => distance(a) - distance(b))[0] ?? []
    if (nearest.length > 0)
      return nearest.map((inner) => ({
        field: pathText([...issue.path, ...inner.path]),
        message: inner.message,
      }))
  }
  return [{ field, message: issue.message }]
}

/** A branch that knows the keys that were given is nearer than one that does not, whatever else is wrong. */
const distance = (issues: readonly z.core.$ZodIssue[]) =>
  issues.length +
  (issues.some((issue) => issue.path.length === 0) ? 1_000 : 0) +
  (issues.some((issue) => issue.code === 'unrecognized_keys') ? 1_000 : 0)

const pathText = (path: readonly PropertyKey[]) => path.map((part) => shown(String(part))).join('.')

/** A key that came from outside, cut short: it may be hostile. */
const shown = (key: string) => key.slice(0, 60)

function messageOf(issue: z.core.$ZodRawIssue): string {
  const what = labelOf(issue.path ?? [])
  switch (issue.code) {
    case 'invalid_type':
      return wrongType(issue.expected, issue.input, what)
    case 'invalid_value':
      return `Choose ${what} from the list`
    case 'invalid_union':
      return issue.input === undefined
        ? `Enter ${what}`
        : `Check ${what}: it is not in a form that fits`
    case 'too_small':
      return tooSmall(issue.origin, Number(issue.minimum), issue.inclusive !== false, what)
    case 'too_big':
      return tooBig(issue.origin, Number(issue.maximum), issue.inclusive !== false, what)
    case 'not_multiple_of':
      return `Enter ${what} in steps of ${issue.divisor}`
    case 'invalid_format':
      return issue.format === 'uuid' || issue.format === 'guid'
        ? `Choose ${what} from the list`
        : `Check ${what}: it is not written in the form that is asked for`
    case 'unrecognized_keys':
      return 'This form does not ask for that. Close the form and open it again'
    default:
      return `Check ${what}`
  }
}

function wrongType(expected: string, input: unknown, what: string): string {
  if (input === undefined || input === null || input === '') {
    if (expected === 'boolean') return `Answer yes or no: ${what}`
    return `Enter ${what}`
  }
  switch (expected) {
    case 'string':
      return `Enter ${what} as text`
    case 'number':
    case 'int':
      return `Enter ${what} as a number, in figures`
    case 'boolean':
      return `Answer yes or no: ${what}`
    case 'array':
    case 'tuple':
      return `Enter ${what} as a list`
    default:
      return `Check ${what}: it is not in the form that is asked for`
  }
}

function tooSmall(origin: string, minimum: number, inclusive: boolean, what: string): string {
  if (origin === 'string')
    return minimum <= 1 ? `Enter ${what}` : `Enter ${what} with ${minimum} characters or more`
  if (origin === 'array' || origin === 'set')
    return minimum <= 1 ? `Add at least one: ${what}` : `Add at least ${minimum}: ${what}`
  return inclusive ? `Enter ${what} of ${minimum} or more` : `Enter ${what} of more than ${minimum}`
}

function tooBig(origin: string, maximum: number, inclusive: boolean, what: string): string {
  if (origin === 'string')
    return `Shorten it to ${maximum.toLocaleString('en-GB')} characters or fewer`
  if (origin === 'array' || origin === 'set') return `Keep it to ${maximum} or fewer: ${what}`
  return inclusive
    ? `Enter ${what} of ${maximum.toLocaleString('en-GB')} or less`
    : `Enter ${what} of less than ${maximum.toLocaleString('en-GB')}`
}

const spelled: Record<string, string> = {
  nhs: 'NHS',
  ods: 'ODS',
  id: '',
  on: 'date',
  at: 'time',
}

/** What is asked for, from the name in the code: `familyName` reads "the family name", `bornOn` "the born date". */
function labelOf(path: readonly PropertyKey[]): string {
  const key = path.findLast((part) => typeof part === 'string')
  if (typeof key !== 'string') return 'this'
  const words = shown(key)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(' ')
    .map((word) => spelled[word] ?? word)
    .filter((word) => word !== '')
  return words.length === 0 ? 'this' : `the ${words.join(' ')}`
}
