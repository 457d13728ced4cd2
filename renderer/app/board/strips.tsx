import type { ReactNode } from 'react'
import { Countdown } from '../../ui/countdown.tsx'
import { Shown } from '../../ui/shown.tsx'
import { Tag } from '../../ui/tag.tsx'
import type { BoardView } from './board-view.ts'

interface OverdueStripProps {
  overdue: BoardView['overdue']
  /** The bed as a way to the stay. */
  bedLink: (item: BoardView['overdue'][number]) => ReactNode
}

/** Everything that is late, in one line that is never empty of words. */
export function OverdueStrip({ overdue, bedLink }: OverdueStripProps) {
  if (overdue.length === 0) {
    return (
      <section className="board-strip board-strip--clear" aria-label="Overdue">
        <strong>Nothing is overdue</strong>
      </section>
    )
  }
  return (
    <section className="board-strip board-strip--late" aria-label="Overdue">
      <strong className="board-strip__title">OVERDUE {overdue.length}</strong>
      <ul>
        {overdue.map((item) => (
          <li key={`${item.bedName} ${item.text} ${item.since}`}>
            {bedLink(item)} <Countdown what={item.text} due={item.since} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Who is on shift, and who is in charge of it. */
export function ShiftStrip({ onShift }: { onShift: BoardView['onShift'] }) {
  const inCharge = onShift.filter(({ nurseInCharge }) => nurseInCharge)
  return (
    <section className="board-strip" aria-label="On shift">
      {inCharge.length === 0 ? (
        <Tag tone="warning">Nurse in charge not recorded</Tag>
      ) : (
        <span>
          Nurse in charge{' '}
          <strong>
            <Shown>{inCharge.map(({ name }) => name).join(', ')}</Shown>
          </strong>
        </span>
      )}
      <span className="board-strip__shift" title={onShift.map(({ name }) => name).join(', ')}>
        On shift {onShift.length}
        {onShift.length > 0 && ': '}
        <Shown>{onShift.map(({ name }) => name).join(', ')}</Shown>
      </span>
    </section>
  )
}
