import { createHash } from 'node:crypto'
import { canonicalJson, type JsonValue } from '../../platform/store/canonical.ts'

/** SHA-256 of a report's content over its one JSON form, in hexadecimal. */
export const contentHash = (content: unknown): string =>
  createHash('sha256')
    .update(canonicalJson(content as JsonValue), 'utf8')
    .digest('hex')
