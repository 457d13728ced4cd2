import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { canonical } from './canonical.ts'
import type { DataKey } from './data-key.ts'
import { deriveKey, isPermitted, newCost } from './derive.ts'
import { type Slot, tampered } from './key-file.ts'

const cipher = 'aes-256-gcm'
const tagBytes = 16
const keyBytes = 32
const saltBytes = 16

/** Wraps the data key under a password or a recovery code. */
export async function makeSlot(
  who: Pick<Slot, 'slotId' | 'kind' | 'signInName'>,
  secret: string,
  key: DataKey,
): Promise<Slot> {
  const cost = await newCost()
  const salt = randomBytes(16)
  const nonce = randomBytes(12)
  const slot = { ...who, signInName: who.signInName.normalize('NFC'), cost }
  const stored = { ...slot, salt: salt.toString('base64'), nonce: nonce.toString('base64') }
  const wrapping = await deriveKey(secret, salt, cost)
  const plain = Buffer.concat([key.key, key.salt])
  try {
    const sealer = createCipheriv(cipher, wrapping, nonce)
    sealer.setAAD(associated(stored))
    const sealed = Buffer.concat([sealer.update(plain), sealer.final(), sealer.getAuthTag()])
    return { ...stored, wrapped: sealed.toString('base64') }
  } finally {
    wrapping.fill(0)
    plain.fill(0)
  }
}

/**
 * The data key from a slot, or undefined where the secret is another. Throws `keys-tampered` for a cost that
 * nobody here wrote: a lowered one would make guessing cheap.
 */
export async function openSlot(slot: Slot, secret: string): Promise<DataKey | undefined> {
  if (!isPermitted(slot.cost)) throw tampered()
  const wrapping = await deriveKey(secret, Buffer.from(slot.salt, 'base64'), slot.cost)
  try {
    return unseal(slot, wrapping)
  } finally {
    wrapping.fill(0)
  }
}

function unseal(slot: Slot, wrapping: Buffer): DataKey | undefined {
  const sealed = Buffer.from(slot.wrapped, 'base64')
  const nonce = Buffer.from(slot.nonce, 'base64')
  if (sealed.length !== keyBytes + saltBytes + tagBytes || nonce.length !== 12) throw tampered()
  const opener = createDecipheriv(cipher, wrapping, nonce, { authTagLength: tagBytes })
  opener.setAAD(associated(slot))
  opener.setAuthTag(sealed.subarray(-tagBytes))
  try {
    const plain = Buffer.concat([opener.update(sealed.subarray(0, -tagBytes)), opener.final()])
    const key = {
      key: Buffer.from(plain.subarray(0, keyBytes)),
      salt: Buffer.from(plain.subarray(keyBytes)),
    }
    plain.fill(0)
    return key
  } catch {
    // Another password, or a slot that was changed: the two cannot be told apart.
    return undefined
  }
}

/** Everything of the slot that is readable is bound to what is wrapped. */
function associated({
  slotId,
  kind,
  signInName,
  cost,
  salt,
}: Omit<Slot, 'nonce' | 'wrapped'>): Buffer {
  const { memory, passes, lanes } = cost
  return canonical(['slot v1', slotId, kind, signInName, memory, passes, lanes, salt])
}
