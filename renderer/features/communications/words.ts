import type { DutyMethod } from '#domain/communications/record.ts'
import type { Instant } from '#domain/shared/time.ts'
import type { Tone } from '../../ui/tag.tsx'
import type { LoopView } from './view.ts'

type Status = LoopView['status']

/** When somebody has to act next, or had to; null where that is not set, or nobody has to. */
export function actBy(status: Status): Instant | null {
  if (status.state === 'late') return status.since
  if (status.state === 'due') return status.dueAt
  return status.state === 'sent' ? status.acknowledgeBy : null
}

const toDo = { answer: 'Answer first', send: 'Tell them', acknowledge: 'No answer yet' } as const

/** What has to be done next, in a word or two. */
export function statusWord(status: Status): string {
  switch (status.state) {
    case 'due':
    case 'late':
      return toDo[status.what]
    case 'sent':
      return 'Sent, not acknowledged'
    case 'acknowledged':
      return status.late ? 'Acknowledged late' : 'Acknowledged'
    case 'dropped':
      return 'Not needed'
  }
}

export function statusTone(status: Status): Tone {
  if (status.state === 'late') return 'late'
  if (status.state === 'acknowledged') return status.late ? 'warning' : 'good'
  return status.state === 'dropped' ? 'neutral' : 'info'
}

/** Ways in which somebody hears it said, and can answer there and then. */
export const spoken: readonly DutyMethod[] = ['telephone', 'face-to-face', 'video']
