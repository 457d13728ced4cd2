import type { VerifyTools } from '#domain/assurance/pack/verify.ts'

/** What a browser verifies a pack with: its own cryptography. Some do not know Ed25519 yet, and say so. */
export const browserTools: VerifyTools = {
  bytesOf,
  async sha256(bytes) {
    const hash = await crypto.subtle.digest('SHA-256', Uint8Array.from(bytes))
    return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  },
  async isSignedBy(publicKey, bytes, signature) {
    let key: CryptoKey
    try {
      key = await crypto.subtle.importKey('spki', bytesOf(publicKey), 'Ed25519', false, ['verify'])
    } catch (error) {
      return error instanceof DOMException && error.name === 'NotSupportedError' ? null : false
    }
    return crypto.subtle.verify('Ed25519', key, bytesOf(signature), Uint8Array.from(bytes))
  },
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  try {
    return Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))
  } catch {
    return new Uint8Array()
  }
}
