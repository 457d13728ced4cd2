import { Link } from '@tanstack/react-router'
import { dateOf, formatDate, formatTime } from '#domain/shared/calendar.ts'
import type { Outputs } from '../../api.ts'
import { Shown } from '../../ui/shown.tsx'
import { Table } from '../../ui/table.tsx'
import { Tag, Tags } from '../../ui/tag.tsx'
import { missingText } from './cover.tsx'

export type RosterView = Outputs['training']['roster']
export type RosterDuty = RosterView['days'][number]['shifts'][number]['people'][number]

type Shift = RosterView['days'][number]['shifts'][number]
interface Line {
  key: string
  day: string
  /** Null on a day on which nobody is on the roster. */
  shift: Shift | null
}

interface RosterProps {
  view: RosterView
  mayEdit: boolean
}

/** A week: each shift with who comes to it, and what of it nobody in date covers. */
export function Roster({ view, mayEdit }: RosterProps) {
  const lines = view.days.flatMap(({ day, shifts }): Line[] =>
    shifts.length === 0
      ? [{ key: day, day, shift: null }]
      : shifts.map((shift) => ({ key: shift.startsAt, day, shift })),
  )
  return (
    <Table
      caption={`Week of ${formatDate(view.monday)}`}
      captionHidden
      rows={lines}
      rowKey={({ key }) => key}
      columns={[
        { name: 'Day', cell: ({ day }) => <DayCell day={day} today={view.today} /> },
        {
          name: 'Shift',
          cell: ({ shift }) =>
            shift && (
              <span className="training-whole">
                {formatTime(shift.startsAt)} to {formatTime(shift.endsAt)}
              </span>
            ),
        },
        {
          name: 'Who',
          cell: ({ shift }) =>
            shift ? (
              <People shift={shift} mayEdit={mayEdit} />
            ) : (
              <span className="app-quiet">Nobody is on the roster.</span>
            ),
        },
        { name: 'Cover', cell: ({ shift }) => shift && <Cover shift={shift} /> },
      ]}
    />
  )
}

const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'short', timeZone: 'UTC' })

const DayCell = ({ day, today }: { day: string; today: string }) => (
  <span className="training-whole">
    {weekday.format(new Date(day))} {formatDate(day)}
    {day === today && <div className="training-small">today</div>}
  </span>
)

function People({ shift, mayEdit }: { shift: Shift; mayEdit: boolean }) {
  return (
    <ul className="training-shift">
      {shift.people.map((duty) => (
        <li key={duty.id}>
          {mayEdit ? (
            <Link
              to="/people/roster/$dutyId"
              params={{ dutyId: duty.id }}
              search={{ of: dateOf(duty.startsAt) }}
            >
              <Shown>{duty.name}</Shown>
            </Link>
          ) : (
            <Shown>{duty.name}</Shown>
          )}
          {(duty.startsAt !== shift.startsAt || duty.endsAt !== shift.endsAt) &&
            ` ${formatTime(duty.startsAt)} to ${formatTime(duty.endsAt)}`}
          {duty.hasLeft && (
            <>
              {' '}
              <Tag tone="danger">Has left: take off the roster</Tag>
            </>
          )}
          {duty.nurseInCharge && (
            <>
              {' '}
              <Tag tone="info">In charge</Tag>
            </>
          )}
        </li>
      ))}
    </ul>
  )
}

function Cover({ shift: { gaps, over, people } }: { shift: Shift }) {
  const inCharge = people.some(({ nurseInCharge }) => nurseInCharge)
  return (
    <Tags>
      {gaps.length === 0 && <Tag tone="good">Covered</Tag>}
      {gaps.map(({ from, to, missing }) => (
        <Tag key={from} tone={over ? 'warning' : 'danger'}>
          {formatTime(from)} to {formatTime(to)}: no{' '}
          {missingText(missing).replace(' and ', ', no ')}
        </Tag>
      ))}
      {!inCharge && !over && <Tag tone="warning">No nurse in charge yet</Tag>}
    </Tags>
  )
}
