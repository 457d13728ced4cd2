import { dictionary } from '@zxcvbn-ts/language-common'
import { passwordFault, plainLetters } from '#domain/users/passwords.ts'

let listed: ReadonlySet<string> | undefined

/** The 49,000 commonest passwords of a kept list; read at the first use. */
const commonest = () => {
  listed ??= new Set(dictionary['passwords-common'])
  return listed
}

/** The words that somebody here would try first. */
const ofTheHouse =
  /(mbu|assurance|mother|baby|babies|unit|ward|nhs|nurse|trust|hospital|safeguarding|manager|admin|password|welcome|the|our|my|to|and|of)/g

/**
 * What is wrong with a new password, in a sentence that says how to mend it, or null: the rule of
 * domain/users/passwords.ts, a list too long for it, and the name of the unit, where it is known.
 */
export function newPasswordFault(
  password: string,
  signInName: string,
  unitName = '',
): string | null {
  const fault = passwordFault(password, signInName)
  if (fault !== null) return fault
  const lower = password.normalize('NFC').toLowerCase()
  if (isCommon(lower)) return 'This is one of the passwords that are guessed first. Choose another'
  if (isOfTheUnit(lower, unitName))
    return 'The name of the unit is guessed first. Choose words that have nothing to do with it'
  return null
}

/** True if little is left of it without the words of the unit's name, also as r0wan or Rowan-2026. */
function isOfTheUnit(lower: string, unitName: string): boolean {
  const words = unitName
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length >= 3)
  if (words.length === 0) return false
  const named = new RegExp([...words].sort((a, b) => b.length - a.length).join('|'), 'g')
  const rest = (text: string) =>
    text
      .replaceAll(named, '')
      .replaceAll(ofTheHouse, '')
      .replaceAll(/[^\p{L}]/gu, '')
  return rest(lower).length < 4 || rest(plainLetters(lower)).length < 4
}

function isCommon(lower: string): boolean {
  if (commonest().has(lower)) return true
  const word = lower.replaceAll(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
  // A common word with digits and signs about it is tried soon after the word.
  if (word.length < 12 && commonest().has(word)) return true
  return word.replaceAll(ofTheHouse, '').replaceAll(/[^\p{L}]/gu, '').length < 4
}
