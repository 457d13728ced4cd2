import { hkdfSync, randomBytes } from 'node:crypto'

/** The one key that everything in the store is encrypted under; it never changes when people come and go. */
export interface DataKey {
  /** 32 random bytes. */
  readonly key: Buffer
  /** 16 random bytes, the first of the database file. */
  readonly salt: Buffer
}

const keyBytes = 32
const saltBytes = 16

/** A new random data key. Made once, at the first run. */
export const newDataKey = (): DataKey => ({
  key: randomBytes(keyBytes),
  salt: randomBytes(saltBytes),
})

/** A copy that outlives the wiping of the original. */
export const copyDataKey = (key: DataKey): DataKey => ({
  key: Buffer.from(key.key),
  salt: Buffer.from(key.salt),
})

/** Overwrites the key in memory. */
export function wipeDataKey(key: DataKey): void {
  key.key.fill(0)
  key.salt.fill(0)
}

/** A key for one purpose, drawn from the data key. */
export const derivedKey = (key: DataKey, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', key.key, key.salt, purpose, 32))

/**
 * The key as SQLite takes it: x'<64 hex key><32 hex salt>', built in a buffer that can be wiped. Throws on
 * any other length, because SQLite would take it for a passphrase without a word (reliability.md, row 13).
 */
export function keyLiteral(key: DataKey): Buffer {
  if (key.key.length !== keyBytes || key.salt.length !== saltBytes)
    throw new Error('A data key has 32 bytes and its salt 16')
  const literal = Buffer.alloc(2 + 2 * (keyBytes + saltBytes) + 1)
  literal.write("x'", 0, 'latin1')
  let at = 2
  for (const part of [key.key, key.salt]) at += literal.write(part.toString('hex'), at, 'latin1')
  at += literal.write("'", at, 'latin1')
  if (at !== literal.length) throw new Error('A key literal has 96 hexadecimal digits')
  return literal
}
