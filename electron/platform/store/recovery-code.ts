import { createHash, randomBytes } from 'node:crypto'

// Crockford's base 32: no I, L, O or U, so that what is read from paper is typed as it was printed.
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const codeLetters = 32
const checkLetters = 4

/** A new recovery code: 160 random bits and a check, in nine groups of four. Shown once, kept nowhere. */
export function newRecoveryCode(): string {
  const code = [...randomBytes(codeLetters)].map((byte) => letters[byte % 32]).join('')
  return grouped(code + check(code))
}

/** The code as it is used, from what somebody typed; undefined where it cannot be one that was printed. */
export function readRecoveryCode(typed: string): string | undefined {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s-]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
  const code = plain.slice(0, codeLetters)
  const whole =
    plain.length === codeLetters + checkLetters && [...plain].every((one) => letters.includes(one))
  return whole && check(code) === plain.slice(codeLetters) ? code : undefined
}

function check(code: string): string {
  const digest = createHash('sha256').update(`recovery code ${code}`).digest()
  return [...digest.subarray(0, checkLetters)].map((byte) => letters[byte % 32]).join('')
}

const grouped = (code: string) => (code.match(/.{4}/g) ?? []).join('-')
