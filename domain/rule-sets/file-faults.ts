import type { z } from 'zod'
import type { FieldMessage } from '../shared/failure.ts'
import { fieldMessages } from '../shared/field-messages.ts'

const notKnown =
  'this version of the app does not know that. Where the file comes from a newer version, bring this app up to date; else take it out of the file'

/**
 * What is wrong with a file of rules, each with the place in the file: nobody sees its fields on a form, so the message
 * alone has to say where to look. `content` is what the file holds, for the codes of its rules.
 */
export const faultsOfFile = (error: z.ZodError, content: unknown): FieldMessage[] =>
  fieldMessages({ issues: error.issues.map(named) }).map(({ field, message }) =>
    field === ''
      ? { field: 'text', message }
      : { field: `text.${field}`, message: `${placeOf(content, field.split('.'))}: ${message}` },
  )

/** A form that is asked for what it does not hold is opened again; a file is not. */
function named(issue: z.core.$ZodIssue): z.core.$ZodIssue {
  if (issue.code === 'unrecognized_keys') return { ...issue, message: notKnown }
  if (issue.code !== 'invalid_union') return issue
  return { ...issue, errors: issue.errors.map((branch) => branch.map(named)) } as typeof issue
}

/** "clauses, ADM-X-04, question": a rule by its code where it has one, else by its number. */
function placeOf(content: unknown, path: readonly string[]): string {
  let here: unknown = content
  const words = path.map((part) => {
    const isItem = Array.isArray(here)
    here = (here as Record<string, unknown> | null | undefined)?.[part]
    return isItem ? (codeOf(here) ?? `number ${Number(part) + 1}`) : part
  })
  return words.join(', ')
}

function codeOf(item: unknown): string | undefined {
  const { id, code } = (item ?? {}) as { id?: unknown; code?: unknown }
  const found = [id, code].find((one) => typeof one === 'string' && one.trim() !== '')
  return typeof found === 'string' ? found.slice(0, 60) : undefined
}
