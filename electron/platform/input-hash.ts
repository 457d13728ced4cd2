import { createHash } from 'node:crypto'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i

/** True for a UUID, as the client makes one for each act. */
export const isOperationId = (value: unknown): value is string =>
  typeof value === 'string' && uuid.test(value)

/**
 * SHA-256 of an input, the same for the same content whatever the order of its keys. Passwords are left
 * out: a fast hash of one must not be kept.
 */
export function inputHash(input: unknown): string {
  return createHash('sha256').update(inOneForm(input)).digest('hex')
}

function inOneForm(value: unknown): string {
  if (value instanceof Uint8Array) return `b:${Buffer.from(value).toString('base64')}`
  if (Array.isArray(value)) return `[${value.map(inOneForm).join(',')}]`
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value)
      .filter(([key, part]) => part !== undefined && !/password/i.test(key))
      .sort(([a], [b]) => (a < b ? -1 : 1))
    return `{${entries.map(([key, part]) => `${JSON.stringify(key)}:${inOneForm(part)}`).join(',')}}`
  }
  return value === undefined ? 'null' : JSON.stringify(value)
}
