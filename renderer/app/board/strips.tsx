import { type ReactNode, useState } from 'react'
import { Countdown } from '../../ui/countdown.tsx'
import { Shown } from '../../ui/shown.tsx'
import { Tag } from '../../ui/tag.tsx'
import type { BoardView } from './board-view.ts'

type OverdueItem = BoardView['overdue'][number]

interface OverdueStripProps {
  overdue: BoardView['overdue']
  /** The bed as a way to the stay. */
  bedLink: (item: BoardView['overdue'][number]) => ReactNode
  /** Every line of it: where not every bed is shown. */
  whole?: boolean
}

/** What fits in one line of the usual ward screen, so that the cards need no scroll; the rest is counted and one press away. */
const atFirst = 2

// The characters of a line there; each item has its bed and its clock beside its words.
const lineHolds = 130
const besideWords = 14
const fitsALine = (items: readonly OverdueItem[]): boolean =>
  items.reduce((sum, { text }) => sum + text.length + besideWords, 0) <= lineHolds

// A baby who waits for help, or is not back, comes before whatever else has waited longer; then who may be alone
// with the baby, and who is away and late. An answer on paper that is awaited from outside comes last.
const turns: readonly RegExp[] = [
  /^baby (concern|missing|not back)/,
  /^(supervision|raise not confirmed|baby (late|to come|found)|mother (missing|not back|late|to come|found))/,
  /^(?!.*scope statements? not acknowledged)/,
]
const careFirst = (a: OverdueItem, b: OverdueItem) => turnOf(a) - turnOf(b)
const turnOf = ({ what }: OverdueItem): number => {
  const turn = turns.findIndex((one) => one.test(what))
  return turn < 0 ? turns.length : turn
}

/** Everything that is late, in one line that is never empty of words. */
export function OverdueStrip({ overdue, bedLink, whole = false }: OverdueStripProps) {
  const [all, showAll] = useState(false)
  if (overdue.length === 0) {
    return (
      <section className="board-strip board-strip--clear" aria-label="Overdue">
        <strong>Nothing is overdue</strong>
      </section>
    )
  }
  const inOrder = [...overdue].sort(careFirst)
  const few = overdue.length <= atFirst + 1 ? inOrder : inOrder.slice(0, atFirst)
  const shown = whole || all ? inOrder : fitsALine(few) ? few : inOrder.slice(0, 1)
  const more = overdue.length - shown.length
  return (
    <section className="board-strip board-strip--late" aria-label="Overdue">
      <strong className="board-strip__title">OVERDUE {overdue.length}</strong>
      <ul>
        {shown.map((item) => (
          <li key={`${item.bedName} ${item.text} ${item.since}`}>
            {bedLink(item)} <Countdown what={item.text} due={item.since} />
          </li>
        ))}
        {(more > 0 || (all && !whole)) && (
          <li>
            <button type="button" className="board-strip__more" onClick={() => showAll(!all)}>
              {more > 0 ? (
                <>
                  +{more} <span className="app-hidden">more overdue</span>
                </>
              ) : (
                'Show fewer'
              )}
            </button>
          </li>
        )}
      </ul>
    </section>
  )
}

interface ShiftStripProps {
  onShift: BoardView['onShift']
  /** Whether the shift has what every shift needs. */
  cover?: ReactNode
  /** Which beds to show. */
  filter?: ReactNode
  /** The way to what is printed for the shift. */
  paper?: ReactNode
}

/** Who is on shift, who is in charge of it, and whether it is covered. */
export function ShiftStrip({ onShift, cover, filter, paper }: ShiftStripProps) {
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
      {cover}
      <span className="board-strip__shift" title={onShift.map(({ name }) => name).join(', ')}>
        On shift {onShift.length}
        {onShift.length > 0 && ': '}
        <Shown>{onShift.map(({ name }) => name).join(', ')}</Shown>
      </span>
      {filter}
      {paper}
    </section>
  )
}
