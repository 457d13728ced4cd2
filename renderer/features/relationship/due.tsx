import { Countdown } from '../../ui/countdown.tsx'
import type { RelationshipView } from './view.ts'

const names = { baseline: 'First assessment', weekly: 'Weekly assessment' } as const

/** Which assessment is due, and until when; late in words where it is. */
export function AssessmentDue({ view: { due } }: { view: Pick<RelationshipView, 'due'> }) {
  if (!due) return <p>Mother and baby have left: no assessment is due.</p>
  return (
    <p>
      <Countdown what={names[due.kind]} due={due.dueAt} soonMinutes={24 * 60} />
    </p>
  )
}
