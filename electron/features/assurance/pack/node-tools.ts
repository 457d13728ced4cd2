import { createHash } from 'node:crypto'
import type { VerifyTools } from '#domain/assurance/pack/verify.ts'
import { isSignedBy } from '../../../platform/store/signing-pair.ts'

/** What the app and the command line verify a pack with. */
export const nodeTools: VerifyTools = {
  bytesOf: (base64) => Uint8Array.from(Buffer.from(base64, 'base64')),
  sha256: (bytes) => createHash('sha256').update(bytes).digest('hex'),
  isSignedBy,
}
