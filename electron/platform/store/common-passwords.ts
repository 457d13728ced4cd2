import { dictionary } from '@zxcvbn-ts/language-common'
import { passwordFault } from '#domain/users/passwords.ts'

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
 * domain/users/passwords.ts, and a list too long for it.
 */
export function newPasswordFault(password: string, signInName: string): string | null {
  const fault = passwordFault(password, signInName)
  if (fault !== null) return fault
  return isCommon(password.normalize('NFC').toLowerCase())
    ? 'This is one of the passwords that are guessed first. Choose another'
    : null
}

function isCommon(lower: string): boolean {
  if (commonest().has(lower)) return true
  const word = lower.replaceAll(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
  // A common word with digits and signs about it is tried soon after the word.
  if (word.length < 12 && commonest().has(word)) return true
  return word.replaceAll(ofTheHouse, '').replaceAll(/[^\p{L}]/gu, '').length < 4
}
