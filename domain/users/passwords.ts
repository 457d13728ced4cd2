/**
 * What a password must be: at least 12 characters, and none of the common ones (decision 4; NCSC and NIST
 * SP 800-63B 5.1.1.2: length and a list of known passwords, no rules of composition, no forced change).
 */
export const passwordMinimum = 12
export const passwordMaximum = 200

/** Words that most guessed passwords are made of, as letters alone; with digits and signs around them they are no better. */
const commonStems = new Set([
  'password',
  'passwort',
  'passphrase',
  'qwerty',
  'qwertyuiop',
  'qwertyuiopasdfghjkl',
  'asdfghjkl',
  'asdfghjklzxcvbnm',
  'zxcvbnm',
  'letmein',
  'letmeinplease',
  'welcome',
  'admin',
  'administrator',
  'iloveyou',
  'sunshine',
  'princess',
  'football',
  'liverpool',
  'arsenal',
  'chelsea',
  'superman',
  'monkey',
  'dragon',
  'changeme',
  'secret',
  'hospital',
  'nhs',
  'nhsengland',
  'ward',
  'wardmanager',
  'nurse',
  'summer',
  'winter',
  'autumn',
  'spring',
  'abcdefghijkl',
  'abcdefghijklmnopqrstuvwxyz',
  'correcthorsebatterystaple',
])

/** What is wrong with a new password, in a sentence that says how to mend it; null if nothing. */
export function passwordFault(password: string, signInName: string): string | null {
  const text = password.normalize('NFC')
  const length = [...text].length
  if (length < passwordMinimum)
    return `Use ${passwordMinimum} characters or more. Three words that do not belong together are easy to remember`
  if (length > passwordMaximum) return `Use ${passwordMaximum} characters or fewer`
  const lower = text.toLowerCase()
  if (signInName !== '' && lower.includes(signInName.toLowerCase()))
    return 'Do not use the sign-in name in the password'
  if (new Set(lower).size < 5) return 'Use more different characters'
  if (isCommon(lower)) return 'This is one of the passwords that are guessed first. Choose another'
  return null
}

function isCommon(lower: string): boolean {
  if (isRun(lower)) return true
  const letters = plainLetters(lower)
  if (letters === '') return true
  for (let size = 1; size <= letters.length; size++) {
    if (letters.length % size !== 0) continue
    const part = letters.slice(0, size)
    if (commonStems.has(part) && part.repeat(letters.length / size) === letters) return true
  }
  return false
}

const lookalikes: Record<string, string> = {
  '0': 'o',
  '1': 'l',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '@': 'a',
  $: 's',
}

/** The letters of a word with signs that stand for letters read as those, and digits at its ends dropped. */
export function plainLetters(lower: string): string {
  const middle = lower.replace(/^[^\p{L}@$]+|[^\p{L}@$]+$/gu, '')
  return [...middle]
    .map((character) => lookalikes[character] ?? character)
    .join('')
    .replace(/[^\p{L}]/gu, '')
}

/** Every character one after or before the last: 123456789012, abcdefghijkl. */
function isRun(text: string): boolean {
  const codes = [...text].map((character) => character.codePointAt(0) ?? 0)
  const steps = codes.slice(1).map((code, index) => code - (codes[index] ?? 0))
  const ordinary = steps.filter((step) => Math.abs(step) === 1 || Math.abs(step) === 9)
  return ordinary.length === steps.length
}
