/** What can be hashed: whole numbers only, because a fraction has no one decimal form (reliability.md 4.3). */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject
export interface JsonObject {
  readonly [key: string]: JsonValue
}

const deepest = 32

/**
 * The one form of a value, as bytes: a type letter, a length in decimal, the content. Strings are UTF-8 in
 * NFC, integers decimal, objects sorted by key. Unlike JSON.stringify it is the same for equal values and
 * different for different ones. Throws on what has no one form: fractions, undefined, text that is not
 * NFC or not well formed, cycles.
 */
export function canonical(value: JsonValue | Uint8Array): Buffer {
  const sink: Sink = { text: '', parts: [] }
  encode(value, sink, 0)
  sink.parts.push(Buffer.from(sink.text, 'utf8'))
  return Buffer.concat(sink.parts)
}

/** Text is gathered as text, which is several times faster than a buffer for each piece. */
interface Sink {
  text: string
  readonly parts: Uint8Array[]
}

function encode(value: unknown, sink: Sink, depth: number): void {
  if (depth > deepest) throw new Error(`Only ${deepest} levels can be encoded`)
  if (typeof value === 'string') encodeText(value, sink)
  else if (typeof value === 'number') sink.text += `i${integerText(value)};`
  else if (value === null) sink.text += 'n;'
  else if (typeof value === 'boolean') sink.text += value ? 't;' : 'f;'
  else if (value instanceof Uint8Array) encodeBytes(value, sink)
  else if (Array.isArray(value)) encodeList(value, sink, depth)
  else encodeObject(plainObject(value), sink, depth)
}

function encodeText(text: string, sink: Sink): void {
  const bytes = ascii7.test(text) ? text.length : Buffer.byteLength(oneForm(text), 'utf8')
  sink.text += `s${bytes}:${text}`
}

function encodeBytes(bytes: Uint8Array, sink: Sink): void {
  sink.parts.push(Buffer.from(`${sink.text}b${bytes.length}:`, 'utf8'), bytes)
  sink.text = ''
}

function encodeList(list: readonly unknown[], sink: Sink, depth: number): void {
  sink.text += `l${list.length}:`
  // An index loop: forEach would pass over a hole as if it were not there.
  for (let at = 0; at < list.length; at += 1) encode(list[at], sink, depth + 1)
}

function encodeObject(object: Record<string, unknown>, sink: Sink, depth: number): void {
  const keys = Object.keys(object).sort(byCodePoint)
  sink.text += `o${keys.length}:`
  for (const key of keys) {
    encodeText(key, sink)
    encode(object[key], sink, depth + 1)
  }
}

const ascii7 = /^[\0-\x7f]*$/

function byCodePoint(a: string, b: string): number {
  // The order of UTF-8 bytes; for ASCII that of the code units, which is far quicker.
  if (ascii7.test(a) && ascii7.test(b)) return a < b ? -1 : a > b ? 1 : 0
  return Buffer.compare(Buffer.from(a), Buffer.from(b))
}

function integerText(value: number): string {
  if (!Number.isSafeInteger(value) || Object.is(value, -0))
    throw new Error('Only whole numbers can be encoded')
  return String(value)
}

function oneForm(text: string): string {
  if (ascii7.test(text)) return text
  if (!text.isWellFormed()) throw new Error('The text holds half a character')
  if (text.normalize('NFC') !== text) throw new Error('The text is not in NFC')
  return text
}

function plainObject(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null)
    throw new Error(`A value of type ${typeof value} cannot be encoded`)
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null)
    throw new Error('Only plain objects can be encoded')
  return value as Record<string, unknown>
}

/** The same value with every text, keys too, in NFC. */
export function inNfc(value: JsonValue): JsonValue {
  if (typeof value === 'string') return value.normalize('NFC')
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(inNfc)
  const entries = Object.entries(plainObject(value) as JsonObject)
  const normal = new Map(entries.map(([key, inner]) => [key.normalize('NFC'), inNfc(inner)]))
  if (normal.size !== entries.length) throw new Error('Two keys are the same text')
  return Object.fromEntries(normal)
}

/** JSON in its one form: keys sorted, no blanks; throws on what `canonical` throws on. */
export const canonicalJson = (value: JsonValue): string => jsonText(value, 0)

function jsonText(value: unknown, depth: number): string {
  if (depth > deepest) throw new Error(`Only ${deepest} levels can be encoded`)
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'number') return integerText(value)
  if (typeof value === 'string') return JSON.stringify(oneForm(value))
  if (Array.isArray(value))
    return `[${Array.from(value, (inner) => jsonText(inner, depth + 1)).join(',')}]`
  const object = plainObject(value)
  const members = Object.keys(object)
    .sort(byCodePoint)
    .map((key) => `${JSON.stringify(oneForm(key))}:${jsonText(object[key], depth + 1)}`)
  return `{${members.join(',')}}`
}
