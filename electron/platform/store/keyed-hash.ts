import { createHmac, createSecretKey, type KeyObject } from 'node:crypto'

/** Prepared once for each key: handing over the bytes each time costs five times the hash itself. */
const prepared = new WeakMap<Buffer, KeyObject>()

/** HMAC-SHA-256 under a key that stays the same for as long as its buffer is in use. */
export function keyedHash(
  key: Buffer,
  content: string | Buffer,
  encoding: 'hex' | 'base64url',
): string {
  let secret = prepared.get(key)
  if (!secret) {
    secret = createSecretKey(key)
    prepared.set(key, secret)
  }
  return createHmac('sha256', secret).update(content).digest(encoding)
}
