import type { ActionStatus } from '#domain/oversight/action.ts'
import type { VisitState } from '#domain/oversight/visit.ts'
import type { Tone } from '../../ui/tag.tsx'

export const statusTones: Record<ActionStatus, Tone> = {
  open: 'neutral',
  'in-progress': 'info',
  overdue: 'late',
  'awaiting-evidence': 'warning',
  'awaiting-verification': 'warning',
  verified: 'info',
  'retest-overdue': 'late',
  embedded: 'good',
  'closed-not-effective': 'neutral',
}

export const stateTones: Record<VisitState, Tone> = {
  planned: 'info',
  'not-held': 'late',
  held: 'good',
  'called-off': 'neutral',
}
