import type { Tone } from '../../ui/tag.tsx'

/** Where the review of an opening or of a move stands, in words. */
export const reviewStates: Record<
  'reviewed' | 'waiting' | 'overdue',
  { words: string; tone: Tone }
> = {
  reviewed: { words: 'Reviewed', tone: 'good' },
  waiting: { words: 'To review', tone: 'warning' },
  overdue: { words: 'Review overdue', tone: 'danger' },
}
