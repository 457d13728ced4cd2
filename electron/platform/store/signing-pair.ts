import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  verify,
} from 'node:crypto'
import { fingerprintText } from '#domain/shared/fingerprint.ts'

/** An Ed25519 pair: SPKI and PKCS #8, DER, base64. */
export interface SigningPair {
  publicKey: string
  privateKey: string
}

/** Makes a new random pair. Ed25519 is in OpenSSL and in Electron's BoringSSL alike. */
export function newSigningPair(): SigningPair {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519', {
    publicKeyEncoding: { type: 'spki', format: 'der' },
    privateKeyEncoding: { type: 'pkcs8', format: 'der' },
  })
  return { publicKey: publicKey.toString('base64'), privateKey: privateKey.toString('base64') }
}

/** The signature of bytes, base64. */
export function signWith(privateKey: string, bytes: Uint8Array): string {
  const key = createPrivateKey({
    key: Buffer.from(privateKey, 'base64'),
    type: 'pkcs8',
    format: 'der',
  })
  return sign(null, bytes, key).toString('base64')
}

/** True if the signature was made over these bytes by the pair of this public key; false for what is no key. */
export function isSignedBy(publicKey: string, bytes: Uint8Array, signature: string): boolean {
  try {
    const key = createPublicKey({
      key: Buffer.from(publicKey, 'base64'),
      type: 'spki',
      format: 'der',
    })
    return verify(null, bytes, key, Buffer.from(signature, 'base64'))
  } catch {
    return false
  }
}

/** The fingerprint of a public key (SPKI, DER, base64). */
export const fingerprintOf = (publicKey: string): string =>
  fingerprintText(createHash('sha256').update(Buffer.from(publicKey, 'base64')).digest('hex'))
