import { formatDateTime } from '#domain/shared/calendar.ts'
import { employmentLabels, professionLabels } from '#domain/users/staff.ts'
import { type Outputs, read, useRead } from '../../api.ts'
import { Shown } from '../../ui/shown.tsx'
import { Table } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { Ready } from '../reading.tsx'

type Reader = Outputs['unwellBaby']['pathwayReaders'][number]

/** Everybody in post and the version that they have read; who has not comes first. */
export function PathwayReaders() {
  const readers = useRead(read.unwellBaby.pathwayReaders.queryOptions(undefined))
  return (
    <Ready reading={readers} what="staff">
      {(rows) => (
        <>
          <p>
            {rows.filter(({ state }) => state === 'read').length} of {rows.length} in post have read
            the version in force.
          </p>
          <Table
            caption="Staff in post, and what they have read"
            captionHidden
            rows={rows}
            rowKey={({ staffId }) => staffId}
            columns={[
              {
                name: 'Name',
                cell: ({ name }) => <Shown>{name}</Shown>,
                sortBy: ({ name }) => name,
              },
              { name: 'Works as', cell: worksAs },
              { name: 'Has read', cell: (reader) => <HasRead reader={reader} /> },
            ]}
          />
        </>
      )}
    </Ready>
  )
}

const worksAs = ({ profession, employment }: Reader) =>
  [
    professionLabels[profession as keyof typeof professionLabels] ?? profession,
    employmentLabels[employment as keyof typeof employmentLabels] ?? employment,
  ].join(', ')

function HasRead({ reader }: { reader: Reader }) {
  switch (reader.state) {
    case 'read':
      return <Tag tone="good">{`This version, ${formatDateTime(reader.at)}`}</Tag>
    case 'read-earlier':
      return <Tag tone="warning">{`An earlier version, ${formatDateTime(reader.at)}`}</Tag>
    case 'not-read':
      return <Tag tone="warning">Not read</Tag>
  }
}
