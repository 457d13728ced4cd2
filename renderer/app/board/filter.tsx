import { useId } from 'react'
import {
  type BoardFilter,
  boardFilterLabels,
  boardFilters,
  endOfShift,
  isShown,
} from '#domain/board/filter.ts'
import { Button } from '../../ui/button.tsx'
import type { BoardBed, BoardView } from './board-view.ts'

/** The filter as the address of the page has it. */
export const filterIn = (search: Record<string, unknown>): { show?: BoardFilter } => {
  const show = boardFilters.find((one) => one === search.show)
  return show ? { show } : {}
}

/** The beds of a view that are asked for, and what is not shown. */
export function filtered(view: BoardView, show: BoardFilter | undefined) {
  const shiftEnd = endOfShift(
    view.onShift.map(({ until }) => until),
    view.at,
  )
  const late = new Set(view.overdue.map(({ stayId }) => stayId))
  const isLate = ({ stay }: BoardBed) => stay !== undefined && late.has(stay.stayId)
  const under = (filter: BoardFilter) =>
    view.beds.filter((bed) => isShown(filter, factsOf(bed, isLate(bed)), shiftEnd))
  const beds = show ? under(show) : view.beds
  return {
    beds,
    of: view.beds.length,
    hiddenLate: view.beds.filter((bed) => isLate(bed) && !beds.includes(bed)).length,
    counts: boardFilters.map((filter) => ({ filter, count: under(filter).length })),
  }
}

const factsOf = ({ bedId, stay, pairs }: BoardBed, overdue: boolean) => ({
  overdue,
  withoutBed: stay !== undefined && bedId === '',
  unread: stay?.unread ?? 0,
  motherAway: stay?.away !== undefined,
  pairs: pairs.map(({ inside, outside, night, reviewDueAt, eventReview, episode, away }) => ({
    fallback: [inside, outside, night].some(({ fallback }) => fallback !== undefined),
    reviewsDueAt: [reviewDueAt, eventReview?.dueAt].filter((due) => due !== undefined),
    episode: episode !== undefined,
    away: away !== undefined,
  })),
})

export type Filtered = ReturnType<typeof filtered>

interface FilterProps {
  of: Filtered
  show: BoardFilter | undefined
  onShow: (show: BoardFilter | undefined) => void
}

/** Which beds to show: a list, so that the line of the shift stays one line. */
export function FilterField({ of, show, onShow }: FilterProps) {
  const id = useId()
  return (
    <span className="board-filter">
      <label htmlFor={id}>Show</label>
      <select
        id={id}
        value={show ?? ''}
        onChange={({ currentTarget: { value } }) =>
          onShow(boardFilters.find((one) => one === value))
        }
      >
        <option value="">All {of.of} beds</option>
        {of.counts.map(({ filter, count }) => (
          <option key={filter} value={filter}>
            {boardFilterLabels[filter]} ({count})
          </option>
        ))}
      </select>
    </span>
  )
}

/** As long as not every bed is shown: how many are not, and whether something of them is overdue. */
export function FilterStrip({ of, show, onShow }: FilterProps) {
  return (
    <section
      className={show ? 'board-strip board-strip--warn' : 'app-hidden'}
      aria-label="Beds shown"
      aria-live="polite"
    >
      {show && (
        <>
          <strong>
            {of.beds.length} of {of.of} beds shown: {boardFilterLabels[show].toLowerCase()}
          </strong>
          <span>
            {of.hiddenLate === 0
              ? 'Nothing of the others is overdue.'
              : `Of the others ${of.hiddenLate} ${of.hiddenLate === 1 ? 'has' : 'have'} something overdue.`}
          </span>
          <Button kind="quiet" small onClick={() => onShow(undefined)}>
            Show all beds
          </Button>
        </>
      )}
    </section>
  )
}
