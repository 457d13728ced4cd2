import { formatDate } from '#domain/shared/calendar.ts'
import { Empty } from '../../ui/empty.tsx'
import { Shown } from '../../ui/shown.tsx'
import { Table } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'
import type { SessionsView } from './view.ts'

/** Who came in the newest span, as counts by profession (decision 39). */
export function AttendanceByProfession({ view }: { view: SessionsView }) {
  return (
    <Table
      caption={`Came to a reflective session in the last ${view.every.reflectiveDays} days`}
      rows={view.byGroup}
      rowKey={({ group }) => group}
      empty={<Empty>Nobody has been in post for {view.every.reflectiveDays} days yet.</Empty>}
      columns={[
        { name: 'Profession', cell: ({ group }) => group, sortBy: ({ group }) => group },
        { name: 'Came', cell: ({ came }) => came, sortBy: ({ came }) => came, number: true },
        { name: 'In post', cell: ({ asked }) => asked, sortBy: ({ asked }) => asked, number: true },
      ]}
    />
  )
}

/** When each member of staff last came: for the safeguarding lead alone. */
export function StandingOfStaff({ people }: { people: NonNullable<SessionsView['people']> }) {
  return (
    <Table
      caption="When each last came"
      captionHidden
      rows={people}
      rowKey={({ id }) => id}
      empty={<Empty>Nobody is on the staff register yet.</Empty>}
      columns={[
        {
          name: 'Name',
          cell: ({ name }) => <Shown>{name}</Shown>,
          sortBy: ({ name }) => name,
        },
        { name: 'Profession', cell: ({ group }) => group, sortBy: ({ group }) => group },
        {
          name: 'Reflective session',
          cell: ({ reflective }) => <Day on={reflective} />,
          sortBy: ({ reflective }) => reflective ?? '',
        },
        {
          name: 'Safeguarding supervision',
          cell: ({ safeguarding }) => <Day on={safeguarding} />,
          sortBy: ({ safeguarding }) => safeguarding ?? '',
        },
        {
          name: 'Clinical supervision',
          cell: ({ clinical }) => <Day on={clinical} />,
          sortBy: ({ clinical }) => clinical ?? '',
        },
      ]}
    />
  )
}

const Day = ({ on }: { on: string | null }) =>
  on === null ? (
    <Tag tone="warning">None in the last year</Tag>
  ) : (
    <span className="culture-whole">{formatDate(on)}</span>
  )
