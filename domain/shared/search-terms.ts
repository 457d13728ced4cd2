import { isCivilDate } from './calendar.ts'
import { folded } from './folded-text.ts'
import { nhsNumberSchema } from './nhs-number.ts'
import type { CivilDate } from './time.ts'

/** What somebody typed to find a person or a record. */
export interface SearchTerms {
  nhsNumber: string | null
  bornOn: CivilDate | null
  /** The words of a name, folded; every one has to be there. */
  words: string[]
}

/** Fewer letters than this find too much to be of use. */
export const leastLetters = 2

/**
 * Reads a search: ten digits are an NHS number, a date (12/4/1995 or 1995-04-12) is a date of birth, and
 * the rest are words of a name. Null where there is nothing to look for yet.
 */
export function searchTermsOf(text: string): SearchTerms | null {
  const date = dateIn(text)
  const rest = date ? text.replace(date.typed, ' ') : text
  const number = nhsNumberSchema.safeParse(rest.trim())
  if (number.success) return { nhsNumber: number.data, bornOn: date?.on ?? null, words: [] }
  const words = folded(rest).split(' ').filter(Boolean)
  const letters = words.join('').length
  if (date === undefined && letters < leastLetters) return null
  return { nhsNumber: null, bornOn: date?.on ?? null, words }
}

function dateIn(text: string): { typed: string; on: CivilDate } | undefined {
  const british = /\b(\d{1,2})[/.](\d{1,2})[/.](\d{4})\b/.exec(text)
  if (british) {
    const [typed, day = '', month = '', year = ''] = british
    const on = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
    return isCivilDate(on) ? { typed, on } : undefined
  }
  const [typed] = /\b\d{4}-\d{2}-\d{2}\b/.exec(text) ?? []
  return typed !== undefined && isCivilDate(typed) ? { typed, on: typed } : undefined
}

/** Does the folded text hold every one of the folded words? */
export const holdsWords = (text: string, words: readonly string[]): boolean =>
  words.every((word) => text.includes(word))
