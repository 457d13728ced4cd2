/** What kind of file an attachment is, judged by its content and never by its name (decision 9). */

export const mediaTypes = ['application/pdf', 'image/png', 'image/jpeg', 'text/plain'] as const
export type MediaType = (typeof mediaTypes)[number]

export const mediaTypeLabels: Record<MediaType, string> = {
  'application/pdf': 'PDF',
  'image/png': 'picture (PNG)',
  'image/jpeg': 'picture (JPEG)',
  'text/plain': 'text',
}

/** The endings under which these kinds are offered for choosing. */
export const fileEndings = ['pdf', 'png', 'jpg', 'jpeg', 'txt'] as const

/** The most that one attachment may hold, in bytes (decision 9). */
export const mostFileBytes = 25 * 1024 * 1024

const ascii = (text: string) => Array.from(text, (character) => character.charCodeAt(0))
const pdfStart = ascii('%PDF-')
const pdfEnd = ascii('%%EOF')
const pngStart = [0x89, ...ascii('PNG\r\n'), 0x1a, 0x0a]
const jpegStart = [0xff, 0xd8, 0xff]

/** How far from its end a whole PDF says that it ends: writers add a little after the mark. */
const tailBytes = 2048

export type FileJudgement = { mediaType: MediaType } | { fault: string }

/**
 * The kind of a file by how it begins. The fault says why it is not taken, and how to mend it: a kind that cannot be
 * shown here, a PDF without its end. Whether a PDF or a picture opens is looked at beside the store.
 */
export function judgeFile(content: Uint8Array): FileJudgement {
  if (content.length === 0) return { fault: 'This file is empty. Choose another' }
  if (content.length > mostFileBytes) return { fault: tooLargeText }
  if (startsWith(content, pdfStart)) {
    const tail = content.subarray(Math.max(0, content.length - tailBytes))
    return holds(tail, pdfEnd) ? { mediaType: 'application/pdf' } : { fault: cutPdfText }
  }
  if (startsWith(content, pngStart)) return { mediaType: 'image/png' }
  if (startsWith(content, jpegStart)) return { mediaType: 'image/jpeg' }
  if (encodingOfText(content) !== undefined) return { mediaType: 'text/plain' }
  return { fault: isLikeText(content) ? strangeTextText : noKindText }
}

const cutPdfText = 'This PDF is cut short. Copy or scan it again'
const noKindText =
  'This is not a PDF, a picture (PNG or JPEG) or plain text. Save or scan it as a PDF'
const strangeTextText =
  'This looks like text, but not all of its letters can be read. Save it again as text in UTF-8, or as a PDF'

export const tooLargeText =
  'This file is larger than 25 MB. Scan it in grey or in parts, or describe what it says'

const startsWith = (content: Uint8Array, mark: readonly number[]) =>
  mark.every((byte, at) => content[at] === byte)

function holds(content: Uint8Array, mark: readonly number[]): boolean {
  for (let at = content.length - mark.length; at >= 0; at -= 1)
    if (mark.every((byte, offset) => content[at + offset] === byte)) return true
  return false
}

const textEncodings = ['utf-8', 'utf-16le', 'utf-16be'] as const
export type TextEncoding = (typeof textEncodings)[number]

/**
 * How the words of a plain text are written: UTF-8, or UTF-16 where it begins with its mark, as Windows writes what
 * it calls Unicode. Undefined for what is no text: bytes of no letter, or a control character that no letter holds.
 */
export function encodingOfText(content: Uint8Array): TextEncoding | undefined {
  if (startsWith(content, [0xff, 0xfe])) return isUtf16(content, 0) ? 'utf-16le' : undefined
  if (startsWith(content, [0xfe, 0xff])) return isUtf16(content, 1) ? 'utf-16be' : undefined
  return !content.some(isControl) && isUtf8(content) ? 'utf-8' : undefined
}

/** A control character that no letter holds: all but tab, line feed, form feed and carriage return. */
const isControl = (unit: number) =>
  unit < 0x20 && unit !== 0x09 && unit !== 0x0a && unit !== 0x0c && unit !== 0x0d

/** Whether bytes are UTF-16 (RFC 2781, section 2.2) without control characters; `low` is where the lower byte stands. */
function isUtf16(bytes: Uint8Array, low: 0 | 1): boolean {
  if (bytes.length % 2 !== 0) return false
  let isHalf = false
  for (let at = 0; at < bytes.length; at += 2) {
    const unit = (bytes[at + low] ?? 0) + (bytes[at + 1 - low] ?? 0) * 0x100
    const isSecond = unit >= 0xdc00 && unit <= 0xdfff
    if (isSecond !== isHalf || isControl(unit)) return false
    isHalf = unit >= 0xd800 && unit <= 0xdbff
  }
  return !isHalf
}

/** Text in another encoding, as of an old editor, or UTF-16 that is broken or without its mark: every other byte is 0. */
function isLikeText(content: Uint8Array): boolean {
  const head = content.subarray(0, tailBytes)
  const letters = head.filter((byte) => byte !== 0)
  const zeros = head.length - letters.length
  return (zeros === 0 || zeros * 3 >= head.length) && !letters.some(isControl)
}

/** Whether bytes are well-formed UTF-8 (RFC 3629, section 4). */
export function isUtf8(bytes: Uint8Array): boolean {
  let at = 0
  while (at < bytes.length) {
    if ((bytes[at] ?? 0) < 0x80) {
      at += 1
      continue
    }
    const length = sequenceLength(bytes, at)
    if (length === 0) return false
    at += length
  }
  return true
}

function sequenceLength(bytes: Uint8Array, at: number): number {
  const [first = 0, second = 0, third = 0, fourth = 0] = bytes.subarray(at, at + 4)
  const more = (byte: number) => byte >= 0x80 && byte <= 0xbf
  if (first >= 0xc2 && first <= 0xdf) return more(second) ? 2 : 0
  if (first >= 0xe0 && first <= 0xef) {
    const low = first === 0xe0 ? 0xa0 : 0x80
    const high = first === 0xed ? 0x9f : 0xbf
    return second >= low && second <= high && more(third) ? 3 : 0
  }
  if (first >= 0xf0 && first <= 0xf4) {
    const low = first === 0xf0 ? 0x90 : 0x80
    const high = first === 0xf4 ? 0x8f : 0xbf
    return second >= low && second <= high && more(third) && more(fourth) ? 4 : 0
  }
  return 0
}
