import { Link } from '@tanstack/react-router'
import { formatDateTime } from '#domain/shared/calendar.ts'
import { roleLabels } from '#domain/users/roles.ts'
import type { Outputs } from '../../api.ts'
import { Empty } from '../../ui/empty.tsx'
import { Shown } from '../../ui/shown.tsx'
import { Table } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'

type Entry = Outputs['audit']['entries'][number]

/** Lines of the audit; what was done to a record leads to its history, field by field. */
export function EntriesTable({ entries }: { entries: readonly Entry[] }) {
  return (
    <Table
      caption="Who looked, and who changed"
      captionHidden
      rows={entries}
      rowKey={({ seq }) => String(seq)}
      empty={<Empty>Nothing fits. Change the filter, or show everything.</Empty>}
      columns={[
        { name: 'When', cell: ({ at }) => formatDateTime(at) },
        {
          name: 'Who',
          cell: ({ who, role }) => (
            <>
              <Shown>{who}</Shown>, {roleLabels[role].toLowerCase()}
            </>
          ),
        },
        { name: 'What', cell: (entry) => <What entry={entry} /> },
        { name: 'About', cell: (entry) => <About entry={entry} /> },
        { name: 'Why', cell: ({ reason }) => <Shown>{reason}</Shown> },
      ]}
    />
  )
}

function What({ entry }: { entry: Entry }) {
  const { what, hasHistory, entityId, entityVersion, breakGlass, kind } = entry
  const words = entityVersion === null ? what : `${what}, version ${entityVersion}`
  return (
    <>
      {hasHistory && kind !== 'looked' ? (
        <Link to="/administration/audit/$recordId" params={{ recordId: entityId }}>
          {words}
        </Link>
      ) : (
        words
      )}{' '}
      {breakGlass && <Tag tone="danger">Emergency access</Tag>}
    </>
  )
}

function About({ entry: { people, peopleCount } }: { entry: Entry }) {
  if (people.length === 0) return peopleCount > 0 ? `${peopleCount} people` : ''
  return people.map(({ id, name }) => (
    <div key={id}>
      <Shown>{name}</Shown>
    </div>
  ))
}
