import { Link } from '@tanstack/react-router'
import { dateOf, formatDate, formatTime } from '#domain/shared/calendar.ts'
import { Empty } from '../../ui/empty.tsx'
import { Shown } from '../../ui/shown.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { missingText } from './cover.tsx'
import type { RosterDuty, RosterView } from './roster.tsx'

interface GridLine {
  staffId: string
  name: string
  /** Their shifts, by the day on which each begins. */
  byDay: ReadonlyMap<string, RosterDuty[]>
}

interface RosterGridProps {
  view: RosterView
  mayEdit: boolean
}

/** A week as a grid: a person a line, the days across, and under it what of each day is not covered. */
export function RosterGrid({ view, mayEdit }: RosterGridProps) {
  const lines = gridLines(view)
  const columns: Column<GridLine>[] = [
    { name: 'Name', cell: ({ name }) => <Shown>{name}</Shown>, sortBy: ({ name }) => name },
    ...view.days.map(({ day }) => ({
      name: dayName(day),
      cell: ({ byDay }: GridLine) => <Shifts duties={byDay.get(day) ?? []} mayEdit={mayEdit} />,
    })),
  ]
  return (
    <div className="training-grid">
      <Table
        caption={`Roster grid of the week of ${formatDate(view.monday)}`}
        captionHidden
        rows={lines}
        rowKey={({ staffId }) => staffId}
        columns={columns}
        empty={<Empty>Nobody is on the roster in this week.</Empty>}
      />
      {lines.length > 0 && <NotCovered view={view} />}
    </div>
  )
}

const weekday = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  timeZone: 'UTC',
})
const dayName = (day: string) => weekday.format(new Date(day))

/** Everybody with a shift in the week, in the order of their names. */
function gridLines({ days }: RosterView): GridLine[] {
  const all = days.flatMap(({ shifts }) => shifts.flatMap(({ people }) => people))
  return [...Map.groupBy(all, ({ staffId }) => staffId)]
    .map(([staffId, own]) => ({
      staffId,
      name: own[0]?.name ?? '',
      byDay: Map.groupBy(own, ({ startsAt }) => dateOf(startsAt)),
    }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en-GB'))
}

function Shifts({ duties, mayEdit }: { duties: readonly RosterDuty[]; mayEdit: boolean }) {
  return duties.map((duty) => {
    const times = `${formatTime(duty.startsAt)}–${formatTime(duty.endsAt)}`
    return (
      <div key={duty.id} className="training-whole">
        {mayEdit ? (
          <Link
            to="/people/roster/$dutyId"
            params={{ dutyId: duty.id }}
            search={{ of: dateOf(duty.startsAt) }}
            aria-label={`${duty.name}, ${times}`}
          >
            {times}
          </Link>
        ) : (
          times
        )}
        {duty.nurseInCharge && <div className="training-small">in charge</div>}
        {duty.hasLeft && <Tag tone="danger">Has left</Tag>}
      </div>
    )
  })
}

/** The times of the week that nobody in date covers; the same as stand beside each shift of the list. */
function NotCovered({ view }: { view: RosterView }) {
  const gaps = view.days.flatMap(({ day, shifts }) =>
    shifts.flatMap((shift) => shift.gaps.map((gap) => ({ day, gap }))),
  )
  const empty = view.days.filter(({ shifts }) => shifts.length === 0)
  if (gaps.length === 0 && empty.length === 0)
    return <p>Every shift of the week is covered: safeguarding level 3 and life support.</p>
  return (
    <ul aria-label="Not covered">
      {gaps.map(({ day, gap }) => (
        <li key={gap.from}>
          {dayName(day)}, {formatTime(gap.from)} to {formatTime(gap.to)}: no{' '}
          {missingText(gap.missing).replace(' and ', ', no ')}
        </li>
      ))}
      {empty.map(({ day }) => (
        <li key={day}>{dayName(day)}: nobody is on the roster</li>
      ))}
    </ul>
  )
}
