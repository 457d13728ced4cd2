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
  'not-come': 'neutral',
  'not-read': 'neutral',
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
  'not-come': '',
  'not-read': '',
}
