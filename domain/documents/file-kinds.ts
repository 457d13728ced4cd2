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
const pngEnd = ascii('IEND')
const jpegStart = [0xff, 0xd8, 0xff]
const jpegEnd = [0xff, 0xd9]

/** How far from its end a whole file says that it ends: writers add a little after the mark. */
const tailBytes = 2048

export type FileJudgement = { mediaType: MediaType } | { fault: string }

/**
 * The kind of a whole file. The fault says why it is not taken, and how to mend it: a kind that cannot be
 * shown here, a PDF that is none, a file that is cut short.
 */
export function judgeFile(content: Uint8Array): FileJudgement {
  if (content.length === 0) return { fault: 'This file is empty. Choose another' }
  if (content.length > mostFileBytes) return { fault: tooLargeText }
  const tail = content.subarray(Math.max(0, content.length - tailBytes))
  const whole = (mediaType: MediaType, end: readonly number[]): FileJudgement =>
    holds(tail, end)
      ? { mediaType }
      : {
          fault: `This ${mediaTypeLabels[mediaType]} is cut short. Copy or scan it again`,
        }
  if (startsWith(content, pdfStart)) return whole('application/pdf', pdfEnd)
  if (startsWith(content, pngStart)) return whole('image/png', pngEnd)
  if (startsWith(content, jpegStart)) return whole('image/jpeg', jpegEnd)
  if (isText(content)) return { mediaType: 'text/plain' }
  return {
    fault: 'This is not a PDF, a picture (PNG or JPEG) or plain text. Save or scan it as a PDF',
  }
}

export const tooLargeText =
  'This file is larger than 25 MB. Scan it in grey or in parts, or describe what it says'

const startsWith = (content: Uint8Array, mark: readonly number[]) =>
  mark.every((byte, at) => content[at] === byte)

function holds(content: Uint8Array, mark: readonly number[]): boolean {
  for (let at = content.length - mark.length; at >= 0; at -= 1)
    if (mark.every((byte, offset) => content[at + offset] === byte)) return true
  return false
}

/** Text in UTF-8 without a control character that no letter holds; nothing that only looks like a PDF. */
function isText(content: Uint8Array): boolean {
  for (const byte of content)
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x0c)
      return false
  return isUtf8(content)
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
