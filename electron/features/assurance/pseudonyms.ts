import { createHmac, createSecretKey, type KeyObject, randomBytes } from 'node:crypto'
import type { PseudonymKind } from '#domain/assurance/allowed-columns/allowed-column.ts'
import type { Pseudonym } from '#domain/assurance/disclosure.ts'

/**
 * The pseudonyms of one report or pack, or of one session of the commissioner's view (decision 37): keyed
 * HMAC-SHA-256, so that nobody without the key can try every NHS number or id. The key lives here alone.
 */
export interface Pseudonyms {
  of: Pseudonym
  /** Forgets the key: from then on nobody, the unit included, can link the pseudonyms to the records. */
  destroy(): void
}

const letters: Record<PseudonymKind, string> = {
  stay: 'S',
  mother: 'M',
  baby: 'B',
  staff: 'T',
  episode: 'E',
  record: 'R',
}

// Crockford's base 32: no I, L, O or U, so that it can be read out and typed.
const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Ten digits are 50 bits: of 100,000 records the chance that any two share one is below 1 in 200,000. */
const length = 10

/** Pseudonyms with a random key of their own. `key` is for tests, which need the same ones twice. */
export function makePseudonyms(key: Uint8Array = randomBytes(32)): Pseudonyms {
  let secret: KeyObject | undefined = createSecretKey(key)
  const known = new Map<string, string>()
  return {
    of: (kind, id) => {
      if (!secret) throw new Error('The key of these pseudonyms is destroyed')
      const name = `${kind}\0${id}`
      const made = known.get(name) ?? pseudonymOf(secret, kind, name)
      known.set(name, made)
      return made
    },
    destroy: () => {
      secret = undefined
      known.clear()
    },
  }
}

function pseudonymOf(secret: KeyObject, kind: PseudonymKind, name: string): string {
  const text = base32(createHmac('sha256', secret).update(name).digest())
  return `${letters[kind]}-${text.slice(0, 5)}-${text.slice(5)}`
}

function base32(bytes: Buffer): string {
  let bits = bytes.readBigUInt64BE(0) >> 14n
  let text = ''
  for (let at = 0; at < length; at += 1) {
    text = `${digits[Number(bits & 31n)]}${text}`
    bits >>= 5n
  }
  return text
}
