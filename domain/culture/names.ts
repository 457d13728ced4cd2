import { folded } from '../shared/folded-text.ts'

/**
 * No patient's name in what staff say of their work (decision 39, product.md 5f). A text is compared with the
 * names of those who are, or were that day, on the unit. Truth table in docs/states/culture.md 1.
 */

export interface PatientName {
  givenName: string
  familyName: string
  nhsNumber: string | null
}

// Small words that stand in many names, and in every text.
const particles = new Set([
  'al',
  'bin',
  'de',
  'del',
  'der',
  'di',
  'dos',
  'el',
  'la',
  'le',
  'mac',
  'o',
  'st',
  'van',
  'von',
])

/** A part of a name of two letters is a word as often as a name: it counts where it is written as a name. */
const shortest = 3

/** “the Nowaks”, “Wiktorias baby”. Of a shorter name it could be any word: Thi and “this”. */
const shortestInflected = 4

const lettersOnly = /[^\p{L}\p{M}\p{N}]+/u
const invisible = /\p{Default_Ignorable_Code_Point}/gu
const wordsOf = (text: string): string[] =>
  text.replace(invisible, '').split(lettersOnly).filter(Boolean)

/**
 * The first words of a text that name one of these people, as they were typed; undefined where none does. A
 * given name, a family name or a part of either is enough, in any case, with an s at its end, and with or without
 * its accents; so are initials with the family name, also run together, several given names written as one, and
 * an NHS number.
 */
export function nameIn(text: string, people: readonly PatientName[]): string | undefined {
  const words = wordsOf(text)
  const foldedWords = words.map(folded)
  for (const { givenName, familyName, nhsNumber } of people) {
    const parts = [...wordsOf(givenName), ...wordsOf(familyName)]
    const found = words.find((word, index) =>
      parts.some((part) => isPart(part, word, foldedWords[index] ?? '')),
    )
    if (found !== undefined) return found
    const run = runTogether(givenName, familyName)
    const together = words.find((_, index) => run.has(foldedWords[index] ?? ''))
    if (together !== undefined) return together
    if (nhsNumber !== null && text.replace(/[\s-]/g, '').includes(nhsNumber)) return nhsNumber
  }
  return undefined
}

function isPart(part: string, word: string, foldedWord: string): boolean {
  const name = folded(part)
  if (particles.has(name)) return false
  // One letter is an initial, and stands for no one by itself.
  if ([...name].length < 2) return false
  if ([...name].length < shortest && word !== part) return false
  return foldedWord === name || ([...name].length >= shortestInflected && foldedWord === `${name}s`)
}

/** `jquinn`, `jmquinn`, `maryann`: initials and family name, or several given names, typed as one word. */
function runTogether(givenName: string, familyName: string): ReadonlySet<string> {
  const given = wordsOf(givenName).map(folded)
  const initials = given.map((one) => one.slice(0, 1))
  const family = wordsOf(familyName).map(folded).join('')
  const all = initials.join('')
  const names = given.length > 1 ? [given.join('')] : []
  return new Set(
    family === '' ? names : [...names, `${initials[0] ?? ''}${family}`, `${all}${family}`, family],
  )
}

/** What to do about a name, as it stands at the field. */
export const nameFault = (found: string): string =>
  `“${found}” is the name of somebody who is on the unit, or was that day. Say it without a name, such as “a mother” or “her baby”`
