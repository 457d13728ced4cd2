import { type MediaType, mediaTypeLabels } from '#domain/documents/file-kinds.ts'
import type { RegisterState } from '#domain/documents/register.ts'
import type { Reading } from '#domain/documents/rules.ts'
import type { Tone } from '../../ui/tag.tsx'

export const readingWords: Record<Reading, string> = {
  'not-received': 'Not received',
  read: 'Read',
  're-opened': 'Changed since',
  unread: 'Not read',
}

export const readingTones: Record<Reading, Tone> = {
  'not-received': 'neutral',
  read: 'good',
  're-opened': 'warning',
  unread: 'warning',
}

export const stateTones: Record<RegisterState, Tone> = {
  expected: 'neutral',
  asked: 'info',
  received: 'warning',
  're-opened': 'warning',
  read: 'good',
  'not-held': 'neutral',
  'not-needed': 'neutral',
}

/** What is due next of a document in each state, as it reads before the time. */
export const dueWords: Record<RegisterState, string> = {
  expected: 'Ask',
  asked: 'Ask again',
  received: 'Read',
  're-opened': 'Read again',
  read: '',
  'not-held': '',
  'not-needed': '',
}

/** A file in words: "PDF, 2.4 MB". */
export function fileText(mediaType: MediaType, bytes: number | null): string {
  const label = mediaTypeLabels[mediaType]
  const kind = label.charAt(0).toUpperCase() + label.slice(1)
  if (bytes === null) return kind
  const size =
    bytes < 1_048_576
      ? `${Math.max(1, Math.round(bytes / 1024))} KB`
      : `${(bytes / 1_048_576).toFixed(1)} MB`
  return `${kind}, ${size}`
}
