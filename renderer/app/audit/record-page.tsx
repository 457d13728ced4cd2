import { useParams } from '@tanstack/react-router'
import { formatDateTime } from '#domain/shared/calendar.ts'
import { roleLabels } from '#domain/users/roles.ts'
import { type Outputs, read, useRead } from '../../api.ts'
import { Empty } from '../../ui/empty.tsx'
import { Section } from '../../ui/section.tsx'
import { Shown } from '../../ui/shown.tsx'
import { Table } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { Ready } from '../reading.tsx'
import { VersionSection } from './version-section.tsx'

type History = Outputs['audit']['history']

/** One record, version by version and field by field, and who looked beside it. */
export function RecordPage() {
  const { recordId } = useParams({ from: '/administration/audit/$recordId' })
  const history = useRead(read.audit.history.queryOptions({ recordId }))
  return (
    <Ready reading={history} what="history">
      {(value) => <RecordHistory history={value} />}
    </Ready>
  )
}

function RecordHistory({ history: { label, people, versions, reads } }: { history: History }) {
  return (
    <>
      <h2 className="nhsuk-heading-m">History of one {label}</h2>
      <p>
        {people.length > 0 && (
          <>
            About{' '}
            {people.map(({ id, name }, index) => (
              <span key={id}>
                {index > 0 && ', '}
                <Shown>{name}</Shown>
              </span>
            ))}
            .{' '}
          </>
        )}
        Newest version first. Nothing is ever overwritten: each version stays as it was written.
      </p>
      {versions.map((version) => (
        <VersionSection key={version.version} version={version} />
      ))}
      {people.length > 0 && <Reads reads={reads} />}
    </>
  )
}

/** Who opened what about these people: a decision rests on what was read before it. */
function Reads({ reads }: { reads: History['reads'] }) {
  return (
    <Section title="Who looked at the records of these people">
      <Table
        caption="Who looked"
        captionHidden
        rows={reads}
        rowKey={({ staffId, role, what }) => `${staffId} ${role} ${what}`}
        empty={<Empty>Nobody has opened the records of these people yet.</Empty>}
        columns={[
          {
            name: 'Who',
            cell: ({ who, role }) => (
              <>
                <Shown>{who}</Shown>, {roleLabels[role].toLowerCase()}
              </>
            ),
            sortBy: ({ who }) => who,
          },
          { name: 'What', cell: ({ what }) => what, sortBy: ({ what }) => what },
          { name: 'Times', cell: ({ times }) => times, sortBy: ({ times }) => times, number: true },
          {
            name: 'First',
            cell: ({ firstAt }) => formatDateTime(firstAt),
            sortBy: ({ firstAt }) => firstAt,
          },
          {
            name: 'Last',
            cell: ({ lastAt }) => formatDateTime(lastAt),
            sortBy: ({ lastAt }) => lastAt,
          },
          {
            name: 'Newest version',
            cell: ({ sinceNewest }) =>
              sinceNewest ? (
                <Tag tone="good">Looked since</Tag>
              ) : (
                <Tag tone="warning">Not since</Tag>
              ),
          },
        ]}
      />
    </Section>
  )
}
