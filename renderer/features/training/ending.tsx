import { Link } from '@tanstack/react-router'
import { addDaysToDate, daysBetween, formatDate } from '#domain/shared/calendar.ts'
import { Empty } from '../../ui/empty.tsx'
import { Shown } from '../../ui/shown.tsx'
import { Table } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { Codes } from './codes.tsx'
import type { EndingView } from './view.ts'
import { partName } from './words.ts'

/** How far ahead the list looks, in days. */
export const horizons = [30, 60, 90] as const
export type Horizon = (typeof horizons)[number]

interface EndingProps {
  /** Everything within the longest horizon. */
  view: EndingView
  days: Horizon
  onDays: (days: Horizon) => void
}

/** What lapses soon, and which starter's limit ends, the soonest first. */
export function Ending({ view, days, onDays }: EndingProps) {
  const within = (horizon: Horizon) =>
    view.rows.filter(({ lastDay }) => lastDay <= addDaysToDate(view.on, horizon))
  return (
    <>
      <fieldset className="training-columns app-no-print">
        <legend className="nhsuk-label">In the next</legend>
        {horizons.map((horizon) => (
          <button
            key={horizon}
            type="button"
            aria-pressed={horizon === days}
            onClick={() => onDays(horizon)}
          >
            {horizon} days ({within(horizon).length})
          </button>
        ))}
      </fieldset>
      <Table
        caption={`What lapses in the next ${days} days`}
        captionHidden
        rows={within(days)}
        rowKey={({ staffId, lastDay, what }) => `${staffId} ${lastDay} ${what}`}
        empty={<Empty>Nothing lapses in the next {days} days.</Empty>}
        columns={[
          {
            name: 'Last day',
            cell: ({ lastDay }) => <span className="training-whole">{formatDate(lastDay)}</span>,
            sortBy: ({ lastDay }) => lastDay,
          },
          {
            name: 'In',
            cell: ({ lastDay }) => inDays(daysBetween(view.on, lastDay)),
            sortBy: ({ lastDay }) => lastDay,
            number: true,
          },
          {
            name: 'Name',
            cell: ({ staffId, name }) => (
              <Link to="/people/training/staff/$staffId" params={{ staffId }}>
                <Shown>{name}</Shown>
              </Link>
            ),
            sortBy: ({ name }) => name,
          },
          { name: 'Profession', cell: ({ group }) => group, sortBy: ({ group }) => group },
          {
            name: 'What happens',
            cell: ({ what }) =>
              what === 'lapses' ? (
                <Tag tone="warning">Lapses</Tag>
              ) : (
                <Tag tone="info">Starter’s limit ends</Tag>
              ),
          },
          { name: 'Training', cell: ({ parts }) => <Codes codes={parts.map(partName)} /> },
        ]}
      />
    </>
  )
}

const inDays = (days: number): string =>
  days === 0 ? 'today' : days === 1 ? '1 day' : `${days} days`
