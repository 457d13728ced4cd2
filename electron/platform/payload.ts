import type { Failure, FieldMessage } from '#domain/shared/failure.ts'

/** The most text in UTF-8 that one call may carry, and the most bytes beside it (reliability.md 5, decision 9). */
export const payloadLimitBytes = 1_048_576
/** The deepest nesting of lists and objects (reliability.md 5). */
export const payloadDepth = 32
/** The most values in one call: half a million keys are parsed slowly, and no form has so many. */
export const payloadValues = 50_000

const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype', 'toString', 'valueOf'])

interface Walk {
  /** Of text, in UTF-8. */
  text: number
  bytes: number
  values: number
  /** The longest text seen: where the call is too big, that is the one to shorten. */
  longest: { field: string; length: number }
  fault: FieldMessage | null
}

/**
 * Refuses an input before any schema reads it: too big, too deep, not plain data, hidden characters, or
 * keys that could change how objects work. The message stands at the field that caused it.
 */
export function payloadFailure(input: unknown): Failure | null {
  const walk: Walk = {
    text: 0,
    bytes: 0,
    values: 0,
    longest: { field: '', length: 0 },
    fault: null,
  }
  visit(input, '', 0, walk)
  if (walk.fault) return invalid(walk.fault)
  if (walk.bytes > payloadLimitBytes)
    return invalid({
      field: '',
      message: 'This part of the file is too large. Send it in parts of 1 MB',
    })
  if (walk.text > payloadLimitBytes)
    return invalid({
      field: walk.longest.field,
      message: 'There is more text here than can be saved at once (1 MB). Shorten it',
    })
  return null
}

function invalid(fault: FieldMessage): Failure {
  return { code: 'invalid', message: 'Check what was entered', fields: [fault] }
}

function visit(value: unknown, field: string, depth: number, walk: Walk): void {
  if (walk.fault) return
  walk.values += 1
  const message = faultOf(value, depth, walk)
  if (message !== null) {
    walk.fault = { field, message }
  } else if (typeof value === 'string') {
    visitText(value, field, walk)
  } else if (Array.isArray(value)) {
    for (const [index, item] of value.entries())
      visit(item, join(field, String(index)), depth + 1, walk)
  } else if (value instanceof Uint8Array) {
    walk.bytes += value.byteLength
  } else if (typeof value === 'object' && value !== null) {
    visitObject(value, field, depth, walk)
  }
}

const notData = 'This cannot be saved. Enter it again from the form'

function faultOf(value: unknown, depth: number, walk: Walk): string | null {
  if (depth > payloadDepth) return 'This is nested too deeply. Enter it again from the form'
  if (walk.values > payloadValues) return 'There are too many entries here. Enter fewer at once'
  switch (typeof value) {
    case 'string':
    case 'boolean':
    case 'undefined':
      return null
    case 'number':
      return Number.isFinite(value) ? null : 'Enter a number, in figures'
    case 'object':
      return value === null || Array.isArray(value) || isBytes(value) || isPlain(value)
        ? null
        : notData
    default:
      return notData
  }
}

/** Bytes of our own: shared ones could change while they are read. */
const isBytes = (value: object) =>
  value instanceof Uint8Array && !(value.buffer instanceof SharedArrayBuffer)

function visitObject(value: object, field: string, depth: number, walk: Walk): void {
  for (const key of Reflect.ownKeys(value)) {
    const name = typeof key === 'string' ? key : 'symbol'
    const at = join(field, name.slice(0, 60))
    if (typeof key !== 'string' || forbiddenKeys.has(key) || key.length > 200) {
      walk.fault ??= {
        field: at,
        message: 'This name cannot be used. Enter it again from the form',
      }
      return
    }
    walk.text += key.length
    visit((value as Record<string, unknown>)[key], at, depth + 1, walk)
  }
}

function visitText(text: string, field: string, walk: Walk): void {
  // Counting the bytes of a text that is far too long would cost more than refusing it.
  walk.text += text.length > payloadLimitBytes ? text.length : Buffer.byteLength(text)
  if (text.length > walk.longest.length) walk.longest = { field, length: text.length }
  if (text.length > payloadLimitBytes) return
  if (text.includes('\u0000'))
    walk.fault ??= {
      field,
      message: 'There is a hidden character (NUL) in this text. Delete it and type the text again',
    }
  else if (!text.isWellFormed())
    walk.fault ??= {
      field,
      message: 'There is half a character in this text. Delete it and type it again',
    }
}

/** True for an object that holds data alone, of whichever realm. */
function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value)
  return (
    prototype === null ||
    (Object.getPrototypeOf(prototype) === null && Object.hasOwn(prototype, 'hasOwnProperty'))
  )
}

const join = (field: string, part: string) => (field === '' ? part : `${field}.${part}`)
