import type { Call } from '#domain/shared/wire.ts'

/**
 * No screen sends more text than this in one call; files travel as bytes and are counted apart. The worker
 * refuses from 1 MB on, with a message at the field that is too long.
 */
const MOST_TEXT = 3_000_000
const MOST_BYTES = 32_000_000
const DEEPEST = 32

const PATH = /^[a-z][A-Za-z0-9]*(\.[a-z][A-Za-z0-9]*)+$/
const OPERATION = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const FIELDS = new Set(['path', 'type', 'input', 'operationId', 'password', 'second', 'emergency'])

/**
 * Judges the shape of what a page sent, before anything reads it. Promise: the call itself when it has
 * exactly the fields of a call and is within the limits of size and depth, else undefined. What the
 * input means is the procedure's own affair (its schema, in the worker).
 */
export function checkCall(sent: unknown): Call | undefined {
  if (!isRecord(sent) || !Object.keys(sent).every((field) => FIELDS.has(field))) return undefined
  const { path, type, operationId, password, second, emergency } = sent
  if (typeof path !== 'string' || path.length > 100 || !PATH.test(path)) return undefined
  if (type !== 'query' && type !== 'mutation') return undefined
  if (!isText(operationId, (text) => OPERATION.test(text)) || !isText(password)) return undefined
  if (!isText(emergency)) return undefined
  if (second !== undefined && !isSecondPerson(second)) return undefined
  const size = { text: 0, bytes: 0 }
  return isWithinLimits(sent, size, 0) ? (sent as unknown as Call) : undefined
}

function isRecord(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

function isText(value: unknown, judge: (text: string) => boolean = () => true): boolean {
  return value === undefined || (typeof value === 'string' && judge(value))
}

function isSecondPerson(value: unknown): boolean {
  return (
    isRecord(value) &&
    Object.keys(value).length === 2 &&
    typeof value.signInName === 'string' &&
    typeof value.password === 'string'
  )
}

/** Plain data only: a Map, a Date or a shared buffer is not something a screen of ours sends. */
function isWithinLimits(
  value: unknown,
  size: { text: number; bytes: number },
  depth: number,
): boolean {
  if (depth > DEEPEST) return false
  if (typeof value === 'string') size.text += value.length
  else size.text += 8
  if (value instanceof Uint8Array) size.bytes += value.byteLength
  if (size.text > MOST_TEXT || size.bytes > MOST_BYTES) return false
  if (typeof value !== 'object' || value === null) return typeof value !== 'bigint'
  if (value instanceof Uint8Array) return value.buffer instanceof ArrayBuffer
  if (Array.isArray(value)) return value.every((part) => isWithinLimits(part, size, depth + 1))
  if (!isRecord(value)) return false
  return Object.entries(value).every(([key, part]) => {
    if (key === '__proto__') return false
    size.text += key.length
    return isWithinLimits(part, size, depth + 1)
  })
}
